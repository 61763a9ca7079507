import type { CreateDealDeps } from '#app/draft/deal.create.ts';
import { customerKey, type DealMemory, readDealMemory, sameContact } from '#app/draft/dealMemory.ts';
import type { DraftOwner } from '#app/draft/draftRecord.ts';
import { creatableLocations, isPlaceless } from '#app/organization/creatableLocations.ts';
import type { DraftCardView, LocationChoice } from '#cards/draft/view.ts';
import type { CardDeps } from '#dialogs/turn/dealCardAnswer.ts';
import type { Personally } from '#dialogs/turn/personally.ts';
import { type Turn, todayOf } from '#dialogs/turn/turn.ts';
import { MICROSOFT } from '#domain/referral/party.ts';
import type { Contact, Customer, Solution } from '#domain/referral/referral.ts';
import type { Membership } from '#domain/referral/rights.ts';
import { isAssessment } from '#domain/referral/solutions.ts';
import type { LocalDate } from '#domain/values/instant.ts';
import type { Calendar } from '#ports/calendar.ts';
import type { CustomerDirectory } from '#ports/customers.ts';
import type { PartnerDirectory } from '#ports/partners.ts';
import type { Known, KnownOfCustomer } from './defaults.ts';
import type { Knowledge } from './steps.ts';

/** What the conversation of creating a deal works with. */
export type DraftingDeps = CardDeps &
  CreateDealDeps & {
    calendar: Calendar;
    customers: CustomerDirectory;
    partners: PartnerDirectory;
    personally: Personally;
  };

/** A person who may create deals, with all that their deals are made against in this turn. */
export interface DraftContext {
  turn: Turn;
  owner: DraftOwner;
  member: Membership;
  locations: readonly LocationChoice[];
  memory: DealMemory;
  today: LocalDate;
  me: DraftCardView['me'];
  rules: Knowledge['rules'];
}

/** Why somebody may not create deals: not listed, or responsible for no location of the organization. */
export type NoDraftContext = 'not-a-member' | 'no-location';

/** Who creates a deal here and what is known of them; or why they may not (CR-2 to CR-4). */
export async function draftContextOf(deps: DraftingDeps, turn: Turn): Promise<DraftContext | NoDraftContext> {
  const { organization, person, member } = turn;
  if (!member) return 'not-a-member';
  const locations = await creatableLocations(deps, organization, member);
  const placeless = isPlaceless(organization, member, locations);
  if (locations.length === 0 && !placeless) return 'no-location';
  const owner = { organization: organization.id, personId: person.personId };
  const memory = await readDealMemory(deps, owner);
  const today = todayOf(deps, turn);
  const { name, email, userPrincipalName } = person.profile;
  const me = { name, email: email ?? userPrincipalName, phone: memory.phone };
  const mpnIds = locations.map(({ mpnId }) => mpnId);
  const { vetted, options } = organization;
  const rules = { today, member, locations: mpnIds, placeless, vetted, options };
  return { turn, owner, member, locations, memory, today, me, rules };
}

/** What a deal with these customers may take as known. */
export async function knowledgeOf(
  deps: DraftingDeps,
  context: DraftContext,
  ...customers: readonly (Customer | undefined)[]
): Promise<Knowledge> {
  const { memory, me, rules, turn } = context;
  const organization = turn.organization.id;
  const own = await deps.solutions.search({ organization, text: '', kinds: ['own'], limit: 2 });
  const remembered = new Map<string, KnownOfCustomer>();
  for (const customer of customers) {
    const key = customer && customerKey(customer);
    const before = key !== undefined && memory.customers.find((one) => one.key === key);
    if (!before || remembered.has(before.key)) continue;
    const solutions = await presentSolutions(deps, context, before.solutionIds);
    remembered.set(before.key, { solutions });
  }
  const known: Known = {
    me,
    locations: rules.locations,
    location: memory.location,
    experienced: memory.customers.length > 0,
    ofMicrosoft: organization === MICROSOFT,
    onlySolution: own.length === 1 ? own[0] : undefined,
    ofCustomer: (customer) => remembered.get(customerKey(customer)),
  };
  return { rules, known };
}

/** The customer's people of earlier deals; of one customer only, where one is chosen. */
export function customerContacts({ memory }: DraftContext, customer: Customer | undefined): Contact[] {
  const key = customer && customerKey(customer);
  const contacts = memory.customers
    .filter((one) => key === undefined || one.key === key)
    .flatMap(({ contact }) => (contact ? [contact] : []));
  return contacts
    .filter((one, at) => contacts.findIndex((other) => sameContact(one, other)) === at)
    .slice(0, 20);
}

/** Those of the ids that the catalog still has, and this organization may use. */
export async function presentSolutions(
  deps: DraftingDeps,
  { turn }: DraftContext,
  ids: readonly string[],
): Promise<Solution[]> {
  const { id, vetted } = turn.organization;
  const found = await Promise.all(ids.map((one) => deps.solutions.byId(id, one)));
  return found.filter((one) => one !== undefined).filter((one) => vetted || !isAssessment(one));
}
