import type { Language } from '../../cards/say.ts';
import type { LocalDate } from '../../src/domain/instant.ts';
import type { HelpKind, NO_HELP } from '../../src/domain/referral.ts';
import { type FoundDate, findDates } from './findDates.ts';
import { type FoundMoney, findMoney } from './findMoney.ts';
import { fold } from './fold.ts';
import { takeLocation, takeSolutions } from './lineNames.ts';
import { takeDuns, takeEmails, takeHelp, takeName } from './lineParts.ts';
import { type LinePiece, LineText } from './lineText.ts';
import { judgeDate } from './readDate.ts';
import { type MoneyRead, readMoneyExactly } from './readMoney.ts';

export interface DealLineContext {
  language: Language;
  /** Full tag, such as `en-GB`. */
  locale?: string | undefined;
  /** Of the reader. */
  today: LocalDate;
  /** ISO 4217: what this person usually deals in. */
  currency?: string | undefined;
  /** Those that this person may choose. */
  locations?: readonly { mpnId: string; name: string }[];
  solutions?: readonly { id: string; name: string }[];
}

/** What a line such as `Contoso Seattle 50k USD by 31 March` says of a deal. */
export interface DealLine {
  /** Every part of the line, from left to right, with what it was taken for; none of it is lost. */
  pieces: readonly LinePiece[];
  /** The customer with the place: what is left when everything else is taken. */
  customerText: string;
  value?: Omit<MoneyRead, 'ok'>;
  closeDate?: LocalDate;
  /** MPN id. */
  location?: string;
  /** Ids, in the order in which they stand. */
  solutions: readonly string[];
  assistance?: HelpKind | typeof NO_HELP;
  /** Colleagues, lower case. */
  emails: readonly string[];
  /** The deal's name, which stood in quotes. */
  name?: string;
  duns?: string;
}

/** What is longer is no line; the rest is kept unread. */
const LONGEST = 500;

/**
 * Reads a deal from one line, in the reader's language or English, without the words of the command. Takes what can be
 * nothing else and leaves the rest to be asked: a name that looks like an amount or a date stays a name.
 */
export function readDealLine(text: string, context: DealLineContext): DealLine {
  const composed = text.normalize('NFC');
  const cut = cutAt(composed);
  const original = composed.slice(0, cut);
  const line = new LineText(original, fold(original).replace(/[\n\0]/g, ' '));
  const read: Omit<DealLine, 'pieces' | 'customerText'> = { solutions: [], emails: [] };
  const name = takeName(line);
  if (name !== undefined) read.name = name;
  read.emails = takeEmails(line);
  const duns = takeDuns(line);
  if (duns !== undefined) read.duns = duns;
  const amounts = takeMoney(line, context, ({ marked }) => marked, read);
  takeDates(line, context, read);
  const named = (list: DealLineContext['locations']) =>
    (list ?? []).map((one) => ({ id: one.mpnId, name: one.name }));
  const location = takeLocation(line, named(context.locations));
  if (location !== undefined) read.location = location;
  if (!amounts) takeMoney(line, context, (one) => one.weight > 0, read);
  read.solutions = takeSolutions(line, context.solutions ?? []);
  const assistance = takeHelp(line);
  if (assistance !== undefined) read.assistance = assistance;
  const customers = takeCustomer(line);
  const unread = composed.slice(cut).trim();
  const rest =
    unread === '' ? [] : [{ kind: 'unread' as const, text: unread, start: cut, end: composed.length }];
  const pieces = [...line.taken.sort((one, other) => one.start - other.start), ...rest];
  return { ...read, pieces, customerText: customers };
}

/** Where to cut a text that is too long: between words, if there are any. */
function cutAt(text: string): number {
  if (text.length <= LONGEST) return text.length;
  const blank = text.slice(0, LONGEST).search(/\s\S*$/);
  if (blank > 0) return blank;
  return /[\ud800-\udbff]$/.test(text.slice(0, LONGEST)) ? LONGEST - 1 : LONGEST;
}

