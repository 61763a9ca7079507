import type { TimelineEntry } from '#domain/referral/timelineEntry.ts';
import { cursorAt } from '#ports/documentKeys.ts';
import type { DocumentStore } from '#ports/documents.ts';
import type { ReferralRecord } from './referralRecord.ts';

declare module '#ports/documents.ts' {
  interface DocumentKinds {
    timeline: TimelineEntry;
  }
}

/** Entries of a page of the timeline. */
const TIMELINE_PAGE = 10;

/** The partition of what happened to one deal: it grows for ever, so it can't stand in the deal's own document. */
export function timelinePartition(organization: string, referralId: string): string {
  return `${organization}/timeline/${referralId.toLowerCase()}`;
}

/** Keeps an entry of a deal's timeline for good. Safe to repeat: its id is the revision that it tells of. */
export async function keepEntry(
  { store }: { store: DocumentStore },
  { organization, id }: { organization: string; id: string },
  entry: TimelineEntry,
): Promise<void> {
  await store.create({
    partition: timelinePartition(organization, id),
    id: idOf(entry.revision),
    kind: 'timeline',
    schema: 1,
    index: { revision: entry.revision },
    body: entry,
  });
}

/** Which page: the entries before a revision, those after one, or the newest. */
export interface TimelinePosition {
  before?: number | undefined;
  after?: number | undefined;
}

/** Entries, the newest first. */
export interface TimelinePage {
  entries: readonly TimelineEntry[];
  /** Position of the page with older entries, and of the one with newer. */
  older?: TimelinePosition | undefined;
  newer?: TimelinePosition | undefined;
}

/**
 * A page of a deal's timeline, found by its place and not by counting, so that the last costs what the first does. What
 * was written in this moment and waits in the outbox is in it.
 */
export async function readTimeline(
  { store }: { store: DocumentStore },
  { referral, outbox }: ReferralRecord,
  { before, after }: TimelinePosition = {},
): Promise<TimelinePage> {
  const forwards = after !== undefined;
  const from = after ?? before;
  const beyond = ({ revision }: TimelineEntry) =>
    from === undefined || (forwards ? revision > from : revision < from);
  const partition = timelinePartition(referral.organization, referral.id);
  const { documents } = await store.list<'timeline'>({
    partition,
    kind: 'timeline',
    orderBy: { field: 'revision', direction: forwards ? 'ascending' : 'descending' },
    limit: TIMELINE_PAGE + 1,
    ...(from !== undefined && { cursor: cursorAt(from, idOf(from)) }),
  });
  const waiting = outbox.flatMap((event) => (event.type === 'timeline.add' ? [event.entry] : []));
  const found = new Map([...waiting, ...documents.map(({ body }) => body)].map((one) => [one.revision, one]));
  const sorted = [...found.values()].filter(beyond).sort((one, other) => {
    return forwards ? one.revision - other.revision : other.revision - one.revision;
  });
  // A page before which there is less than a page is the first one.
  if (forwards && sorted.length <= TIMELINE_PAGE)
    return readTimeline({ store }, { referral, outbox, commands: [] });
  const entries = sorted.slice(0, TIMELINE_PAGE);
  if (forwards) entries.reverse();
  const [first, last] = [entries.at(0), entries.at(-1)];
  const more = sorted.length > TIMELINE_PAGE;
  return {
    entries,
    older: last && (forwards || more) ? { before: last.revision } : undefined,
    newer: first && (forwards ? more : before !== undefined) ? { after: first.revision } : undefined,
  };
}

function idOf(revision: number): string {
  return String(revision).padStart(8, '0');
}
