import type { TimelineEntry } from '../domain/timelineEntry.ts';
import type { DocumentStore } from '../ports/documents.ts';

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
    id: String(entry.revision).padStart(8, '0'),
    kind: 'timeline',
    schema: 1,
    body: entry,
  });
}
