import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import { noteGone, startFigures } from '#app/figures/asking.ts';
import { keepFigures } from '#app/figures/figures.keep.ts';
import { FIGURES_ID, figuresPartition } from '#app/figures/figuresRecord.ts';
import { isIndexed, startReindex } from '#app/list/deals.reindex.ts';
import { type ReferralRecord, referralDocumentId, referralDraft } from '#app/referral/referralRecord.ts';
import { cellsOf, type SumsName } from '#domain/figures/cellsOf.ts';
import { countedOf } from '#domain/figures/counted.ts';
import { isNothing, noSums, plus, type Sums } from '#domain/figures/sums.ts';
import type { AnyDocumentStore, DocumentStore } from '#ports/documents.ts';
import type { Organization } from '#ports/organizations.ts';
import { fakeClock } from '#test/support/app/fakeClock.ts';
import { deal } from '#test/support/list/manyDeals.ts';

const ORGANIZATION = 'contoso';
const dayOf = (at: string): string => at.slice(0, 10);

type AllSums = Map<SumsName, Sums>;

/** Until when a process counts: it is killed before its write of this number, or stops there, or comes to its end. */
export interface Life {
  until: 'killed' | 'stops' | 'end';
  before: number;
}

/** Deals that change, and processes that count them, each of which may be killed or stop before any of its writes. */
export interface CountingWorld {
  store: DocumentStore;
  change(n: number, changes: object): Promise<void>;
  /** Takes a deal away; `early`: it is noted, and looked for, before it is gone. */
  takeAway(n: number, early: boolean): Promise<void>;
  wait(milliseconds: number): void;
  /** So many processes count at the same time, with writes in turns. */
  count(processes: readonly Life[]): Promise<void>;
  /** A process that stopped goes on to its end. */
  goOn(which: number): Promise<void>;
  /** Counts to the end, in peace. */
  end(): Promise<void>;
  kept(): Promise<AllSums>;
  /** The same, added up from all deals that there are. */
  recounted(): Promise<AllSums>;
  close(): Promise<void>;
}

class Killed extends Error {}

export async function countingWorld(): Promise<CountingWorld> {
  const clock = fakeClock('2026-11-20T09:00:00.000Z');
  const inner = openSqliteStore({ file: ':memory:' });
  const store: DocumentStore = inner;
  const deps = { store, clock };
  await startReindex(deps, { id: ORGANIZATION } as Organization);
  await startFigures(deps, ORGANIZATION);
  if (!(await isIndexed(deps, ORGANIZATION))) throw new Error('an empty organization is indexed');
  const present = () => store.read<'figures'>(ORGANIZATION, FIGURES_ID);
  const once = async (through: AnyDocumentStore) => {
    const document = await present();
    if (!document) throw new Error('nobody counts');
    await keepFigures({ store: through, clock, dayOf, wake: () => undefined }, document);
  };
  const deals = async () => {
    const { documents } = await store.list<'referral'>({
      partition: ORGANIZATION,
      kind: 'referral',
      limit: 1_000,
    });
    return documents.map(({ body }) => body.referral);
  };
  const stopped: { goOn: () => void; done: Promise<void> }[] = [];
  const world: CountingWorld = {
    store,
    async change(n, changes) {
      const referral = deal(n, { organization: ORGANIZATION, ...changes });
      const changed = { at: clock.instant, landed: true as const };
      const record: ReferralRecord = { referral, outbox: [], commands: [], changed };
      const draft = referralDraft(record, undefined);
      const before = await store.read(ORGANIZATION, draft.id);
      await (before ? store.replace(draft, before.etag) : store.create(draft));
    },
    async takeAway(n, early) {
      const { id } = deal(n);
      const document = await store.read(ORGANIZATION, referralDocumentId(id));
      if (!document) return;
      await noteGone(deps, ORGANIZATION, id);
      if (early) await once(inner);
      await store.remove(ORGANIZATION, document.id, document.etag);
    },
    wait: (milliseconds) => clock.advance(milliseconds),
    async count(processes) {
      await Promise.all(
        processes.map(async (life) => {
          let goOn: () => void = () => undefined;
          const gate = new Promise<void>((resolve) => {
            goOn = resolve;
          });
          let reached: () => void = () => undefined;
          const stops = new Promise<'stops'>((resolve) => {
            reached = () => resolve('stops');
          });
          const through = mortal(inner, life, () => {
            reached();
            return gate;
          });
          const done = once(through).catch((error: unknown) => {
            if (!(error instanceof Killed)) throw error;
          });
          if ((await Promise.race([done, stops])) === 'stops') stopped.push({ goOn, done });
        }),
      );
    },
    async goOn(which) {
      const [one] = stopped.splice(which % Math.max(1, stopped.length), 1);
      one?.goOn();
      await one?.done;
    },
    async end() {
      while (stopped.length > 0) await world.goOn(0);
      for (let turns = 0; turns < 20; turns++) {
        clock.advance(60_000);
        await once(inner);
      }
    },
    async kept() {
      const partition = figuresPartition(ORGANIZATION);
      const { documents } = await store.list<'sums'>({ partition, kind: 'sums', limit: 1_000 });
      const all = documents.map(({ id, body }) => [id.slice('sums:'.length) as SumsName, body.sums] as const);
      return new Map(all.filter(([, sums]) => !isNothing(sums)));
    },
    async recounted() {
      const all: AllSums = new Map();
      for (const referral of await deals()) {
        for (const [name, sums] of cellsOf(countedOf(referral, { dayOf }))) {
          all.set(name, plus(all.get(name) ?? noSums, sums));
        }
      }
      return all;
    },
    close: () => store.close(),
  };
  return world;
}

/** A store for a process that ends or stops before one of its writes, and that others overtake at each step. */
function mortal(
  store: AnyDocumentStore,
  { until, before }: Life,
  stop: () => Promise<void>,
): AnyDocumentStore {
  let writes = 0;
  const overtaken = () => new Promise<void>((resolve) => setImmediate(resolve));
  const write = async () => {
    await overtaken();
    if (writes++ !== before) return;
    if (until === 'stops') await stop();
    if (until === 'killed') throw new Killed();
  };
  return {
    ...store,
    read: async <B>(partition: string, id: string) => {
      await overtaken();
      return store.read<B>(partition, id);
    },
    create: async (draft) => write().then(() => store.create(draft)),
    replace: async (draft, etag) => write().then(() => store.replace(draft, etag)),
  };
}
