import { type Instant, plusHours } from '#domain/values/instant.ts';
import { type DraftRecord, LIFETIME_HOURS, type OpenDraft } from './draftRecord.ts';

/** So many wait beside the one that is worked on; a document must stay small. */
export const MOST_ASIDE = 9;

/** Whether a draft holds something that a person entered: nobody is asked about one that does not. */
function holdsSomething({ draft, assumed, refused }: OpenDraft): boolean {
  const {
    id: _id,
    startedAt: _at,
    step: _step,
    answered: _answered,
    reviewing,
    formVersion: _formVersion,
    ...entries
  } = draft;
  const given = Object.entries(entries).filter(
    ([entry, value]) => value !== undefined && !assumed.some((one) => one === entry),
  );
  return given.length > 0 || reviewing || Object.values(refused ?? {}).some(Boolean);
}

/** The drafts that wait, without those that nobody touched for three months. */
export function waitingDrafts({ aside = [] }: DraftRecord, now: Instant): readonly OpenDraft[] {
  return aside.filter(({ touchedAt }) => now < plusHours(touchedAt, LIFETIME_HOURS));
}

/** A draft of the person by its id, whether it is the one they work on or one that waits. */
export function draftById(record: DraftRecord, id: string, now: Instant): OpenDraft | undefined {
  return [record.open, ...waitingDrafts(record, now)].find((one) => one?.draft.id === id);
}

/**
 * The draft that has to be thrown away before another one may begin, which its person is asked about first: the one
 * they work on, or the oldest where too many wait. Undefined where nothing is lost; `dropped`: the one they gave up.
 */
export function inTheWay(record: DraftRecord, now: Instant, dropped?: string): OpenDraft | undefined {
  const { open } = record;
  const waits = waitingDrafts(record, now).filter(({ draft }) => draft.id !== dropped);
  if (!open || open.draft.id === dropped || !holdsSomething(open)) return undefined;
  if (!open.cancelled) return open;
  if (waits.length < MOST_ASIDE) return undefined;
  return [...waits].sort((one, other) => (one.touchedAt < other.touchedAt ? -1 : 1))[0];
}

/** The record with another draft to work on; the one before waits, unless it is empty or was given up. */
export function withOpen(record: DraftRecord, next: OpenDraft, now: Instant, dropped?: string): DraftRecord {
  const { open } = record;
  const kept = open && open.draft.id !== next.draft.id && holdsSomething(open) ? [open] : [];
  const gone = [next.draft.id, dropped];
  const aside = [...waitingDrafts(record, now), ...kept].filter(({ draft }) => !gone.includes(draft.id));
  return { open: next, ...(aside.length > 0 && { aside }) };
}
