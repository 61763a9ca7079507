import type { Language } from '#cards/say.ts';
import { fold } from '#dialogs/reading/fold.ts';
import type { MoneyRead } from '#dialogs/reading/readMoney.ts';
import type { HelpKind, NO_HELP } from '#domain/referral/referral.ts';
import type { LocalDate } from '#domain/values/instant.ts';
import { takeDate, takeMoney } from './lineFigures.ts';
import { languageIn } from './lineLanguage.ts';
import { takeLocation, takeSolutions } from './lineNames.ts';
import { takeDuns, takeEmails, takeHelp, takeName, takePhones, takePurpose } from './lineParts.ts';
import { type LinePiece, LineText } from './lineText.ts';

export interface DealLineContext {
  language: Language;
  /** Full tag, such as `en-GB`. */
  locale?: string | undefined;
  /** Of the reader. */
  today: LocalDate;
  /** The first month of the organization's fiscal year, 1 to 12; fiscal years are asked without. */
  fiscalYearStart?: number | undefined;
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
  const composed = text.normalize('NFC').replace(/[\0\u200b]/g, ' ');
  const cut = cutAt(composed);
  const original = composed.slice(0, cut);
  const line = new LineText(original, fold(original).replaceAll('\n', ' '));
  const read: Omit<DealLine, 'pieces' | 'customerText'> = { solutions: [], emails: [] };
  const name = takeName(line);
  if (name !== undefined) read.name = name;
  read.emails = takeEmails(line);
  takePhones(line);
  const duns = takeDuns(line);
  if (duns !== undefined) read.duns = duns;
  const spoken = languageIn(original);
  const other =
    spoken && spoken !== context.language ? [{ ...context, language: spoken, locale: spoken }] : [];
  const amount = takeMoney(line, [context, ...other], ({ marked }) => marked);
  const closeDate = takeDate(line, [...other, context]);
  if (closeDate !== undefined) read.closeDate = closeDate;
  const named = (list: DealLineContext['locations']) =>
    (list ?? []).map((one) => ({ id: one.mpnId, name: one.name }));
  const location = takeLocation(line, named(context.locations));
  if (location !== undefined) read.location = location;
  const value = amount ?? takeMoney(line, [context, ...other], () => true);
  if (value?.ok) {
    const { ok: _ok, ...money } = value;
    read.value = money;
  }
  read.solutions = takeSolutions(line, context.solutions ?? []);
  const assistance = takeHelp(line);
  if (assistance !== undefined) read.assistance = assistance;
  const purpose = name === undefined ? takePurpose(line) : undefined;
  if (purpose !== undefined) read.name = purpose;
  const customers = takeCustomer(line);
  const unread = composed.slice(cut).trim();
  const rest =
    unread === '' ? [] : [{ kind: 'unread' as const, text: unread, start: cut, end: composed.length }];
  const pieces = [...line.pieces(), ...rest];
  return { ...read, pieces, customerText: customers };
}

/** Where to cut a text that is too long: between words, if there are any. */
function cutAt(text: string): number {
  if (text.length <= LONGEST) return text.length;
  const blank = text.slice(0, LONGEST).search(/\s\S*$/);
  if (blank > 0) return blank;
  return /[\ud800-\udbff]$/.test(text.slice(0, LONGEST)) ? LONGEST - 1 : LONGEST;
}

const leadingWords =
  /^(?:[\s,;:.!/|+&-]|(?:for|with|at|für|mit|bei|för|med|hos|для|с|со|per|con|and|und|och|и|e)\s|[给为与和跟，、；。：])+/u;
const trailingWords =
  /(?:[\s,;:.!/|+&-]|\s(?:for|with|at|in|and|or|für|mit|bei|und|oder|för|med|och|eller|для|с|и|или|per|con|e|o)(?=\s*$)|[，、；。：])+$/u;

// `Contoso in Seattle` is `Contoso, Seattle`; with a place only, because names have such words too.
const placeWord =
  /^(\S.*?\S) (?:in|from|aus|i|från|в|во|из|a|ad) (\p{Lu}[^\s,]*(?: [^\s,]+){0,2})$|^([^在]{2,})在(\p{Script=Han}{2,})$/u;

/** What is left is the customer; the words that only tie it to the rest are not. */
function takeCustomer(line: LineText): string {
  const places = new Set<number>();
  for (const fragment of line.fragments()) {
    const resultLine = leadingWords.exec(fragment.text)?.[0].length ?? 0;
    const inner = fragment.text.slice(resultLine);
    const trail = trailingWords.exec(` ${inner}`)?.[0].length ?? 0;
    const [from, to] = [
      fragment.start + resultLine,
      Math.max(fragment.start + resultLine, fragment.end - trail),
    ];
    line.take('filler', fragment.start, from);
    const place = placeWord.exec(line.original.slice(from, to));
    if (place) {
      const at = from + (place[1] ?? place[3] ?? '').length;
      const behind = to - (place[2] ?? place[4] ?? '').length;
      line.take('customer', from, at);
      line.take('filler', at, behind);
      line.take('customer', behind, to);
      places.add(behind);
    } else line.take('customer', from, to);
    line.take('filler', to, fragment.end);
  }
  const parts = line.pieces().filter(({ kind }) => kind === 'customer');
  return parts
    .map(({ text, start }, index) => {
      if (places.has(start)) return `, ${text}`;
      return parts[index - 1]?.end === start ? text : ` ${text}`;
    })
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}
