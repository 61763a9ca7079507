import type { Referral } from '#domain/referral/referral.ts';
import type { SyncField, SyncRefusal } from '#domain/referral/unsynced.ts';
import type { ConnectionMode } from '#domain/sync/connectionMode.ts';
import type { Owner, WireObject } from './partnerCenter.ts';

export type { ConnectionMode } from '#domain/sync/connectionMode.ts';

/** Which referrals a list is asked for. */
export type ReferralQuery =
  /** Everything that changed, the newest change first. */
  | { kind: 'changes' }
  /** Everything there is, in the order of creation. */
  | { kind: 'everything' }
  /** What waits for an answer. */
  | { kind: 'pending' }
  /** What belongs to one engagement, other parties' records included where they are shown. */
  | { kind: 'engagement'; engagementId: string }
  /** What was created, the newest first. */
  | { kind: 'created' };

/** One page of a list. */
export interface ReferralPage {
  referrals: readonly WireObject[];
  /** Opaque, to be stored: where the next page begins; absent on the last one. Whoever can't go on from it begins anew. */
  next?: string | undefined;
  /** The list ends here, and whether there is more could not be found out in any way that Partner Center takes. */
  incomplete?: true | undefined;
}

/** A referral as it stands there now. */
export interface Fetched {
  wire: WireObject;
  /** Verbatim, quotes included; absent where a list or an answer gave none. */
  etag?: string | undefined;
}

/** Fields of a record that are told in one request, in their JSON Patch. */
export interface Patch {
  fields: readonly SyncField[];
  /** RFC 6902, `replace` and `add` only. */
  operations: readonly WireObject[];
  /**
   * It accepts, and what is told after it needs that. Of a deal that was closed since, `fields` does not name the
   * decision, which only a later patch tells; refused it is the decision that is refused all the same.
   */
  opens?: true | undefined;
}

/** How a write ended. What is away or throttled is thrown as UnavailableError instead. */
export type WriteOutcome =
  | { kind: 'done'; referral: Fetched }
  /** Somebody changed it in the meantime (412): read again, decide again. */
  | { kind: 'changed' }
  /** Not there, or not to be seen (403 and 404 say the same: which of them is not certain). */
  | { kind: 'missing' }
  /** Not taken, and sent again it would not be taken either. */
  | { kind: 'refused'; refusal: Omit<SyncRefusal, 'at'> };

/**
 * Partner Center's referrals as one signed-in organization sees them. Every call throws `UnavailableError` when Partner
 * Center can't be reached, fails or throttles (`retryAfter` as it says), with the code `signed-out` when the sign-in is no
 * longer good for anything (401, 900421, invalid_grant): then everything waits until somebody signs in again.
 */
export interface PartnerCenterApi {
  /** `after`: `next` of the page before. Throws `RangeError` where the list can't be gone on with from there. */
  list(query: ReferralQuery, after?: string): Promise<ReferralPage>;
  /** Undefined where it is not there or not to be seen. */
  one(id: string): Promise<Fetched | undefined>;
  /** Changes one record, only as long as it is still the one that has `etag`; answers with how it is then. */
  change(id: string, etag: string | undefined, patch: Patch): Promise<WriteOutcome>;
  /** Creates a record. `requestId`: the same for every attempt at the same one, should Partner Center heed it. */
  create(body: WireObject, requestId: string): Promise<WriteOutcome>;
}

/** What has to be written there, in Partner Center's shape. Pure: no request is made. */
export interface SyncFormat {
  /**
   * The patches that bring the named fields of `referral` there, against the record as it stands there now. A decision
   * goes by itself and last, unless it opens what is to be changed; what `apart` names goes each in a request of its own,
   * because one path that is refused refuses a whole patch.
   */
  patches(
    there: WireObject,
    referral: Referral,
    fields: readonly SyncField[],
    owner: Owner | undefined,
    apart?: boolean,
  ): readonly Patch[];
  /** The body that creates a deal of ours. */
  ownBody(referral: Referral, owner: Owner | undefined): WireObject;
  /** The body that invites Microsoft to it, once it is there. */
  microsoftBody(referral: Referral, owner: Owner | undefined, engagementId: string): WireObject;
  /** Whose record it is: Microsoft's copy of an engagement may stand in our lists as well. */
  isMicrosofts(wire: WireObject, owner: Owner | undefined): boolean;
}

/** The connections of this deployment's organizations. */
export interface Connections {
  /** From what this process knows at the moment; for cards. */
  modeOf(organization: string): ConnectionMode;
  /** Undefined where nobody signed in. */
  open(organization: string): Promise<PartnerCenterApi | undefined>;
}
