import { isPhone } from '#cards/people/phone.ts';
import { isEmail } from '#cards/people/team.ts';
import type { FieldProblem } from '#cards/problemTexts.ts';
import type { Contact } from '#domain/referral/referral.ts';
import { sameAddress } from '#domain/referral/team.ts';

const MOST_PEOPLE = 20;
const MOST_NAME = 250;

/**
 * People at a partner, one a line: a name, an e-mail address, a phone number, in any order and any of them alone.
 * An address without a name is called by what stands before its `@`.
 */
export function readInvitedPeople(
  text: string,
): { ok: true; people: Contact[] } | { ok: false; problem: FieldProblem } {
  const people: Contact[] = [];
  for (const [index, line] of text.normalize('NFKC').split('\n').entries()) {
    const parts = line
      .split(/[;,\t]/)
      .flatMap(bracketed)
      .map((part) => part.replace(/\s+/g, ' ').trim())
      .filter((part) => part !== '');
    if (parts.length === 0) continue;
    const email = parts.find((part) => part.includes('@'));
    const phone = parts.find((part) => part !== email && isPhone(part));
    const named = parts.find((part) => part !== email && part !== phone);
    const name = named ?? email?.split('@')[0];
    const values = { line: index + 1 };
    if (email !== undefined && !isEmail(email)) return refused('team-email-invalid', values);
    if (name === undefined || !/\p{L}|\p{N}/u.test(name)) return refused('invite-person-unread', values);
    if (name.length > MOST_NAME) return refused('team-name-too-long', values);
    const person: Contact = { name, ...(email && { email }), ...(phone && { phone }) };
    if (!people.some((other) => sameAddress(other, person))) people.push(person);
  }
  if (people.length > MOST_PEOPLE) return refused('team-too-many', { max: MOST_PEOPLE });
  return { ok: true, people };
}

/** `Karin Vogel <karin@fabrikam.example>`, as mail programs write it. */
function bracketed(part: string): string[] {
  const found = /^([^<>]*)<([^<>]+)>\s*$/.exec(part);
  return found ? [found[1] ?? '', found[2] ?? ''] : [part];
}

function refused(
  code: FieldProblem['code'],
  values: FieldProblem['values'],
): { ok: false; problem: FieldProblem } {
  return { ok: false, problem: { code, values } };
}
