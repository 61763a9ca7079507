import type { Clock } from '#ports/clock.ts';
import type { AnyDocumentStore, DocumentKind, DocumentOf, StoredDocument } from '#ports/documents.ts';
import type { OnSetAside } from './outboxWork.ts';

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
  /** Waits for exactly so many milliseconds, or until the signal is given; the clock's pause without. */
  rest?: (milliseconds: number, enough: AbortSignal) => Promise<void>;
}
