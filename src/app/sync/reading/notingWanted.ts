import { changeDocument } from '#app/store/changeDocument.ts';
import { CONNECTION_ID, type ConnectionRecord, connectionDraft } from '#app/sync/connectionRecord.ts';
import type { ReadDeps } from './readDeps.ts';
import { withWanted } from './wanted.ts';

/** A record that a webhook named; `related`: it may be ours or another party's of the same engagement. */
export interface NamedRecord {
  id: string;
  related: boolean;
}

/** Has a record be read soon; false where the organization is not connected. Throws UnavailableError like the store. */
export type NoteWanted = (organization: string, named: NamedRecord) => Promise<boolean>;

/**
 * Writes down what webhooks name. However many arrive at once, one write at a time is under way for an organization, and
 * all that come meanwhile go with the next one.
 */
export function createNoteWanted(deps: Pick<ReadDeps, 'store' | 'clock' | 'wake'>): NoteWanted {
  const gathering = new Map<string, { named: Map<string, boolean>; written: Promise<boolean> }>();
  const writing = new Map<string, Promise<boolean>>();
  return (organization, { id, related }) => {
    let batch = gathering.get(organization);
    if (!batch) {
      const named = new Map<string, boolean>();
      const before = writing.get(organization) ?? Promise.resolve(true);
      const written = before
        .catch(() => false)
        .then(() => {
          gathering.delete(organization);
          return write(deps, organization, named);
        });
      const ended = () => {
        if (writing.get(organization) === written) writing.delete(organization);
      };
      written.then(ended, ended);
      writing.set(organization, written);
      batch = { named, written };
      gathering.set(organization, batch);
    }
    batch.named.set(id, related || batch.named.get(id) === true);
    return batch.written;
  };
}

async function write(
  deps: Pick<ReadDeps, 'store' | 'clock' | 'wake'>,
  organization: string,
  named: ReadonlyMap<string, boolean>,
): Promise<boolean> {
  const outcome = await changeDocument<'connection', 'none' | 'known' | 'noted'>(
    deps,
    organization,
    CONNECTION_ID,
    (document) => {
      if (!document) return { result: 'none' };
      const at = deps.clock.now().toISOString();
      // Where nobody reads, what waits to be read will be read as it is by then.
      const fresh = [...named].filter(
        ([id, related]) => document.lease || !waits(document.body, id, related, at),
      );
      if (fresh.length === 0) return { result: 'known' };
      const ids = (which: boolean) => fresh.filter(([, related]) => related === which).map(([id]) => id);
      const own = withWanted(document.body, ids(false), { at, related: false });
      const record = withWanted(own, ids(true), { at, related: true });
      return { draft: connectionDraft(organization, record, document.lease), result: 'noted' };
    },
  );
  if (outcome === 'noted') deps.wake();
  return outcome !== 'none';
}

function waits({ wanted = [] }: ConnectionRecord, id: string, related: boolean, now: string): boolean {
  return wanted.some((one) => one.id === id && one.at <= now && (one.related === true || !related));
}
