/**
 * Traditional letters and the simplified ones in their place, pair by pair: those that names of companies and places
 * are made of. What is not here is compared as it is written.
 */
const pairs =
  '臺台灣湾積积體体電电機机車车國国際际華华業业實实產产龍龙鳳凤東东馬马門门開开關关網网絡络軟软術术學学醫医藥药療疗衛卫團团財财務务銀银證证險险資资貿贸貨货運运輸输艦舰飛飞聯联統统總总經经濟济發发' +
  '髮发長长張张陳陈劉刘楊杨趙赵吳吴鄭郑許许孫孙馮冯蔣蒋葉叶蘇苏鄧邓蕭萧賴赖鍾钟鐘钟盧卢譚谭鄒邹陸陆韓韩寧宁廣广慶庆漢汉貴贵遼辽瀋沈陽阳陰阴濱滨爾尔鄉乡縣县區区鎮镇島岛嶼屿灘滩橋桥樓楼號号層层' +
  '廠厂場场園园館馆藝艺書书報报紙纸筆笔畫画圖图聲声樂乐視视訊讯話话語语譯译計计設设識识訂订記记試试誠诚謝谢議议護护讀读變变讓让豐丰貝贝貢贡費费賀贺賓宾賢贤質质購购贏赢贊赞軍军軌轨輕轻輪轮載载' +
  '輝辉轉转辦办農农進进達达過过適适選选遠远還还邊边郵邮釀酿釋释針针鋼钢鐵铁銅铜鋁铝錦锦鍋锅鎖锁鏡镜鑽钻鋒锋銳锐銷销鏈链鍵键閃闪間间閣阁隊队隨随雙双雞鸡離离難难雲云霧雾靈灵靜静頁页頂顶項项順顺' +
  '須须預预領领頭头題题額额顏颜類类顧顾顯显風风飯饭飲饮養养餅饼騰腾驗验驅驱驛驿魚鱼鮮鲜鳥鸟鷹鹰麗丽麥麦麵面黃黄點点齊齐龐庞來来倉仓個个們们偉伟側侧備备傑杰傳传債债傷伤價价億亿優优儀仪兒儿內内' +
  '兩两冊册凍冻凱凯別别則则剛刚創创劃划劇剧劑剂動动勝胜勞劳勢势勵励勳勋匯汇協协單单厲厉參参員员問问啟启喬乔嚴严圍围圓圆執执堅坚塊块塗涂壓压壽寿夢梦夠够奧奥婦妇宮宫寬宽審审寫写寶宝將将專专尋寻' +
  '對对導导屬属岡冈峽峡嶺岭巖岩師师帳帐帶带幣币幫帮幹干幾几庫库廳厅廢废強强彈弹彙汇後后徑径從从復复徵征恆恒愛爱態态應应懷怀戰战戲戏戶户擁拥擇择擊击擔担據据擴扩攝摄敵敌數数斷断時时晉晋暢畅曉晓' +
  '會会條条極极構构樣样標标樞枢樹树橫横檔档檢检欄栏權权歐欧歡欢歲岁歷历歸归殼壳氣气氫氢決决沖冲況况淨净淺浅減减渦涡測测湯汤準准溝沟溫温滬沪滿满漁渔潔洁潤润濕湿濃浓濤涛濾滤瀏浏灑洒為为烏乌無无' +
  '煉炼煙烟熱热燈灯燒烧營营爐炉爭争牆墙獎奖獨独獲获環环現现瑪玛瓊琼畢毕異异當当疊叠盤盘監监盡尽礦矿碼码磚砖確确礎础禮礼禦御種种稱称穀谷穩稳窩窝競竞節节範范築筑簡简籃篮籌筹糧粮約约紅红級级紀纪' +
  '純纯紡纺細细紹绍終终組组結结絕绝給给絲丝綠绿維维綱纲綜综綿绵緊紧線线編编緣缘縱纵績绩織织繼继續续纖纤義义習习聖圣職职聽听肅肃腦脑膠胶臉脸臨临舉举舊旧莊庄萬万蓋盖蓮莲蘭兰藍蓝蘆芦處处虛虚蟲虫' +
  '衝冲補补裝装製制複复見见規规覺觉觀观覽览觸触訓训託托訪访診诊評评該该詳详誤误調调請请諾诺謀谋講讲';

const letters = [...pairs];
const simple = new Map(letters.flatMap((one, at) => (at % 2 === 0 ? [[one, letters[at + 1] ?? one]] : [])));
const full = Map.groupBy(simple.keys(), (one) => simple.get(one) ?? one);

/** A text with the simplified letters in place of the traditional ones. */
export function simplified(text: string): string {
  return text.replace(/\p{Script=Han}/gu, (letter) => simple.get(letter) ?? letter);
}

/** Every way in which a text of a few letters can be written, simplified or traditional; itself first. */
export function waysToWrite(text: string): string[] {
  const ways = [...simplified(text)].map((letter) => [letter, ...(full.get(letter) ?? [])]);
  const all = ways.reduce<string[]>(
    (begun, next) => begun.flatMap((head) => next.map((letter) => head + letter)),
    [''],
  );
  return [...new Set([text, ...all])];
}
