import type { Instant } from './instant.ts';
import type { Contact, Referral } from './referral.ts';
import { sameAddress } from './team.ts';

/** What people do with a deal besides answering it. */
export type DealCommand = {
  type: 'deal.handover';
  by: string;
  at: Instant;
  /** The colleague who has it in hand from now on; needs an e-mail. */
  to: Contact;
  /** E-mail of somebody who is taken off the team at the same time. */
  drop?: string | undefined;
};

/** Why a deal stays as it is. */
export type DealRejection = 'already-closed' | 'no-address';

export type DealDecision =
  | { ok: true; state: Referral; changed: boolean }
  | { ok: false; rejection: DealRejection };

/** Decides what is done with an open deal; what is closed never changes again (CR-50). */
export function decideDeal(state: Referral, command: DealCommand): DealDecision {
  if (state.stage === 'closed') return { ok: false, rejection: 'already-closed' };
  return handOver(state, command);
}

type OpenDeal = Exclude<Referral, { stage: 'closed' }>;

/** The colleague joins the team and has the deal in hand, before acceptance too. */
function handOver(
  state: OpenDeal,
  { to, drop, by, at }: Extract<DealCommand, { type: 'deal.handover' }>,
): DealDecision {
  const holder = to.email?.trim().toLowerCase();
  if (!holder) return { ok: false, rejection: 'no-address' };
  const dropped = drop?.trim().toLowerCase();
  const team = state.team.filter(
    ({ email }) => dropped === holder || !email || email.toLowerCase() !== dropped,
  );
  const known = team.find((one) => sameAddress(one, to));
  const joined = known
    ? team.map((one) => (one === known ? { ...one, phone: one.phone || to.phone } : one))
    : [...team, to];
  const same = known && team.length === state.team.length && Boolean(known.phone || !to.phone);
  if (same && state.holder === holder) return { ok: true, state, changed: false };
  const handed = { by: { kind: 'person' as const, personId: by }, at };
  return { ok: true, state: { ...state, team: joined, holder, handed }, changed: true };
}
