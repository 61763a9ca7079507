/** Where a word counts: for readers of some languages only, or beside a currency only. */
export interface Limits {
  /** Not for these languages, in which it is another number or a word. */
  not?: RegExp;
  only?: RegExp;
  beside?: string;
}

/** Words and letters that stand for zeros in our languages, by the number of zeros. */
export const zeros: readonly (readonly [count: number, words: string, limits?: Limits])[] = [
  [3, 'k к tsd tausend tkr kkr tusen thousand thou thsd ths grand mila 千 tys tis'],
  [3, 'тыс тысяч тысяча тысячи тысячу тыщ тыщи т'],
  [3, 't', { only: /^(?:de|sv)\b/ }],
  [3, 'mille', { only: /^(?:de|it|fr)\b/ }],
  [4, '万'],
  [4, 'w', { only: /^zh\b/ }],
  [5, 'lakh lakhs lac lacs hunderttausend hundratusen'],
  [5, 'l', { beside: 'INR' }],
  [6, 'm mm mn mio mill million millions millionen miljon miljoner milj mkr mnkr milione milioni mln kk'],
  [6, 'млн миллион миллиона миллионов лям ляма лямов кк'],
  // A thousand in Spanish and Portuguese, and to Italians either.
  [6, 'mil', { not: /^(?:it|es|pt)\b/ }],
  [6, 'mi', { beside: 'BRL' }],
  [7, 'crore crores cr crs'],
  [8, '亿'],
  [9, 'bn mrd mia md mdr mdkr mdrkr milliarde milliarden miljard miljarder miliardo miliardi mld'],
  [9, 'млрд миллиард миллиарда миллиардов'],
  // Germans have a thousand times as much.
  [9, 'billion billions', { not: /^de\b/ }],
  [9, 'bil bln', { only: /^en\b/ }],
  [9, 'bi', { beside: 'BRL' }],
  [12, 'billionen biljon biljoner bilione bilioni трлн триллион триллиона триллионов'],
  [12, 'trillion trillions', { not: /^(?:de|sv|it)\b/ }],
];

const dollars = 'USD CAD AUD NZD SGD HKD TWD MXN ARS CLP COP';
const kronor = 'SEK NOK DKK ISK';

/** Words for currencies that Intl does not write, and signs that several of them share. */
export const currencyWords: readonly (readonly [currencies: string, words: string])[] = [
  [dollars, '$ dollar dollars dollari dollaro долл доллар доллара доллары долларов bucks баксов'],
  [kronor, 'kr krona kronor kronen kroner corone крона кроны крон tkr kkr mkr mnkr mdkr mdrkr spänn'],
  ['EUR', 'euro euros euron евро 欧元'],
  ['GBP', 'pound pounds pfund pund sterlina sterline фунт фунта фунтов 英镑 quid'],
  ['CHF', 'fr sfr franken francs franchi франк франка франков 瑞士法郎 瑞郎'],
  ['RUB', '₽ р руб рубль рублей рубля рубли rubel rubles rubli 卢布'],
  ['JPY CNY', '¥'],
  ['JPY', 'yen иен иены 日元'],
  ['CNY', 'rmb yuan юань юаня юаней 人民币'],
  ['CNY TWD HKD', '元 块'],
  ['HKD', '港元 港币 hk$ hkd$'],
  ['SGD', '新元 s$ sg$ sgd$'],
  ['USD', 'us$ usd$ usdollar 美元 美金 美刀'],
  ['INR', 'rs rupee rupees рупий 卢比'],
  ['PLN', 'zł zloty złoty'],
  ['CZK', 'kč'],
  ['TRY', '₺'],
  ['UAH', '₴'],
  ['KZT', '₸'],
  ['AUD', 'a$ au$ aud$'],
  ['CAD', 'c$ ca$ cad$ can$'],
  ['NZD', 'nz$ nzd$'],
  ['TWD', 'nt$'],
  ['MXN', 'mx$ mex$'],
  ['BRL', 'r$ reais'],
];

/** Whose dollars, kronor, francs or pounds they are, by the beginnings of the words that say so. */
export const nationalCurrencies: readonly (readonly [currency: string, beginnings: string])[] = [
  ['CHF', 'swiss schweizer швейцарск svizzer'],
  ['SEK', 'swedish schwedisch svensk шведск svedes'],
  ['NOK', 'norwegian norwegisch norsk норвежск norveges'],
  ['DKK', 'danish dänisch dansk датск danes'],
  ['USD', 'american amerikanisch amerikansk американск'],
  ['CAD', 'canadian kanadisch kanadensisk канадск canades'],
  ['AUD', 'australian australisch australisk австралийск'],
  ['NZD', 'neuseeländisch nyzeeländsk новозеландск neozelandes'],
  ['SGD', 'singapore singapur сингапурск singaporian'],
  ['GBP', 'british britisch brittisk английск британск'],
  ['JPY', 'japanese japanisch japansk японск giappones'],
  ['CNY', 'chinese chinesisch kinesisk китайск cines'],
  ['INR', 'indian indisch indisk индийск'],
  ['RUB', 'russian russisch rysk российск russ'],
];

/** Currencies in Chinese of more than one sign, each one word. */
export const hanCurrencies = '人民币|瑞士法郎|瑞郎|[美欧日港新]元|美金|美刀|港币|英镑|卢布|卢比';
