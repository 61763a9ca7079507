import { type ExplainedTerm, explainedTerms } from '#cards/general/explanation.ts';
import { LONGEST, type Sentence, sentenceOf } from '#dialogs/reading/said/sentence.ts';
import { line, sourceOf } from '#dialogs/reading/said/template.ts';
import { questionWords, smallWords, termWords } from './termWords.ts';

/** Longer ones are about something else as well. */
const MOST_WORDS = 30;

interface Patterns {
  question: RegExp;
  small: RegExp;
  terms: readonly (readonly [term: ExplainedTerm, pattern: RegExp])[];
}
let made: Patterns | undefined;

function patterns(): Patterns {
  const any = (words: string, flags: string) => new RegExp(`(?:${sourceOf(`(${words})`)})(?= |$)`, flags);
  made ??= {
    question: any(questionWords, 'u'),
    small: any(smallWords, 'gu'),
    terms: explainedTerms.map((term) => [term, any(termWords[term], 'u')] as const),
  };
  return made;
}

/** The same of a text that was typed. */
export function readTerm(text: string): ExplainedTerm | undefined {
  return text.length > LONGEST ? undefined : readExplained(sentenceOf(text));
}

/** What of the words of this trade is asked about, where the sentence asks for nothing else: what is a D-U-N-S number? */
export function readExplained(sentence: Sentence): ExplainedTerm | undefined {
  if (sentence.words.length > MOST_WORDS) return undefined;
  const { question, small, terms } = patterns();
  const typed = line({ words: sentence.words.filter(({ plain }) => !/^[,;:!?.-]$/.test(plain)) });
  if (!question.test(typed)) return undefined;
  const asked = typed.replace(question, '');
  const found = terms.find(
    ([, pattern]) => pattern.test(asked) && isSmall(asked.replace(pattern, ''), small, question),
  );
  return found?.[0];
}

function isSmall(rest: string, small: RegExp, question: RegExp): boolean {
  return rest.replace(question, '').replace(small, '').trim() === '';
}
