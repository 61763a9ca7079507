import type { Instant, LocalDate } from '#domain/values/instant.ts';
import type {
  Actor,
  ClosedOutcome,
  CloseReason,
  Contact,
  Customer,
  Money,
  SalesStage,
  Solution,
} from '#domain/values/parts.ts';
import type { RegistrationFiling, ReviewDecision } from './registration.ts';

/** The organization id of Microsoft. */
export const MICROSOFT = 'msft';

/** The three stages of a referral. */
export type Stage = 'received' | 'accepted' | 'closed';

/** What a party is invited with (CR-30); changed only before it is sent. */
export interface Invitation {
  closeDate: LocalDate;
  /** Of their part. */
  value: Money;
  notes?: string | undefined;
  solutions: readonly Solution[];
  /** Code of the help that is wanted of them. */
  assistance?: string | undefined;
  /** People over there whom it is for; they are told first (CR-51). */
  contacts: readonly Contact[];
  /** Those of our own people who work with this partner; absent: the deal's team, as it is. */
  ours?: readonly Contact[] | undefined;
  /** The customer's contact goes along: chosen for this partner, and the customer agreed to that (CR-59). */
  contactToo?: true | undefined;
  /** The location over there that it belongs to. */
  location?: string | undefined;
}

/** A note that all parties read. */
export interface SharedNote {
  /** Counts the notes to all of one record from 1, so that none is taken twice. */
  number: number;
  at: Instant;
  /** Its writer by reference into `writers` of the view it travels in, so that a name can still be taken back. */
  by: string;
  /** Where it was passed on: the party whose note it is. */
  from?: { organization: string; name: string } | undefined;
  text: string;
}

/** A note to all that has not reached all of them yet. */
export interface PendingNote extends SharedNote {
  /** Ids of the records whose people read it: those who took part when it was written. */
  to: readonly string[];
}

/**
 * All that a party tells of its record at one moment (CR-30): its progress and its team, to the one that invited it also
 * value and date of its part. Always the whole of it, so that neither order nor repeats of messages can matter.
 */
export interface SharedView {
  stage: Stage;
  outcome?: ClosedOutcome | undefined;
  /** Since when it stands there. */
  since: Instant;
  reason?: CloseReason | undefined;
  /** To the one that invited it: what was said with a refusal (CR-52). */
  closingNotes?: string | undefined;
  salesStage?: SalesStage | undefined;
  value?: Money | undefined;
  closeDate?: LocalDate | undefined;
  /** To Microsoft: the notes and the solutions of the record (CR-60). */
  dealNotes?: string | undefined;
  solutions?: readonly Solution[] | undefined;
  /** The first twenty: a record must hold fifty parties. */
  team: readonly Contact[];
  /** Notes to all that are new to somebody; of a party's last view the receiver keeps the newest few. */
  notes: readonly SharedNote[];
  /** Names of those who wrote notes to all, by reference; empty for somebody who was erased. */
  writers?: Readonly<Record<string, string>> | undefined;
  /** To those it invited: who else takes part, and how that stands. */
  others?: readonly Peer[] | undefined;
  /** To one it invited: when it last asked for an answer. */
  reminded?: Instant | undefined;
  /** From a partner to Microsoft alone: its registration. */
  registration?: RegistrationFiling | undefined;
  /** From Microsoft to the one partner alone: its decisions on that. */
  review?: readonly ReviewDecision[] | undefined;
}

/** Another organization that was invited by the same party. */
export interface Peer {
  organization: string;
  name: string;
  /** Of its own record: between Microsoft and a partner, for the registration (CR-46). */
  referralId?: string | undefined;
  stage: Stage;
  outcome?: ClosedOutcome | undefined;
  since: Instant;
}

/**
 * Another organization in the engagement. Whoever started the deal invites (CR-32), so a record has either the
 * `inviter` and its `peer`s, or those whom it `invited`; Microsoft without a record within reach is a peer of either, of
 * which Partner Center tells.
 */
export interface Party {
  role: 'inviter' | 'invited' | 'peer';
  /** Organization id. */
  organization: string;
  name: string;
  /** Id of its own record of the engagement; a second invitation after a refusal is a new record. Empty for most peers. */
  referralId: string;
  /** Of one that was invited from here. */
  invitation?: Invitation | undefined;
  invited?: { by: Actor; at: Instant } | undefined;
  reminded?: Instant | undefined;
  /** Number of the newest message that was taken in; 0 before the first. */
  seq: number;
  /** Number of the newest note of it that was taken in. */
  heard?: number | undefined;
  /** What it told last. */
  view?: SharedView | undefined;
  /** Its seller: who accepted, declined or closed over there. */
  seller?: Contact | undefined;
}

/** What one party's record tells another's, whole and numbered. */
export interface EngagementMessage {
  engagementId: string;
  from: { organization: string; name: string; referralId: string };
  to: { organization: string; referralId: string };
  /** Higher is newer; what is not higher than the last one changes nothing. */
  seq: number;
  view: SharedView;
  seller?: Contact | undefined;
  /** From the inviter: what the record is made from where it is missing. */
  invitation?: InvitationMessage | undefined;
}

/** The content of an invitation; the customer's contacts only where the customer agreed (CR-20). */
export interface InvitationMessage extends Invitation {
  at: Instant;
  name: string;
  customer: Customer;
  consent?: boolean | undefined;
}
