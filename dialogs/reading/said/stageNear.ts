import { distance } from 'fastest-levenshtein';

/** The names in full, which a typo of one letter still means. */
const names: readonly (readonly [percent: 20 | 40 | 60 | 80, names: string])[] = [
  [
    20,
    'qualified qualification qualifiziert kvalificerad kvalificering квалифицирована qualificata qualificato',
  ],
  [
    40,
    'developed development ausgearbeitet entwickelt utvecklad utvecklat проработана разработана sviluppata sviluppato',
  ],
  [
    60,
    'proposed proposal angeboten vorgeschlagen offererad offererat föreslagen предложена предложение proposta',
  ],
  [
    80,
    'negotiated negotiation negotiating verhandelt verhandlung förhandlad förhandlat förhandling согласована согласование переговоры переговоров negoziata negoziato negoziazione',
  ],
];
const SHORTEST = 7;
const percent =
  /^(?:(?:на|до|в|к|to|at|auf|bei|till|på|al|a) )?(20|40|60|80) ?(?:%|percent|prozent|procent|процент\p{L}*|per cento)$/iu;

/** The stage that a percentage in figures and words stands for: at 80 percent. */
export function stageInPercent(text: string): 20 | 40 | 60 | 80 | undefined {
  const found = Number(percent.exec(text.trim())?.[1]);
  return found === 20 || found === 40 || found === 60 || found === 80 ? found : undefined;
}

/** The stage whose name is one letter away from a word; undefined where it is none or not only one. */
export function stageNear(text: string): 20 | 40 | 60 | 80 | undefined {
  const typed = text.trim().toLowerCase();
  if (typed.length < SHORTEST || typed.length > 30) return undefined;
  const near = names.filter(([, spelled]) => spelled.split(' ').some((name) => distance(typed, name) === 1));
  return near.length === 1 ? near[0]?.[0] : undefined;
}
