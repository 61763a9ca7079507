import type { Audience } from '#cards/audience.ts';
import type { InviteTarget } from '#cards/engagement/invite.ts';
import type { NamedLocation } from '#cards/form/location.ts';
import type { Problems, Typed } from '#cards/form/problems.ts';
import type { Reader } from '#cards/format.ts';
import type { FieldProblem } from '#cards/problemTexts.ts';
import type { EditField } from '#domain/deal/decideDeal.ts';
import type { SimilarDeals } from '#domain/list/similarDeals.ts';
import type { ShownMute } from '#domain/news/mute.ts';
import type { Why } from '#domain/news/why.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { ReviewKind } from '#domain/referral/registration.ts';
import type { Membership } from '#domain/referral/rights.ts';
import type { OwnStep } from '#domain/referral/undoable.ts';
import type { ConditionStanding } from '#domain/registration/registrationRules.ts';
import type { ConnectionMode } from '#domain/sync/connectionMode.ts';
import type { Instant, LocalDate } from '#domain/values/instant.ts';
import type { Options, StageNames } from '#domain/values/options.ts';

interface OpenForm {
  /** Higher with every refusal; input ids carry it, since clients keep what was typed by id. */
  formVersion: number;
}

/** A form of a decision that was refused and comes back open. */
export interface DecisionForm extends OpenForm {
  kind: 'accept' | 'decline';
  typed: Typed;
  problems: Problems;
  /** Solutions that may be meant by what was typed. */
  found?: readonly SolutionChoice[] | undefined;
}

/** What was typed into the other forms of a deal and what is wrong with it, by field. */
export interface DealForm extends OpenForm {
  typed: Readonly<Record<string, string>>;
  problems: Readonly<Record<string, FieldProblem>>;
}

/** The form of editing, back with what is wrong, or with what somebody else changed meanwhile (CR-39). */
export interface EditForm extends DealForm {
  kind: 'edit';
  conflicts: readonly EditField[];
}

/** The form of handing over, back with what is wrong or with several people to choose from. */
export interface HandoverForm extends DealForm {
  kind: 'handover';
  /** People who may be meant: what is posted for each, and who it is. */
  people: readonly { id: string; name: string; email?: string | undefined }[];
  /** Asks for the colleague's phone, because nobody in the team would have all contact data (CR-22). */
  wantsPhone: boolean;
}

/** The form in which a referral gets the location that it came without (CR-30). */
export interface LocateForm extends DealForm {
  kind: 'locate';
  locations: readonly NamedLocation[];
}

/** The form of the team. */
export interface TeamForm extends DealForm {
  kind: 'team';
  /** They are about to take the deal away from themselves: pressed once more, it is meant. */
  confirm: boolean;
}

/** The form of the solutions. */
export interface SolutionsForm extends DealForm {
  kind: 'solutions';
  /** What the catalog has for what was typed, or offers at first. */
  found: readonly SolutionChoice[];
  /** Those for which an assessment can be created. */
  locations: readonly NamedLocation[];
}

/** The form of a registration, at first or back for what is in question. */
export interface RegisterForm extends DealForm {
  kind: 'register';
  /** Microsoft asked for action. */
  again?: boolean | undefined;
  /** The day before which the contract can't be signed. */
  earliest?: LocalDate | undefined;
  /** The days that it begins with: when the contract was signed, and when it starts. */
  usual?: { signed?: LocalDate | undefined; start?: LocalDate | undefined } | undefined;
}

/** A partner's registration before a reviewer; `decision`: which one is asked for once more. */
export interface ReviewForm extends DealForm {
  kind: 'review';
  /** Organization id. */
  partner: string;
  decision?: ReviewKind | undefined;
}

/** The form of muting and snoozing the deal. */
export interface MuteDealForm extends DealForm {
  kind: 'quiet';
}

export interface SolutionChoice {
  id: string;
  name: string;
  kind: 'own' | 'microsoft' | 'third-party' | 'assessment';
  publisher?: string | undefined;
}

/** The form of the sales stage. */
export interface StagesForm extends DealForm {
  kind: 'stages';
}

