import { harmlessBeforeDate, harmlessBehindDate } from '#dialogs/reading/date/besideDates.ts';
import { leadsToDate } from '#dialogs/reading/date/dateCues.ts';
import { settledDates } from '#dialogs/reading/date/dateQuestions.ts';
import { type DateContext, type FoundDate, findDates } from '#dialogs/reading/date/findDates.ts';
import { judgeDate } from '#dialogs/reading/date/readDate.ts';
import { type FoundMoney, findMoney } from '#dialogs/reading/findMoney.ts';
import type { MoneyContext } from '#dialogs/reading/moneyContext.ts';
import { isRepeated, questionBefore, questionBehind } from '#dialogs/reading/moneyQuestions.ts';
import { harmlessBefore, harmlessBehind } from '#dialogs/reading/moneyWords.ts';
import { type MoneyReading, readMoneyExactly } from '#dialogs/reading/readMoney.ts';
import type { LocalDate } from '#domain/values/instant.ts';
import { type LineText, TAKEN } from './lineText.ts';

/**
 * Takes the amount that weighs most; another one that names a currency too is left to the person. `contexts`: whose
 * habits count, the first ones first.
 */
export function takeMoney(
  line: LineText,
  contexts: readonly MoneyContext[],
  counts: (one: FoundMoney) => boolean,
): MoneyReading | undefined {
  for (const context of contexts) {
    const all = findMoney(line.text, context).filter((one) => counts(one) && one.weight > 0);
    const best = first(all, ({ weight }) => weight);
    if (!best) continue;
    const money = takeAmount(line, best, contexts);
    const opening = ({ start }: FoundMoney) => line.text.slice(0, start).trim() === '';
    for (const one of all.filter((other) => other !== best && (other.named || other.weight > 1))) {
      // 360 T Systems: at the beginning stands the name.
      if (!one.named && (!one.marked || opening(one))) continue;
      line.take('value', one.start - harmlessBefore(line.text.slice(0, one.start)), one.end, {
        code: 'second',
      });
    }
    return money;
  }
  return undefined;
}

/** Takes an amount with the words beside it: what makes a question of it is a part of it, what changes nothing is not. */
function takeAmount(line: LineText, found: FoundMoney, contexts: readonly MoneyContext[]): MoneyReading {
  const [ahead, behind] = [line.text.slice(0, found.start), line.text.slice(found.end)];
  const [harmlessAhead, harmlessAfter] = [harmlessBefore(ahead), harmlessBehind(behind)];
  const before = questionBefore(ahead) || questionBefore(ahead.slice(0, ahead.length - harmlessAhead));
  const after =
    questionBehind(behind) ||
    unknownUnit(found, behind) ||
    questionBehind(behind.slice(harmlessAfter)) ||
    (isRepeated(behind, harmlessAfter) ? harmlessAfter : 0);
  if (before > 0 || after > 0) {
    const reading: MoneyReading = { ok: false, problem: { code: 'value-unreadable' } };
    const [first, last] = [found.start - before, found.end + after];
    line.take('value', first, last, reading.problem);
    return reading;
  }
  const money = settledMoney(found.text, contexts);
  line.take('value', found.start - harmlessAhead, found.end, money.ok ? undefined : money.problem);
  line.take('filler', found.end, found.end + harmlessAfter);
  return money;
}

/** USD 5 zillion: a word that is not known, behind a figure too small to be all of it. */
function unknownUnit({ text }: FoundMoney, behind: string): number {
  const small = /^[^\d]+\d{1,3}(?:[.,]\d{1,2})?$/.test(text);
  const unit = / ?(\p{L}+)\.?/uy.exec(behind);
  if (!small || !unit?.[1] || harmlessBehind(behind) > 0 || leadsToDate(unit[1])) return 0;
  return /^\p{Ll}/u.test(unit[1]) || unit[1].length <= 3 ? unit[0].length : 0;
}

