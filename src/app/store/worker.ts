import type { Clock } from '#ports/clock.ts';
import type { AnyDocumentStore, DocumentKind, DocumentOf, Lease, StoredDocument } from '#ports/documents.ts';
import { UnavailableError } from '#ports/errors.ts';
import { ATTEMPTS, backoff } from './outbox.ts';
import type { OnSetAside } from './outboxWork.ts';
import { HANGS_AFTER, PER_ORGANIZATION, roomBeside, type UnderWay } from './room.ts';

/**
 * Whether the lease is still this process's and will be for as long as something outside may take; to be asked right
 * before what must not be done twice, and again and again by work that waits for its turn here: it does not hang.
 */
export type Holding = () => boolean;

/** Does what is due for one document and writes the document without the lease. */
export type WorkHandler = (document: StoredDocument, holding: Holding) => Promise<void>;

/** Such handlers, each of one kind of document. */
export type WorkHandlers = {
  readonly [K in DocumentKind]?: (document: DocumentOf<K>, holding: Holding) => Promise<void>;
};

export interface WorkerDeps {
  store: AnyDocumentStore;
  clock: Clock;
  /** Names this process in leases; unique per process. */
  owner: string;
  /** By kind of document. A kind without handler is left alone. */
  handlers: Readonly<Record<string, WorkHandler>>;
  onError: (error: unknown, document?: StoredDocument) => void;
  onSetAside: OnSetAside;
  /** Called after each successful look at the store. */
  onPoll?: () => void;
}

const LEASE = 60_000;
/** No clock that is right is ahead of another one by more than the rest of this. */
const LONGEST_LEASE = 5 * LEASE;
/** The longest that a call to the outside lasts. */
const LONGEST_CALL = 15_000;
const POLL = 5_000;
const MOST_FAILURES = 10_000;

/**
 * The one loop behind everything that happens later: finds what is due, leases it by a conditional write, and hands
 * it to its handler. `wake` makes it look at once; polling every five seconds is the backstop.
 */
export class Worker {
  readonly #deps: WorkerDeps;
  readonly #running = new Map<string, UnderWay>();
  readonly #failures = new Map<string, number>();
  #stopped = false;
  #awake = true;
  /** Something due found no room. */
  #crowded = false;
  #ring: () => void = () => {};
  #loop: Promise<void> | undefined;

  constructor(deps: WorkerDeps) {
    this.#deps = deps;
  }

  start(): void {
    this.#loop ??= this.#run();
  }

  /** Looks for work now instead of at the next poll. */
  wake(): void {
    this.#awake = true;
    this.#ring();
  }

  /** Looks for work in a while, where it is known that something falls due before the next poll. */
  wakeIn(milliseconds: number): void {
    if (milliseconds < POLL) setTimeout(() => this.wake(), Math.max(0, milliseconds)).unref();
  }

