import { CONNECTION_ID } from '#app/sync/connectionRecord.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';
import type { ConnectionMode } from '#ports/partnerCenterApi.ts';

/** What this process knows of an organization's connection. */
interface Known {
  connected: boolean;
  at: number;
}

/** Which organizations are connected, as far as this process knows at the moment. */
export interface KnownConnections {
  /** At once; where it was looked up a while ago, it is looked up again for the next one who asks. */
  modeOf(organization: string): ConnectionMode;
  /** Looks it up now. */
  look(organization: string): Promise<Known>;
}

/** Milliseconds after which another process may have connected or disconnected somebody. */
const OLD = 5_000;

/** `writes`: what goes out for an organization once it is connected. */
export function createKnownConnections(
  { store, clock }: { store: DocumentStore; clock: Clock },
  writes: (organization: string) => 'read' | 'write',
): KnownConnections {
  const known = new Map<string, Known>();
  const looking = new Set<string>();
  const look = async (organization: string): Promise<Known> => {
    const document = await store.read<'connection'>(organization, CONNECTION_ID);
    const found = {
      connected: document !== undefined,
      at: clock.now().getTime(),
    };
    known.set(organization, found);
    return found;
  };
  return {
    look,
    modeOf(organization) {
      const one = known.get(organization);
      if ((!one || clock.now().getTime() - one.at > OLD) && !looking.has(organization)) {
        looking.add(organization);
        // A store that is away says nothing new.
        look(organization)
          .catch(() => undefined)
          .finally(() => looking.delete(organization));
      }
      return one?.connected ? writes(organization) : 'none';
    },
  };
}
