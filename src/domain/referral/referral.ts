import type { Instant, LocalDate } from '#domain/values/instant.ts';
import type {
  Actor,
  ClosedOutcome,
  CloseReason,
  Contact,
  Customer,
  ErrorReason,
  Money,
  SalesStage,
  Solution,
} from '#domain/values/parts.ts';
import type { Party, PendingNote } from './party.ts';
import type { RegistrationFiling, ReviewDecision } from './registration.ts';
import type { TimelineEntry } from './timelineEntry.ts';
import type { Undoable } from './undoable.ts';
import type { Unsynced } from './unsynced.ts';

export * from '#domain/values/parts.ts';

/** The other admins of a referral's location, or those of the whole company. */
export type EscalationTarget = 'location' | 'company';

/** What every stage of a referral has: one party's own record of an engagement. */
export interface ReferralFacts {
  /** Partner Center's id, lower case. */
  id: string;
  engagementId?: string | undefined;
  /** Our organization's id, not Partner Center's. */
  organization: string;
  direction: 'inbound' | 'outbound';
  /** Partner location (MPN id) it belongs to. */
  location?: string | undefined;
  /** Deal name. */
  name: string;
  customer: Customer;
  /** Who sent it; absent when Partner Center does not say. */
  sender?: { organizationId?: string | undefined; name?: string | undefined } | undefined;
  senderNotes?: string | undefined;
  notes?: string | undefined;
  value?: Money | undefined;
  closeDate?: LocalDate | undefined;
  crmId?: string | undefined;
  campaignId?: string | undefined;
  /** Code of the help asked for. */
  assistance?: string | undefined;
  qualification?: string | undefined;
  /** Names of what the customer asks for. */
  wanted: {
    solutions: readonly string[];
    products: readonly string[];
    services: readonly string[];
    industries: readonly string[];
  };
  /** The solutions in the deal (CR-23), where they are known by id; `wanted` has what the sender named. */
  solutions?: readonly Solution[] | undefined;
  /** MPN id of the location for which a solution assessment is created (CR-24); of older records words. */
  assessmentPlace?: string | undefined;
  /** The customer agreed that contact data is shared with Microsoft (CR-20). */
  consent?: boolean | undefined;
  /** Whether Microsoft's sellers can see it, where Partner Center says so itself. */
  microsoft?: boolean | undefined;
  /** When our company asked Microsoft for help: where Microsoft is no party here, nothing else tells it (CR-47). */
  microsoftInvitedAt?: Instant | undefined;
  /** What was written to Microsoft with it, where Microsoft is no party here. */
  microsoftNotes?: string | undefined;
  /** Microsoft may see it without having been asked for help (CR-12); never withdrawn. */
  partnerLed?: true | undefined;
  /** Who created it, where that was done here. */
  createdBy?: Actor | undefined;
  /** E-mail, in lower case, of the one in the team who has the deal in hand, once it was handed over. */
  holder?: string | undefined;
  /** Who handed it over to the holder, and when. */
  handed?: { by: Actor; at: Instant } | undefined;
  /** The other organizations of the engagement, as far as this record knows them (CR-9, CR-30). */
  parties?: readonly Party[] | undefined;
  /** Notes to all parties that have not reached each of them yet. */
  sharedNotes?: readonly PendingNote[] | undefined;
  /** How many notes to all were ever written here: the number of the last one. */
  noteCount?: number | undefined;
  /** Who wrote notes to all, by reference into `people`. */
  writers?: readonly string[] | undefined;
  /** How far the sale is (CR-40, CR-41); absent before the first mark. */
  salesStage?: SalesStage | undefined;
  /** Which stages were marked on the way there (CR-40); absent where nobody knows: all up to `salesStage` then. */
  marked?: readonly SalesStage[] | undefined;
  /** Everybody whom the timeline names, by reference: the one place from which a person is erased. */
  people?: Readonly<Record<string, Contact>> | undefined;
  /** The last few changes, shortened, the newest last: for the card, which reads nothing for them. */
  recent?: readonly TimelineEntry[] | undefined;
  /** What our people did last and can take back, the newest last; never leaves the organization. */
  undoable?: readonly Undoable[] | undefined;
  /** Its id in Partner Center, lower case, where that is another one than `id`: of a deal that was created here. */
  partnerCenterId?: string | undefined;
  /** What stands here and not in Partner Center, the oldest first; absent where nothing is known to differ. */
  unsynced?: readonly Unsynced[] | undefined;
  /**
   * It waited for an answer when the company connected with Partner Center: its people were told by a list and not by a
   * card of its own. The beginning of that import.
   */
  listedAt?: Instant | undefined;
  /** Nobody had answered after so many days: to whom it was passed on last, and when. */
  escalated?: { to: EscalationTarget; at: Instant; days: number } | undefined;
  /** Partner Center's registration status, in its own word. */
  registration?: string | undefined;
  /** Why it stands there, as Partner Center tells it. */
  registrationReason?: string | undefined;
  /** Our registration of the won deal, as it was handed in (CR-47). */
  registrationFiling?: RegistrationFiling | undefined;
  /** On Microsoft's own record: its decisions on what each partner handed in, by the partner's organization (CR-48). */
  registrationReviews?: Readonly<Record<string, readonly ReviewDecision[]>> | undefined;
  /** Our own people on it (CR-22). */
  team: readonly Contact[];
  /** When Partner Center created it. */
  createdAt: Instant;
  /** An undecided inbound referral expires then (CR-38). */
  expiresAt: Instant;
  /** Goes up by one with every change that can be seen. */
  revision: number;
}

export interface ReceivedReferral extends ReferralFacts {
  stage: 'received';
}

export interface AcceptedReferral extends ReferralFacts {
  stage: 'accepted';
  acceptedAt: Instant;
  acceptedBy: Actor;
}

export interface ClosedReferral extends ReferralFacts {
  stage: 'closed';
  /** When it had been accepted and by whom, where this is known. */
  acceptedAt?: Instant | undefined;
  acceptedBy?: Actor | undefined;
  outcome: ClosedOutcome;
  closedAt: Instant;
  closedBy: Actor;
  reason?: CloseReason | undefined;
  errorReason?: ErrorReason | undefined;
  /** A reason in Partner Center's own words, where it is none of ours. */
  reasonText?: string | undefined;
  closingNotes?: string | undefined;
}

export type Referral = ReceivedReferral | AcceptedReferral | ClosedReferral;
