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
  /** Of somebody else's own one: which organization of this deployment's it is (CR-30). */
  of?: string | undefined;
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

/** Why a deal was closed as an error, where that is switched on (CR-43). */
export const errorReasons = [
  'duplicate-bulk',
  'duplicate-here',
  'duplicate-microsoft',
  'connector-sync',
  'customer-matching',
  'solution-issue',
  'test',
  'data',
  'other',
] as const;
export type ErrorReason = (typeof errorReasons)[number];

/** How far a sale is, in per cent: what companies' own stages map on (CR-40, CR-41). Before the first it is at 10. */
export const salesStages = [20, 40, 60, 80] as const;
export type SalesStage = (typeof salesStages)[number];

/**
 * Who moved a referral: a person by reference (never by name), Partner Center itself, the clock, or another
 * organization of the engagement.
 */
export type Actor =
  | { kind: 'person'; personId: string }
  | { kind: 'partner-center' }
  | { kind: 'clock' }
  | { kind: 'party'; organization: string };

/**
 * How a closed referral ended (CR-50); `withdrawn`: whoever invited us closed the deal before we answered; `other`
 * keeps a substatus we do not know in `reason`.
 */
export type ClosedOutcome = 'won' | 'lost' | 'declined' | 'expired' | 'withdrawn' | 'error' | 'other';
