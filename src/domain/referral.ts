import type { Instant, LocalDate } from './instant.ts';

/** Someone's contact data as it stands in a referral. Personal data: never on a channel copy of a card. */
export interface Contact {
  name: string;
  email?: string | undefined;
  phone?: string | undefined;
  title?: string | undefined;
}

/** An amount in a currency's main unit, never in cents. */
export interface Money {
  amount: number;
  /**
   * ISO 4217, capitals. From Partner Center also empty, where the sender named none, or the sender's own word where
   * that is no code: what is not known is never taken for dollars.
   */
  currency: string;
}

/** What a solution is (CR-23); an assessment stands alone (CR-24). */
export const solutionKinds = ['own', 'microsoft', 'third-party', 'assessment'] as const;
export type SolutionKind = (typeof solutionKinds)[number];

/** A solution in a deal, as it stood in the catalog when it was chosen. */
export interface Solution {
  /** Id in Partner Center, such as `SOL-12345`; made up here for one that was typed in by hand. */
  id: string;
  name: string;
  kind: SolutionKind;
  publisher?: string | undefined;
  /** Incentive eligible: a deal without Microsoft can't be registered (CR-27, CR-44). */
  incentive?: boolean | undefined;
  /** IP co-sell. */
  ipCosell?: boolean | undefined;
}

/** The kinds of help that can be asked of Microsoft (CR-25), by Partner Center's codes; `Unknown` is none. */
export const helpKinds = [
  'WorkloadSpecificValueProposition',
  'CustomerTechnicalArchitecture',
  'ProofOfConceptOrDemo',
  'QuotesOrLicensing',
  'PostSalesCustomerSuccess',
  'GeneralOrOther',
] as const;
export type HelpKind = (typeof helpKinds)[number];
export const NO_HELP = 'Unknown';

export interface Customer {
  name: string;
  addressLines: readonly string[];
  city?: string | undefined;
  state?: string | undefined;
  postalCode?: string | undefined;
  /** ISO 3166-1 alpha-2, capitals. */
  country?: string | undefined;
  /** D-U-N-S number, nine digits: which legal entity it is (CR-18). */
  duns?: string | undefined;
  /** Microsoft's account id. */
  microsoftAccountId?: string | undefined;
  /** Typed in by hand, not chosen from the directory. */
  byHand?: boolean | undefined;
  contacts: readonly Contact[];
}

/** Why a deal was declined or lost (CR-37). */
export const closeReasons = [
  'budget',
  'no-response',
  'other-vendor',
  'requirement-not-met',
  'not-a-customer',
  'timeline-too-short',
  'abuse',
  'other',
] as const;
export type CloseReason = (typeof closeReasons)[number];

/** Who moved a referral: a person by reference (never by name), Partner Center itself, or the clock. */
export type Actor = { kind: 'person'; personId: string } | { kind: 'partner-center' } | { kind: 'clock' };

/** How a closed referral ended (CR-50); `other` keeps a substatus we do not know in `reason`. */
export type ClosedOutcome = 'won' | 'lost' | 'declined' | 'expired' | 'error' | 'other';

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
  /** Where a solution assessment takes place (CR-24). */
  assessmentPlace?: string | undefined;
  /** The customer agreed that contact data is shared with Microsoft (CR-20). */
  consent?: boolean | undefined;
  /** Whether Microsoft's sellers can see it, where Partner Center says so itself. */
  microsoft?: boolean | undefined;
  /** Who created it, where that was done here. */
  createdBy?: Actor | undefined;
  /** E-mail, in lower case, of the one in the team who has the deal in hand, once it was handed over. */
  holder?: string | undefined;
  /** Who handed it over to the holder, and when. */
  handed?: { by: Actor; at: Instant } | undefined;
  /** Partner Center's registration status, in its own word. */
  registration?: string | undefined;
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
  outcome: ClosedOutcome;
  closedAt: Instant;
  closedBy: Actor;
  reason?: CloseReason | undefined;
  /** A reason in Partner Center's own words, where it is none of ours. */
  reasonText?: string | undefined;
  closingNotes?: string | undefined;
}

export type Referral = ReceivedReferral | AcceptedReferral | ClosedReferral;
