import type { PortalDecision } from '#bot/demo/standIn/referrals/referralsState.ts';
import type { SyncField } from '#domain/referral/unsynced.ts';
import { ID } from './connected.ts';

/** One that came in, and two that are created here. */
export const deals = [ID, 'd1', 'd2'] as const;
export type Deal = (typeof deals)[number];
/** Fields that are plain texts. */
export const texts = ['name', 'crmId', 'campaignId', 'notes'] as const;

/** What people do here; `to` makes the value. */
export type ActHere =
  | {
      act:
        | 'accept'
        | 'decline'
        | 'win'
        | 'lose'
        | 'value'
        | 'closeDate'
        | 'stage'
        | 'join'
        | 'leave'
        | 'help';
      to: number;
    }
  | { act: (typeof texts)[number]; to: number };
/** What somebody does in Partner Center's portal. */
export type ActThere =
  | { act: 'name' | 'crmId' | 'campaignId' | 'notes' | 'value' | 'closeDate' | 'stage' | 'join'; to: number }
  | { act: PortalDecision; to: number };

export type TwoSidesStep =
  | { do: 'create'; deal: 'd1' | 'd2'; help: boolean }
  | ({ do: 'here'; deal: Deal } & ActHere)
  | ({ do: 'there'; record: number } & ActThere)
  /** The worker works; with `kill` its process ends at that step and another one begins. */
  | { do: 'work'; kill?: { steps: number; when: 'before' | 'after' } | undefined }
  /** Requests go wrong. */
  | { do: 'fault'; how: 'drop-before' | 'drop-after' | 'away' | 'throttled'; method?: string | undefined }
  /** Somebody is faster there, right before a change arrives. */
  | ({ do: 'meddle'; record: number } & ActThere)
  /** A webhook or a poll read the record as it is now; it arrives when it likes, or never. */
  | { do: 'read'; record: number }
  | { do: 'deliver'; which: number; again: boolean }
  | { do: 'lose'; which: number }
  | { do: 'wait'; minutes: number }
  | { do: 'settle'; deal: Deal; field: SyncField; keep: 'ours' | 'theirs' }
  | { do: 'retry'; deal: Deal };
