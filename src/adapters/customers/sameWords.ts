import { foldText, isUnspaced, wordsOf } from '#domain/values/searchTerms.ts';
import { simplified } from './chinese.ts';

/** Words of names that people write in full or short, the shortest first. Folded as `wordsOf` does. */
const sameWords: readonly string[] = [
  'corp corporation',
  'inc incorporated incorporation',
  'ltd limited ltda limitada limitee',
  'co company compagnie',
  'plc pubco',
  'pty proprietary',
  'ab aktiebolag aktiebolaget',
  'oy osakeyhtio',
  'as aktieselskab aksjeselskap',
  'ag aktiengesellschaft',
  'kg kommanditgesellschaft',
  'ohg',
  'intl international internationale internacional internazionale',
  'natl national',
  'bros brothers gebruder gebr',
  'mfg manufacturing',
  'st saint sankt sainte',
  'assoc associates associated association',
  'svcs services service',
  'grp group',
  'hldgs holdings',
  'univ university universitat universita universitet',
  'engg engineering eng',
  'mgmt management',
  'dept department',
  'govt government',
  'ctr center centre',
  'tech technologies technology technologie technologien tecnologie teknologi',
  'sys systems system systeme sistemi',
  'sols solutions solution losungen soluzioni',
  'ind industries industry industrie',
  'ents enterprises enterprise',
  'dist distribution distributors',
  'inst institute institut istituto institutet',
  'labs lab laboratories laboratory laboratorien',
  'pharma pharmaceuticals pharmaceutical',
  'hosp hospital hospitals',
  'comms communications communication',
  'ug unternehmergesellschaft',
  'eg genossenschaft',
  'hb handelsbolag handelsbolaget',
  'kb kommanditbolag kommanditbolaget',
  'ооо',
  'ао',
  'пао',
  'ип',
];

/** Legal forms of several words, by what they are once case, accents and dots are away. */
const phrases: readonly (readonly [RegExp, string])[] = [
  [/\bges(?:ellschaft)? ?m(?:it)? ?b(?:eschr(?:a|ae)nkter)? ?h(?:aftung)?\b/g, 'gmbh'],
  [/\bsp ?z ?o ?o\b|\bspolka z ograniczona odpowiedzialnoscia\b/g, 'spzoo'],
  [/\bspolka akcyjna\b/g, 'sa'],
  [/\blimited liability company\b/g, 'llc'],
  [/\blimited liability partnership\b/g, 'llp'],
  [/\bpublic limited company\b/g, 'plc'],
  [/\bsocieta per azioni\b/g, 'spa'],
  [/\bsocieta a responsabilita limitata\b|\bsociete a responsabilite limitee\b/g, 'srl'],
  [/\bsarl\b|\bs r l\b/g, 'srl'],
  [/\bs p a\b/g, 'spa'],
  [/\bint l\b/g, 'intl'],
  [/\beingetragene genossenschaft\b/g, 'eg'],
  [/\beingetragener verein\b|\be v\b/g, 'ev'],
  [/\beingetragene[rn]? kauf(?:mann|frau)\b|\be k\b/g, 'ek'],
  [/\b(?:ug|unternehmergesellschaft) haftungsbeschrankt\b/g, 'ug'],
  [/\bsocietas europaea\b/g, 'se'],
  [/\bsocieta in nome collettivo\b|\bs n c\b/g, 'snc'],
  [/\bsocieta in accomandita semplice\b|\bs a s\b/g, 'sas'],
  [/\bsociete anonyme\b|\bsociedad anonima\b|\bsociedade anonima\b/g, 'sa'],
  [/\bbesloten vennootschap\b/g, 'bv'],
  [/\bnaamloze vennootschap\b/g, 'nv'],
  [/\bs ?r ?o\b|\bspolecnost s rucenim omezenym\b/g, 'sro'],
  [/(?<!\p{L})общество с ограниченной ответственностью(?!\p{L})/gu, 'ооо'],
  [/(?<!\p{L})индивидуальный предприниматель(?!\p{L})/gu, 'ип'],
  [/(?<!\p{L})публичное акционерное общество(?!\p{L})/gu, 'пао'],
  [/(?<!\p{L})(?:закрытое |открытое )?акционерное общество(?!\p{L})/gu, 'ао'],
];

/** Legal forms that are written without a gap; each is a word of its own. */
const glued: readonly (readonly [RegExp, string])[] = [
  [/株式会社|株式會社|[(（]株[)）]/g, '㋿kk'],
  [/有限会社|[(（]有[)）]/g, '㋿yk'],
  [/合同会社|[(（]同[)）]/g, '㋿gk'],
  [/주식회사|[(（]주[)）]/g, '㋿jk'],
  [/股份有限公司/g, '㋿gf'],
  [/有限责任公司|有限公司/g, '㋿yx'],
];
const marker = /㋿/g;
const forms = new Set(
  'corp inc ltd co plc pty ab oy as ag kg ohg gmbh spzoo sa llc llp spa srl bv nv sro ug eg ev ek se snc sas hb kb ооо ао пао ип xkk xyk xgk xjk xgf xyx'.split(
    ' ',
  ),
);
const and = new Set('and und och e и et y en i'.split(' '));

const shortest = new Map(
  sameWords.flatMap((line) => {
    const [first = '', ...others] = line.split(' ');
    return [first, ...others].map((word) => [wordsOf(word)[0] ?? word, wordsOf(first)[0] ?? first] as const);
  }),
);
const spellings = Map.groupBy(shortest.keys(), (word) => shortest.get(word) ?? word);

/**
 * The words of a name or of what is typed, so that those who mean the same are the same: legal forms and abbreviations
 * short, signs for *and* and the word away, Chinese simplified, forms that are glued to a name apart from it.
 */
export function sameName(text: string): string[] {
  let plain = foldText(simplified(foldText(text)));
  for (const [form, short] of glued) plain = plain.replace(form, ` ${short} `);
  plain = plain
    .replace(marker, 'x')
    .replace(/(?<!\p{L})(\p{L})[./](?=\p{L}(?!\p{L}))/gu, '$1')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  for (const [form, short] of phrases) plain = plain.replace(form, short);
  const words = wordsOf(plain).map((word) => shortest.get(word) ?? word);
  const telling = words.filter((word) => !and.has(word));
  return telling.length > 0 ? telling : words;
}

/** Whether a word of `sameName` is a legal form: so many have it that it is looked up only where nothing else is. */
export function isForm(word: string): boolean {
  return forms.has(word);
}

/** All the words that `sameName` makes this one of. */
export function spellingsOf(word: string): readonly string[] {
  return isUnspaced(word) ? [word] : (spellings.get(word) ?? [word]);
}
