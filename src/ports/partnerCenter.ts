import type { Referral } from '#domain/referral/referral.ts';
import type { EditableFields, ReferralSnapshot } from '#domain/referral/snapshot.ts';

/** A JSON object exactly as it was received. */
export type WireObject = Record<string, unknown>;

/** One thing wrong with a body, and where. */
export interface BodyProblem {
  /** Dotted path as the sender wrote it, empty for the whole body. */
  path: string;
  message: string;
}

/** Whose record a referral is. */
export interface Owner {
  name: string;
  /** Its id in Partner Center. */
  partnerCenterId?: string | undefined;
  /** Where its days begin (CR-64); UTC without. */
  workingHours?: { timeZone: string } | undefined;
}

/** What was received of a referral before. */
export interface ReceivedWire {
  wire: WireObject;
  /** What was read from it then; by it one knows what changed here since. */
  editable: EditableFields;
}

/** A body that was read as a referral. */
export interface ReferralDelivery {
  snapshot: ReferralSnapshot;
  /** Whose record it says it is, in Partner Center's ids. */
  partnerCenterOrganization?: string | undefined;
  /** `updatedDateTime`, padded so that two of them compare as text; empty when the sender gave none. */
  updated: string;
  wire: WireObject;
  /** What was left out because it can't be read, and why: nothing that a referral must have. */
  notes: readonly BodyProblem[];
}

export type ReadResult =
  | { ok: true; delivery: ReferralDelivery }
  | { ok: false; problems: readonly BodyProblem[] };

/** What a record says of itself at a glance; what it does not say is absent, or empty. */
export interface Glance {
  /** In lower case. */
  id?: string | undefined;
  engagementId?: string | undefined;
  /** Whose record it is, in Partner Center's ids, in lower case. */
  partnerCenterOrganization?: string | undefined;
  /** `updatedDateTime`, padded; empty where there is none. */
  updated: string;
}

/** Partner Center's own shape of a referral, read and written. */
export interface ReferralFormat {
  /** Looks at a record of a list without reading the whole of it. */
  glance(body: WireObject): Glance;
  /** Reads a body tolerantly, as a record of `owner`. */
  read(body: unknown, owner: Owner | undefined): ReadResult;
  /**
   * The referral in the shape it came in, with what was decided and changed here laid over; a record that was created
   * here, or by an invitation of another organization (`inviter`), and never came in is written whole.
   */
  write(
    received: ReceivedWire | undefined,
    referral: Referral,
    owner: Owner | undefined,
    inviter?: Owner | undefined,
  ): WireObject;
}
