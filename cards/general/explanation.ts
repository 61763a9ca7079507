import { type Language, say, type TextKey } from '#cards/say.ts';

const texts = {
  duns: 'explain.duns',
  consent: 'explain.consent',
  cosell: 'explain.cosell',
  solution: 'explain.solution',
  location: 'explain.location',
  closeDate: 'explain.closeDate',
  value: 'explain.value',
  marketplace: 'explain.marketplace',
  expiry: 'explain.expiry',
  registration: 'explain.registration',
  stages: 'explain.stages',
} satisfies Record<string, TextKey>;

/** What can be asked about the words of this trade. */
export type ExplainedTerm = keyof typeof texts;

export const explainedTerms = Object.keys(texts) as readonly ExplainedTerm[];

/** What a word of this trade means, in two sentences. */
export function explanation(term: ExplainedTerm, language: Language): string {
  return say(language, texts[term]);
}
