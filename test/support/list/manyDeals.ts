import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import { dealOrderings } from '#app/referral/dealIndex.ts';
import { type ReferralRecord, referralDraft } from '#app/referral/referralRecord.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { Membership } from '#domain/referral/rights.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { fakeClock } from '#test/support/app/fakeClock.ts';

export const TODAY = '2026-11-20';
const NOW = `${TODAY}T09:00:00.000Z`;

/** A deal with what a test is about laid over it; `n` makes the id and, unless said otherwise, the moment. */
export function deal(n: number, changes: Partial<Referral> | Record<string, unknown> = {}): Referral {
  const minute = new Date(Date.parse('2026-10-01T00:00:00.000Z') + n * 60_000).toISOString();
  return {
    id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    organization: 'contoso',
    direction: 'inbound',
    stage: 'received',
    location: 'L1',
    name: `Deal ${n}`,
    customer: { name: 'Fabrikam', addressLines: [], country: 'US', contacts: [] },
    wanted: { solutions: [], products: [], services: [], industries: [] },
    team: [],
    createdAt: minute,
    expiresAt: new Date(Date.parse(minute) + 14 * 24 * 3_600_000).toISOString(),
    revision: 1,
    ...changes,
  } as Referral;
}

/** A stage, as `deal` takes it. */
export const accepted = {
  stage: 'accepted',
  acceptedAt: NOW,
  acceptedBy: { kind: 'clock' },
} as const;

/** An end, as `deal` takes it. */
export function ended(outcome: string): object {
  return {
    stage: 'closed',
    outcome,
    closedAt: '2026-11-02T00:00:00.000Z',
    closedBy: { kind: 'partner-center' },
  };
}

export const companyAdmin: Membership = {
  role: 'referrals-admin',
  locations: 'all',
  addresses: ['anna@contoso.example'],
};

/** A user with this address, for all locations or these. */
export function user(locations: Membership['locations'], ...addresses: string[]): Membership {
  return { role: 'referrals-user', locations, addresses };
}

/** A team of people with these addresses. */
export function team(...emails: string[]): object {
  return { team: emails.map((email) => ({ name: email, email })) };
}

export interface Deals {
  store: DocumentStore;
  deps: { store: DocumentStore; clock: ReturnType<typeof fakeClock> };
  add(...deals: Referral[]): Promise<void>;
  put(deal: Referral): Promise<void>;
}

/** A store of deals as the bot opens it. */
export function dealStore(): Deals {
  const store = openSqliteStore({ file: ':memory:', orderings: dealOrderings });
  const deps = { store, clock: fakeClock(NOW) };
  const draft = (referral: Referral) =>
    referralDraft({ referral, outbox: [], commands: [] } as unknown as ReferralRecord, undefined);
  return {
    store,
    deps,
    async add(...deals) {
      await Promise.all(deals.map((referral) => store.create(draft(referral))));
    },
    async put(referral) {
      const wanted = draft(referral);
      const present = await store.read(wanted.partition, wanted.id);
      if (present) await store.replace(wanted, present.etag);
      else await store.create(wanted);
    },
  };
}
