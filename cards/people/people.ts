import type { Contact, Referral } from '#domain/referral/referral.ts';
import { addressSign, anyAddress, anyPhone } from './contactSigns.ts';
import { folded, spellings } from './spelling.ts';

const MASK = '•••';

/** Takes the people out of a free text. */
export type Mask = (text: string) => string;

/**
 * Something to be found in a folded text; `capital`: only where the original begins with a capital letter; `sign`: what
 * is in every text in which it is.
 */
interface Sought {
  pattern: RegExp;
  sign?: RegExp;
  capital?: boolean;
}

/**
 * Takes the people of a referral out of free texts, for where a whole team can read them: the names, numbers and
 * addresses that the referral knows, and whatever looks like an address or a phone number, however they are spelled:
 * capitals, umlauts, decomposed letters, full-width signs, national numbers. Notes are where senders put them. Made once
 * for all texts of a referral.
 */
export function maskOf({ customer, team }: Pick<Referral, 'customer' | 'team'>): Mask {
  const byTeam = ready.get(customer.contacts) ?? new WeakMap<readonly Contact[], Mask>();
  ready.set(customer.contacts, byTeam);
  const mask = byTeam.get(team) ?? maskFor([...customer.contacts, ...team]);
  byTeam.set(team, mask);
  return mask;
}

// Putting many names into one pattern takes longer than looking for them.
const ready = new WeakMap<readonly Contact[], WeakMap<readonly Contact[], Mask>>();

function maskFor(people: readonly Contact[]): Mask {
  const words = people.flatMap(({ name }) => partsOf(name));
  const sought: Sought[] = [
    ...anyAddress.map((pattern) => ({ pattern, sign: addressSign })),
    ...anyPhone.map((pattern) => ({ pattern, sign: /\d/ })),
    ...anyOf(people.map(({ email }) => spellings(email ?? ''))),
    // In any spelling: separators are a matter of taste, and so is the country's code.
    ...anyOf(people.map(({ phone }) => phone?.replace(/\D/g, '') ?? '').flatMap(phonePattern)),
    ...anyOf(people.map(({ name }) => name.trim()).flatMap(namePattern)),
    // First and last names by themselves: May is also a month, and Will a verb, so these only as a name is written.
    ...anyOf(words.filter((word) => !isEveryday(word)).flatMap(namePattern)),
    ...anyOf(words.filter(isEveryday).flatMap(namePattern)).map((one) => ({ ...one, capital: true })),
  ];
  return (text) => {
    const { text: plain, origin } = folded(text);
    const possible = sought.filter(({ sign }) => sign?.test(plain) ?? true);
    const ranges = possible.flatMap(({ pattern, capital }) =>
      matchesIn(plain, pattern)
        .map(({ index, 0: { length } }): Range => [origin[index] ?? 0, origin[index + length] ?? text.length])
        .filter(([start]) => !capital || /^\p{Lu}/u.test(text.slice(start))),
    );
    return covered(text, ranges);
  };
}

function matchesIn(plain: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let one = pattern.exec(plain); one; one = pattern.exec(plain)) found.push(one);
  return found;
}

type Range = [from: number, to: number];

/** The text with a mask for each range; what overlaps is one. */
function covered(text: string, ranges: readonly Range[]): string {
  let shown = '';
  let end = 0;
  for (const [from, to] of ranges.toSorted(([one], [other]) => one - other)) {
    if (from >= end) shown += `${text.slice(end, from)}${MASK}`;
    end = Math.max(end, to);
  }
  return shown + text.slice(end);
}

/** The referral without what people typed freely: whom such a text names can't be known. The deal is called by its customer. */
function withoutTypedTexts(referral: Referral): Referral {
  const closed =
    referral.stage === 'closed' ? { ...referral, reasonText: undefined, closingNotes: undefined } : referral;
  return { ...closed, name: referral.customer.name, senderNotes: undefined, notes: undefined };
}

/**
 * The referral as a whole team may read it: what people typed only where their organization wants that, and every text without people. Contacts and team stay in it, because
 * whether they are shown is decided by the audience; the customer's own name stays, because it says what this is about.
 */
export function forChannel(given: Referral, { channelTexts }: { channelTexts: boolean }): Referral {
  const referral = channelTexts ? given : withoutTypedTexts(given);
  const masked = maskOf(referral);
  const optional = (text: string | undefined) => (text === undefined ? undefined : masked(text));
  const { customer, sender, wanted } = referral;
  const closed =
    referral.stage === 'closed'
      ? { reasonText: optional(referral.reasonText), closingNotes: optional(referral.closingNotes) }
      : {};
  return {
    ...referral,
    ...closed,
    name: masked(referral.name),
    customer: { ...customer, city: optional(customer.city), state: optional(customer.state) },
    sender: sender && { ...sender, name: optional(sender.name) },
    senderNotes: optional(referral.senderNotes),
    notes: optional(referral.notes),
    crmId: optional(referral.crmId),
    campaignId: optional(referral.campaignId),
    assistance: optional(referral.assistance),
    wanted: {
      solutions: wanted.solutions.map(masked),
      products: wanted.products.map(masked),
      services: wanted.services.map(masked),
      industries: wanted.industries.map(masked),
    },
  };
}

const MOST_COUNTRY_CODE = 3;
const SHORTEST_NUMBER = 7;

function anyOf(patterns: readonly string[]): Sought[] {
  const different = [...new Set(patterns)].filter((pattern) => pattern !== '');
  return different.length > 0 ? [{ pattern: new RegExp(different.join('|'), 'gu') }] : [];
}

function phonePattern(written: string): string[] {
  const digits = written.replace(/^00/, '');
  if (digits.length < 5) return [];
  const between = '[\\s()./\\-]*';
  const national = digits.slice(-Math.max(SHORTEST_NUMBER, digits.length - MOST_COUNTRY_CODE));
  return [`\\+?\\(?(?:\\d${between}){0,6}${[...national].join(between)}\\)?`];
}

function partsOf(name: string): string[] {
  const parts = name.normalize('NFC').trim().split(/\s+/);
  return parts.length < 2 ? [] : parts.filter((part) => /^\p{Lu}[\p{L}’'-]+$/u.test(part));
}

// Names that are also words of the six languages; shorter ones are too many to know.
const everyday = new Set(
  'will may mark bill art rose grace hope faith joy dean grant frank rich chase june april august dawn amber page young long short king stone brown white black green gold stark klein gross lang kurz jung koch bauer rob sue ray don gene nick pat ville sten berg dal lind max guy van den der das del sole mare bella roman lev vera nadia mila era april mai juni'.split(
    ' ',
  ),
);

function isEveryday(word: string): boolean {
  return word.length < 3 || everyday.has(folded(word).text);
}

function namePattern(name: string): string[] {
  if (name.length < 2) return [];
  const body = spellings(name);
  // Of signs that can't be seen nothing is left, and nothing is found everywhere.
  if (body === '') return [];
  // Chinese has no spaces to stand between a name and the next word.
  return [/\p{Script=Han}/u.test(name) ? body : `(?<![\\p{L}\\p{N}])${body}(?![\\p{L}\\p{N}])`];
}