  /** Takes nothing new and waits for what is under way. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.wake();
    await this.#loop;
    await Promise.all(this.#running.values().map(({ task }) => task));
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      this.#awake = false;
      try {
        await this.#poll();
      } catch (error) {
        this.#deps.onError(error);
      }
      await this.#rest();
    }
  }

  async #rest(): Promise<void> {
    if (this.#stopped || (this.#awake && this.#room() > 0)) return;
    const rung = new Promise<void>((resolve) => {
      this.#ring = resolve;
    });
    const enough = new AbortController();
    // What hangs makes room after a while, and nobody rings for that.
    const rest = this.#crowded ? HANGS_AFTER : POLL;
    await Promise.race([rung, this.#deps.clock.pause(rest, enough.signal)]);
    // Whoever is woken would otherwise leave a timer behind each time, which keeps the process from ending.
    enough.abort();
  }

  async #poll(): Promise<void> {
    const room = this.#room();
    this.#crowded = room <= 0;
    if (this.#crowded) return;
    const now = this.#deps.clock.now().toISOString();
    // More than there is room for, so that the organization that waits longest does not hide who else waits.
    const total = room + PER_ORGANIZATION;
    const leasesEndBy = new Date(this.#deps.clock.now().getTime() + LONGEST_LEASE).toISOString();
    const due = await this.#deps.store.due(now, { total, perOrganization: PER_ORGANIZATION, leasesEndBy });
    this.#deps.onPoll?.();
    for (const document of due) {
      if (this.#room() <= 0) break;
      const organization = organizationOf(document);
      if (this.#room(organization) <= 0) {
        this.#crowded = true;
        continue;
      }
      const handler = this.#deps.handlers[document.kind];
      const key = `${document.partition}|${document.id}`;
      // Not even a task for what nobody here can do or somebody here does: its end would wake the loop at once.
      if (!handler || this.#running.has(key)) continue;
      const work: UnderWay = {
        organization,
        since: this.#deps.clock.now().getTime(),
        task: Promise.resolve(),
      };
      work.task = this.#work(document, handler, work).then((worked) => {
        this.#running.delete(key);
        if (worked) this.wake();
      });
      this.#running.set(key, work);
    }
  }

  #room(organization?: string): number {
    return roomBeside(this.#running.values(), this.#deps.clock.now().getTime(), organization);
  }

  /** False where the document could not even be leased: then the store is away, and the next poll is soon enough. */
  async #work(document: StoredDocument, handler: WorkHandler, work: UnderWay): Promise<boolean> {
    const key = `${document.partition}|${document.id}`;
    let claimed: StoredDocument | undefined;
    try {
      claimed = await this.#claim(document);
    } catch (error) {
      this.#deps.onError(error, document);
      return false;
    }
    if (!claimed) return true;
    const held = claimed;
    let until = held.lease?.until ?? '';
    const renew = async () => {
      until = (await this.#renew(held)) ?? until;
    };
    const renewing = setInterval(() => void renew(), LEASE / 3);
    const { clock } = this.#deps;
    const holding = () => {
      work.since = clock.now().getTime();
      const left = Date.parse(until) - work.since;
      // One that was taken before the clock was put back is anybody's.
      return left > LONGEST_CALL && left <= LEASE;
    };
    try {
      await handler(claimed, holding);
      this.#failures.delete(key);
    } catch (error) {
      this.#deps.onError(error, document);
      await this.#letGo(claimed, error, key);
    } finally {
      clearInterval(renewing);
    }
    return true;
  }

  /** Long work keeps its lease, so that nobody starts it a second time; answers until when, where that was possible. */
  async #renew(held: StoredDocument): Promise<string | undefined> {
    try {
      const present = await this.#deps.store.read(held.partition, held.id);
      if (!present?.lease || present.lease.owner !== held.lease?.owner) return undefined;
      const until = new Date(this.#deps.clock.now().getTime() + LEASE).toISOString();
      const lease = { ...present.lease, until };
      const written = await this.#deps.store.replace({ ...present, lease, dueAt: until }, present.etag);
      return written.ok ? until : undefined;
    } catch (error) {
      this.#deps.onError(error, held);
      return undefined;
    }
  }

  async #claim(document: StoredDocument): Promise<StoredDocument | undefined> {
    const until = new Date(this.#deps.clock.now().getTime() + LEASE).toISOString();
    const lease: Lease = { owner: `${this.#deps.owner}/${document.etag}`, until };
    const written = await this.#deps.store.replace({ ...document, lease, dueAt: until }, document.etag);
    return written.ok ? written.document : undefined;
  }

  /**
   * After a failure nobody else shall wait for the whole lease; where that fails too, the lease runs out. What fails
   * again and again by itself, and not because something is away, is set aside.
   */
  async #letGo(claimed: StoredDocument, cause: unknown, key: string): Promise<void> {
    const away = cause instanceof UnavailableError;
    const failures = (this.#failures.get(key) ?? 0) + 1;
    // Of what was removed meanwhile nobody tells.
    if (this.#failures.size >= MOST_FAILURES) this.#failures.clear();
    this.#failures.set(key, failures);
    const aside = !away && failures >= ATTEMPTS;
    const pause = (away && cause.retryAfter) || backoff(failures);
    const dueAt = aside ? undefined : new Date(this.#deps.clock.now().getTime() + pause).toISOString();
    try {
      const present = await this.#deps.store.read(claimed.partition, claimed.id);
      if (present?.lease?.owner !== claimed.lease?.owner || !present) return;
      // First: what could not be listed is not given up, but tried again when the lease has run out.
      if (aside) await this.#deps.onSetAside(claimed, String(cause));
      await this.#deps.store.replace({ ...present, lease: undefined, dueAt }, present.etag);
      if (!aside) return this.wakeIn(pause);
      this.#failures.delete(key);
    } catch (error) {
      this.#deps.onError(error, claimed);
    }
  }
}

/** The partitions of an organization begin with its id. */
function organizationOf({ partition }: StoredDocument): string {
  return partition.split('/', 1)[0] ?? partition;
}
