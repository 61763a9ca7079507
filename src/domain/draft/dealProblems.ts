import { type SolutionProblem, solutionProblems } from '#domain/engagement/solutionRules.ts';
import { type Contact, helpKinds, NO_HELP } from '#domain/referral/referral.ts';
import { isInTeam, type Membership } from '#domain/referral/rights.ts';
import { isAssessment } from '#domain/referral/solutions.ts';
import type { LocalDate } from '#domain/values/instant.ts';
import type { Options } from '#domain/values/options.ts';
import type { DealEntries, DealStep } from './draft.ts';

/** The steps in which something is entered. */
export type EntryStep = Exclude<DealStep, 'review'>;

/** What can be wrong with a deal before it is created; each code has words in every language. */
export type DealProblemCode =
  | 'customer-missing'
  | 'customer-incomplete'
  | 'name-missing'
  | 'name-too-long'
  | 'location-missing'
  | 'location-not-yours'
  | 'value-missing'
  | 'value-invalid'
  | 'close-date-missing'
  | 'close-date-past'
  | 'close-date-far'
  | 'notes-missing'
  | 'notes-too-long'
  | 'id-too-long'
  | 'team-missing'
  | 'team-incomplete'
  | 'team-too-many'
  | 'team-without-you'
  | SolutionProblem
  | 'selling-missing'
  | 'assessment-no-help'
  | 'assessment-contact-missing'
  | 'contact-missing'
  | 'contact-incomplete'
  | 'consent-missing'
  | 'partners-assessment'
  | 'partners-date-past'
  | 'partners-too-many';

/** One thing wrong with a deal, and the step where it is put right. */
export interface DealProblem {
  step: EntryStep;
  code: DealProblemCode;
}

/** Against what a deal is checked. */
export interface DealRules {
  /** Of the person who creates it. */
  today: LocalDate;
  member: Pick<Membership, 'role' | 'addresses'>;
  /** MPN ids of the locations this person may create deals for now (CR-3, CR-4). */
  locations: readonly string[];
  /** The company has no partner locations, and its deals have none: Microsoft. */
  placeless?: boolean | undefined;
  /** Whether the organization is vetted for solution assessments (CR-10). */
  vetted: boolean;
  /** What it switched on. */
  options?: Partial<Options> | undefined;
}

const MOST_NAME = 250;
const MOST_ID = 100;
const MOST_NOTES = 4000;
const MOST_PEOPLE = 50;
const MOST_YEARS = 10;
const MOST_AMOUNT = 1e15;
/** So many partners are invited as a deal is created; more can be later. */
export const MOST_INVITED = 20;

/** The steps in their order with all that is missing or wrong in each; empty for a deal that may be created. */
export function dealProblems(deal: DealEntries, rules: DealRules): DealProblem[] {
  const at = (step: EntryStep, codes: readonly DealProblemCode[]) => codes.map((code) => ({ step, code }));
  return [
    ...at('customer', customerProblems(deal, rules)),
    ...at('details', detailProblems(deal, rules)),
    ...at('team', teamProblems(deal, rules)),
    ...at('solutions', solutionProblems(deal.solutions ?? [], { ...rules, ...deal })),
    ...at('selling', sellingProblems(deal, rules)),
    ...at('partners', partnerProblems(deal, rules)),
  ];
}

/** CR-18: one legal entity; where no directory knows it, with its place. For an assessment its contact too, by option. */
function customerProblems(deal: DealEntries, { options }: DealRules): DealProblemCode[] {
  const { customer, customerContact } = deal;
  const contact = !assessmentNeeds(deal, options) || (customerContact && isWhole(customerContact));
  const whole = entityProblems(customer);
  return whole.length === 0 && !contact ? ['assessment-contact-missing'] : whole;
}

/** Whether it is an assessment that needs customer contact and notes (CR-24, an option). */
export function assessmentNeeds(
  { solutions }: Pick<DealEntries, 'solutions'>,
  options: Partial<Options> | undefined,
): boolean {
  return options?.assessmentDetailsRequired === true && solutions?.some(isAssessment) === true;
}

/** Whether a deal can't be created without notes (CR-21, CR-24; both are options). */
export function notesNeeded(
  deal: Pick<DealEntries, 'solutions'>,
  options: Partial<Options> | undefined,
): boolean {
  return options?.notesRequired === true || assessmentNeeds(deal, options);
}

