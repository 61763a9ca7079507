import { randomUUID } from 'node:crypto';
import { calendar } from '#adapters/luxon/calendar.ts';
import { createSyncFormat } from '#adapters/partner-center/api/syncFormat.ts';
import { readReferral } from '#adapters/partner-center/readReferral.ts';
import { createReferralFormat } from '#adapters/partner-center/referralFormat.ts';
import { createSolutionCatalog } from '#adapters/solutions/catalog.ts';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import { noteSetAside } from '#app/delivery/troubleNotes.ts';
import type { NoticeRecord } from '#app/notice/noticeRecord.ts';
import { type ReceiveOutcome, receiveReferral } from '#app/referral/referral.receive.ts';
import { Worker } from '#app/store/worker.ts';
import type { ReadEvent } from '#app/sync/reading/readDeps.ts';
import type { AccessTokens } from '#app/sync/signIn/accessTokens.ts';
import { type WorkDeps, workHandlers } from '#app/work.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { PENDING_SECONDS } from '#domain/referral/undoable.ts';
import { defaultOptions } from '#domain/values/options.ts';
import type { AnyDocumentStore, DocumentStore, StoredDocument } from '#ports/documents.ts';
import type { MemberEntry, Organization, Organizations } from '#ports/organizations.ts';
import type { Connections, PartnerCenterApi } from '#ports/partnerCenterApi.ts';
import { type FakeClock, fakeClock } from './fakeClock.ts';
import { type RecordingMessenger, recordingMessenger } from './recordingMessenger.ts';

/** A Monday, ten in the morning in Berlin. */
export const MONDAY = '2026-11-16T09:00:00.000Z';
export const TENANT = 'tenant';

export interface AppOptions {
  now?: string;
  members?: readonly MemberEntry[];
  /** Trial mode. */
  open?: boolean;
  reminderHours?: readonly number[];
  /** Further organizations of the deployment, by id and name. */
  others?: Readonly<Record<string, string>>;
  /** Partner Center as the organization sees it, where it is connected. */
  partnerCenter?: PartnerCenterApi;
  partnerCenterId?: string;
  /** Where tokens for Partner Center come from, if anybody is connected. */
  tokens?: (given: { store: AnyDocumentStore; clock: FakeClock }) => AccessTokens;
  /** Nobody is connected without. */
  connections?: Connections;
  /** For how many milliseconds news wait for more; they do not without. */
  newsWait?: number;
  /** Puts something between the app and its store. */
  wrap?: (store: AnyDocumentStore) => AnyDocumentStore;
}

const connectedWith = (api: PartnerCenterApi | undefined): Connections => ({
  modeOf: () => (api ? 'read' : 'none'),
  open: async () => api,
});

/** The application with a real store and a real worker, a clock that is set by hand, and nobody outside. */
export interface App {
  organization: Organization;
  store: DocumentStore;
  clock: FakeClock;
  messenger: RecordingMessenger;
  deps: WorkDeps;
  worker: Worker;
  /** What came up while the worker worked. */
  errors: unknown[];
  setAside: string[];
  failed: NoticeRecord[];
  nobody: Referral[];
  /** What reading from Partner Center did. */
  reads: ReadEvent[];
  /** Takes in a body in Partner Center's shape; `quiet`: as part of an import that began then. */
  receive(wire: unknown, quiet?: string): Promise<ReceiveOutcome>;
  /** Another process on the same store; `start` it to have it work. */
  anotherWorker(owner: string): Worker;
  /** Resolves when everything that is due now is done. */
  settled(): Promise<void>;
  /** The same when the time is over in which what was decided can be taken back. */
  final(): Promise<void>;
  close(): Promise<void>;
}

