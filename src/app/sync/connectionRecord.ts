import { earliest, type Instant } from '#domain/values/instant.ts';
import type { DraftOf, Lease } from '#ports/documents.ts';

declare module '#ports/documents.ts' {
  interface DocumentKinds {
    connection: ConnectionRecord;
  }
}

/** The connection of an organization with Partner Center, and how far it has read. One document an organization. */
export interface ConnectionRecord {
  /** Whom Partner Center sees. */
  account: { name: string; username: string; tenantId: string };
  connectedAt: Instant;
  /** When the sign-in was last good for something. */
  usedAt?: Instant | undefined;
  /** Since when it is good for nothing any more, and why; absent while it is. */
  signedOut?: { code: string; at: Instant } | undefined;
  /** What admins were told of it, and when, so that nobody is told twice. */
  told?: Readonly<Record<string, Instant>> | undefined;
  /** The first import: absent once it is done. */
  importing?:
    | { startedAt: Instant; next?: string | undefined; read: number; pending: number; failed: number }
    | undefined;
  /** `incomplete`: Partner Center showed the beginning of its list alone. */
  imported?: { at: Instant; read: number; failed: number; incomplete?: true | undefined } | undefined;
  /** `updatedDateTime`, padded, up to which everything was read; empty where nothing was there yet. */
  watermark?: string | undefined;
  /** Changes of which some pages were read: it ends at `since`, and the watermark will be `newest`. */
  reading?: { since: string; newest: string; next: string; changed: number } | undefined;
  /** When what waits for an answer there was looked through last, and when far back into the past. */
  lastPending?: Instant | undefined;
  lastLookBack?: Instant | undefined;
  /** Going through the engagements in which Microsoft takes part; `next`: where in our list of deals. */
  round?: { at: Instant; next?: string | undefined } | undefined;
  /** Going through what waits to be sent; `next`: where in our list of deals. Absent while nothing may be sent. */
  sweep?: { at: Instant; next?: string | undefined } | undefined;
  /** Microsoft's records were seen in lists, so that no round is needed for them. */
  listsMicrosoft?: true | undefined;
  /** The address at which webhooks were registered for it from here. */
  webhook?: { url: string; at: Instant } | undefined;
  lastRead?: Instant | undefined;
  lastWrite?: Instant | undefined;
  /** Why reading failed last, until it works again. */
  failing?: { code: string; since: Instant; attempts: number } | undefined;
  /** Records that are to be read by themselves, because a webhook named them or a list showed them too early. */
  wanted?: readonly Wanted[] | undefined;
  /** When it looks for changes next, and how long nothing was found. */
  nextPoll: Instant;
  quietPolls: number;
}

/** A record of Partner Center's that is to be read. */
export interface Wanted {
  /** Its id there, in lower case. */
  id: string;
  /** Not before this moment. */
  at: Instant;
  /** How often it was looked for and not found. */
  attempts: number;
  /** Its engagement is to be read as well: whose record it is is not certain. */
  related?: true | undefined;
}

export const CONNECTION_ID = 'connection';

/** The document of an organization's connection: due at the next poll, or when a record is wanted before. */
export function connectionDraft(
  organization: string,
  record: ConnectionRecord,
  lease?: Lease | undefined,
): DraftOf<'connection'> {
  return {
    partition: organization,
    id: CONNECTION_ID,
    kind: 'connection',
    schema: 1,
    dueAt: lease?.until ?? nextLook(record),
    lease,
    body: record,
  };
}

/** While reading fails nothing is tried before the next poll. */
function nextLook({ nextPoll, failing, wanted = [] }: ConnectionRecord): Instant {
  return failing ? nextPoll : (earliest([nextPoll, ...wanted.map(({ at }) => at)]) ?? nextPoll);
}
