import { phoneLength } from '#cards/people/phone.ts';
import { isEmail } from '#cards/people/team.ts';
import { findHelp } from '#dialogs/reading/helpWords.ts';
import { readDuns } from '#dialogs/reading/readDuns.ts';
import type { HelpKind, NO_HELP } from '#domain/referral/referral.ts';
import type { LineText } from './lineText.ts';

const quotes = /"([^"\0]+)"|[„“”]([^„“”"\0]+)[“”"]|«([^«»\0]+)»|「([^」\0]+)」|『([^』\0]+)』/gu;
const nameCue =
  /(?:^|(?<=[\s,;]))(?:deal name|named|called|name|namens|genannt|namn|kallad|名称|名为|名称为|под названием|название|имя|di nome|nome|chiamat[ao])[:= ]*$/iu;
// Russian companies are written so: ООО «Ромашка».
const legalForm =
  /(?:^|[\s,;])(?:ООО|АО|ПАО|ОАО|ЗАО|НАО|ИП|ТОО|ГК|ФГУП|компания|фирма|gruppo|firma|company) ?$/iu;

// `"Cloud move" for Contoso`: then even the first thing in the line is the deal's name.
const linked = /^ ?(?:[,:]|(?:for|with|at|für|mit|bei|för|med|hos|для|с|per|con)(?!\p{L})|[给为与和])/iu;

/** The deal's name: what stands in quotes, unless the quotes are a part of the customer's name. */
export function takeName(line: LineText): string | undefined {
  let found: string | undefined;
  for (const match of line.text.matchAll(quotes)) {
    const before = line.text.slice(0, match.index);
    const after = line.text.slice(match.index + match[0].length);
    const inside = match.slice(1).find((text) => text !== undefined) ?? '';
    if (inside.trim() === '') continue;
    const cue = nameCue.exec(before)?.[0] ?? '';
    const opens = before.trim() === '' && !linked.test(after);
    const [start, end] = [match.index - cue.length, match.index + match[0].length];
    if (found !== undefined || (cue === '' && (opens || legalForm.test(before)))) {
      // A part of the customer's name, whatever it says: «8 Марта» is no date.
      line.take('customer', match.index, end);
      continue;
    }
    line.take('name', start, end);
    found = line.original.slice(match.index + 1, match.index + 1 + inside.length).trim();
  }
  return found;
}

const address = /(?<![^\s,;:<>()\p{Script=Han}])[^\s,;:<>()@\0\p{Script=Han}]{1,64}@[^\s,;<>()@\0]{1,255}/gu;
const togetherBefore =
  /(?:^|(?<=[\s,;]))(?:with|and|plus|team|mit|und|med|och|с|и|con|e|ed|[和与同跟])[: ]*$/iu;

/** Colleagues by their e-mail addresses, in lower case; what only looks like one keeps its problem. */
export function takeEmails(line: LineText): string[] {
  const found: string[] = [];
  for (const match of line.text.matchAll(address)) {
    const text = match[0].replace(/[.!?]+$/, '');
    const before = togetherBefore.exec(line.text.slice(0, match.index))?.[0].length ?? 0;
    const right = isEmail(text);
    line.take(
      'email',
      match.index - before,
      match.index + text.length,
      right ? undefined : { code: 'team-email-invalid' },
    );
    if (right && !found.includes(text.toLowerCase())) found.push(text.toLowerCase());
  }
  return found;
}

const phone = /(?<![^\s,;:(\0])\+\d[\d ()./-]{5,}\d(?![\p{L}\d])/gu;

/** Phone numbers say nothing about a deal by themselves, and must never be read as what it is worth. */
export function takePhones(line: LineText): void {
  for (const { 0: text, index } of line.text.matchAll(phone)) {
    const length = phoneLength(text);
    if (length > 0) line.take('unread', index, index + length);
  }
}

const purpose = /^[,;]? ?(?:for|für|för|для|per(?! (?:year|month|user|anno|mese))|为) ?(.{3,})$/iu;

/** `50k USD for Azure migration`: what comes behind the customer and everything else says what the deal is about. */
export function takePurpose(line: LineText): string | undefined {
  const [customer, ...later] = line.fragments().filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  for (const { start, end, text } of customer ? later : []) {
    const name = purpose.exec(text)?.[1];
    if (name === undefined) continue;
    line.take('name', start, end);
    return line.original.slice(end - name.length, end).trim();
  }
  return undefined;
}

const dunsCue =
  /(?<!\p{L})d-?u-?n-?s(?:[ -]?(?:number|nummer|no\.?|nr\.?|номер|编号|号码))?[:#= ]*(\d(?:[ -]?\d){8})(?!\d)/iu;

/** The customer's D-U-N-S number, where it is called so (CR-18); one that no company has is told as not understood. */
export function takeDuns(line: LineText): string | undefined {
  const match = dunsCue.exec(line.text);
  if (!match?.[1]) return undefined;
  const duns = readDuns(match[1]);
  line.take(duns ? 'duns' : 'unread', match.index, match.index + match[0].length);
  return duns;
}

/**
 * The kind of help (CR-25). Only at the end of what is left over, or between commas, because `Private Bank` and
 * `Demo AG` are customers.
 */
export function takeHelp(line: LineText): HelpKind | typeof NO_HELP | undefined {
  for (const { kind, start, end, text } of findHelp(line.text)) {
    const [ahead, behind] = [line.text.slice(0, start), line.text.slice(end)];
    const bracketed = ahead.endsWith('(') && behind.startsWith(')') ? 1 : 0;
    const before = ahead.slice(0, ahead.length - bracketed).trimEnd();
    const after = behind.slice(bracketed).trimStart();
    const closed = after === '' || /^[\0,;.]/.test(after);
    const apart = /[\0,;]$/.test(before);
    const small = text === text.toLowerCase();
    if (before === '' || !closed || !(apart || small || text.includes(' '))) continue;
    line.take('assistance', start - bracketed, end + bracketed);
    return kind;
  }
  return undefined;
}
