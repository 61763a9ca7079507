/** What people call the stages (CR-40) besides their names: forms of the verb, what is done in them. */
const words: readonly (readonly [percent: 20 | 40 | 60 | 80 | 100, words: string])[] = [
  [
    20,
    'qualif(?:y|ied|ying|ication)|qualifiziert?(?:en)?|qualifizierung|kvalificera(?:d|t|de|s)?|kvalificering(?:en)?|已?鉴定|已?(?:资格)?确认|合格|квалифи\\p{L}+|qualificat[aoei]|qualifica(?:zione)?',
  ],
  [
    40,
    'develop(?:ed|ing|ment)?|entwickelt|entwicklung|ausgearbeitet|ausarbeitung|utveckla(?:d|t|de|s)?|utveckling(?:en)?|已?开发|开发中|прораб[ао]т\\p{L}+|разраб[ао]т\\p{L}+|sviluppat[aoei]|sviluppo',
  ],
  [
    60,
    'propos(?:ed|al|ing|e)|quoted|angebot(?:en|s)?|vorgeschlagen|vorschlag|offererad?t?|offert(?:en)?|föreslag(?:en|et|na)|förslag|已?提案|提议|已?报价|предлож\\p{L}+|propost[aoei]|offert[ae]',
  ],
  [
    80,
    'negotiat(?:ed|ion|ions|ing|e)|verhandelt|verhandlung(?:en)?|verhandeln|förhandla(?:d|t|de|s)?|förhandling(?:en|ar)?|已?谈判|谈判中|已?协商|согласован\\p{L}*|переговор\\p{L}*|negoziat[aoei]|negoziazione|(?:in )?trattativa|negoziat[oi]',
  ],
  [100, 'won|gewonnen|vunn(?:en|et|na)|已?赢单?|已?成交|выигран\\p{L}*|vint[aoei]'],
];

const ahead =
  "(?:(?:to|at|is|the|in|into|as|auf|im|zu|zur|die|der|den|als|till|på|som|i|на|в|во|к|a|al|alla|all'|su|come|nella|fase|stage|phase|status|fas|стади\\p{L}+|этап\\p{L}*|fas|fase di|stato) ?)*";
const behind = '(?: ?(?:stage|phase|status|fas(?:en)?|阶段|状态|стади\\p{L}+|этап\\p{L}*|fase|stato))?';
const patterns = words.map(([percent, spelled]) => ({
  percent,
  pattern: new RegExp(`^${ahead}(?:${spelled})${behind}$`, 'iu'),
}));

/** The stage that words stand for and nothing else; undefined for everything else, figures included. */
export function readStageWords(text: string): 20 | 40 | 60 | 80 | 100 | undefined {
  const typed = text.slice(0, 60).normalize('NFKC').trim();
  return patterns.find(({ pattern }) => pattern.test(typed))?.percent;
}
