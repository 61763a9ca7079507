import { isPhone } from '#cards/people/phone.ts';
import { isEmail } from '#cards/people/team.ts';
import type { Contact } from '#domain/referral/referral.ts';
import { withoutLabels } from './contactLabels.ts';
import { bare, fold } from './fold.ts';

export type ContactPart = 'name' | 'email' | 'phone';

/** What a text says of a person; `missing` and `wrong` name the parts that are required and not right (CR-22). */
export type ContactReading =
  | { ok: true; contact: Contact & { email: string; phone: string } }
  | {
      ok: false;
      /** What was found, and is right. */
      found: Partial<Contact>;
      missing: readonly ContactPart[];
      /** There, but not usable, with its text. */
      wrong: Partial<Record<ContactPart, string>>;
    };

const MOST_NAME = 250;
const LONGEST = 600;
const anyEmail = /[^\s,;:<>()[\]"|\p{Script=Han}]*@[^\s,;:<>()[\]"|]*/u;
// Chinese puts no gap between words and figures.
const anyPhone =
  /(?<!(?!\p{Script=Han})[\p{L}\p{N}])(?:\+|00)?\(?\d[\d ()./-]{2,48}\d(?:(?:,? ?(?:ext|x|dw|доб|доп)\.? ?)\d{1,6})?(?!\d|(?!\p{Script=Han})\p{L})|(?<!(?!\p{Script=Han})[\p{L}\p{N}])\+?\d[\d ]*/iu;
const moneyBefore = /(?:[\p{Sc}]|(?<!\p{L})(?:usd|eur|gbp|chf|sek|cny|rmb|rub|jpy))\s*$/iu;
const moneyBehind =
  /^\s*(?:[\p{Sc}%]|(?:usd|eur|euros?|gbp|chf|sek|kr|tkr|cny|rmb|rub|jpy|k|m|mn|mio|mln|mdr|dollars?|pounds?)(?!\p{L})|руб|тыс|млн|万|元|亿)/iu;

/** An e-mail address, alone or in the words around it; nothing when there is none, or more than one. */
export function readEmail(text: string): string | undefined {
  const [only, ...more] = plain(text).match(new RegExp(anyEmail, 'gu')) ?? [];
  const address = only?.replace(/^mailto:|[.!?,]+$/g, '');
  return address !== undefined && more.length === 0 && isEmail(address) ? address : undefined;
}

/** A phone number as it was typed, without the label in front of it; nothing for anything else. */
export function readPhone(text: string): string | undefined {
  const number = withoutLabels(plain(text), ' ')
    .trim()
    .replace(/[.,;]+$/, '');
  return isPhone(number) && digitsOf(number) >= 5 ? number : undefined;
}

/** A person from free text, the parts in any order and separated by anything: all three are required (CR-22). */
export function readContact(text: string): ContactReading {
  const found: Partial<Contact> = {};
  const wrong: Partial<Record<ContactPart, string>> = {};
  let rest = withoutLabels(plain(text.slice(0, LONGEST)), ' ; ').replace(/(?<![^\s;,<(])mailto:/gi, '');
  const address = anyEmail.exec(rest)?.[0].replace(/^[.']+|[.!?']+$/g, '');
  if (address) {
    if (isEmail(address)) found.email = address;
    else wrong.email = address;
    rest = rest.replace(address, ' ; ');
  }
  const number = numberIn(rest);
  if (number) {
    const spoken = number.replace(/,? ?(?:ext|x|dw|доб|доп)\.? ?(?=\d{1,6}$)/i, ' ext ');
    if (isPhone(spoken) && digitsOf(spoken) >= 5) found.phone = spoken;
    else wrong.phone = number;
    rest = rest.replace(number, ' ; ');
  }
  const name = nameIn(rest);
  if (name.length > MOST_NAME || /[@\d]/.test(name)) wrong.name = name;
  else if (name !== '') found.name = name;
  const missing = (['name', 'email', 'phone'] as const).filter(
    (part) => !found[part] && wrong[part] === undefined,
  );
  const { name: who, email, phone } = found;
  if (who && email && phone) return { ok: true, contact: { name: who, email, phone } };
  return { ok: false, found, missing, wrong };
}

/** The number with the most digits in a text, whether it can be a phone or not; never an amount of money. */
export function numberIn(text: string): string | undefined {
  const numbers = [...text.matchAll(new RegExp(anyPhone, 'giu'))]
    .filter(({ 0: one, index }) => {
      const behind = text.slice(index + one.length);
      return !moneyBefore.test(text.slice(0, index)) && !moneyBehind.test(behind);
    })
    .map(([one]) => one.trim().replace(/[./-]+$/, ''));
  return numbers.sort((one, other) => digitsOf(other) - digitsOf(one))[0];
}

/** What is left of a text when address and number are out; `Reyes, Dana` stays as it is written. */
function nameIn(rest: string): string {
  return rest
    .split(/[;|\t<>()[\]"\n]|\s-\s/)
    .map((part) => part.replace(/^[\s,.:/-]+|[\s,:/-]+$/g, '').replace(/\s+/g, ' '))
    .filter((part) => part !== '')
    .join(', ');
}

export interface ContactsContext {
  /** Who is meant by `me`. */
  me?: Contact | undefined;
  /** People of earlier deals: an address or a name of theirs is enough. */
  known?: readonly Contact[] | undefined;
}

/** One person of several, with the words they were read from. `me` is a contact even without a phone of their own yet. */
export type PersonReading = { text: string } & (
  | { kind: 'contact'; contact: Contact }
  | { kind: 'incomplete'; reading: Extract<ContactReading, { ok: false }> }
);

const meWords = 'me|myself|i|ich|mich|jag|mig|我|本人|я|меня|io|me stesso|me stessa';
const me = new RegExp(`^(?:${meWords})$`, 'iu');
const joined =
  /\s*(?:&|\+|(?<!\p{L})(?:and|und|och|и|e|ed|plus|with|mit|med|con|с)(?!\p{L}))\s*|\s*[和与跟]\s*/giu;

/** Several people: one a line, or short ones in a row (`me and dana@x.example`). Nobody is left out silently. */
export function readContacts(text: string, context: ContactsContext = {}): PersonReading[] {
  const lines = text
    .normalize('NFC')
    .slice(0, LONGEST * 50)
    .split(/\r?\n/)
    .map((line) => line.trim());
  return lines.filter((line) => /[\p{L}\p{N}]/u.test(line)).flatMap((line) => peopleIn(line, context));
}

function peopleIn(line: string, context: ContactsContext): PersonReading[] {
  // Never between the words of a name: each part has to be somebody who is known, or to have an address of its own.
  const parts = line.split(joined).flatMap((part) => splitAtCommas(part, context));
  const some = parts.filter((part) => part !== '').map((part) => personIn(part, context));
  const several = some.every(
    ({ kind, text }) => kind === 'contact' || text.includes('@') || me.test(bare(text)),
  );
  return some.length > 1 && several ? withoutRepeats(some) : [personIn(line, context)];
}

function withoutRepeats(people: readonly PersonReading[]): PersonReading[] {
  const addresses = people.map((one) =>
    one.kind === 'contact' ? one.contact.email?.toLowerCase() : undefined,
  );
  return people.filter((_one, index) => !addresses[index] || addresses.indexOf(addresses[index]) === index);
}

/** Commas separate people only where every part is one; in `Dana Reyes, dana@x.example` they separate the parts of one. */
function splitAtCommas(text: string, context: ContactsContext): string[] {
  const parts = text
    .split(/[,;，；、]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const whole = parts.every((part) => knownAs(part, context) !== undefined || /^\S+@\S+$/.test(part));
  return parts.length > 1 && whole ? parts : [text];
}

function personIn(text: string, context: ContactsContext): PersonReading {
  const known = knownAs(text, context);
  if (known) return { text, kind: 'contact', contact: known };
  const reading = readContact(text);
  if (reading.ok) return { text, kind: 'contact', contact: reading.contact };
  // The address says who it is; what was typed beside it is newer than what is remembered.
  const earlier = people(context).find(
    ({ email }) => email && email.toLowerCase() === reading.found.email?.toLowerCase(),
  );
  const contact =
    earlier && Object.keys(reading.wrong).length === 0 ? { ...earlier, ...reading.found } : undefined;
  return contact?.name && contact.email && contact.phone
    ? { text, kind: 'contact', contact }
    : { text, kind: 'incomplete', reading };
}

/** A person who is named alone: `me`, the address or the whole name of somebody known, if only one has it. */
function knownAs(text: string, context: ContactsContext): Contact | undefined {
  const typed = bare(text);
  if (typed === '') return undefined;
  if (me.test(typed)) return context.me;
  const [only, ...more] = people(context).filter(
    ({ name, email }) => bare(name) === typed || email?.toLowerCase() === typed,
  );
  return more.length === 0 && only?.email && only.phone ? only : undefined;
}

function people({ me: self, known = [] }: ContactsContext): Contact[] {
  const others = known.filter(
    ({ email }) => !self?.email || email?.toLowerCase() !== self.email.toLowerCase(),
  );
  return self ? [self, ...others] : others;
}

function plain(text: string): string {
  return fold(text.normalize('NFC')).replaceAll('\n', ' ; ');
}

function digitsOf(text: string): number {
  return text.replace(/\D/g, '').length;
}
