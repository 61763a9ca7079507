import { partyOf, withParty } from '#domain/engagement/takingPart.ts';
import { MICROSOFT, type Party, type SharedView } from '#domain/referral/party.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { same } from '#domain/values/canonical.ts';
import type { Instant } from '#domain/values/instant.ts';
import { unsyncedItem, withoutUnsynced } from './differences.ts';

/** How Microsoft stands in an engagement, as its own record in Partner Center says. */
export type MicrosoftStanding = Pick<SharedView, 'stage' | 'outcome' | 'since' | 'reason' | 'salesStage'>;

export interface HearMicrosoft {
  type: 'sync.microsoft';
  at: Instant;
  /** When its record was changed last, in milliseconds: what is older than the last word changes nothing. */
  seq: number;
  standing: MicrosoftStanding;
}

/**
 * Takes in how Microsoft stands (CR-9, CR-17) where it has no record within reach: it becomes a party without one, to
 * which nothing is told. Where messages tell of the parties, they know better. That its copy is there says that it was
 * invited there.
 */
export function hearMicrosoft(
  state: Referral,
  { seq, standing }: HearMicrosoft,
): { ok: true; state: Referral; changed: boolean } {
  const unchanged = { ok: true as const, state, changed: false };
  const known = partyOf(state, MICROSOFT);
  const told = state.organization === MICROSOFT || state.parties?.some(({ role }) => role === 'inviter');
  if (told || (known && known.referralId !== '')) return unchanged;
  // Of what it sent us, that it has decided nothing of its own says nothing.
  if (!known && state.direction === 'inbound' && standing.stage === 'received') return unchanged;
  if (known && seq < known.seq) return unchanged;
  const stands = known?.view?.stage === standing.stage && known.view.outcome === standing.outcome;
  // Its record may change without a step: it stands there since the first word of it.
  const since = (stands && known?.view?.since) || standing.since;
  const party: Party = {
    ...{ role: 'peer', organization: MICROSOFT, name: 'Microsoft', referralId: '', seq },
    view: { ...standing, since, team: [], notes: [] },
  };
  const next = known ? withParty(state, party) : { ...state, parties: [...(state.parties ?? []), party] };
  const heard: Referral = unsyncedItem(state, 'microsoft') ? withoutUnsynced(next, ['microsoft']) : next;
  const changed = !same(known?.view, party.view) || !same(heard.unsynced, state.unsynced);
  return changed ? { ok: true, state: heard, changed } : unchanged;
}
