import type { Instant } from '#domain/values/instant.ts';
import type { Actor, Money } from '#domain/values/parts.ts';
import type { RegistrationState } from './registration.ts';

/** A value before or after a change, as it is shown later in the reader's language. People stand there by reference. */
export type TimelineValue =
  | { kind: 'text'; text: string }
  | { kind: 'day'; day: string }
  | { kind: 'money'; money: Money }
  | { kind: 'percent'; percent: number }
  | { kind: 'status'; status: string }
  | { kind: 'registration'; state: RegistrationState }
  | { kind: 'people'; refs: readonly string[] }
  | { kind: 'names'; names: readonly string[] }
  /** A note; of another party's `writer`: the reference in `writers` of what the party `of` told last. */
  | {
      kind: 'note';
      text: string;
      audience: 'us' | 'all';
      writer?: { of: string; ref: string } | undefined;
    };

/** One field of a deal that changed. */
export interface TimelineChange {
  field: TimelineField;
  /** The organization whose standing changed, where it is about a party; `name` is how it is called. */
  party?: { organization: string; name: string } | undefined;
  from?: TimelineValue | undefined;
  to?: TimelineValue | undefined;
}

export const timelineFields = [
  'note',
  'status',
  'party',
  'salesStage',
  'name',
  'location',
  'value',
  'closeDate',
  'notes',
  'crmId',
  'campaignId',
  'assistance',
  'holder',
  'teamAdded',
  'teamRemoved',
  'solutionsAdded',
  'solutionsRemoved',
  'registration',
] as const;
export type TimelineField = (typeof timelineFields)[number];

/** One change of a deal: who, when, what, from what to what. Kept for good, as a document of its own. */
export interface TimelineEntry {
  /** Revision of the deal that the change made: their order, and their id. */
  revision: number;
  at: Instant;
  by: Actor;
  /** The command, or what happened. */
  what: string;
  /** What was taken back by it: the command of that step. */
  undone?: string | undefined;
  changes: readonly TimelineChange[];
}