/** Whether Microsoft is to be let see a deal in which no help is asked of it (CR-12, an option). */
export function isPartnerLed(
  { partnerLed, assistance, solutions }: Pick<DealEntries, 'partnerLed' | 'assistance' | 'solutions'>,
  options: Partial<Options> | undefined,
): boolean {
  const possible = options?.partnerLed === true && assistance === NO_HELP;
  return possible && partnerLed === true && !solutions?.some(isAssessment);
}

function entityProblems(customer: DealEntries['customer']): DealProblemCode[] {
  if (!customer?.name.trim()) return ['customer-missing'];
  if (customer.name.length > MOST_NAME) return ['customer-incomplete'];
  if (!customer.byHand) return [];
  const { city, country } = customer;
  const whole = city?.trim() && /^[A-Z]{2}$/.test(country ?? '');
  return whole ? [] : ['customer-incomplete'];
}

/** CR-21, and CR-3 and CR-4 for the location. */
function detailProblems(
  deal: DealEntries,
  { today, locations, placeless, options }: DealRules,
): DealProblemCode[] {
  const problems: DealProblemCode[] = [];
  const { name, location, value, closeDate } = deal;
  if (!name?.trim()) problems.push('name-missing');
  else if (name.length > MOST_NAME) problems.push('name-too-long');
  if (!location) problems.push(...(placeless ? [] : (['location-missing'] as const)));
  else if (!locations.includes(location)) problems.push('location-not-yours');
  if (!value) problems.push('value-missing');
  else if (!(value.amount > 0 && value.amount < MOST_AMOUNT) || !/^[A-Z]{3}$/.test(value.currency))
    problems.push('value-invalid');
  if (!closeDate) problems.push('close-date-missing');
  else if (closeDate < today) problems.push('close-date-past');
  else if (closeDate > `${Number(today.slice(0, 4)) + MOST_YEARS}${today.slice(4)}`)
    problems.push('close-date-far');
  if (notesNeeded(deal, options) && !deal.notes?.trim()) problems.push('notes-missing');
  if ((deal.notes?.length ?? 0) > MOST_NOTES) problems.push('notes-too-long');
  if ([deal.crmId, deal.campaignId].some((id) => (id?.length ?? 0) > MOST_ID)) problems.push('id-too-long');
  return problems;
}

/** CR-22. A referrals user sees only deals with themselves in the team (CR-4), so none is created without. */
function teamProblems({ team = [] }: DealEntries, { member }: DealRules): DealProblemCode[] {
  if (team.length === 0) return ['team-missing'];
  const problems: DealProblemCode[] = [];
  if (team.length > MOST_PEOPLE) problems.push('team-too-many');
  if (!team.every(isWhole)) problems.push('team-incomplete');
  if (member.role === 'referrals-user' && !isInTeam(member, { team })) problems.push('team-without-you');
  return problems;
}

/** CR-25, with what Microsoft's help asks for: the customer's contact (CR-19) and consent (CR-20). */
function sellingProblems(deal: DealEntries, { options }: DealRules): DealProblemCode[] {
  const { assistance, customerContact, consent } = deal;
  if (assistance === undefined) return ['selling-missing'];
  if (assistance === NO_HELP) {
    const shown = isPartnerLed(deal, options) && customerContact !== undefined;
    return shown && !consent ? ['consent-missing'] : [];
  }
  if (!helpKinds.includes(assistance)) return ['selling-missing'];
  // Nobody can be invited to a solution assessment (CR-33).
  if (deal.solutions?.some(isAssessment)) return ['assessment-no-help'];
  const problems: DealProblemCode[] = [];
  if (!customerContact) problems.push('contact-missing');
  else if (!isWhole(customerContact)) problems.push('contact-incomplete');
  if (!consent) problems.push('consent-missing');
  return problems;
}

/** CR-33: nobody is invited to an assessment. A draft may wait for weeks, so that a date has passed. */
function partnerProblems(
  { invitations = [], solutions }: DealEntries,
  { today }: DealRules,
): DealProblemCode[] {
  if (invitations.length === 0) return [];
  if (solutions?.some(isAssessment)) return ['partners-assessment'];
  const problems: DealProblemCode[] = [];
  if (invitations.length > MOST_INVITED) problems.push('partners-too-many');
  if (invitations.some(({ closeDate }) => closeDate < today)) problems.push('partners-date-past');
  return problems;
}

/** Whether name, phone and e-mail are all there (CR-22). */
function isWhole({ name, email, phone }: Contact): boolean {
  return Boolean(name.trim() && phone?.trim() && /^\S+@\S+\.\S+$/.test(email ?? ''));
}
