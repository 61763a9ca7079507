import type { Clock } from '../ports/clock.ts';
import type { DocumentStore, Lease, StoredDocument } from '../ports/documents.ts';
import { UnavailableError } from '../ports/errors.ts';

/** Does what is due for one document and writes the document without the lease. */
export type WorkHandler = (document: StoredDocument) => Promise<void>;

export interface WorkerDeps {
  store: DocumentStore;
  clock: Clock;
  /** Names this process in leases; unique per process. */
  owner: string;
  /** By kind of document. A kind without handler is left alone. */
  handlers: Readonly<Record<string, WorkHandler>>;
  onError: (error: unknown, document?: StoredDocument) => void;
  /** Called after each successful look at the store. */
  onPoll?: () => void;
}

const LEASE = 60_000;
const POLL = 5_000;
const PARALLEL = 32;
const PER_ORGANIZATION = 16;
const PAUSE_AFTER_ERROR = 10_000;

/**
 * The one loop behind everything that happens later: finds what is due, leases it by a conditional write, and hands
 * it to its handler. `wake` makes it look at once; polling every five seconds is the backstop.
 */
export class Worker {
  readonly #deps: WorkerDeps;
  readonly #running = new Set<Promise<void>>();
  #stopped = false;
  #awake = true;
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
    if (milliseconds < POLL) setTimeout(() => this.wake(), milliseconds).unref();
  }

  /** Takes nothing new and waits for what is under way. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.wake();
    await this.#loop;
    await Promise.all(this.#running);
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
    if (this.#stopped || (this.#awake && this.#running.size < PARALLEL)) return;
    const rung = new Promise<void>((resolve) => {
      this.#ring = resolve;
    });
    await Promise.race([rung, this.#deps.clock.pause(POLL)]);
  }

  async #poll(): Promise<void> {
    const free = PARALLEL - this.#running.size;
    if (free <= 0) return;
    const now = this.#deps.clock.now().toISOString();
    const due = await this.#deps.store.due(now, { total: free, perOrganization: PER_ORGANIZATION });
    this.#deps.onPoll?.();
    for (const document of due.slice(0, free)) {
      const task: Promise<void> = this.#work(document).finally(() => {
        this.#running.delete(task);
        this.wake();
      });
      this.#running.add(task);
    }
  }

  async #work(document: StoredDocument): Promise<void> {
    const handler = this.#deps.handlers[document.kind];
    if (!handler) return;
    let claimed: StoredDocument | undefined;
    try {
      claimed = await this.#claim(document);
      if (claimed) await handler(claimed);
    } catch (error) {
      this.#deps.onError(error, document);
      if (claimed) await this.#letGo(claimed, error);
    }
  }

  async #claim(document: StoredDocument): Promise<StoredDocument | undefined> {
    const until = new Date(this.#deps.clock.now().getTime() + LEASE).toISOString();
    const lease: Lease = { owner: `${this.#deps.owner}/${document.etag}`, until };
    const written = await this.#deps.store.replace({ ...document, lease, dueAt: until }, document.etag);
    return written.ok ? written.document : undefined;
  }

  /** After a failure nobody else shall wait for the whole lease; where that fails too, the lease runs out. */
  async #letGo(claimed: StoredDocument, cause: unknown): Promise<void> {
    const pause = (cause instanceof UnavailableError && cause.retryAfter) || PAUSE_AFTER_ERROR;
    const dueAt = new Date(this.#deps.clock.now().getTime() + pause).toISOString();
    try {
      const present = await this.#deps.store.read(claimed.partition, claimed.id);
      if (present?.lease?.owner !== claimed.lease?.owner || !present) return;
      await this.#deps.store.replace({ ...present, lease: undefined, dueAt }, present.etag);
    } catch (error) {
      this.#deps.onError(error, claimed);
    }
  }
}
