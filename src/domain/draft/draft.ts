import type { Invitation } from '#domain/referral/party.ts';
import {
  type Contact,
  type Customer,
  type HelpKind,
  type Money,
  NO_HELP,
  type Solution,
} from '#domain/referral/referral.ts';
import type { Instant, LocalDate } from '#domain/values/instant.ts';

/**
 * The steps of creating a deal, in their order; the review follows them. Partners are asked for by nobody: their step is
 * opened by who wants to invite some.
 */
export const dealSteps = [
  'customer',
  'details',
  'team',
  'solutions',
  'selling',
  'partners',
  'review',
] as const;
export type DealStep = (typeof dealSteps)[number];

/** Everything that can be entered while a deal is created (CR-18 to CR-25). */
export interface DealEntries {
  customer?: Customer | undefined;
  /** Optional, but required as soon as Microsoft is asked for help (CR-19). */
  customerContact?: Contact | undefined;
  /** The customer agreed that contact data is shared with Microsoft (CR-20). */
  consent?: boolean | undefined;
  name?: string | undefined;
  location?: string | undefined;
  value?: Money | undefined;
  closeDate?: LocalDate | undefined;
  crmId?: string | undefined;
  campaignId?: string | undefined;
  notes?: string | undefined;
  team?: readonly Contact[] | undefined;
  solutions?: readonly Solution[] | undefined;
  assessmentPlace?: string | undefined;
  /** Code of the help wanted from Microsoft; `Unknown` is none, and the deal private (CR-25). */
  assistance?: HelpKind | typeof NO_HELP | undefined;
  /** Without help, Microsoft may see the deal all the same (CR-12). */
  partnerLed?: boolean | undefined;
  /** Partners who are invited as the deal is created (CR-31). */
  invitations?: readonly DraftInvitation[] | undefined;
}

/** Whether help of Microsoft is wanted, which invites it (CR-8, CR-25). */
export function wantsMicrosoft({ assistance }: Pick<DealEntries, 'assistance'>): boolean {
  return assistance !== undefined && assistance !== NO_HELP;
}

/** An invitation that waits for the deal to be created. */
export interface DraftInvitation extends Invitation {
  organization: string;
  /** How the partner is called. */
  name: string;
  /** Id of the record that the partner gets, so that it is made once. */
  referralId: string;
}

/** A deal that somebody is creating, as it is kept between messages, restarts and days. */
export interface DealDraft extends DealEntries {
  /** Becomes the id of the deal, so that creating it twice is creating it once. */
  id: string;
  startedAt: Instant;
  /** The step that is asked now. */
  step: DealStep;
  /** Steps that are answered, by the person, by the line it began with or by what is known already. */
  answered: readonly DealStep[];
  /** Opened from the review: the next answer leads back there. */
  reviewing: boolean;
  /** The deal that this one was begun from; that one stays as it is. */
  from?: { referralId: string; name: string } | undefined;
  /** Number of the form that is shown; an older one answers with the present form. */
  formVersion: number;
}
