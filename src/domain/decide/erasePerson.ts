import type { Referral } from '#domain/referral/referral.ts';
import { same } from '#domain/values/canonical.ts';
import type { Instant } from '#domain/values/instant.ts';
import { consequences, mustTell, type ReferralEvent } from './consequences.ts';

/** Somebody as others' data name them: by e-mail addresses, in lower case. */
export interface NamedPerson {
  addresses: readonly string[];
}

const GONE = '•••';
const address = /mail|address|upn|principal/i;

/**
 * A value without a person, whatever its shape: contacts with one of the addresses go from their lists and fields, an
 * address in a text is covered. Who is named by reference keeps an empty place, so that history stays readable.
 */
export function withoutPerson<T>(value: T, who: NamedPerson): T {
  return cleaned(value, who) as T;
}

/** Whether an object is the contact data of that person. */
export function isTheirs(value: unknown, { addresses }: NamedPerson): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.entries(value).some(
    ([key, one]) => typeof one === 'string' && address.test(key) && addresses.includes(plain(one)),
  );
}

function cleaned(value: unknown, who: NamedPerson): unknown {
  if (typeof value === 'string') return covered(value, who);
  if (Array.isArray(value)) {
    const others = value.filter((one) => !isTheirs(one, who) && !isAddress(one, who));
    return others.map((one: unknown) => cleaned(one, who));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]: [string, unknown]) => {
      if (key === 'people') return [[key, withPlaces(one, who)]];
      return isTheirs(one, who) || isAddress(one, who) ? [] : [[key, cleaned(one, who)]];
    }),
  );
}

/** Who is named by reference: the place stays. */
function withPlaces(people: unknown, who: NamedPerson): unknown {
  if (typeof people !== 'object' || people === null || Array.isArray(people)) return cleaned(people, who);
  const placed = Object.entries(people).map(([ref, one]) => {
    return [ref, isTheirs(one, who) ? { name: '' } : cleaned(one, who)];
  });
  return Object.fromEntries(placed);
}

function isAddress(value: unknown, { addresses }: NamedPerson): boolean {
  return typeof value === 'string' && addresses.includes(plain(value));
}

/** Whether a text has one of the addresses in it, and not only a longer one that contains it. */
export function names(text: string, who: NamedPerson): boolean {
  return who.addresses.some((one) => mightName(text, one) && spelled(one).test(text));
}

function covered(text: string, who: NamedPerson): string {
  return who.addresses.reduce(
    (left, one) => (mightName(left, one) ? left.replaceAll(spelled(one), GONE) : left),
    text,
  );
}

/** Found fast, because every text of an organization is looked at. */
function mightName(text: string, one: string): boolean {
  return text.length >= one.length && text.toLowerCase().includes(one);
}

/**
 * An address as it stands in a text: a point behind it ends the sentence, unless the domain goes on. Chinese has no
 * blanks around it.
 */
function spelled(one: string): RegExp {
  const sign = '[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{N}_]';
  return new RegExp(`(?<!${sign}[.+-]?)${RegExp.escape(one)}(?![.-]?${sign})`, 'giu');
}

function plain(text: string): string {
  return text.trim().toLowerCase();
}

/**
 * Takes a person out of a deal of any state, closed ones too: data protection comes before CR-50. The other parties are
 * told, and the timeline says that it was done, but not whom it was about. Undefined where the deal does not name them.
 */
export function erasePerson(
  state: Referral,
  who: NamedPerson,
  at: Instant,
): { state: Referral; events: readonly ReferralEvent[] } | undefined {
  const after = withoutPerson(state, who);
  if (same(after, state)) return undefined;
  const cause = { what: 'person.erase', by: { kind: 'clock' as const }, at };
  const followed = consequences(after, { ...after, revision: state.revision + 1 }, cause);
  const tell =
    mustTell(state, followed.state) && !followed.events.some(({ type }) => type === 'engagement.tell');
  const told: ReferralEvent[] = tell ? [{ type: 'engagement.tell' }] : [];
  return { state: followed.state, events: [{ type: 'referral.changed' }, ...followed.events, ...told] };
}
