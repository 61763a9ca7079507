import type { ExplainedTerm } from '#cards/general/explanation.ts';

/** What is asked about, in all six languages. */
export const termWords: Readonly<Record<ExplainedTerm, string>> = {
  duns: 'd-u-n-s|duns|d&b|dnb|duns-nummer|d-u-n-s-nummer|dunsnummer|duns-number|dunsnumret|duns-numret|d-u-n-s-numret|邓白氏|邓氏',
  consent:
    'consent|consents|customer consent|einwilligung|zustimmung|kundeneinwilligung|samtycke|samtycket|medgivande|同意|согласие|согласия|consenso',
  cosell:
    'co-sell|cosell|co-selling|co-sell-deal|co-sell deal|gemeinsames verkaufen|samförsäljning|联合销售|共同销售|совместные продажи|совместная продажа|co-vendita|vendita congiunta',
  solution:
    'solution|solutions|lösung|lösungen|lösning|lösningar|lösningen|解决方案|решение|решения|soluzione|soluzioni',
  location:
    'location|locations|standort|standorte|plats|platsen|platser|地点|位置|расположение|расположения|sede|sedi',
  closeDate:
    'close date|closing date|estimated close date|abschlussdatum|slutdatum|slutdatumet|avslutsdatum|stängningsdatum|成交日期|预计成交日期|截止日期|дата закрытия|дату закрытия|data di chiusura',
  value:
    'value|estimated value|deal value|wert|geschätzter wert|auftragswert|värde|värdet|uppskattat värde|金额|预计金额|价值|сумма|сумму|стоимость|valore|valore stimato',
  marketplace:
    'marketplace|microsoft marketplace|azure marketplace|commercial marketplace|marktplatz|marknadsplats|marknadsplatsen|市场|商城|маркетплейс|маркетплейса',
  expiry:
    'expire|expires|expired|expiry|expiration|expiring|ablaufen|abläuft|ablauf|läuft ein deal ab|läuft ein geschäft ab|laufen deals ab|laufen geschäfte ab|läuft eine empfehlung ab|går en affär ut|löper en affär ut|går affärer ut|ablauffrist|läuft ab|löper ut|går ut|utgången|到期|过期|истекает|истечёт|истечет|истёк|истечение|просрочится|scade|scadere|scadenza|scadono',
  registration:
    'registration|registrations|register|registering|registered|registrierung|registrieren|registrering|registreringen|registrera|注册|登记|регистрация|регистрации|регистрацию|регистрировать|зарегистрировать|registrazione|registrare',
  stages:
    'stage|stages|sales stage|sales stages|phase|phasen|stufe|stufen|verkaufsphase|verkaufsphasen|fas|faser|faserna|säljfas|säljfaser|阶段|销售阶段|этап|этапы|стадия|стадии|этапы продажи|fase|fasi|fasi di vendita',
};

/** What makes a question after it. */
export const questionWords =
  "what is|what 's|what' s|whats|what are|what does|what do|what happens|what is meant by|why|explain|define|meaning of|how does|how do|where do i|where can i|what for|when is|when does|when do|how long until|how long before|how long till|how soon does|how soon do|what do|what should i know about|tell me what|" +
  'was ist|was sind|was bringt|was bringen|wofür braucht|wofür brauche|wofür ist|wofür sind|wozu dient|welche|wann|was versteht man unter|kannst du mir erklären|können sie mir erklären|was heisst|was bedeutet|was bedeuten|was passiert|was geschieht|was meint|was ist mit|warum|wieso|weshalb|wozu|wofür|erklär|erkläre|erklär mir|woher|wo finde|wo bekomme|wie funktioniert|wie bekomme|was soll|' +
  'vad är|vilka|när|vad är poängen med|vad används|vad står|kan du förklara|vad betyder|vad innebär|vad händer|vad menas|varför|förklara|var hittar|var får|hur fungerar|hur får|vad ska|' +
  '是干嘛用的|干嘛用|做什么用|是做什么的|是个啥|是啥意思|是个什么|为啥|去哪儿|去哪|哪儿|怎么弄|什么是|到底是什么意思|是什么意思|是什么|什么意思|啥意思|是啥|为什么|为何|怎么回事|会怎样|会怎么样|怎么办|解释|在哪里|哪里|如何|怎么|有什么用|干什么|会发生什么|什么叫|' +
  'что вообще такое|что это за|что даёт|объясни про|расскажи про|где мне взять|где мне найти|что такое|что значит|что означает|что будет|что произойдёт|что произойдет|что случится|зачем|почему|для чего|объясни|объясните|где найти|где взять|как получить|откуда взять|как работает|как узнать|что за|' +
  "cos' è|che cos' è|cosa è|che cosa è|cosa sono|cosa significa|che significa|che vuol dire|cosa vuol dire|cosa succede|perché|spiega|spiegami|quando|cosa succede quando|che succede quando|che succede se|cosa significano|cosa vogliono dire|dove trovo|dove si trova|a cosa serve|come funziona|come ottengo|a che serve";

