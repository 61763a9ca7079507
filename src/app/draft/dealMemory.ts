import { changeDocument } from '#app/store/changeDocument.ts';
import type { Contact, Customer, Referral } from '#domain/referral/referral.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore, DraftOf } from '#ports/documents.ts';
import type { DraftOwner } from './draftRecord.ts';

declare module '#ports/documents.ts' {
  interface DocumentKinds {
    'deal-memory': DealMemory;
  }
}

/**
 * What is remembered of a person's deals with one customer. Never the help that was wanted, nor what was agreed to be
 * shared: both are chosen for each deal (CR-20, CR-25). Documents from before have them still; nobody reads them.
 */
export interface CustomerMemory {
  /** Which legal entity, as `customerKey` spells it. */
  key: string;
  solutionIds: readonly string[];
  /** The customer's person: offered to choose, never entered by itself. */
  contact?: Contact | undefined;
}

/** What somebody entered in earlier deals, so that it is not asked again. Newest first, bounded. */
export interface DealMemory {
  phone?: string | undefined;
  location?: string | undefined;
  currency?: string | undefined;
  /** Team contacts of earlier deals (CR-22). */
  contacts: readonly Contact[];
  customers: readonly CustomerMemory[];
}

const MOST_CONTACTS = 20;
const MOST_CUSTOMERS = 50;
const MOST_SOLUTIONS = 10;
const nothing: DealMemory = { contacts: [], customers: [] };

/** What is remembered of a person's earlier deals. */
export async function readDealMemory(deps: { store: DocumentStore }, owner: DraftOwner): Promise<DealMemory> {
  const document = await deps.store.read<'deal-memory'>(owner.organization, documentId(owner));
  return document?.body ?? nothing;
}

/** Remembers what the next deal need not ask again, out of one that was created. Safe to repeat. */
export function rememberDeal(
  deps: { store: DocumentStore; clock: Clock },
  owner: DraftOwner,
  deal: Referral,
  /** Of the person: who of the team is them. */
  addresses: readonly string[],
): Promise<void> {
  return changeDocument<'deal-memory', void>(deps, owner.organization, documentId(owner), (document) => ({
    draft: dealMemoryDraft(owner, withDeal(document?.body ?? nothing, deal, addresses)),
    result: undefined,
  }));
}

/** Forgets the customers' people of these deals. Safe to repeat. */
export function forgetContacts(
  deps: { store: DocumentStore; clock: Clock },
  owner: DraftOwner,
  deals: readonly Referral[],
): Promise<void> {
  const isGone = ({ key, contact }: CustomerMemory) =>
    deals.some(
      ({ customer }) =>
        customerKey(customer) === key && customer.contacts.some((one) => sameContact(one, contact)),
    );
  return changeDocument<'deal-memory', void>(deps, owner.organization, documentId(owner), (document) => {
    if (!document?.body.customers.some(isGone)) return { result: undefined };
    const customers = document.body.customers.map((one) =>
      isGone(one) ? { ...one, contact: undefined } : one,
    );
    return { draft: dealMemoryDraft(owner, { ...document.body, customers }), result: undefined };
  });
}

/** The document of what is remembered of a person's deals. */
export function dealMemoryDraft(owner: DraftOwner, body: DealMemory): DraftOf<'deal-memory'> {
  return { partition: owner.organization, id: documentId(owner), kind: 'deal-memory', schema: 1, body };
}

function withDeal(memory: DealMemory, deal: Referral, addresses: readonly string[]): DealMemory {
  const isMe = ({ email }: Contact) => email !== undefined && addresses.includes(email.toLowerCase());
  const me = deal.team.find(isMe);
  const key = customerKey(deal.customer);
  const before = memory.customers.find((one) => one.key === key);
  const customer: CustomerMemory = {
    key,
    solutionIds: (deal.solutions ?? []).map(({ id }) => id).slice(0, MOST_SOLUTIONS),
    contact: deal.customer.contacts[0] ?? before?.contact,
  };
  const others = memory.customers.filter((one) => one.key !== key).map(withoutChoices);
  return {
    phone: me?.phone ?? memory.phone,
    location: deal.location ?? memory.location,
    currency: deal.value?.currency ?? memory.currency,
    contacts: [
      ...deal.team.filter((one) => !isMe(one)),
      ...memory.contacts.filter((one) => !deal.team.some((other) => sameContact(one, other))),
    ].slice(0, MOST_CONTACTS),
    customers: [customer, ...others].slice(0, MOST_CUSTOMERS),
  };
}

/** What a document from before holds besides goes with the next deal. */
function withoutChoices({ key, solutionIds, contact }: CustomerMemory): CustomerMemory {
  return { key, solutionIds, contact };
}

/** One spelling for one legal entity: D-U-N-S number and name, because some share a number, else Microsoft's id, else name and place. */
export function customerKey(customer: Omit<Customer, 'contacts'>): string {
  const { duns, microsoftAccountId, name, city, country } = customer;
  const plain = (part = '') => part.normalize('NFKC').trim().toLowerCase();
  if (duns) return `duns:${duns}|${plain(name)}`;
  if (microsoftAccountId) return `account:${microsoftAccountId.toLowerCase()}`;
  return [name, city, country].map(plain).join('|');
}

/** Whether two contacts are the same person: by e-mail, where either has one. */
export function sameContact(one: Contact, other: Contact | undefined): boolean {
  if (!other) return false;
  if (one.email ?? other.email) return one.email?.toLowerCase() === other.email?.toLowerCase();
  return one.name === other.name && one.phone === other.phone;
}

function documentId({ personId }: DraftOwner): string {
  return `deal-memory:${personId}`;
}
