import { findDates } from '#dialogs/reading/date/findDates.ts';
import { findMoney } from '#dialogs/reading/findMoney.ts';
import { fold } from '#dialogs/reading/fold.ts';
import type { SaidContext } from './said.ts';
import { type Sentence, typedBetween } from './sentence.ts';
import { mayBeDate } from './worth.ts';

/** What leads to an amount or a day, and is no part of the name before it. */
const leading = /^(?:,|:|with|for|at|over|about|mit|fur|uber|med|for|pa|om|с|на|со|con|per|da|di|以|价值)$/u;

type Range = { from: number; to: number };

/** A name, and what of amounts and days stands behind it, as it was typed. */
export function cutFigures(
  sentence: Sentence,
  range: Range | undefined,
  context: SaidContext,
): { name: Range | undefined; rest: string } {
  if (!range) return { name: undefined, rest: '' };
  const typed = fold(typedBetween(sentence, range.from, range.to));
  const base = sentence.words[range.from]?.start ?? 0;
  const found = [
    ...findMoney(typed, context).filter(({ marked }) => marked),
    ...(mayBeDate(typed) ? findDates(typed, context) : []).filter(({ sure, cued }) => sure || cued),
  ].map(({ start }) => start);
  if (found.length === 0) return { name: range, rest: '' };
  const cut = base + Math.min(...found);
  const first = sentence.words.findIndex(({ end }, index) => index >= range.from && end > cut);
  let to = first < 0 ? range.to : Math.min(first, range.to);
  while (to > range.from && leading.test(sentence.words[to - 1]?.plain ?? '')) to -= 1;
  return {
    name: to > range.from ? { from: range.from, to } : undefined,
    rest: typedBetween(sentence, to, range.to),
  };
}
