import type { Reader } from '#cards/format.ts';
import type { DealFilters, DealList, ListChoice } from '#domain/list/dealList.ts';
import type { Money, Referral } from '#domain/referral/referral.ts';
import type { LocalDate } from '#domain/values/instant.ts';
import type { RegistrationPolicy, StageNames } from '#domain/values/options.ts';
import type { FilterProblems, FilterTyped } from './filterForm.ts';

/** How many deals there are, counted to a hundred. */
export interface Counted {
  count: number;
  /** There are more, or may be. */
  more: boolean;
}

/** A page of a list as somebody sees it; always in the personal chat. */
export interface ListCardView extends Reader {
  list: DealList | 'search';
  /** What was searched for; with `search` only. */
  text?: string | undefined;
  deals: readonly Referral[];
  /** Ids of those with the reader's heart. */
  favorites: readonly string[];
  count: Counted;
  /** What all of them are worth together, by currency; absent where they are too many to look at. */
  totals?: readonly Money[] | undefined;
  choice: ListChoice;
  /** What it is narrowed to this once: its buttons take that along. */
  once?: DealFilters | undefined;
  /** Positions of the pages beside this one. */
  next?: string | undefined;
  previous?: string | undefined;
  /** Not everything has been looked at; `next` looks further. */
  further?: boolean | undefined;
  /** Whether the reader is a member at all. */
  member: boolean;
  today: LocalDate;
  /** Whether deals can be partner-led here (CR-12), so that they are filtered by. */
  partnerLed?: boolean | undefined;
  /** What else the company demands of a registration (CR-49). */
  policy?: RegistrationPolicy | undefined;
  /** The company's own names of the sales stages. */
  stageNames?: StageNames | undefined;
  /** Version of the forms. */
  formVersion: number;
  /** The form of filters is open, as the list is narrowed, or as it was refused. */
  form?: { typed?: FilterTyped | undefined; problems?: FilterProblems | undefined } | undefined;
}
