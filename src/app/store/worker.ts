import { organizationOf } from '#ports/documentKeys.ts';
import type { DocumentDraft, StoredDocument, WriteResult } from '#ports/documents.ts';
import { Agenda, keyOfDocument } from './agenda.ts';
import { claim, keep, LEASE, LONGEST_LEASE, newLease } from './leasing.ts';
import { createLettingGo, type LettingGo } from './lettingGo.ts';
import { HANGS_AFTER, PER_ORGANIZATION, roomBeside, type UnderWay } from './room.ts';
import type { WorkerDeps, WorkHandler } from './workerDeps.ts';

/**
 * How often it looks into the store for what others left undone. What falls due until the next look it knows from this
 * one, the end of other processes' leases among it.
 */
const LOOK = LEASE;
/** After a look that failed. */
const LOOK_AGAIN = 5_000;
/** What others hold is taken over by what was seen no longer ago: most of it they have done meanwhile. */
const FRESH = 2_000;

/**
 * The one loop behind everything that happens later: knows what is due, leases it by a conditional write, and hands it to
 * its handler. What this process writes it hears of (`writing`): that is leased with the same write and begun when it is
 * woken. What others leave undone it finds when it looks.
 */
export class Worker {
  readonly #deps: WorkerDeps;
  readonly #running = new Map<string, UnderWay & { task: Promise<void> }>();
  readonly #agenda: Agenda;
  readonly #lettingGo: LettingGo;
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
    this.#lettingGo = createLettingGo(deps, (document) => this.#hear(document));
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
    const key = keyOfDocument({ partition, id });
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
      const isOthers = document.lease !== undefined && !this.#agenda.isTaken(keyOfDocument(document));
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
    const leasesEndBy = new Date(now + LONGEST_LEASE).toISOString();
    const isDue = ({ dueAt = '', lease }: StoredDocument) =>
      Date.parse(dueAt) <= now || (lease !== undefined && lease.until > leasesEndBy);
    // More than there is room for, so that the organization that waits longest does not hide who else waits.
    const total = room + PER_ORGANIZATION;
    const found = await this.#deps.store.due(new Date(until).toISOString(), {
      total,
      perOrganization: PER_ORGANIZATION,
      leasesEndBy,
    });
    this.#deps.onPoll?.();
    this.#looked = now;
    const due = found.filter(isDue);
    const shares = Map.groupBy(due, ({ partition }) => organizationOf(partition)).values();
    this.#more = due.length >= total || [...shares].some((share) => share.length >= PER_ORGANIZATION);
    this.#agenda.dropHeld();
    for (const document of found) {
      if (this.#deps.handlers[document.kind] && !this.#running.has(keyOfDocument(document)))
        this.#agenda.hear(document, until, isDue(document) ? now : undefined);
    }
    const before = this.#running.size;
    this.#beginDue();
    // Where nothing could begin it looks again when something ends.
    this.#nextLook = this.#more && this.#running.size > before ? now : until;
  }

  /** How much may begin now, in all or for one organization. */
  #room(organization?: string): number {
    return roomBeside([...this.#running.values(), ...this.#agenda.taken()], this.#now(), organization);
  }

  #begin(document: StoredDocument): void {
    const key = keyOfDocument(document);
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
    const work: UnderWay = { organization, since: this.#now() };
    const begun = Promise.resolve().then(() => this.#work(document, handler, isOwn, work));
    const task = begun.finally(() => {
      this.#running.delete(key);
      if (this.#more) this.#nextLook = 0;
      this.#goOn();
    });
    this.#running.set(key, Object.assign(work, { task }));
  }

  async #work(document: StoredDocument, handler: WorkHandler, isOwn: boolean, work: UnderWay): Promise<void> {
    const key = keyOfDocument(document);
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
    const holding = () => {
      work.since = this.#now();
      return kept.holding();
    };
    try {
      await handler(held, holding);
      this.#lettingGo.done(key);
    } catch (error) {
      this.#deps.onError(error, document);
      await this.#lettingGo.failed(held, error, key);
    } finally {
      kept.end();
    }
  }
}
