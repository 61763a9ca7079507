import { changeDocument } from '#app/store/changeDocument.ts';
import type { DealDraft, DealEntries, DealStep } from '#domain/draft/draft.ts';
import { type Instant, plusHours } from '#domain/values/instant.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';
import type { Partner } from '#ports/partners.ts';

declare module '#ports/documents.ts' {
  interface DocumentKinds {
    draft: DraftRecord;
  }
}

/** What was typed but could not be used, and why, by field; plain JSON as the form takes it back. */
export interface RefusedEntries {
  typed: Readonly<Record<string, string>>;
  problems: Readonly<Record<string, unknown>>;
}

/** A deal that somebody is creating, with all that its conversation needs to go on after a restart. */
export interface OpenDraft {
  draft: DealDraft;
  /** Entries that nobody gave: remembered, or the only choice. The review marks them. */
  assumed: readonly (keyof DealEntries)[];
  /** Entries that were taken from the line it began with; empty once a form was answered. */
  fromLine: readonly (keyof DealEntries)[];
  /** Steps whose form was shown, in the order in which it was. */
  asked: readonly DealStep[];
  /** By the step where it is shown again. */
  refused?: Partial<Record<DealStep, RefusedEntries>> | undefined;
  /** Entities of the directory that are offered to choose from, by id. */
  customers?: { text: string; kind: 'matches' | 'nearest'; ids: readonly string[] } | undefined;
  /** Solutions that were looked for and are offered, by id. */
  solutions?: { text: string; ids: readonly string[] } | undefined;
  /** Partners who may be meant by what was typed, and solutions for the invitation, by id. */
  inviting?:
    | { partners?: readonly Partner[] | undefined; solutions?: readonly string[] | undefined }
    | undefined;
  /** The message that shows the present form; `round` says which form that is. */
  shown?: { round: number; at: Instant; activityId?: string | undefined } | undefined;
  /** Called off, but not thrown away: it can be taken up again. */
  cancelled?: boolean | undefined;
  /** When somebody last worked on it. */
  touchedAt: Instant;
}

/** The body of a person's document of drafts; one deal is created at a time. */
export interface DraftRecord {
  open?: OpenDraft | undefined;
}

/** What a change of a draft wants kept: the draft afterwards, `undefined` for none, or `same` for no write. */
export interface DraftChange<R> {
  next: OpenDraft | undefined | 'same';
  result: R;
}

/** Three months: a deal that was begun before a long holiday is still there, an abandoned one goes by itself. */
const LIFETIME_HOURS = 90 * 24;

/** Whose draft. */
export interface DraftOwner {
  organization: string;
  personId: string;
}

/** The draft of a person, also one that was called off; undefined where there is none. */
export async function readDraft(
  deps: { store: DocumentStore },
  owner: DraftOwner,
): Promise<OpenDraft | undefined> {
  const document = await deps.store.read<'draft'>(partitionOf(owner), owner.personId);
  return document?.body.open;
}

/**
 * Changes a person's draft: `decide` gets it as it is now and may be asked again when somebody was faster, on another
 * device or replica. Throws UnavailableError when it never gets through.
 */
export function changeDraft<R>(
  deps: { store: DocumentStore; clock: Clock },
  owner: DraftOwner,
  decide: (open: OpenDraft | undefined, now: Instant) => DraftChange<R>,
): Promise<R> {
  return changeDocument<'draft', R>(deps, partitionOf(owner), owner.personId, (document) => {
    const now = deps.clock.now().toISOString();
    const { next, result } = decide(document?.body.open, now);
    if (next === 'same') return { result };
    const body: DraftRecord = next ? { open: next } : {};
    return {
      draft: {
        partition: partitionOf(owner),
        id: owner.personId,
        kind: 'draft',
        schema: 1,
        expiresAt: plusHours(now, LIFETIME_HOURS),
        body,
      },
      result,
    };
  });
}

function partitionOf({ organization }: DraftOwner): string {
  return `${organization}/drafts`;
}
