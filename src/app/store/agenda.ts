import type { Clock } from '#ports/clock.ts';
import { organizationOf } from '#ports/documentKeys.ts';
import type { DocumentDraft, StoredDocument } from '#ports/documents.ts';
import type { UnderWay } from './room.ts';

/** What was written and leased begins after so many milliseconds, where nobody says before that it may. */
const AT_THE_LATEST = 5_000;
/** What falls due later than the most that is remembered is found in the store. */
const MOST = 1_000;

interface Entry extends UnderWay {
  /** Absent while it is being written. */
  document?: StoredDocument;
  /** When it is to begin, in milliseconds since 1970. */
  at: number;
  /** This process holds its lease. */
  taken: boolean;
}

/** Something that is being written and will be leased when it is. */
export interface Expected {
  came(document: StoredDocument): void;
  forget(): void;
}

/** One document among all. */
export function keyOfDocument({ partition, id }: { partition: string; id: string }): string {
  return `${partition}|${id}`;
}

/** What a process knows to be due, now or soon, without asking the store: what it wrote itself, and what its last look showed. */
export class Agenda {
  readonly #clock: Clock;
  readonly #entries = new Map<string, Entry>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  has(key: string): boolean {
    return this.#entries.has(key);
  }

  /** Keeps a place for what is being written with a lease of this process. */
  expect(draft: DocumentDraft): Expected {
    const key = keyOfDocument(draft);
    const since = this.#clock.now().getTime();
    const entry: Entry = {
      organization: organizationOf(draft.partition),
      since,
      at: since + AT_THE_LATEST,
      taken: true,
    };
    this.#entries.set(key, entry);
    return {
      came: (document) => {
        // Somebody may have written it once more before this was heard.
        entry.document ??= document;
      },
      forget: () => this.#entries.delete(key),
    };
  }

  /** Remembers a document as it was written or found, `due` at another moment than it says; false where it falls due, and there is no place for it any more. */
  hear(document: StoredDocument, horizon: number, due?: number): boolean {
    const key = keyOfDocument(document);
    const known = this.#entries.get(key);
    if (known?.taken) {
      if (known.document && document.lease?.owner === known.document.lease?.owner) known.document = document;
      return true;
    }
    const at = due ?? Date.parse(document.dueAt ?? '');
    if (!(at <= horizon)) {
      this.#entries.delete(key);
      return true;
    }
    if (!known && this.#entries.size >= MOST) return false;
    const organization = organizationOf(document.partition);
    this.#entries.set(key, { organization, since: this.#clock.now().getTime(), document, at, taken: false });
    return true;
  }

  /** What was written may begin. */
  release(): void {
    const now = this.#clock.now().getTime();
    for (const entry of this.#entries.values()) if (entry.taken && entry.document) entry.at = now;
  }

  /** What is to begin by now, or what this process holds, whenever that was to begin. */
  due(heldAlone: boolean): StoredDocument[] {
    const now = this.#clock.now().getTime();
    return [...this.#entries.values()]
      .filter(({ at, taken }) => (heldAlone ? taken : at <= now))
      .flatMap(({ document }) => document ?? []);
  }

  /** When the next begins whose time has not come yet, in milliseconds since 1970. */
  next(): number | undefined {
    const now = this.#clock.now().getTime();
    let next: number | undefined;
    for (const { at } of this.#entries.values()) if (at > now && (next === undefined || at < next)) next = at;
    return next;
  }

  /** Forgets what other processes hold: a look shows what of it is left. */
  dropHeld(): void {
    for (const [key, { document, taken }] of this.#entries) {
      if (!taken && document?.lease) this.#entries.delete(key);
    }
  }

  isTaken(key: string): boolean {
    return this.#entries.get(key)?.taken ?? false;
  }

  /** What this process holds and has not begun. */
  taken(): UnderWay[] {
    return [...this.#entries.values()].filter(({ taken }) => taken);
  }

  drop(key: string): void {
    this.#entries.delete(key);
  }
}
