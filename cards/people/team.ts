import type { FieldProblem } from '#cards/problemTexts.ts';
import type { Contact } from '#domain/referral/referral.ts';
import { sameAddress } from '#domain/referral/team.ts';
import { isPhone } from './phone.ts';

/** The most people a team may have; Partner Center's own limit for imports. */
export const MOST_PEOPLE = 50;
const MOST_NAME = 250;

const email = /^[^\s@;,<>()[\]\\"]{1,64}@[^\s@;,<>()[\]\\"]+\.[^\s@;,<>()[\]\\".]{2,}$/;

/** Whether mail can be sent there, as far as its form tells. */
export function isEmail(text: string): boolean {
  return email.test(text) && text.length <= 254;
}

/** The team as it stands in the form: one person a line. */
export function teamText(team: readonly Contact[]): string {
  return team.map(lineOf).join('\n');
}

/** A person as one line of a form. */
export function lineOf(contact: Contact): string {
  const parts = [contact.name, contact.email ?? '', contact.phone ?? ''];
  return parts.map((part) => part.replace(/[;\s]+/g, ' ').trim()).join('; ');
}

/**
 * The people in a text with one person a line: `name; e-mail; phone`, in any order. All three are required (CR-22), but
 * someone already in the team stays as they are, even if Partner Center knows less of them. Names the line at fault.
 */
export function readTeam(
  text: string,
  present: readonly Contact[],
): { ok: true; team: Contact[] } | { ok: false; problem: FieldProblem } {
  const team: Contact[] = [];
  for (const [index, raw] of text.normalize('NFKC').split('\n').entries()) {
    const line = raw.trim().replace(/[;,\s]+$/, '');
    if (line === '') continue;
    const known = present.find((contact) => sameLine(lineOf(contact), line));
    const read = known ?? readLine(line);
    if (typeof read === 'string') return { ok: false, problem: { code: read, values: { line: index + 1 } } };
    const already = team.findIndex((contact) => sameAddress(contact, read));
    if (already >= 0) team[already] = read;
    else team.push(known ?? withTitle(read, present));
  }
  if (team.length > MOST_PEOPLE)
    return { ok: false, problem: { code: 'team-too-many', values: { max: MOST_PEOPLE } } };
  return { ok: true, team };
}

/** The team with the added people; someone with the same address is replaced, not doubled. */
export function joinTeams(present: readonly Contact[], added: readonly Contact[]): Contact[] {
  return [...present.filter((one) => !added.some((other) => sameAddress(one, other))), ...added];
}

function readLine(line: string): Contact | FieldProblem['code'] {
  const parts = line
    .split(/[;\t]/.test(line) ? /[;\t]/ : ',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length !== 3) return 'team-line-incomplete';
  const address = parts.find((part) => part.includes('@'));
  const number = parts.findLast((part) => part !== address && /\d/.test(part));
  const name = parts.find((part) => part !== address && part !== number);
  if (!address || !isEmail(address)) return 'team-email-invalid';
  if (!number || !isPhone(number)) return 'team-phone-invalid';
  if (!name) return 'team-line-incomplete';
  if (name.length > MOST_NAME) return 'team-name-too-long';
  return { name, email: address, phone: number };
}

function withTitle(contact: Contact, present: readonly Contact[]): Contact {
  const title = present.find((one) => sameAddress(one, contact))?.title;
  return title === undefined ? contact : { ...contact, title };
}

function sameLine(one: string, other: string): boolean {
  const bare = (line: string) =>
    line
      .normalize('NFKC')
      .replace(/[;,\s]+/g, ' ')
      .trim()
      .toLowerCase();
  return bare(one) === bare(other);
}
