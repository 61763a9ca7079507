import { same } from '#domain/values/canonical.ts';
import type { Instant } from '#domain/values/instant.ts';
import { hasMicrosoft } from './dealType.ts';
import { mergeFields } from './mergeFields.ts';
import { type Contact, type Customer, NO_HELP, type Referral, type ReferralFacts } from './referral.ts';
import { closedElsewhere, type EditableFields, type ReferralSnapshot } from './snapshot.ts';
import { factsOf } from './standing.ts';
import type { SyncField } from './unsynced.ts';

/**
 * Takes over what Partner Center changed since its last delivery: what sellers may change as `mergeFields` says, all
 * else as it is there. What Partner Center does not know (holder, place of an assessment) stays, and so does our id: another
 * one that it has there stands beside it. `wrote`: what of it this system just wrote there. `changed`: something that people can see is different; what an earlier version of this
 * program did not read yet is taken over without counting.
 */
export function mergeFacts<S extends Referral>(
  state: S,
  snapshot: ReferralSnapshot,
  lastReceived: EditableFields,
  wrote: readonly SyncField[] = [],
): { state: S; changed: boolean } {
  const incoming = snapshot.facts;
  const fields = mergeFields(state, snapshot, lastReceived, wrote);
  const createdHere = state.createdBy !== undefined;
  const facts: Omit<ReferralFacts, 'organization' | 'revision'> = {
    ...incoming,
    id: state.id,
    partnerCenterId: incoming.id === state.id ? state.partnerCenterId : incoming.id,
    engagementId: incoming.engagementId ?? state.engagementId,
    direction: createdHere ? state.direction : incoming.direction,
    // Of a deal of our own, Partner Center names ourselves and our own solutions there.
    sender: createdHere ? state.sender : incoming.sender,
    wanted: createdHere ? state.wanted : incoming.wanted,
    // Nobody moves a deal to where other people have rights (CR-21): not a delivery either.
    location: state.location ?? incoming.location,
    customer: mergeCustomer(state.customer, incoming.customer, createdHere),
    createdAt: (createdHere ? undefined : incoming.createdAt) ?? state.createdAt,
    expiresAt: incoming.expiresAt ?? state.expiresAt,
    ...fields,
    holder: holderIn(fields.team, state.holder),
  };
  const next = { ...state, ...facts };
  if (same(next, state)) return { state, changed: false };
  const shown = lastReceived.solutions === undefined ? asReadBefore : visible;
  return { state: next, changed: !same(shown(next), shown(state)) };
}

/**
 * The first delivery of a deal that was created here: what Partner Center has nothing of was not entered there, which
 * is no change. It carries `Unknown` for the help wanted on our own copy even where Microsoft was asked for help.
 */
export function asFirstDelivery(
  snapshot: ReferralSnapshot,
  state: Referral,
  began: EditableFields,
): ReferralSnapshot {
  const { facts } = snapshot;
  const { contacts } = facts.customer;
  return {
    ...snapshot,
    facts: {
      ...facts,
      customer: { ...facts.customer, contacts: contacts.length > 0 ? contacts : state.customer.contacts },
      value: facts.value ?? began.value,
      closeDate: facts.closeDate ?? began.closeDate,
      notes: facts.notes ?? began.notes,
      crmId: facts.crmId ?? began.crmId,
      campaignId: facts.campaignId ?? began.campaignId,
      team: facts.team.length > 0 ? facts.team : began.team,
      solutions: facts.solutions?.length ? facts.solutions : began.solutions,
      assistance: facts.assistance === NO_HELP ? began.assistance : (facts.assistance ?? began.assistance),
      consent: facts.consent ?? began.consent,
    },
  };
}

/** Who is no longer in the team has the deal no longer in hand. */
function holderIn(team: readonly Contact[], holder: string | undefined): string | undefined {
  return team.some(({ email }) => email?.toLowerCase() === holder) ? holder : undefined;
}

/**
 * What tells which legal entity it is stays where a delivery about the same company does not say (CR-18). So do the
 * contacts of a deal of ours: without the customer's consent Partner Center was never told them (CR-20).
 */
function mergeCustomer(ours: Customer, incoming: Customer, createdHere: boolean): Customer {
  if (incoming.name.toLowerCase() !== ours.name.toLowerCase()) return incoming;
  const identified = incoming.duns !== undefined || incoming.microsoftAccountId !== undefined;
  return {
    ...incoming,
    duns: incoming.duns ?? ours.duns,
    microsoftAccountId: incoming.microsoftAccountId ?? ours.microsoftAccountId,
    byHand: identified ? undefined : ours.byHand,
    ...(createdHere && incoming.contacts.length === 0 && { contacts: ours.contacts }),
  };
}

/** A referral without what is only another way to say the same. */
function visible(state: Referral) {
  const { registration, consent, qualification: _, ...rest } = state;
  return {
    ...rest,
    registration: registration === 'None' ? undefined : registration,
    consent: consent || undefined,
    microsoft: hasMicrosoft(state),
  };
}

/** A referral without what deliveries have been read for since solutions are. */
function asReadBefore(state: Referral): unknown {
  const { solutions: _1, consent: _2, registration: _3, microsoft: _4, customer, ...rest } = visible(state);
  const { duns: _5, microsoftAccountId: _6, ...company } = customer;
  return { ...rest, customer: company };
}

/**
 * Lets a decision made in Partner Center count here (CR-34 to CR-38), and never runs backwards: what is undecided
 * there leaves a decision made here; a closed referral stays closed. The one end that yields is an expiry by our own
 * clock, because a decision that Partner Center reports was taken before it.
 */
export function applyDecisionElsewhere(
  state: Referral,
  snapshot: ReferralSnapshot,
  at: Instant,
): { state: Referral; moved: boolean } {
  const { status } = snapshot;
  const open = state.stage !== 'closed' || (state.outcome === 'expired' && state.closedBy.kind === 'clock');
  if (status.stage === 'received' || !open) return { state, moved: false };
  if (status.stage === 'closed') return { state: closedElsewhere(factsOf(state), status, at), moved: true };
  if (state.stage === 'accepted') return { state, moved: false };
  return {
    state: {
      ...factsOf(state),
      stage: 'accepted',
      acceptedAt: status.at ?? at,
      acceptedBy: { kind: 'partner-center' },
    },
    moved: true,
  };
}