/** Takes the amount that weighs most; another one that names a currency too is left to the person. */
function takeMoney(
  line: LineText,
  context: DealLineContext,
  counts: (one: FoundMoney) => boolean,
  read: { value?: Omit<MoneyRead, 'ok'> },
): boolean {
  const all = findMoney(line.text, context).filter((one) => counts(one) && one.weight > 0);
  const best = all.reduce<FoundMoney | undefined>(
    (top, one) => (top && top.weight >= one.weight ? top : one),
    undefined,
  );
  if (!best) return false;
  for (const one of all.sort((a, b) => b.start - a.start)) {
    const start = one.start - (moneyCue.exec(line.text.slice(0, one.start))?.[0].length ?? 0);
    if (one !== best) {
      if (one.named) line.take('value', start, one.end, { code: 'second' });
      continue;
    }
    const money = readMoneyExactly(one.text, context);
    line.take('value', start, one.end, money.ok ? undefined : money.problem);
    if (money.ok) {
      const { ok: _ok, ...value } = money;
      read.value = value;
    }
  }
  return true;
}

const moneyCue =
  /(?:^|(?<=[\s,;\0]))(?:(?:worth|valued at|value|about|around|approx\.?|ca\.?|circa|for|of|at|[Ii]m [Ww]ert von|[Ww]ert|[Vv]olumen|[Vv]alue|über|für|etwa|rund|värd|värde|på|cirka|ungefär|на сумму|стоимостью|сумма|около|примерно|на|del valore di|valore|per|da|di|~)[: ]+)+$|[约价值金额大共计]+[:：]? ?$/u;

/** Takes the date that is said to be one, else the first that can be nothing else. */
function takeDates(line: LineText, context: DealLineContext, read: { closeDate?: LocalDate }): void {
  const all = findDates(line.text, context).filter((one) => one.cued || (one.sure && !opens(line, one)));
  const rank = (one: FoundDate) => (one.cued ? 2 : 0) + (one.date ? 1 : 0);
  const best = all.reduce<FoundDate | undefined>(
    (top, one) => (top && rank(top) >= rank(one) ? top : one),
    undefined,
  );
  for (const one of all) {
    if (one !== best) {
      // Beside a date that is said to be one, another may be a part of the name: 3 Mars Malmö.
      if (one.cued || (one.date && !best?.cued))
        line.take('closeDate', one.start, one.end, { code: 'second' });
      continue;
    }
    const judged = judgeDate(one.date, context.today);
    if (judged.ok) read.closeDate = judged.date;
    const problem = judged.ok ? undefined : { code: judged.code, values: judged.values };
    line.take('closeDate', one.start, one.end, problem);
  }
}

/** Whether a date without a cue opens the line: there the customer stands, and may be called 1 May Systems. */
function opens(line: LineText, date: FoundDate): boolean {
  const after = line.text.slice(date.end).trimStart();
  return line.text.slice(0, date.start).trim() === '' && /^\p{L}/u.test(after);
}

const leadingWords =
  /^(?:[\s,;:.!/|+&-]|(?:for|with|at|für|mit|bei|för|med|hos|для|с|со|per|con|and|und|och|и|e)\s|[给为与和跟，、；。：])+/u;
const trailingWords =
  /(?:[\s,;:.!/|+&-]|\s(?:for|with|at|in|and|für|mit|bei|und|för|med|och|для|с|и|per|con|e)(?=\s*$)|[，、；。：])+$/u;

/** What is left is the customer; the words that only tie it to the rest are not. */
function takeCustomer(line: LineText): string {
  const texts: string[] = [];
  for (const fragment of line.fragments()) {
    const lead = leadingWords.exec(fragment.text)?.[0].length ?? 0;
    const inner = fragment.text.slice(lead);
    const trail = trailingWords.exec(` ${inner}`)?.[0].length ?? 0;
    const [from, to] = [fragment.start + lead, Math.max(fragment.start + lead, fragment.end - trail)];
    line.take('filler', fragment.start, from);
    line.take('customer', from, to);
    line.take('filler', to, fragment.end);
    const text = line.original.slice(from, to).replace(/\s+/g, ' ').trim();
    if (text !== '') texts.push(text);
  }
  return texts.join(' ');
}
