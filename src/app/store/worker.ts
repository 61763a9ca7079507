import type { Clock } from '#ports/clock.ts';
import { organizationOf } from '#ports/documentKeys.ts';
import type {
  AnyDocumentStore,
  DocumentDraft,
  DocumentKind,
  DocumentOf,
  StoredDocument,
  WriteResult,
} from '#ports/documents.ts';
import { UnavailableError } from '#ports/errors.ts';
import { Agenda, keyOf } from './agenda.ts';
import { claim, keep, LEASE, newLease } from './leasing.ts';
import { ATTEMPTS, backoff } from './outbox.ts';
import { HANGS_AFTER, PER_ORGANIZATION, roomFor } from './room.ts';

/**
 * Whether the lease is still this process's and will be for as long as something outside may take; to be asked right
 * before what must not be done twice.
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
  /** Called for a document that is given up after repeated failures; the administrator must look at it. */
  onSetAside: (document: StoredDocument, reason: string) => void;
  /** Called after each successful look at the store. */
  onPoll?: () => void;
  /** Waits for exactly so many milliseconds, or until the signal is given; the clock's pause without. */
  rest?: (milliseconds: number, enough: AbortSignal) => Promise<void>;
}

/**
 * How often it looks into the store for what others left undone. What falls due until the next look it knows from this
 * one, the end of other processes' leases among it.
 */
const LOOK = LEASE;
/** After a look that failed. */
const LOOK_AGAIN = 5_000;
/** What others hold is taken over by what was seen no longer ago: most of it they have done meanwhile. */
const FRESH = 2_000;
const MOST_FAILURES = 10_000;

/**
 * The one loop behind everything that happens later: knows what is due, leases it by a conditional write, and hands it to
 * its handler. What this process writes it hears of (`writing`): that is leased with the same write and begun when it is
 * woken. What others leave undone it finds when it looks.
 */
export class Worker {
  readonly #deps: WorkerDeps;
  readonly #running = new Map<string, { organization: string; since: number; task: Promise<void> }>();
  readonly #agenda: Agenda;
  readonly #failures = new Map<string, number>();
  #leases = 0;
  #stopped = false;
  /** When it looks into the store next, and did last, in milliseconds since 1970. */
  #nextLook = 0;
  #looked = 0;
  /** The last look showed more than could begin. */
  #more = false;
  /** Something due found no room. */
  #crowded = false;
  #ring: () => void = () => {};
  #rung = false;
  #loop: Promise<void> | undefined;

  constructor(deps: WorkerDeps) {
    this.#deps = deps;
    this.#agenda = new Agenda(deps.clock);
  }

  start(): void {
    this.#loop ??= this.#run();
  }

  /** Begins now with what this process has written, instead of some seconds later. */
  wake(): void {
    this.#agenda.release();
    this.#goOn();
  }

  /** Looks into the store now, for what was written elsewhere. */
  look(): void {
    this.#nextLook = 0;
    this.wake();
  }

  /**
   * Carries out a write of this process, so that the worker hears of it. What is due at once, and finds room, is leased by
   * the same write: it costs neither a lease of its own nor a look into the store.
   */
  async writing<B>(
    draft: DocumentDraft<B>,
    write: (draft: DocumentDraft<B>) => Promise<WriteResult<B>>,
  ): Promise<WriteResult<B>> {
    const known = this.#mayTake(draft) ? this.#agenda.expect(draft) : undefined;
    const lease = known && newLease(this.#deps, `${++this.#leases}`);
    const result = await write(lease ? { ...draft, lease, dueAt: lease.until } : draft).catch((error) => {
      known?.forget();
      throw error;
    });
    if (!result.ok) known?.forget();
    else if (known) known.came(result.document);
    else this.#hear(result.document);
    if (result.ok) this.#goOn();
    return result;
  }

  /** Takes nothing new and waits for what is under way. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.wake();
    await this.#loop;
    await Promise.all(this.#running.values().map(({ task }) => task));
  }

  /** The rest ends, and what is due begins. */
  #goOn(): void {
    this.#rung = true;
    this.#ring();
  }

