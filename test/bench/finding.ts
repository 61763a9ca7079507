import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import type { PagePosition } from '#app/list/dealPage.ts';
import { listDeals } from '#app/list/deals.list.ts';
import { searchDeals } from '#app/list/deals.search.ts';
import { keepChoice } from '#app/list/listChoice.ts';
import { dealOrderings } from '#app/referral/dealIndex.ts';
import { type ReferralRecord, referralDraft } from '#app/referral/referralRecord.ts';
import { type DealFilters, type DealList, usualChoice } from '#domain/list/dealList.ts';
import type { Membership } from '#domain/referral/rights.ts';
import type { AnyDocumentStore, DocumentStore } from '#ports/documents.ts';
import { fakeClock } from '#test/support/app/fakeClock.ts';
import { benchDeal, benchId, FEW, MANY, ORGANIZATION, TODAY } from './deals.ts';
import type { Recorder } from './frame/figure.ts';

/** Milliseconds by what was measured. */
type Measured = Map<string, number>;

const admin: Membership = { role: 'referrals-admin', locations: 'all', addresses: ['anna@contoso.example'] };
const ofLocations: Membership = { ...admin, locations: ['1000001', '1000002', '1000003'] };
const many: Membership = { role: 'referrals-user', locations: 'all', addresses: [MANY, 'many@upn.example'] };
const few: Membership = { role: 'referrals-user', locations: 'all', addresses: [FEW] };

/**
 * Lists and search of deals on the embedded store (a file), in organizations of growing size: how long each takes.
 */
export async function benchFinding(record: Recorder, largest: number): Promise<void> {
  await inOrganizationsUpTo(record, largest, measure);
}

const SIZES = [1_000, 30_000, 1_000_000];

/** The sizes that are compared: none beyond the largest, which is one of them. */
export function sizesUpTo(largest: number): number[] {
  return [...new Set([...SIZES.filter((size) => size < largest), largest])];
}

/** The medians of what is measured in organizations of growing size. */
export async function inOrganizationsUpTo(
  record: Recorder,
  largest: number,
  measured: (store: AnyDocumentStore) => Promise<Measured>,
): Promise<void> {
  for (const size of sizesUpTo(largest)) {
    const medians = await inOrganizationOf(record, size, measured);
    for (const [what, milliseconds] of medians) record.figure(what, milliseconds, 'ms', size);
  }
}

async function inOrganizationOf(
  record: Recorder,
  size: number,
  measured: (store: AnyDocumentStore) => Promise<Measured>,
): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'cosell-deals-'));
  const file = join(folder, 'deals.db');
  try {
    const start = performance.now();
    // By id and with the orders added at the end: rows that come in the order of their index are written fast.
    const filling = openSqliteStore({ file, throwaway: true });
    await fill(filling, size);
    await filling.close();
    const store = openSqliteStore({ file, orderings: dealOrderings });
    const seconds = (performance.now() - start) / 1000;
    record.figure('deals filled in', size / seconds, '/s', size);
    record.figure('a deal takes', statSync(file).size / size, 'bytes', size);
    try {
      return await measured(store);
    } finally {
      await store.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Puts so many deals into a store. */
export async function fill(store: DocumentStore, size: number): Promise<void> {
  const numbers = Array.from({ length: size }, (_, n) => ({ n, id: benchId(n) })).sort((one, other) =>
    one.id < other.id ? -1 : 1,
  );
  const together = 5_000;
  for (let from = 0; from < size; from += together) {
    const drafts = numbers.slice(from, from + together).map(({ n }) => {
      const record = { referral: benchDeal(n, size), outbox: [], commands: [] };
      return referralDraft(record as unknown as ReferralRecord, undefined);
    });
    await Promise.all(drafts.map((draft) => store.create(draft)));
  }
}

async function measure(store: DocumentStore): Promise<Measured> {
  const deps = { store, clock: fakeClock(`${TODAY}T09:00:00.000Z`) };
  const found: Measured = new Map();
  const list = (member: Membership, which: DealList, position: PagePosition = {}) =>
    listDeals(
      deps,
      { organization: ORGANIZATION, personId: 'anna', member, list: which, today: TODAY },
      position,
    );
  const search = (member: Membership, text: string) =>
    searchDeals(deps, { organization: ORGANIZATION, personId: 'anna', member, text });
  const choose = (filters: DealFilters) =>
    keepChoice(deps, {
      organization: ORGANIZATION,
      personId: 'anna',
      list: 'inbound',
      choice: { ...usualChoice, filters },
    });

  for (const [who, member] of [
    ['company admin', admin],
    ['admin of three locations', ofLocations],
    ['user in many teams', many],
    ['user in few teams', few],
  ] as const) {
    found.set(`${who}: first page`, await median(() => list(member, 'inbound')));
    let page = await list(member, 'inbound');
    for (let number = 1; number < 100 && page.next !== undefined; number++) {
      page = await list(member, 'inbound', { after: page.next });
    }
    const after = page.previous;
    if (after !== undefined) {
      found.set(`${who}: page 100 or the last`, await median(() => list(member, 'inbound', { after })));
    }
    found.set(`${who}: mine`, await median(() => list(member, 'mine')));
    found.set(`${who}: needs action`, await median(() => list(member, 'action')));
    await choose({ country: 'SE', type: 'p2p', status: 'won' });
    found.set(`${who}: country, type and status`, await median(() => list(member, 'inbound')));
    await choose({ country: 'IT', customer: 'rarely' });
    found.set(
      `${who}: a country and a customer that never meet`,
      await median(() => list(member, 'inbound')),
    );
    await choose({});
    found.set(`${who}: all open`, await median(() => list(member, 'all')));
    for (const [what, filters] of narrowed) {
      const once = () =>
        listDeals(deps, {
          organization: ORGANIZATION,
          personId: 'anna',
          member,
          list: 'all',
          today: TODAY,
          filters,
        });
      found.set(`${who}: all open, ${what}`, await median(once));
    }
    for (const text of ['contoso cloud', 'proj', 'alpine nordic', 'unheard of', 'deal 12345678']) {
      found.set(`${who}: search ${text}`, await median(() => search(member, text)));
    }
  }
  return found;
}

/** One that many fit, one that hardly any does, one in an order of its own. */
const narrowed: readonly (readonly [string, DealFilters])[] = [
  ['worth 500,000 or more', { over: { amount: 500_000, currency: 'USD' } }],
  ['worth 1,000,900 or more', { over: { amount: 1_000_900 } }],
  [
    'closing in one quarter, with Microsoft',
    { closingFrom: '2026-10-01', closingTo: '2026-12-31', partner: 'Microsoft' },
  ],
  ['quiet', { quiet: true }],
];

/** Milliseconds. */
export async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let formVersion = 0; formVersion < 21; formVersion++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.sort((one, other) => one - other)[10] ?? 0;
}