/** What is asked once more before it is final. */
export interface FinalForm extends DealForm {
  kind: 'win' | 'lose' | 'error' | 'share';
  /** What a registration would miss for good, where the deal is won now. */
  lacks?: readonly ConditionStanding[] | undefined;
}

/** The form of inviting somebody (CR-30). */
export interface InviteForm extends DealForm {
  kind: 'invite';
  guest: InviteTarget;
  /** Whether the other kind of guest can be invited as well. */
  otherToo: boolean;
  /** Microsoft is an organization of this deployment, and so gets the invitation by itself. */
  microsoftHere: boolean;
  /** Partners to choose from. */
  partners: readonly { organization: string; name: string }[];
  /** What the catalog has for what was typed, or offers at first. */
  found: readonly SolutionChoice[];
  /** Of the reader. */
  today: LocalDate;
  /** Of which organization the inviter was told that nobody there would hear of it (CR-30). */
  told?: string | undefined;
}

export type RefusedForm =
  | DecisionForm
  | EditForm
  | HandoverForm
  | LocateForm
  | TeamForm
  | SolutionsForm
  | RegisterForm
  | ReviewForm
  | StagesForm
  | FinalForm
  | InviteForm
  | MuteDealForm;

/** What the buttons beside a card that was opened from a list carry; absent where there is nothing. */
export interface Around {
  /** Data of `deal.open`. */
  previous?: Readonly<Record<string, unknown>> | undefined;
  next?: Readonly<Record<string, unknown>> | undefined;
  /** Data of `deals.list`. */
  back?: Readonly<Record<string, unknown>> | undefined;
}

/** All that a referral's card is made from. */
export interface ReferralCardView extends Reader {
  referral: Referral;
  audience: Audience;
  why?: Why | undefined;
  /** Of `deputy`: the name of the colleague for whom they stand in. */
  absent?: string | undefined;
  /** Name of the person who decided, if it was one. */
  deciderName?: string | undefined;
  creatorName?: string | undefined;
  /** Name of the person who handed it over to the one who has it in hand. */
  handedByName?: string | undefined;
  /** Names of our people who made the last changes, or are in the history of a registration, by person id. */
  actorNames?: Readonly<Record<string, string>> | undefined;
  locationName?: string | undefined;
  /** Of the location for which an assessment is created. */
  placeName?: string | undefined;
  /** Where its CRM id leads. */
  crmUrl?: string | undefined;
  /** The one who has it in hand has not installed the bot, and so gets no card. */
  holderUnreached?: boolean | undefined;
  /** Its close date has passed while it is open. */
  overdue?: boolean | undefined;
  /** Trial mode: everybody may decide, so nobody has to ask. */
  trial?: boolean | undefined;
  /** Who reads it, on a personal copy; absent where it is made for somebody who may see it. */
  you?: Membership | undefined;
  /** What became of deals like it, on a personal copy, while it waits for an answer (CR-57). */
  similar?: SimilarDeals | undefined;
  /** What the reader muted of it, on a personal copy. */
  mute?: ShownMute | undefined;
  /** What the reader's company switched on, and how it calls the stages; absent: nothing, and as usual. */
  options?: Options | undefined;
  stageNames?: StageNames | undefined;
  /** Whether it is among the reader's favorites; absent where that is not known. */
  favorite?: boolean | undefined;
  around?: Around | undefined;
  partnerCenterUrl?: string | undefined;
  /** Whether what is done here reaches Partner Center by itself. */
  connection: ConnectionMode;
  /** What came of the reader's press, in the reader's language. */
  resultLine?: string | undefined;
  /** What the reader can take back: revision of the step and, of a decision, until when. */
  undo?: (Pick<OwnStep, 'revision' | 'until'> & { what?: string | undefined }) | undefined;
  form?: RefusedForm | undefined;
  /** Version of the forms that are not open yet; needed only after a cancelled refusal. */
  formVersion?: number | undefined;
}

/** The moment a decision was made, whatever it was. */
export function decidedAt(referral: Referral): Instant | undefined {
  if (referral.stage === 'accepted') return referral.acceptedAt;
  return referral.stage === 'closed' ? referral.closedAt : undefined;
}
