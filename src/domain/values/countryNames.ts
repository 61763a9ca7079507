/** ISO 3166-1 alpha-2 with alpha-3, and XK, which is in use for Kosovo. */
const codes =
  'AD:AND AE:ARE AF:AFG AG:ATG AI:AIA AL:ALB AM:ARM AO:AGO AQ:ATA AR:ARG AS:ASM AT:AUT AU:AUS AW:ABW AX:ALA AZ:AZE ' +
  'BA:BIH BB:BRB BD:BGD BE:BEL BF:BFA BG:BGR BH:BHR BI:BDI BJ:BEN BL:BLM BM:BMU BN:BRN BO:BOL BQ:BES BR:BRA BS:BHS ' +
  'BT:BTN BV:BVT BW:BWA BY:BLR BZ:BLZ CA:CAN CC:CCK CD:COD CF:CAF CG:COG CH:CHE CI:CIV CK:COK CL:CHL CM:CMR CN:CHN ' +
  'CO:COL CR:CRI CU:CUB CV:CPV CW:CUW CX:CXR CY:CYP CZ:CZE DE:DEU DJ:DJI DK:DNK DM:DMA DO:DOM DZ:DZA EC:ECU EE:EST ' +
  'EG:EGY EH:ESH ER:ERI ES:ESP ET:ETH FI:FIN FJ:FJI FK:FLK FM:FSM FO:FRO FR:FRA GA:GAB GB:GBR GD:GRD GE:GEO GF:GUF ' +
  'GG:GGY GH:GHA GI:GIB GL:GRL GM:GMB GN:GIN GP:GLP GQ:GNQ GR:GRC GS:SGS GT:GTM GU:GUM GW:GNB GY:GUY HK:HKG HM:HMD ' +
  'HN:HND HR:HRV HT:HTI HU:HUN ID:IDN IE:IRL IL:ISR IM:IMN IN:IND IO:IOT IQ:IRQ IR:IRN IS:ISL IT:ITA JE:JEY JM:JAM ' +
  'JO:JOR JP:JPN KE:KEN KG:KGZ KH:KHM KI:KIR KM:COM KN:KNA KP:PRK KR:KOR KW:KWT KY:CYM KZ:KAZ LA:LAO LB:LBN LC:LCA ' +
  'LI:LIE LK:LKA LR:LBR LS:LSO LT:LTU LU:LUX LV:LVA LY:LBY MA:MAR MC:MCO MD:MDA ME:MNE MF:MAF MG:MDG MH:MHL MK:MKD ' +
  'ML:MLI MM:MMR MN:MNG MO:MAC MP:MNP MQ:MTQ MR:MRT MS:MSR MT:MLT MU:MUS MV:MDV MW:MWI MX:MEX MY:MYS MZ:MOZ NA:NAM ' +
  'NC:NCL NE:NER NF:NFK NG:NGA NI:NIC NL:NLD NO:NOR NP:NPL NR:NRU NU:NIU NZ:NZL OM:OMN PA:PAN PE:PER PF:PYF PG:PNG ' +
  'PH:PHL PK:PAK PL:POL PM:SPM PN:PCN PR:PRI PS:PSE PT:PRT PW:PLW PY:PRY QA:QAT RE:REU RO:ROU RS:SRB RU:RUS RW:RWA ' +
  'SA:SAU SB:SLB SC:SYC SD:SDN SE:SWE SG:SGP SH:SHN SI:SVN SJ:SJM SK:SVK SL:SLE SM:SMR SN:SEN SO:SOM SR:SUR SS:SSD ' +
  'ST:STP SV:SLV SX:SXM SY:SYR SZ:SWZ TC:TCA TD:TCD TF:ATF TG:TGO TH:THA TJ:TJK TK:TKL TL:TLS TM:TKM TN:TUN TO:TON ' +
  'TR:TUR TT:TTO TV:TUV TW:TWN TZ:TZA UA:UKR UG:UGA UM:UMI US:USA UY:URY UZ:UZB VA:VAT VC:VCT VE:VEN VG:VGB VI:VIR ' +
  'VN:VNM VU:VUT WF:WLF WS:WSM XK:XKX YE:YEM YT:MYT ZA:ZAF ZM:ZMB ZW:ZWE';

/** Every country: its code in two letters and in three, capitals. */
export const countryCodes: readonly (readonly [code: string, long: string])[] = codes
  .split(' ')
  .map((pair) => {
    const [code = '', long = ''] = pair.split(':');
    return [code, long] as const;
  });

