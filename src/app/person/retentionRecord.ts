import { changeDocument } from '#app/store/changeDocument.ts';
import type { Instant, LocalDate } from '#domain/values/instant.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore, DraftOf, Lease } from '#ports/documents.ts';
import type { Organization } from '#ports/organizations.ts';

declare module '#ports/documents.ts' {
  interface DocumentKinds {
    retention: RetentionRecord;
  }
}

/** How far this day's look for deals that were closed long ago is, and which are being removed right now. */
export interface RetentionRecord {
  /** Of the last batch that was begun. */
  number: number;
  /** Position in the order of closing behind what was looked at; absent before a day's first look. */
  cursor?: string | undefined;
  batch?: RetentionBatch | undefined;
}

/** Deals that are being removed, written down before anything of them is. */
export interface RetentionBatch {
  deals: readonly string[];
  /** They were closed before this day. */
  before: LocalDate;
  /** Behind whom people are still to forget them: position in the list of all people, by id; absent before the first. */
  people?: string | undefined;
  /** All people have forgotten them. */
  forgotten?: true | undefined;
}

export const RETENTION_ID = 'retention';

/**
 * Has the worker look for deals that were closed long ago, where the organization has them removed. To be called at start;
 * what was given up before is tried again then.
 */
export async function startRetention(
  deps: { store: DocumentStore; clock: Clock },
  { id, options }: Organization,
): Promise<void> {
  if (options.keepClosedMonths === undefined) return;
  await changeDocument<'retention', void>(deps, id, RETENTION_ID, (document) => {
    if (document?.dueAt) return { result: undefined };
    const at = deps.clock.now().toISOString();
    const draft = retentionDraft(id, document?.body ?? { number: 0 }, { at, lease: document?.lease });
    return { draft, result: undefined };
  });
}

/** The document of it; without `at` nothing is looked for any more. */
export function retentionDraft(
  organization: string,
  body: RetentionRecord,
  { at, lease }: { at: Instant | undefined; lease: Lease | undefined },
): DraftOf<'retention'> {
  return {
    partition: organization,
    id: RETENTION_ID,
    kind: 'retention',
    schema: 1,
    dueAt: lease?.until ?? at,
    lease,
    body,
  };
}
