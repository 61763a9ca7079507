import type { Language } from '#cards/say.ts';

/** Words that only one of our languages has, and that stand in lines about deals. */
const telling: readonly (readonly [language: Language, words: RegExp])[] = [
  ['zh-Hans', /\p{Script=Han}/u],
  ['ru', /(?<!\p{L})(?:до|к|через|конца|концу|тыс|млн|руб|не позднее|на сумму|квартал)(?!\p{L})/iu],
  [
    'de',
    /(?<!\p{L})(?:bis|spätestens|ende (?:des|januar|februar|märz|april|mai|juni|juli|august|\p{L}+ber)|wochen|ohne|hilfe|standort|monaten|jahresende|quartalsende|für|über|tausend|mio|märz|dezember|oktober)(?!\p{L})/iu,
  ],
  [
    'sv',
    /(?<!\p{L})(?:senast|slutet av|veckor|utan|hjälp|kvartal|månader|före|tkr|mkr|kronor|tusen|årets slut|januari|februari|augusti)(?!\p{L})/iu,
  ],
  [
    'it',
    /(?<!\p{L})(?:entro|fine (?:mese|anno|d[ie]|\p{L}+[oe])|settimane|mesi|mila|mln|senza|aiuto|trimestre|valore|gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre)(?!\p{L})/iu,
  ],
];

/** The language a line is written in, where its words leave no doubt: a client may say another one than people type. */
export function languageIn(line: string): Language | undefined {
  const [only, ...more] = telling.filter(([, words]) => words.test(line));
  return more.length === 0 ? only?.[0] : undefined;
}