/** What ISO 3166 and people write, and no list of names in our languages has. */
export const alsoCalled: Readonly<Record<string, string>> = {
  AE: 'UAE|Emirates|The Emirates|Emirate|VAE|Förenade Arabemiraten|ОАЭ|Эмираты|Emirati|EAU|阿联酋|الإمارات',
  AG: 'Antigua',
  AL: 'Shqipëria',
  AT: 'Autriche',
  AX: 'Aland',
  BA: 'Bosnia|Bosnia-Herzegovina|Bosnien|BiH|Босния|波黑',
  BE: 'België|Belgique',
  BG: 'България',
  BL: 'St Barths',
  BN: 'Brunei Darussalam',
  BO: 'Bolivia, Plurinational State of',
  BQ: 'Bonaire, Sint Eustatius and Saba|Bonaire',
  BR: 'Brasil',
  BY: 'Weißrussland|Belorussia|Vitryssland|Белоруссия|Bielorussia',
  CC: 'Cocos Islands|Keeling Islands',
  CD: 'Democratic Republic of the Congo|Congo, The Democratic Republic of the|Congo, Democratic Republic of the|Congo, Dem. Rep.|DR Congo|DRC|Congo-Kinshasa|ДР Конго|Zaire',
  CG: 'Republic of the Congo|Congo, Republic of the|Congo, Rep.|Congo|Congo-Brazzaville',
  CH: 'Swiss Confederation|Schweizerische Eidgenossenschaft|Suisse|Svizra',
  CI: 'Ivory Coast',
  CM: 'Cameroun',
  CN: "PRC|People's Republic of China|China, People's Republic of|Mainland China|China Mainland|China (Mainland)|Volksrepublik China|VR China|КНР|中华人民共和国|中国大陆|中国内地|Kina|PR China|P. R. China",
  CV: 'Cape Verde|Cabo Verde',
  CZ: 'Czech Republic|Tschechische Republik|Tschechei|Чешская Республика|Repubblica Ceca|捷克共和国|Česko|Česká republika',
  DE: 'Federal Republic of Germany|Bundesrepublik Deutschland|BRD|Allemagne|ФРГ|Repubblica Federale di Germania|Alemania',
  DZ: 'Algérie',
  EE: 'Eesti',
  EG: 'مصر',
  EH: 'Western Sahara',
  ES: 'España|Kingdom of Spain',
  FI: 'Suomi',
  FK: 'Falkland Islands (Malvinas)|Malvinas|Falklands',
  FM: 'Micronesia, Federated States of|Federated States of Micronesia',
  FR: 'French Republic',
  GB: 'UK|United Kingdom of Great Britain and Northern Ireland|United Kingdom (UK)|Great Britain|Britain|England|Scotland|Wales|Northern Ireland|Vereinigtes Königreich Großbritannien und Nordirland|Großbritannien|Schottland|Nordirland|Storbritannien och Nordirland|England (UK)|Skottland|Nordirland|Соединенное Королевство|Соединённое Королевство|Англия|Британия|Шотландия|Gran Bretagna|Inghilterra|Scozia|Galles|大不列颠|英格兰|苏格兰|Royaume-Uni|Reino Unido',
  GR: 'EL|Hellas|Hellenic Republic|Ελλάδα|Ellada',
  GS: 'South Georgia and the South Sandwich Islands',
  HK: 'Hong Kong|Hongkong|Hong Kong SAR|Hong Kong S.A.R.|HKSAR|Hong Kong (China)|Гонконг|香港|中国香港',
  HM: 'Heard Island and McDonald Islands',
  HR: 'Hrvatska',
  HU: 'Magyarország',
  IE: 'Republic of Ireland|Eire|Éire|Southern Ireland|Republik Irland|Republiken Irland|Республика Ирландия|Repubblica d’Irlanda|Ireland (Republic)|Ireland, Republic of',
  IL: 'ישראל',
  IN: 'Bharat|भारत',
  IR: 'Iran, Islamic Republic of|Islamic Republic of Iran|Persia',
  IT: 'Italian Republic|Repubblica Italiana',
  KG: 'Kyrgyz Republic|Киргизия',
  KN: 'St Christopher and Nevis',
  KP: "Korea, Democratic People's Republic of|Democratic People's Republic of Korea|DPRK|North Korea|Korea, North|КНДР",
  KR: 'Korea|Republic of Korea|Korea, Republic of|South Korea|Korea, South|Korea (South)|ROK|Südkorea|Republik Korea|Sydkorea|Южная Корея|Корея|Corea|Corea del Sud|大韩民国|南韩|대한민국|한국',
  LA: "Lao People's Democratic Republic|Lao PDR|Lao",
  LT: 'Lietuva',
  LV: 'Latvija',
  MA: 'Maroc',
  MD: 'Republic of Moldova|Moldova, Republic of|Moldawien|Moldavia|Moldavien|Молдавия',
  ME: 'Crna Gora',
  MF: 'Saint Martin (French part)|Saint Martin, French part',
  MK: 'Macedonia|Macedonia, the former Yugoslav Republic of|FYROM|The former Yugoslav Republic of Macedonia|Mazedonien|Makedonien|Македония|Македонија',
  MM: 'Burma|Myanmar|Birma|Birmania|Бирма|Мьянма',
  MO: 'Macau|Macao|Macau SAR|Macao SAR|Macao S.A.R.|Macau (China)|Макао|澳门|中国澳门',
  NL: 'Holland|The Netherlands|Netherlands, The|Netherlands, Kingdom of the|Kingdom of the Netherlands|Nederland|Holland (Netherlands)|Die Niederlande|Nederländerna|Paesi Bassi|Olanda|Голландия|荷兰王国|Pays-Bas',
  PL: 'Polska',
  PN: 'Pitcairn',
  PS: 'State of Palestine|Palestine, State of|Palestine|Palestinian Territory|Occupied Palestinian Territory|Palästina|Палестина|Palestina',
  RS: 'Srbija|Србија',
  RU: 'Russian Federation|RF|Russische Föderation|Ryska federationen|Российская Федерация|РФ|Federazione Russa|俄罗斯联邦|俄国|Russian Fed.',
  SA: 'KSA|Kingdom of Saudi Arabia|Saudi-Arabien|Saudi|السعودية',
  SH: 'Saint Helena, Ascension and Tristan da Cunha',
  SI: 'Slovenija',
  SJ: 'Svalbard and Jan Mayen',
  SK: 'Slovak Republic|Slowakische Republik|Словацкая Республика|Repubblica Slovacca|Slovensko',
  ST: 'São Tomé and Príncipe',
  SX: 'Sint Maarten (Dutch part)|Sint Maarten, Dutch part',
  SY: 'Syrian Arab Republic',
  SZ: 'Swaziland|Kingdom of Eswatini|Swasiland',
  TF: 'French Southern Lands|French Southern and Antarctic Lands',
  TH: 'ประเทศไทย',
  TL: 'East Timor|Timor Leste|Osttimor|Восточный Тимор|Timor Est',
  TN: 'Tunisie',
  TR: 'Turkey|Turkiye|Republic of Turkey|Republic of Türkiye|Türkei|Turkiet|Турция|Turchia',
  TT: 'Trinidad & Tobago|Trinidad',
  TW: 'Taiwan, Province of China|Taiwan, R.O.C.|Taiwan (ROC)|Republic of China|ROC|Chinese Taipei|中国台湾|台灣|中华民国',
  TZ: 'Tanzania, United Republic of|United Republic of Tanzania',
  UA: 'The Ukraine|Die Ukraine|Україна',
  UM: 'United States Minor Outlying Islands',
  US: 'USA|U.S.|U.S. of A.|United States of America|The States|America|Estados Unidos|Vereinigte Staaten von Amerika|Amerika|Förenta Staterna|Amerikas förenta stater|США|Соединённые Штаты Америки|Соединенные Штаты|Америка|Stati Uniti d’America|美利坚合众国|美国|U S A|États-Unis|Estados Unidos',
  VA: 'Holy See|Vatican|Vatikan|Città del Vaticano|Ватикан|Santa Sede|Heiliger Stuhl|Holy See (Vatican City State)|Vatican City State',
  VC: 'Saint Vincent and the Grenadines',
  VE: 'Venezuela, Bolivarian Republic of|Bolivarian Republic of Venezuela',
  VG: 'British Virgin Islands|Virgin Islands (British)|BVI',
  VI: 'US Virgin Islands|Virgin Islands (U.S.)|United States Virgin Islands|USVI',
  VN: 'Viet Nam|Socialist Republic of Vietnam',
  WF: 'Wallis and Futuna Islands',
  ZA: 'RSA|Republic of South Africa|ЮАР',
};
