import { randomUUID } from 'node:crypto';
import { readReferral } from '#adapters/partner-center/readReferral.ts';
import { type ReferralWorkDeps, workReferral } from '#app/delivery/referral.work.ts';
import { startReindex } from '#app/list/deals.reindex.ts';
import { type ChangePosition, followReferrals } from '#app/list/referrals.follow.ts';
import { receiveReferral } from '#app/referral/referral.receive.ts';
import type { ReferralRecord } from '#app/referral/referralRecord.ts';
import type { Clock } from '#ports/clock.ts';
import type { AnyDocumentStore, ListQuery, StoredDocument } from '#ports/documents.ts';
import type { Organization } from '#ports/organizations.ts';
import { inbound } from '#test/support/referral/referrals.ts';

/** By how much the clocks of the three processes are wrong, in milliseconds: as far apart as is promised to do no harm. */
const wrong = [0, 4_900, -4_900];
const LEASE = 60_000;

/** Several processes on one store, whose writes and looks land whenever the test says, and one who follows. */
export interface ChangeWorld {
  /** A process begins to take in a new version of a deal, and stops right before it is written. */
  begin(process: number, deal: number): Promise<void>;
  /** One that stopped goes on to its end. */
  land(which: number): Promise<void>;
  wait(milliseconds: number): void;
  /** A process does what is due, up to the last write where it stops, or ends with the lease in hand. */
  work(process: number, how: 'whole' | 'stops' | 'dies'): Promise<void>;
  /** Who follows asks a process for a page; it may stop right after its look into the store. */
  follow(process: number, top: number, stops: boolean): Promise<void>;
  /** Everything lands, everything due is done, and who follows reads to the end. */
  end(): Promise<{ stored: Map<string, string>; followed: Map<string, string> }>;
}

export async function changeWorld(store: AnyDocumentStore): Promise<ChangeWorld> {
  const organization = `org-${randomUUID()}`;
  let time = Date.parse('2026-11-20T09:00:00.000Z');
  let version = 0;
  let position: ChangePosition | undefined;
  let following = false;
  const followed = new Map<string, string>();
  const stopped: { goOn: () => void; done: Promise<void> }[] = [];
  const clockOf = (process: number): Clock => ({
    now: () => new Date(time + (wrong[process] ?? 0)),
    pause: () => new Promise((resolve) => setImmediate(resolve)),
  });
  await startReindex({ store, clock: clockOf(0) }, { id: organization } as Organization);

  /** Runs something until it stops at the first of these operations, or to its end. */
  const until = async (
    operations: readonly ('create' | 'replace' | 'list')[],
    run: (store: AnyDocumentStore) => Promise<void>,
  ) => {
    let reached: () => void = () => undefined;
    let goOn: () => void = () => undefined;
    const here = new Promise<void>((resolve) => {
      reached = resolve;
    });
    const gate = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const waiting = async (operation: 'create' | 'replace' | 'list') => {
      if (!operations.includes(operation)) return;
      reached();
      await gate;
    };
    const gated: AnyDocumentStore = {
      ...store,
      create: async (draft) => waiting('create').then(() => store.create(draft)),
      replace: async (draft, etag) => waiting('replace').then(() => store.replace(draft, etag)),
      list: async <B>(query: ListQuery) => {
        const page = await store.list<B>(query);
        await waiting('list');
        return page;
      },
    };
    const done = run(gated);
    let ended = false;
    await Promise.race([
      here,
      done.then(() => {
        ended = true;
      }),
    ]);
    if (!ended) stopped.push({ goOn, done });
  };

  const due = async (process: number) => {
    const found = await store.due(clockOf(process).now().toISOString(), {
      total: 1_000,
      perOrganization: 100,
    });
    return found.filter(({ partition, kind }) => partition === organization && kind === 'referral');
  };
  const carryOut = (process: number, document: StoredDocument, through: AnyDocumentStore) =>
    workReferral(
      {
        store: through,
        clock: clockOf(process),
        organizations: { byId: () => undefined },
        newId: randomUUID,
        wake: () => undefined,
        onSetAside: () => undefined,
      } as unknown as ReferralWorkDeps,
      document as StoredDocument<ReferralRecord>,
    );
  const page = async (process: number, top: number, through: AnyDocumentStore) => {
    const rows = await followReferrals({ store: through, clock: clockOf(process) }, organization, position);
    let count = 0;
    for await (const row of rows ?? []) {
      followed.set(row.record.referral.id, row.record.referral.name);
      position = row.position;
      if (++count >= top) break;
    }
    return count;
  };

  const world: ChangeWorld = {
    async begin(process, deal) {
      const name = `version ${++version}`;
      const updatedDateTime = new Date(Date.parse('2026-01-01T00:00:00Z') + version * 1_000).toISOString();
      const read = readReferral(
        inbound({ id: `deal-${deal}`, name, direction: 'Outgoing', updatedDateTime }),
      );
      if (!read.ok) throw new Error(JSON.stringify(read.problems));
      const { delivery } = read;
      await until(['create', 'replace'], async (through) => {
        const solutions = { byId: async () => undefined };
        await receiveReferral(
          { store: through, clock: clockOf(process), newId: randomUUID, wake: () => undefined, solutions },
          { organization, delivery },
        );
      });
    },
    async land(which) {
      const [one] = stopped.splice(which % Math.max(1, stopped.length), 1);
      one?.goOn();
      await one?.done;
    },
    wait(milliseconds) {
      time += milliseconds;
    },
    async work(process, how) {
      for (const document of await due(process)) {
        const leased = new Date(clockOf(process).now().getTime() + LEASE).toISOString();
        const lease = { owner: randomUUID(), until: leased };
        const claimed = await store.replace({ ...document, lease, dueAt: leased }, document.etag);
        if (!claimed.ok || how === 'dies') continue;
        if (how === 'whole') await carryOut(process, claimed.document, store);
        else await until(['replace'], (through) => carryOut(process, claimed.document, through));
      }
    },
    async follow(process, top, stops) {
      if (following) return;
      following = true;
      const reading = async (through: AnyDocumentStore) => {
        await page(process, top, through);
        following = false;
      };
      await (stops ? until(['list'], reading) : reading(store));
    },
    async end() {
      while (stopped.length > 0) await world.land(0);
      time += 2 * LEASE;
      while ((await due(0)).length > 0) await world.work(0, 'whole');
      time += LEASE;
      while ((await page(0, 2, store)) > 0);
      const { documents } = await store.list<ReferralRecord>({
        partition: organization,
        kind: 'referral',
        limit: 100,
      });
      const stored = documents.map(({ body }) => [body.referral.id, body.referral.name] as const);
      return { stored: new Map(stored), followed };
    },
  };
  return world;
}
