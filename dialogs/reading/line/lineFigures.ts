import { type DateContext, type FoundDate, findDates } from '#dialogs/reading/date/findDates.ts';
import { judgeDate } from '#dialogs/reading/date/readDate.ts';
import { type FoundMoney, findMoney } from '#dialogs/reading/findMoney.ts';
import type { MoneyContext } from '#dialogs/reading/moneyContext.ts';
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
    const money = settledMoney(best.text, contexts);
    line.take('value', cuedStart(line, best), best.end, money.ok ? undefined : money.problem);
    const opening = ({ start }: FoundMoney) => line.text.slice(0, start).trim() === '';
    for (const one of all.filter((other) => other !== best && (other.named || other.weight > 1))) {
      // 360 T Systems: at the beginning stands the name.
      if (!one.named && (!one.marked || opening(one))) continue;
      line.take('value', cuedStart(line, one), one.end, { code: 'second' });
    }
    return money;
  }
  return undefined;
}

/** What is not settled by the habits of one may be by those of the other. */
function settledMoney(text: string, [context, ...others]: readonly MoneyContext[]): MoneyReading {
  const read = readMoneyExactly(text, context ?? { language: 'en' });
  const open = !read.ok || (read.currency === undefined && read.currencies.length > 1);
  if (!open || others.length === 0) return read;
  const again = settledMoney(text, others);
  return again.ok ? again : read;
}

const moneyCue =
  /(?:^|(?<=[\s,;\0]))(?:(?:worth|valued at|value|about|around|approx\.?|ca\.?|circa|for|of|at|[Ii]m [Ww]ert von|[Ww]ert|[Vv]olumen|[Vv]alue|über|für|etwa|rund|värt|värd|värde|på|cirka|ungefär|на сумму|стоимостью|сумма|около|примерно|на|del valore di|valore|per|da|di)[: ]+|~ ?)+$|(?:大约|约|价值|金额|总额|总价|共计)+[:：]? ?$/u;

function cuedStart(line: LineText, { start }: FoundMoney): number {
  return start - (moneyCue.exec(line.text.slice(0, start))?.[0].length ?? 0);
}

/** Takes the date that is said to be one, else the first that can be nothing else. */
export function takeDate(line: LineText, contexts: readonly DateContext[]): LocalDate | undefined {
  for (const context of contexts) {
    const all = findDates(line.text, context).filter(
      (one) => one.cued || (one.sure ? !opens(line, one) : apart(line, one)),
    );
    const best = first(all, ({ cued, date }) => (cued ? 2 : 0) + (date ? 1 : 0));
    if (!best) continue;
    for (const one of all.filter((other) => other !== best)) {
      // Beside a date that is said to be one, another may be a part of the name: 3 Mars Malmö.
      if (one.cued || (one.date && !best.cued))
        line.take('closeDate', one.start, one.end, { code: 'second' });
    }
    const judged = judgeDate(best.date, context.today);
    const problem = judged.ok ? undefined : { code: judged.code, values: judged.values };
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
