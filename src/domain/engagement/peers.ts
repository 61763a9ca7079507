import { type EngagementMessage, MICROSOFT, type Party } from '#domain/referral/party.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { silentPeer } from './engagement.ts';
import { withParty } from './takingPart.ts';

/**
 * Between Microsoft and a partner whom a third one invited: the registration and what was decided on it (CR-46, CR-48). How
 * a peer stands is told by the inviter, whose word may come later than this one. The same record where nothing counts.
 */
export function heardFromPeer(
  state: Referral,
  known: Party | undefined,
  { engagementId, from, seq, view }: EngagementMessage,
): Referral {
  const meant = [state.organization, from.organization].includes(MICROSOFT);
  if (!meant || engagementId !== state.engagementId || state.direction !== 'inbound') return state;
  if (known && known.referralId !== '' && known.referralId !== from.referralId) return state;
  const said = saidIn(view);
  if (seq <= (known?.seq ?? 0) || Object.keys(said).length === 0) return state;
  const peer: Party = { role: 'peer', ...from, seq, view: { ...(known?.view ?? silentPeer), ...said } };
  return known ? withParty(state, peer) : { ...state, parties: [...(state.parties ?? []), peer] };
}

/** Who else takes part, and how, is known from the inviter alone; what they said themselves stays. */
export function withPeers(state: Referral, { view }: EngagementMessage): Referral {
  if (!view.others) return state;
  const parties = state.parties ?? [];
  const before = parties.filter(({ role }) => role === 'peer');
  const peers = view.others.map(({ organization, name, referralId = '', ...standing }): Party => {
    const same = before.find((one) => one.organization === organization && one.referralId === referralId);
    return {
      ...{ role: 'peer', organization, name, referralId },
      seq: same?.seq ?? 0,
      view: { ...standing, team: [], notes: [], ...saidIn(same?.view) },
    };
  });
  // Who spoke for itself before its inviter did.
  const early = before.filter(
    ({ organization, seq }) => seq > 0 && !peers.some((peer) => peer.organization === organization),
  );
  return { ...state, parties: [...parties.filter(({ role }) => role !== 'peer'), ...peers, ...early] };
}

function saidIn(view: Party['view']): Pick<NonNullable<Party['view']>, 'registration' | 'review'> {
  const { registration, review } = view ?? {};
  return { ...(registration && { registration }), ...(review && { review }) };
}