  #now(): number {
    return this.#deps.clock.now().getTime();
  }

  #mayTake({ kind, partition, id, dueAt, lease }: DocumentDraft): boolean {
    if (!this.#loop || this.#stopped || lease || !dueAt || Date.parse(dueAt) > this.#now()) return false;
    const key = keyOf({ partition, id });
    if (!this.#deps.handlers[kind] || this.#running.has(key) || this.#agenda.has(key)) return false;
    return Math.min(this.#room(), this.#room(organizationOf(partition))) > 0;
  }

  /** What was written and is not taken yet. */
  #hear(document: StoredDocument): void {
    const { kind, dueAt } = document;
    if (!this.#loop || !this.#deps.handlers[kind]) return;
    const heard = this.#agenda.hear(document, this.#now() + LOOK);
    if (!heard && dueAt && !document.lease) this.#nextLook = Math.min(this.#nextLook, Date.parse(dueAt));
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      this.#rung = false;
      this.#beginDue();
      try {
        if (this.#nextLook <= this.#now()) await this.#look();
      } catch (error) {
        this.#nextLook = this.#now() + LOOK_AGAIN;
        this.#deps.onError(error);
      }
      await this.#rest();
    }
    this.#beginDue();
  }

  async #rest(): Promise<void> {
    if (this.#stopped || this.#rung) return;
    const rung = new Promise<void>((resolve) => {
      this.#ring = resolve;
    });
    const enough = new AbortController();
    // What hangs makes room after a while, and nobody rings for that.
    const until = this.#crowded ? this.#now() + HANGS_AFTER : this.#nextLook;
    const rest = Math.max(0, Math.min(until, this.#agenda.next() ?? until) - this.#now());
    const wait = this.#deps.rest ?? ((milliseconds, signal) => this.#deps.clock.pause(milliseconds, signal));
    await Promise.race([rung, wait(rest, enough.signal)]);
    // Whoever is woken would otherwise leave a timer behind each time, which keeps the process from ending.
    enough.abort();
  }

  /** Begins what it knows to be due, as far as there is room; after the end only what it has leased already. */
  #beginDue(): void {
    this.#crowded = false;
    const stale = this.#looked < this.#now() - FRESH;
    for (const document of this.#agenda.due(this.#stopped)) {
      const isOthers = document.lease !== undefined && !this.#agenda.isTaken(keyOf(document));
      if (isOthers && stale) this.#nextLook = 0;
      else this.#begin(document);
    }
  }

  async #look(): Promise<void> {
    const room = this.#room();
    this.#crowded ||= room <= 0;
    if (room <= 0) return;
    const now = this.#now();
    const until = now + LOOK;
    // More than there is room for, so that the organization that waits longest does not hide who else waits.
    const total = room + PER_ORGANIZATION;
    const found = await this.#deps.store.due(new Date(until).toISOString(), {
      total,
      perOrganization: PER_ORGANIZATION,
    });
    this.#deps.onPoll?.();
    this.#looked = now;
    const due = found.filter(({ dueAt = '' }) => Date.parse(dueAt) <= now);
    const shares = Map.groupBy(due, ({ partition }) => organizationOf(partition)).values();
    this.#more = due.length >= total || [...shares].some((share) => share.length >= PER_ORGANIZATION);
    this.#agenda.dropHeld();
    for (const document of found) {
      if (this.#deps.handlers[document.kind] && !this.#running.has(keyOf(document)))
        this.#agenda.hear(document, until);
    }
    const before = this.#running.size;
    this.#beginDue();
    // Where nothing could begin it looks again when something ends.
    this.#nextLook = this.#more && this.#running.size > before ? now : until;
  }

  /** How much may begin now, in all or for one organization. */
  #room(organization?: string): number {
    return roomFor([...this.#running.values(), ...this.#agenda.taken()], this.#now(), organization);
  }

  #begin(document: StoredDocument): void {
    const key = keyOf(document);
    const handler = this.#deps.handlers[document.kind];
    if (!handler || this.#running.has(key)) return;
    const organization = organizationOf(document.partition);
    const isOwn = this.#agenda.isTaken(key);
    if (!isOwn && Math.min(this.#room(), this.#room(organization)) <= 0) {
      this.#crowded = true;
      return;
    }
    this.#agenda.drop(key);
    // Not before it is known to run: what it writes itself is no other work.
    const begun = Promise.resolve().then(() => this.#work(document, handler, isOwn));
    const task = begun.finally(() => {
      this.#running.delete(key);
      if (this.#more) this.#nextLook = 0;
      this.#goOn();
    });
    this.#running.set(key, { organization, since: this.#now(), task });
  }

  async #work(document: StoredDocument, handler: WorkHandler, isOwn: boolean): Promise<void> {
    const key = keyOf(document);
    let held: StoredDocument | undefined;
    try {
      held = isOwn ? document : await claim(this.#deps, document);
    } catch (error) {
      // The store is away, and the next look is soon enough.
      this.#deps.onError(error, document);
      return;
    }
    if (!held) return;
    const kept = keep(this.#deps, held);
    try {
      await handler(held, kept.holding);
      this.#failures.delete(key);
    } catch (error) {
      this.#deps.onError(error, document);
      await this.#letGo(held, error, key);
    } finally {
      kept.end();
    }
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
    const dueAt = aside ? undefined : new Date(this.#now() + pause).toISOString();
    try {
      const present = await this.#deps.store.read(claimed.partition, claimed.id);
      if (present?.lease?.owner !== claimed.lease?.owner || !present) return;
      const written = await this.#deps.store.replace({ ...present, lease: undefined, dueAt }, present.etag);
      if (!aside) return written.ok ? this.#hear(written.document) : undefined;
      this.#failures.delete(key);
      this.#deps.onSetAside(claimed, String(cause));
    } catch (error) {
      this.#deps.onError(error, claimed);
    }
  }
}
