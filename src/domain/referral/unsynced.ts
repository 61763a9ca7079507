import type { Instant, LocalDate } from '#domain/values/instant.ts';
import type { Contact, Money, SalesStage, Solution } from '#domain/values/parts.ts';

/**
 * What can stand otherwise in a record here than in Partner Center's, in the order in which it is told. `deal`: the whole
 * of it is not there yet. `decision`: accepted, declined, won, lost or closed as an error. `microsoft`, `partners`:
 * they are invited here and not there. `partnerLed`: Microsoft may see it.
 */
export const syncFields = [
  'deal',
  'decision',
  'name',
  'value',
  'closeDate',
  'salesStage',
  'notes',
  'crmId',
  'campaignId',
  'team',
  'solutions',
  'partnerLed',
  'microsoft',
  'partners',
  'registration',
] as const;
export type SyncField = (typeof syncFields)[number];

/** What stands in Partner Center of the fields that differ. */
export interface Theirs {
  name?: string | undefined;
  value?: Money | undefined;
  closeDate?: LocalDate | undefined;
  salesStage?: SalesStage | undefined;
  notes?: string | undefined;
  crmId?: string | undefined;
  campaignId?: string | undefined;
  team?: readonly Contact[] | undefined;
  solutions?: readonly Solution[] | undefined;
}

/** Why Partner Center did not take something. */
export interface SyncRefusal {
  /** Partner Center's own code in lower case, or one of ours: see `refusalCodes`. */
  code: string;
  at: Instant;
  /** HTTP status. */
  status?: number | undefined;
  /** What to tell Microsoft's support. */
  requestId?: string | undefined;
}

/** One thing that differs. */
export interface Unsynced {
  field: SyncField;
  /** Since when. */
  since: Instant;
  /** What stands there, under the name of the field; absent where nothing does. */
  there?: Theirs | undefined;
  /** Changed there as well, so that a person has to say which counts. */
  conflict?: true | undefined;
  /** It was sent and not taken: it is not sent again before a person says so. */
  refused?: SyncRefusal | undefined;
}
