import type { OpenDraft } from '#app/draft/draftRecord.ts';
import type { DealDraft, DealEntries } from '#domain/draft/draft.ts';
import { type Contact, type Customer, NO_HELP, type Solution } from '#domain/referral/referral.ts';
import { isAssessment } from '#domain/referral/solutions.ts';

/** What earlier deals with one customer say about the next. */
export interface KnownOfCustomer {
  /** As the catalog has them now. */
  solutions: readonly Solution[];
}

/** All from which an entry can be assumed that nobody gave. */
export interface Known {
  me: { name: string; email?: string | undefined; phone?: string | undefined };
  /** MPN ids of the locations the person may create for. */
  locations: readonly string[];
  location?: string | undefined;
  /** They created a deal before, so that the question for help is known to them. */
  experienced?: boolean | undefined;
  /** The company is Microsoft itself, which asks itself for no help. */
  ofMicrosoft?: boolean | undefined;
  /** The organization's only own solution, where it has just one. */
  onlySolution?: Solution | undefined;
  ofCustomer: (customer: Customer) => KnownOfCustomer | undefined;
}

type Entry = keyof DealEntries;

/**
 * The draft with everything filled in that is usual or the only choice, so that it is not asked. What was assumed
 * before is assumed anew, because it followed from a customer or solutions that may have changed. Nothing that is shown
 * to another party is ever assumed: neither help, nor the customer's contact, nor their consent (CR-20, CR-25).
 */
export function withDefaults(open: OpenDraft, known: Known): OpenDraft {
  const draft: DealDraft = { ...open.draft };
  const assumed = new Set<Entry>(open.assumed);
  const assume = <E extends Entry>(entry: E, value: DealDraft[E]) => {
    if (draft[entry] !== undefined && !assumed.has(entry)) return;
    draft[entry] = value;
    if (value === undefined) assumed.delete(entry);
    else assumed.add(entry);
  };
  const customer = draft.customer && known.ofCustomer(draft.customer);
  assume('location', locationOf(known));
  assume('team', meAlone(known));
  const solutions = customer?.solutions.length
    ? customer.solutions
    : known.onlySolution && [known.onlySolution];
  assume('solutions', solutions);
  assume('name', nameOf(draft));
  const assessment = draft.solutions?.some(isAssessment);
  const [only] = known.locations.length === 1 ? known.locations : [];
  assume('assessmentPlace', assessment ? only : undefined);
  if (known.ofMicrosoft) draft.assistance = NO_HELP;
  else assume('assistance', assessment || known.experienced ? NO_HELP : undefined);
  return { ...open, draft, assumed: [...assumed] };
}

/** Nobody enters a name where the customer's says it all; it can be changed. */
function nameOf({ customer, solutions }: DealDraft): string | undefined {
  if (!customer) return undefined;
  const [solution, ...others] = solutions ?? [];
  const name = solution && others.length === 0 ? `${customer.name} – ${solution.name}` : customer.name;
  return name.slice(0, 250);
}

/** Whether a deal has the name that is made of its customer's, with or without the solution that came later. */
export function isMadeName(draft: DealDraft): boolean {
  return draft.name !== undefined && [nameOf(draft), draft.customer?.name].includes(draft.name);
}

function locationOf({ locations, location }: Known): string | undefined {
  if (location !== undefined && locations.includes(location)) return location;
  return locations.length === 1 ? locations[0] : undefined;
}

/** CR-22 wants all three; without a phone the step is asked. */
function meAlone({ me }: Known): readonly Contact[] | undefined {
  const { name, email, phone } = me;
  return email && phone ? [{ name, email, phone }] : undefined;
}

/** Whether two contacts have the same address, or the same name where there is none. */
export function samePerson(one: Contact | undefined, other: Contact | undefined): boolean {
  if (!one || !other) return false;
  if (one.email ?? other.email) return one.email?.toLowerCase() === other.email?.toLowerCase();
  return one.name === other.name && one.phone === other.phone;
}
