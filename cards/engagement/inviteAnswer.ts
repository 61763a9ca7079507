import { readCloseDay } from '#cards/form/day.ts';
import { readInputs } from '#cards/form/inputs.ts';
import { MOST_NOTES } from '#cards/form/limits.ts';
import { markOf } from '#cards/form/mark.ts';
import type { Reader } from '#cards/format.ts';
import { readMoneyInputs } from '#cards/money/money.ts';
import { isPhone } from '#cards/people/phone.ts';
import { isEmail, readTeam, teamText } from '#cards/people/team.ts';
import type { FieldProblem } from '#cards/problemTexts.ts';
import { MOST_SOLUTIONS } from '#domain/engagement/solutionRules.ts';
import type { Invitation } from '#domain/referral/party.ts';
import { type Contact, helpKinds, type Solution } from '#domain/referral/referral.ts';
import { isAssessment, withoutRepeats } from '#domain/referral/solutions.ts';
import { isComplete } from '#domain/referral/team.ts';
import type { LocalDate } from '#domain/values/instant.ts';
import { type InviteFacts, type InviteInput, type InviteNames, inviteAsks, inviteInputs } from './invite.ts';
import { readInvitedPeople } from './invitedPeople.ts';

export type InviteProblems = Partial<Record<InviteInput, FieldProblem>>;
export type InviteTyped = Partial<Record<InviteInput, string>>;

/** The form as it was read; of what is wrong in `problems` the rest is no use. */
export interface InviteReading {
  invitation: Omit<Invitation, 'location'>;
  contact?: Contact | undefined;
  consent?: boolean | undefined;
  problems: InviteProblems;
  typed: InviteTyped;
}

const MOST_NAME = 250;

/** What stands in the form to be looked up. */
export function namesIn(sent: unknown): InviteNames {
  const { partner, partnerName, solution, search } = readInputs(sent, inviteInputs).typed;
  return {
    partner: partner || undefined,
    partnerName: partnerName || undefined,
    solution: solution || undefined,
    search: search || undefined,
  };
}

/**
 * Reads the form of an invitation (CR-30) tolerantly; never throws. `further`: the solution that it names besides those
 * of the deal. What is not asked comes from the deal itself.
 */
export function readInvitation(
  sent: unknown,
  facts: InviteFacts,
  {
    today,
    further,
    ...reader
  }: Pick<Reader, 'language' | 'locale'> & {
    today: LocalDate;
    further?: Solution | undefined;
  },
): InviteReading {
  const { typed, problems: unread, data } = readInputs(sent, inviteInputs);
  const problems: InviteProblems = { ...unread };
  const asks = inviteAsks(facts, today);
  const part = asks.part
    ? readPart(typed, data.locale, reader, today, problems)
    : { value: facts.value ?? { amount: 0, currency: '' }, closeDate: facts.closeDate ?? '' };
  const solutions = readSolutions(typed, facts, further, asks.solutions, problems);
  const assistance = helpKinds.find((one) => one === typed.assistance);
  if (typed.assistance && !assistance) problems.assistance = { code: 'help-unknown' };
  else if (!assistance && facts.guest === 'microsoft') problems.assistance = { code: 'invite-help-missing' };
  const notes = typed.notes || undefined;
  if ((notes?.length ?? 0) > MOST_NOTES)
    problems.notes = { code: 'notes-too-long', values: { length: notes?.length ?? 0, max: MOST_NOTES } };
  const people = readInvitedPeople(typed.people ?? '');
  if (!people.ok) problems.people = people.problem;
  const ours = readOurs(typed.ours, facts, problems);
  const contactToo = facts.guest === 'partner' && facts.contacts.length > 0 && typed.contactToo === 'true';
  const consent = asks.consent ? typed.consent === 'true' : facts.consent;
  if (asks.consent && !consent) problems.consent = { code: 'consent-missing' };
  return {
    invitation: {
      ...part,
      notes,
      solutions,
      assistance,
      contacts: people.ok ? people.people : [],
      ...(ours && { ours }),
      ...(contactToo && { contactToo }),
    },
    contact: asks.contact ? readContact(typed, problems) : facts.contacts.find(isComplete),
    consent,
    problems,
    typed,
  };
}

/** Our own people for this partner, where they are others than the team (CR-30): all of it stays the team's, changes too. */
function readOurs(
  text: string | undefined,
  { guest, team = [] }: InviteFacts,
  problems: InviteProblems,
): readonly Contact[] | undefined {
  if (guest !== 'partner' || !text?.trim() || text.trim() === teamText(team).trim()) return undefined;
  const read = readTeam(text, team);
  if (!read.ok) problems.ours = read.problem;
  return read.ok ? read.team : undefined;
}

function readPart(
  typed: InviteTyped,
  formLocale: unknown,
  reader: Pick<Reader, 'language' | 'locale'>,
  today: LocalDate,
  problems: InviteProblems,
): Pick<Invitation, 'value' | 'closeDate'> {
  const read = readMoneyInputs({ ...typed, formLocale }, reader);
  if (read.problems.value) problems.value ??= read.problems.value;
  if (read.problems.currency) problems.currency ??= read.problems.currency;
  const { day, problem } = readCloseDay(typed.closeDate ?? '', today);
  if (problem) problems.closeDate ??= problem;
  return { value: read.money, closeDate: day };
}

function readSolutions(
  typed: InviteTyped,
  { solutions }: InviteFacts,
  further: Solution | undefined,
  asked: boolean,
  problems: InviteProblems,
): Solution[] {
  const marks = (typed.solutions ?? '').split(',');
  const kept = asked ? solutions.filter(({ id }) => marks.includes(markOf(id))) : solutions;
  const all = withoutRepeats([...kept, ...(further ? [further] : [])]);
  if (all.length === 0) problems.solutions ??= { code: 'solutions-missing' };
  if (all.length > MOST_SOLUTIONS)
    problems.solutions = { code: 'solutions-too-many', values: { max: MOST_SOLUTIONS } };
  if (all.some(isAssessment)) problems.search = { code: 'invite-assessment' };
  return all;
}

/** The customer's contact, all of it: name, e-mail and phone (CR-19). */
function readContact(typed: InviteTyped, problems: InviteProblems): Contact {
  const name = (typed.contactName ?? '').replace(/\s+/g, ' ');
  const email = (typed.contactEmail ?? '').normalize('NFKC');
  const phone = (typed.contactPhone ?? '').normalize('NFKC');
  if (!name) problems.contactName ??= { code: 'contact-name-missing' };
  else if (name.length > MOST_NAME)
    problems.contactName = { code: 'text-too-long', values: { length: name.length, max: MOST_NAME } };
  if (!email) problems.contactEmail ??= { code: 'contact-email-missing' };
  else if (!isEmail(email)) problems.contactEmail = { code: 'email-invalid' };
  if (!phone) problems.contactPhone ??= { code: 'contact-phone-missing' };
  else if (!isPhone(phone)) problems.contactPhone = { code: 'phone-invalid' };
  return { name, email, phone };
}
