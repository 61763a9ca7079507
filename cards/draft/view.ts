import { type InviteNames, partnerInputs } from '#cards/engagement/invite.ts';
import type { Reader } from '#cards/format.ts';
import type { FieldProblem } from '#cards/problemTexts.ts';
import type { TextKey } from '#cards/say.ts';
import type { DealDraft, DealEntries, DealStep } from '#domain/draft/draft.ts';
import type { Contact, Solution } from '#domain/referral/referral.ts';
import type { LocalDate } from '#domain/values/instant.ts';
import type { Options } from '#domain/values/options.ts';

/** The steps by their names. */
export const stepTexts = {
  customer: 'draft.step.customer',
  details: 'draft.step.details',
  team: 'draft.step.team',
  solutions: 'draft.step.solutions',
  selling: 'draft.step.selling',
  review: 'draft.step.review',
  partners: 'draft.step.partners',
} satisfies Record<string, TextKey>;

/** A legal entity of the customer directory, as it is offered (CR-18). */
export interface CustomerChoice {
  id: string;
  name: string;
  addressLines: readonly string[];
  city?: string | undefined;
  state?: string | undefined;
  postalCode?: string | undefined;
  /** ISO 3166-1 alpha-2, capitals. */
  country?: string | undefined;
  /** Nine digits. */
  duns?: string | undefined;
  microsoftAccountId?: string | undefined;
}

export interface PartnerChoice {
  /** Organization id. */
  organization: string;
  name: string;
}

export interface LocationChoice {
  mpnId: string;
  name: string;
  country: string;
}

/** Entities that a directory has for what was typed. */
export interface FoundCustomers {
  /** What was looked for. */
  text: string;
  /** `nearest`: nothing fits, these are the nearest names; there may be none. */
  kind: 'matches' | 'nearest';
  found: readonly CustomerChoice[];
  /** Where nothing was found: the country of the city that was named, if it is known. */
  country?: string | undefined;
}

/** Every input of the forms; its id in a card is this and the form's version, `name.0`. */
export const draftFields = {
  customer: [
    'place',
    'customer',
    'write',
    'handName',
    'address',
    'city',
    'state',
    'postalCode',
    'country',
    'duns',
    'knownContact',
    'contactName',
    'contactEmail',
    'contactPhone',
    'consent',
  ],
  details: ['name', 'location', 'value', 'currency', 'closeDate', 'crmId', 'campaignId', 'notes'],
  team: ['team', 'ownEmail', 'ownPhone', 'people'],
  solutions: ['solutions', 'found', 'search', 'thirdName', 'thirdPublisher', 'assessmentPlace'],
  selling: ['assistance', 'knownContact', 'contactName', 'contactEmail', 'contactPhone', 'consent'],
  partners: ['removed', ...partnerInputs],
  review: [],
} as const satisfies Record<DealStep, readonly string[]>;

/** Where a problem can stand: at an input; `customerContact` at the contact as a whole. */
export type DraftField = (typeof draftFields)[DealStep][number] | 'customerContact';
export type DraftProblems = Partial<Record<DraftField, FieldProblem>>;
/** What was typed, by field, as it goes back into the form. */
export type DraftTyped = Partial<Record<DraftField, string>>;

/** What the review marks as assumed: it was not asked. */
export type DraftEntry = keyof DealEntries;

export interface Me {
  name: string;
  email?: string | undefined;
  phone?: string | undefined;
}

/** All that a card of a draft is made from; plain JSON. */
export interface DraftCardView extends Reader {
  draft: DealDraft;
  /** Of the reader. */
  today: LocalDate;
  me: Me;
  /** Those the person may create for (CR-3, CR-4). */
  locations: readonly LocationChoice[];
  /** Team contacts of earlier deals, newest first, at most 20 (CR-22). */
  recentContacts: readonly Contact[];
  /** Customer's people of earlier deals, newest first; of this customer only, where one is chosen. */
  recentCustomerContacts: readonly Contact[];
  /** Solutions to choose from now, own first or found; at most 25. What the draft holds is shown besides. */
  offered: readonly Solution[];
  /** The text they were found by. */
  offeredFor?: string | undefined;
  /** Vetted for solution assessments (CR-10). */
  vetted: boolean;
  /** The company is Microsoft itself. */
  ofMicrosoft?: boolean | undefined;
  /** What the company switched on. */
  options?: Partial<Options> | undefined;
  /** Where partners are invited: those to choose from, and solutions for them. */
  inviting?: { partners: readonly PartnerChoice[]; solutions: readonly Solution[] } | undefined;
  /** In the review: names of those who are invited although nobody there would hear of it now (CR-30). */
  unheard?: readonly string[] | undefined;
  /** Remembered from earlier deals, or of the location's country. */
  usualCurrency?: string | undefined;
  customers?: FoundCustomers | undefined;
  /** A refused form: what is wrong, each at its field. In the review: what has to be put right. */
  problems?: DraftProblems | undefined;
  typed?: DraftTyped | undefined;
  /** One line above, in the reader's words; shown literally. */
  resultLine?: string | undefined;
  /** What was taken from the line it began with; shown literally. */
  understood?: readonly { label: string; text: string }[] | undefined;
  /** This form is number so many of so many that are asked, the review included. */
  stepNumber: number;
  stepCount: number;
  /** Entries that nobody answered: remembered or the only choice. The review says so. */
  assumed?: readonly DraftEntry[] | undefined;
}

/** What a form is read against. A view is one. */
export type DraftFormContext = Pick<
  DraftCardView,
  | 'language'
  | 'locale'
  | 'draft'
  | 'today'
  | 'me'
  | 'locations'
  | 'recentContacts'
  | 'recentCustomerContacts'
  | 'offered'
  | 'vetted'
  | 'options'
> & {
  /** What the ids in `picked` turned out to be; an id that is not among them is refused at its field. */
  lookedUp?:
    | {
        customer?: CustomerChoice | undefined;
        solutions?: readonly Solution[] | undefined;
        /** Who and what an invitation names, or why that is not plain. */
        invited?: InvitedNames | undefined;
      }
    | undefined;
};

/** What the names in an invitation turned out to be. */
export interface InvitedNames {
  partner?: PartnerChoice | undefined;
  further?: Solution | undefined;
  problems: DraftProblems;
}

/** What the conversation has to do with an answer, besides storing its changes. */
export interface DraftPicks {
  /** To be read from the directory; then the form is parsed again with `lookedUp`. */
  customerId?: string | undefined;
  /** To be read from the catalog; then the form is parsed again with `lookedUp`. */
  solutionIds?: readonly string[] | undefined;
  /** Name and place to be looked for; the form is shown again with `customers`. */
  searchCustomer?: string | undefined;
  /** To be looked for; the form is shown again with `offered` and `offeredFor`. */
  searchSolution?: string | undefined;
  /** Whom and what an invitation names: to be looked up, then the form is parsed again with `lookedUp`. */
  invite?: InviteNames | undefined;
  /** The form is wanted once more, for another one. */
  another?: boolean | undefined;
  /** To be remembered for the next deal. */
  ownPhone?: string | undefined;
}

/**
 * The form as it was read. `ok` with one of the first four picks is no answer yet: look it up, or search and show the
 * form again with `typed`. A key that is absent from `changes` stays as it is; one with `undefined` is emptied.
 * Refused: `changes` is what was right.
 */
export type ParsedDraft =
  | { ok: true; changes: DealEntries; picked: DraftPicks; typed: DraftTyped }
  | { ok: false; problems: DraftProblems; typed: DraftTyped; changes: DealEntries; picked: DraftPicks };