/** What is not settled by the habits of one may be by those of the other. */
function settledMoney(text: string, [context, ...others]: readonly MoneyContext[]): MoneyReading {
  const read = readMoneyExactly(text, context ?? { language: 'en' });
  const open = !read.ok || (read.currency === undefined && read.currencies.length > 1);
  if (!open || others.length === 0) return read;
  const again = settledMoney(text, others);
  return again.ok ? again : read;
}

/** Takes the date that is said to be one, else the first that can be nothing else. */
export function takeDate(line: LineText, contexts: readonly DateContext[]): LocalDate | undefined {
  for (const context of contexts) {
    const found = findDates(line.text, context);
    const all = settledDates(line.text, found).filter(
      (one) => one.cued || (one.sure ? !opens(line, one) : apart(line, one)),
    );
    const best = first(all, ({ cued, date }) => (cued ? 2 : 0) + (date ? 1 : 0));
    if (!best) continue;
    for (const one of all.filter((other) => other !== best)) {
      // Beside a date that is said to be one, another may be a part of the name: 3 Mars Malmö.
      if (one.cued || one.sure || (one.date && !best.cued))
        line.take('closeDate', one.start, one.end, { code: 'second' });
    }
    const judged = judgeDate(best.date, context.today);
    const problem = judged.ok ? undefined : { code: judged.code, values: judged.values };
    takeDateWords(line, best, found);
    line.take('closeDate', best.start, best.end, problem);
    return judged.ok ? judged.date : undefined;
  }
  for (const { start, text } of line.fragments()) {
    const said = wouldBeDate.exec(text)?.[0];
    // Behind something else that was taken; in a name it stays: Courtyard by Marriott.
    if (!said || start === 0 || !line.text.slice(0, start).trimEnd().endsWith(TAKEN)) continue;
    line.take('closeDate', start, start + said.length, { code: 'close-date-unreadable' });
    break;
  }
  return undefined;
}

/** Takes the words beside a date that say nothing of their own, and weeks that say the same. */
function takeDateWords(line: LineText, { start, end }: FoundDate, found: readonly FoundDate[]): void {
  for (const week of found.filter((one) => one.aside && (one.end <= start || one.start >= end))) {
    const between = line.text.slice(Math.min(end, week.end), Math.max(start, week.start));
    if (/^[ (,)]*$/.test(between)) line.take('filler', week.start, week.end);
  }
  const [ahead, behind] = [line.text.slice(0, start), line.text.slice(end)];
  line.take('filler', start - harmlessBeforeDate(ahead), start);
  line.take('filler', end, end + harmlessBehindDate(behind));
}

/** `by Christmas`: meant as a date, and not one that we know. */
const wouldBeDate =
  /^(?:by|until|till|before|no later than|bis|spätestens|vor|senast|till|innan|före|до|к|не позднее|entro|prima di|截至|截止)[ :](?:[^\s,;\0]+ ?){1,4}(?=$|[,;])/iu;

/** Whether it stands alone behind something that was taken: `50.000 €, 31.12.` */
function apart(line: LineText, date: FoundDate): boolean {
  const before = line.text.slice(0, date.start).trimEnd();
  const after = line.text.slice(date.end).trimStart();
  return before.includes(TAKEN) && /[\0,;]$/.test(before) && (after === '' || /^[\0,;.!]/.test(after));
}

/** Whether a date without a cue opens the line: there the customer stands, and may be called 1 May Systems. */
function opens(line: LineText, date: FoundDate): boolean {
  const after = line.text.slice(date.end).trimStart();
  return line.text.slice(0, date.start).trim() === '' && /^\p{L}/u.test(after);
}

/** The first of those that weigh most. */
function first<One>(all: readonly One[], weightOf: (one: One) => number): One | undefined {
  return all.reduce<One | undefined>(
    (top, one) => (top && weightOf(top) >= weightOf(one) ? top : one),
    undefined,
  );
}
