import { channelDocumentId } from '#app/contact/contactRecord.ts';
import { nameOfContact, namesOf } from '#app/contact/people.ts';
import { type AuditEntry, auditPartition } from '#app/store/audit.ts';
import type { DocumentStore } from '#ports/documents.ts';

interface ShowDeps {
  store: DocumentStore;
}

/** An act with the names that are known today: of who did it, and of the channel that it is about. */
export interface ShownAct extends AuditEntry {
  byName?: string | undefined;
  channelName?: string | undefined;
}

/** Some acts, and the position of those behind them. */
export interface PageOfActs {
  acts: readonly ShownAct[];
  cursor?: string | undefined;
}

const PAGE = 8;
const PAGE_OF_EXPORT = 200;

/** What administrators did, the newest first, a page of it. */
export async function pageOfActs(
  deps: ShowDeps,
  organization: string,
  cursor?: string | undefined,
): Promise<PageOfActs> {
  return actsOf(deps, organization, { direction: 'descending', limit: PAGE, cursor });
}

/** All of it, the oldest first, in pages. */
export async function* everyAct(deps: ShowDeps, organization: string): AsyncGenerator<readonly ShownAct[]> {
  let cursor: string | undefined;
  do {
    const page = await actsOf(deps, organization, { direction: 'ascending', limit: PAGE_OF_EXPORT, cursor });
    yield page.acts;
    cursor = page.cursor;
  } while (cursor !== undefined);
}

async function actsOf(
  deps: ShowDeps,
  organization: string,
  {
    direction,
    limit,
    cursor,
  }: { direction: 'ascending' | 'descending'; limit: number; cursor: string | undefined },
): Promise<PageOfActs> {
  const page = await deps.store.list<'audit'>({
    ...{ partition: auditPartition(organization), kind: 'audit', limit },
    orderBy: { field: 'at', direction },
    ...(cursor !== undefined && { cursor }),
  });
  const entries = page.documents.map(({ body }) => body);
  return { acts: await named(deps, organization, entries), cursor: page.cursor };
}

async function named(
  deps: ShowDeps,
  organization: string,
  entries: readonly AuditEntry[],
): Promise<ShownAct[]> {
  const people = entries.map(({ by }) => ({ kind: 'person' as const, personId: by }));
  const names = await namesOf(deps, organization, people);
  return Promise.all(
    entries.map(async (entry) => ({
      ...entry,
      byName: names[entry.by],
      channelName: isAboutChannel(entry)
        ? await nameOfContact(deps, organization, channelDocumentId(entry.about ?? ''))
        : undefined,
    })),
  );
}

function isAboutChannel({ what, about }: AuditEntry): boolean {
  return about !== undefined && (what.startsWith('route.') || what.startsWith('channel.'));
}
