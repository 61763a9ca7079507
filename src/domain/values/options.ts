/**
 * When a won deal may be registered beyond CR-44, where an organization keeps to it (CR-49). Each threshold counts by
 * itself.
 */
export interface RegistrationPolicy {
  /** The value of the deal, in US dollars. */
  minimumValueUsd: number;
  /** Hours that must lie between the creation of the deal and Won. */
  hoursBeforeWon: number;
  /** Days after the signature within which it is registered. */
  daysAfterSignature: number;
  /** Days that the start date may lie back. */
  daysSinceStart: number;
  /** The customer's account must be managed by Microsoft. */
  managedByMicrosoft: boolean;
}

/** The thresholds of CR-49, for whatever an organization does not name itself. */
export const registrationPolicyDefaults: RegistrationPolicy = {
  minimumValueUsd: 25_000,
  hoursBeforeWon: 72,
  daysAfterSignature: 60,
  daysSinceStart: 90,
  managedByMicrosoft: true,
};

/** The later rules that an organization can switch on, each by itself. */
export interface Options {
  /** Without help wanted, Microsoft may be let see a deal; once given that can't be withdrawn (CR-12). */
  partnerLed: boolean;
  /** Notes are required when a deal is created (CR-21). */
  notesRequired: boolean;
  /** Open deals can be closed as an error (CR-43). */
  closeAsError: boolean;
  /** The solution of an assessment can't be changed after creation (CR-24). */
  assessmentsFixed: boolean;
  /** Customer contact and notes are required for an assessment (CR-24). */
  assessmentDetailsRequired: boolean;
  /** What people typed stands on copies in channels too: names of deals, notes, reasons; without people, as far as known. */
  channelTexts: boolean;
  /** Absent: registration follows CR-44 alone. */
  registrationPolicy?: RegistrationPolicy | undefined;
  /** After so many days without an answer a referral is passed on to other admins. Absent: it is not. */
  escalateAfterDays?: number | undefined;
  /** The month in which the fiscal year begins, 1 to 12. Absent: a fiscal year that is typed is asked (CR-21). */
  fiscalYearStart?: number | undefined;
  /** So many calendar months after it was closed a deal is removed with all that belongs to it. Absent: never. */
  keepClosedMonths?: number | undefined;
}

/** Everything off. */
export const defaultOptions: Options = {
  partnerLed: false,
  notesRequired: false,
  closeAsError: false,
  assessmentsFixed: false,
  assessmentDetailsRequired: false,
  channelTexts: false,
};

/** The percentages that a company's own stages map on (CR-40), with where a deal begins and where it is won. */
export const stagePercents = [10, 20, 40, 60, 80, 100] as const;
export type StagePercent = (typeof stagePercents)[number];

/** A company's own names of the sales stages; what is absent has the usual one. */
export type StageNames = Readonly<Partial<Record<StagePercent, string>>>;
