import { changeDocument } from '#app/store/changeDocument.ts';
import type { DealDraft, DealEntries, DealStep } from '#domain/draft/draft.ts';
import { NO_HELP } from '#domain/referral/referral.ts';
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
  /** The message that shows it: its form, its review, or that it was called off. */
  shown?: { activityId?: string | undefined } | undefined;
  /** Called off, but not thrown away: it can be taken up again. */
  cancelled?: boolean | undefined;
  /** When somebody last worked on it. */
  touchedAt: Instant;
}

/** The body of a person's document of drafts: one deal is created at a time, the others wait. */
export interface DraftRecord {
  open?: OpenDraft | undefined;
  /** Called off, or left for another one, and not thrown away. */
  aside?: readonly OpenDraft[] | undefined;
}

/** What a change of a draft wants kept: the draft afterwards, `undefined` for none, or `same` for no write. */
export interface DraftChange<R> {
  next: OpenDraft | undefined | 'same';
  result: R;
}

/** Three months: a deal that was begun before a long holiday is still there, an abandoned one goes by itself. */
export const LIFETIME_HOURS = 90 * 24;

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
  return (await readDrafts(deps, owner)).open;
}

/** All drafts of a person. */
export async function readDrafts(deps: { store: DocumentStore }, owner: DraftOwner): Promise<DraftRecord> {
  const document = await deps.store.read<'draft'>(partitionOf(owner), owner.personId);
  return recordIn(document?.body);
}

function recordIn({ open, aside }: DraftRecord = {}): DraftRecord {
  const asNow = (stored: OpenDraft) => asGiven(withFormVersion(stored));
  return { ...(open && { open: asNow(open) }), ...(aside && { aside: aside.map(asNow) }) };
}

/** A draft from before calls the version of its form `round`. */
function withFormVersion(stored: OpenDraft): OpenDraft {
  const { round, ...draft }: DealDraft & { round?: number } = stored.draft;
  if (round === undefined) return stored;
  return {
    ...stored,
    draft: { ...draft, formVersion: round },
  };
}

/**
 * A draft without what nobody gave and others would see (CR-20, CR-25): one from before may have taken help, the customer's
 * contact and their consent from an earlier deal.
 */
function asGiven(open: OpenDraft): OpenDraft {
  const given = (entry: keyof DealEntries) => !open.assumed.includes(entry);
  if (given('consent') && given('customerContact') && (given('assistance') || asksNobody(open))) return open;
  const { customerContact, consent, assistance } = open.draft;
  const kept = {
    customerContact: given('customerContact') ? customerContact : undefined,
    consent: given('consent') ? consent : undefined,
    assistance: given('assistance') || asksNobody(open) ? assistance : undefined,
  };
  const assumed = open.assumed.filter((entry) => !(entry in kept) || entry === 'assistance');
  return { ...open, assumed, draft: { ...open.draft, ...kept } };
}

function asksNobody({ draft }: OpenDraft): boolean {
  return draft.assistance === undefined || draft.assistance === NO_HELP;
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
  return changeDrafts<R>(deps, owner, ({ open, ...others }, now) => {
    const { next, result } = decide(open, now);
    if (next === 'same') return { next, result };
    return { next: { ...(next && { open: next }), ...others }, result };
  });
}

/** The same for all drafts of a person. */
export function changeDrafts<R>(
  deps: { store: DocumentStore; clock: Clock },
  owner: DraftOwner,
  decide: (record: DraftRecord, now: Instant) => { next: DraftRecord | 'same'; result: R },
): Promise<R> {
  return changeDocument<'draft', R>(deps, partitionOf(owner), owner.personId, (document) => {
    const now = deps.clock.now().toISOString();
    const { next: body, result } = decide(recordIn(document?.body), now);
    if (body === 'same') return { result };
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
