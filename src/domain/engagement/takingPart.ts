import { type DealTypeFacts, hasMicrosoft } from '#domain/referral/dealType.ts';
import { MICROSOFT, type Party, type SharedView } from '#domain/referral/party.ts';
import type { Referral } from '#domain/referral/referral.ts';

/** The party of an organization, or undefined where it does not take part. */
export function partyOf(referral: Pick<Referral, 'parties'>, organization: string): Party | undefined {
  return referral.parties?.find((party) => party.organization === organization);
}

/** The record with what is known now of one of its parties. */
export function withParty(state: Referral, next: Party): Referral {
  const parties = (state.parties ?? []).map((one) => (one.organization === next.organization ? next : one));
  return { ...state, parties };
}

/** Where another party stands, before its first word too: what was sent is undecided. */
export function standingOf(party: Party): Pick<SharedView, 'stage' | 'outcome' | 'since'> {
  return party.view ?? { stage: 'received', since: party.invited?.at ?? '' };
}

/** Whether a party has not answered its invitation yet. */
export function isUndecided(party: Party): boolean {
  return party.role === 'invited' && standingOf(party).stage === 'received';
}

/** Whether a party is in: whoever declined, lost or let expire is no part any more (CR-33, CR-61). */
export function takesPart(party: Party): boolean {
  const { stage, outcome } = standingOf(party);
  return stage !== 'closed' || outcome === 'won';
}

/**
 * Whether Microsoft's sellers see what is new in a deal: where Microsoft is a party here, only as long as it takes part.
 */
export function microsoftSees(deal: DealTypeFacts): boolean {
  const party = deal.parties?.find(({ organization }) => organization === MICROSOFT);
  return party && !deal.microsoft && !deal.partnerLed ? takesPart(party) : hasMicrosoft(deal);
}

/** Microsoft as a party that Partner Center alone tells of: where there is an inviter here, it tells of its guests. */
export function microsoftElsewhere({ parties = [] }: Pick<Referral, 'parties'>): Party | undefined {
  if (parties.some(({ role }) => role === 'inviter')) return undefined;
  return parties.find(
    ({ role, organization, referralId }) =>
      role === 'peer' && organization === MICROSOFT && referralId === '',
  );
}
