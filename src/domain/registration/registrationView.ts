import { correspondents } from '#domain/engagement/engagement.ts';
import { partyOf } from '#domain/engagement/takingPart.ts';
import { MICROSOFT, type Party } from '#domain/referral/party.ts';
import type { Referral } from '#domain/referral/referral.ts';
import {
  type RegistrationFiling,
  type RegistrationStanding,
  type RegistrationState,
  registrationStanding,
  registrationStates,
} from '#domain/referral/registration.ts';

/** The registration of our own won deal, as far as this record knows it. */
export interface OwnRegistration extends Omit<RegistrationStanding, 'submission'> {
  /** Absent where it was made in Partner Center. */
  filing?: RegistrationFiling | undefined;
  /** It is decided in Partner Center, and what is entered here has to be entered there. */
  elsewhere: boolean;
  /** Why it stands there, as Partner Center tells it. */
  reported?: string | undefined;
}

/** What a partner handed in, on Microsoft's record. */
export interface FiledRegistration extends RegistrationStanding {
  party: Party;
  filing: RegistrationFiling;
}

type Known = Pick<
  Referral,
  'organization' | 'parties' | 'registration' | 'registrationReason' | 'registrationFiling'
>;

/**
 * Where our own registration stands (CR-48): from our filing and what Microsoft's record tells of its decisions. Where
 * Microsoft has no record in reach, Partner Center decides, and what it reports counts. Undefined where there is none.
 */
export function ownRegistration(referral: Known): OwnRegistration | undefined {
  if (referral.organization === MICROSOFT) return undefined;
  const { registrationFiling: filing } = referral;
  const reviewer = reviewerOf(referral);
  if (filing && reviewer) {
    const { submission: _, ...standing } = registrationStanding(filing, reviewer.view?.review ?? []);
    return { filing, elsewhere: false, ...standing };
  }
  const reported = reportedState(referral);
  const told = reported && referral.registrationReason ? { reported: referral.registrationReason } : {};
  if (!filing) return reported && { state: reported, elsewhere: true, history: [], ...told };
  const { history, state } = registrationStanding(filing, []);
  return { filing, elsewhere: true, history, state: reported ?? state, ...told };
}

/** Microsoft's record, where it hears from ours. */
export function reviewerOf(referral: Pick<Referral, 'parties'>): Party | undefined {
  return correspondents(referral).find(({ organization }) => organization === MICROSOFT);
}

/** What partners registered, on Microsoft's own record of the deal; empty on every other one. */
export function filedRegistrations(
  referral: Pick<Referral, 'organization' | 'parties' | 'registrationReviews'>,
): readonly FiledRegistration[] {
  if (referral.organization !== MICROSOFT) return [];
  return correspondents(referral).flatMap((party) => {
    const filing = party.view?.registration;
    if (!filing) return [];
    const decisions = referral.registrationReviews?.[party.organization] ?? [];
    return [{ party, filing, ...registrationStanding(filing, decisions) }];
  });
}

/** The registration of one partner, on Microsoft's own record. */
export function filedBy(referral: Referral, organization: string): FiledRegistration | undefined {
  return (
    partyOf(referral, organization) &&
    filedRegistrations(referral).find((one) => one.party.organization === organization)
  );
}

/** Whether it is Microsoft's turn. */
export function awaitsReview({ state }: Pick<RegistrationStanding, 'state'>): boolean {
  return state === 'pending' || state === 'approved' || state === 'review-pending';
}

/** The registration that waits for Microsoft's decision the longest, on Microsoft's own record. */
export function nextToReview(referral: Referral): FiledRegistration | undefined {
  const waiting = filedRegistrations(referral).filter(awaitsReview);
  return waiting.sort((one, other) => waitsSince(one).localeCompare(waitsSince(other)))[0];
}

/** Since when a registration is where it is. */
export function waitsSince({ history }: Pick<RegistrationStanding, 'history'>): string {
  return history.at(-1)?.at ?? '';
}

function reportedState({ registration }: Pick<Referral, 'registration'>): RegistrationState | undefined {
  const word = registration?.toLowerCase().replace(/[\s_-]+/g, '');
  return registrationStates.find((state) => state.replace('-', '') === word);
}