/** Words of such questions that say nothing of their own. */
export const smallWords =
  "a|an|the|my|our|your|this|that|is|are|it|its|'s|s|do|does|i|we|you|they|need|needs|needed|have|has|to|for|of|here|and|find|get|where|number|numbers|no|mean|means|exactly|ask|asked|asking|give|must|required|customer|customer' s|customers|deal|deals|referral|referrals|one|so|if|when|in|on|work|works|be|used|want|wants|enter|can|should|must|at all|actually|again|matter|important|then|not|answered|nobody|answers|please|after|14|days|" +
  'ein|eine|einen|einer|eines|der|die|das|den|dem|des|ich|wir|man|sie|es|er|brauche|brauchen|braucht|brauchst|wird|werden|gebraucht|so|was|eigentlich|genau|dafür|hier|denn|nummer|kunde|kunden|gefragt|angeben|angegeben|muss|müssen|mit|und|finde|bekomme|nötig|bei|von|ab|geschäft|deal|empfehlung|wenn|ist|bitte|für|überhaupt|wichtig|heisst|bedeutet|wo|gibt|gibts|überhaupt|denn|mal|ihr|euch|unter|mir|nochmal|dabei|nicht|beantwortet|niemand|' +
  'en|ett|det|den|de|jag|vi|man|du|behöver|behövs|måste|för|något|ange|anges|är|här|kundens|kunden|hittar|får|och|om|när|affär|affären|ni|vill|ha|egentligen|med|till|av|som|tack|nåt|nå|bra|finns|finns det|olika|mig|egentligen|har vi|slags|inte|svarar|ingen|ut|' +
  '到|底|儿|啊|呀|都|一定|必须|非|得|个|去|应|该|给|搞|弄|来|查|做|的|我|们|要|需|吗|呢|这|个|是|和|在|找|到|了|会|号|码|编|填|写|客|户|交|易|就|时|候|后|有|用|请|问|如果|要求|提供|那|它|么|啊|推荐|没人|回复|' +
  'вообще|сделку|сделки|сделке|про|даёт|какой|зачем|это|мне|нам|вам|нужен|нужно|нужна|нужны|и|где|его|её|ее|взять|найти|указывать|сделка|сделки|клиента|клиент|если|а|когда|она|он|они|в|по|с|номер|номера|вы|я|мы|спрашиваете|такой|вообще|никто|не|ответит|пожалуйста|надо|' +
  "il|la|lo|l'|un|una|un'|i|le|gli|di|del|della|mi|ci|vi|serve|servono|bisogno|ho|abbiamo|e|dove|devo|dobbiamo|per|cliente|se|quando|trattativa|che|è|qui|chiedete|viene|chiesto|numero|trovare|trovarlo|lo trovo|il mio|esattamente|questo|questa|mai|si|una|segnalazione|segnalazioni|trattative|non|risponde|nessuno|prego|d'|dell'";