export function startApp(options: AppOptions = {}): App {
  const clock = fakeClock(options.now ?? MONDAY);
  const inner = openSqliteStore({ file: ':memory:' });
  const store = options.wrap?.(inner) ?? inner;
  const solutions = createSolutionCatalog({ store, vetted: () => true });
  const messenger = recordingMessenger();
  const organization = {
    ...organizationWith(options.members ?? [], options.open ?? false),
    partnerCenterId: options.partnerCenterId,
  };
  const others = Object.entries(options.others ?? {}).map(([id, name]) => {
    return { ...organization, id, name, members: [], tenantIds: [`tenant-${id}`] };
  });
  const [errors, setAside, nobody]: [unknown[], string[], Referral[]] = [[], [], []];
  const reads: ReadEvent[] = [];
  const failed: NoticeRecord[] = [];
  const asideOf = async (document: StoredDocument, reason: string) => {
    await noteSetAside({ store, clock }, document, reason);
    setAside.push(reason);
  };
  const deps: WorkDeps = {
    store,
    clock,
    calendar,
    messenger,
    organizations: lookup([organization, ...others]),
    solutions,
    format: createReferralFormat(calendar),
    syncFormat: createSyncFormat(calendar),
    connections: options.connections ?? connectedWith(options.partnerCenter),
    pollSeconds: 30,
    onRead: (event) => reads.push(event),
    tokens: options.tokens?.({ store, clock }),
    reminderHours: options.reminderHours ?? [24, 72, 168, 240, 312],
    newId: randomUUID,
    newsWait: options.newsWait ?? 0,
    // What a test writes past the worker it has to look for.
    wake: () => worker.look(),
    onSetAside: asideOf,
    onFailed: (notice) => failed.push(notice),
    onNobody: (referral) => nobody.push(referral),
  };
  let running = 0;
  const newWorker = (owner: string) => {
    const handlers = Object.fromEntries(
      Object.entries(workHandlers(deps)).map(([kind, handle]) => [
        kind,
        async (...given: Parameters<typeof handle>) => {
          running++;
          await handle(...given).finally(() => running--);
          // Nothing here hears what is written: it looks for what the work led to.
          setImmediate(() => one.look());
        },
      ]),
    );
    const one: Worker = new Worker({
      store,
      clock,
      owner,
      handlers,
      onError: (error) => errors.push(error),
      onSetAside: asideOf,
    });
    return one;
  };
  const worker = newWorker('this-process');
  worker.start();
  const isAtRest = async () => {
    if (running > 0) return false;
    const due = await inner.due(clock.instant, { total: 1, perOrganization: 1 });
    return due.length === 0 && running === 0;
  };
  const settled = async () => {
    for (let calm = 0, turns = 0; calm < 2; turns++) {
      if (turns > 20_000) throw new Error('never came to rest');
      // Who works looks again by itself when it is done; the store is asked only where nobody does.
      if (running === 0) worker.look();
      await turn();
      calm = (await isAtRest()) ? calm + 1 : 0;
    }
  };
  return {
    organization,
    store,
    clock,
    messenger,
    deps,
    worker,
    errors,
    setAside,
    failed,
    nobody,
    reads,
    receive(wire, quiet) {
      const read = readReferral(wire);
      if (!read.ok) throw new Error(JSON.stringify(read.problems));
      return receiveReferral(
        { ...deps, solutions },
        { organization: organization.id, delivery: read.delivery, quiet },
      );
    },
    anotherWorker: newWorker,
    settled,
    async final() {
      await settled();
      clock.advance(PENDING_SECONDS * 1_000);
      await settled();
    },
    async close() {
      await worker.stop();
      await store.close();
    },
  };
}

/** Lets everything that waits for the store go one step on. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Waits until something holds. */
export async function until<T>(
  what: string,
  find: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  for (let turns = 0; turns < 20_000; turns++) {
    const found = await find();
    if (found) return found;
    await turn();
  }
  throw new Error(`waited in vain: ${what}`);
}

export function organizationWith(members: readonly MemberEntry[], open = false): Organization {
  return {
    id: 'contoso',
    name: 'Contoso Partner',
    tenantIds: [TENANT],
    open,
    workingHours: { timeZone: 'Europe/Berlin', start: 9 * 60, end: 17 * 60, days: [1, 2, 3, 4, 5] },
    members,
    locations: [
      { mpnId: '1234567', name: 'Contoso Seattle', country: 'US' },
      { mpnId: '7654321', name: 'Contoso Köln', country: 'DE' },
    ],
    routes: [],
    solutions: [],
    vetted: false,
    options: defaultOptions,
  };
}

function lookup(all: readonly Organization[]): Organizations {
  return {
    all: () => all,
    byId: (id) => all.find((one) => one.id === id),
    byTenant: (tenantId) => all.find(({ tenantIds }) => tenantIds.includes(tenantId)),
  };
}
