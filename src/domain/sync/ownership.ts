import type { SyncField } from '#domain/referral/unsynced.ts';

/** How a change made here reaches Partner Center, and what counts where both sides changed the same. */
export interface Ownership {
  /** `sent`: by the connection where there is one. `hand`: its API cannot take it, so somebody enters it there. */
  way: 'sent' | 'hand';
  /**
   * `ask`: a person chooses. `merge`: both changes stay. `theirs`: what ended there has ended. `ours`: nobody changes it
   * there.
   */
  both: 'ask' | 'merge' | 'theirs' | 'ours';
}

/** Which side owns what, field by field: the same table stands in docs/partner-center.md. */
export const ownership: Readonly<Record<SyncField, Ownership>> = {
  deal: { way: 'sent', both: 'ours' },
  decision: { way: 'sent', both: 'theirs' },
  name: { way: 'sent', both: 'ask' },
  value: { way: 'sent', both: 'ask' },
  closeDate: { way: 'sent', both: 'ask' },
  salesStage: { way: 'sent', both: 'ask' },
  notes: { way: 'sent', both: 'ask' },
  crmId: { way: 'sent', both: 'ask' },
  campaignId: { way: 'sent', both: 'ask' },
  team: { way: 'sent', both: 'merge' },
  solutions: { way: 'sent', both: 'ask' },
  partnerLed: { way: 'sent', both: 'ours' },
  microsoft: { way: 'sent', both: 'ours' },
  partners: { way: 'hand', both: 'ours' },
  registration: { way: 'sent', both: 'theirs' },
};
