import { correspondents, partners } from '#domain/engagement/engagement.ts';
import { microsoftElsewhere, standingOf } from '#domain/engagement/takingPart.ts';
import { MICROSOFT, type Party } from '#domain/referral/party.ts';
import type { EscalationTarget, Referral } from '#domain/referral/referral.ts';
import {
  awaitsReview,
  filedBy,
  filedRegistrations,
  ownRegistration,
} from '#domain/registration/registrationView.ts';
import type { Instant } from '#domain/values/instant.ts';

/**
 * Something that people must be told about a deal (CR-52, CR-53). It names no person and carries no text: who and what
 * is read from the deal when it is told. `referralId` is the party's own record, so that the answer to a second
 * invitation is another one than that to the first.
 */
export type News =
  /** A party answered its invitation, or its time ran out (CR-52). */
  | { kind: 'answer'; organization: string; referralId: string; answer: 'accepted' | 'declined' | 'expired' }
  /** A party closed its deal, in another way than we did ours. */
  | { kind: 'end'; organization: string; referralId: string; outcome: 'won' | 'lost' }
  /** Our inviter closed the deal before we had answered. */
  | { kind: 'withdrawn'; organization: string }
  /** Our inviter asks once more for an answer. */
  | { kind: 'reminded'; organization: string; at: Instant }
  /** A party wrote a note that all parties read. */
  | { kind: 'note'; organization: string; number: number }
  /** Microsoft decided on our registration, or wants something put right (CR-53). */
  | { kind: 'registration'; organization: string; came: RegistrationNews }
  /** Nobody answered for so many days: it was passed on to other admins. */
  | { kind: 'unanswered'; organization: string; to: EscalationTarget; days: number }
  /** On Microsoft's own record: a partner handed in a registration, and reviewers decide on it. */
  | { kind: 'review'; organization: string; submission: number };

const registrationNews = ['action-required', 'approved', 'passed', 'failed'] as const;
export type RegistrationNews = (typeof registrationNews)[number];

/** What people must be told after a step of a deal, in the order of its parties. A new deal brings its card instead. */
export function newsBetween(before: Referral | undefined, after: Referral): News[] {
  if (!before) return [];
  const known = heardParties(before);
  const ofParties = heardParties(after).flatMap((party) => {
    const earlier = known.find(({ referralId }) => referralId === party.referralId);
    // What became of Microsoft's part before anybody here heard of it is no news.
    if (party.role === 'peer') return earlier ? ofInvited(after, earlier, party) : [];
    const own =
      party.role === 'invited' ? ofInvited(after, earlier, party) : ofInviter(before, after, earlier, party);
    return [...own, ...notesOf(earlier, party)];
  });
  return [
    ...ofParties,
    ...ofRegistration(before, after),
    ...toReview(before, after),
    ...ofEscalation(before, after),
  ];
}

/** Parties of which something can be heard: those that messages come from, and Microsoft by Partner Center. */
function heardParties(referral: Pick<Referral, 'parties'>): readonly Party[] {
  const microsoft = microsoftElsewhere(referral);
  return microsoft ? [...partners(referral), microsoft] : partners(referral);
}

function ofEscalation(before: Referral, { organization, escalated }: Referral): News[] {
  if (!escalated || escalated.to === before.escalated?.to) return [];
  const { to, days } = escalated;
  return [{ kind: 'unanswered', organization, to, days }];
}

function ofRegistration(before: Referral, after: Referral): News[] {
  const came = registrationOf(after);
  if (came === undefined || came === registrationOf(before)) return [];
  return [{ kind: 'registration', organization: MICROSOFT, came }];
}

/** What there is to tell of our registration as it stands. */
function registrationOf(referral: Referral): RegistrationNews | undefined {
  const own = ownRegistration(referral);
  return registrationNews.find((one) => one === (own?.outcome ?? own?.state));
}

function toReview(before: Referral, after: Referral): News[] {
  return filedRegistrations(after).flatMap(({ party: { organization }, submission }): News[] => {
    if (filedBy(before, organization)?.submission === submission) return [];
    return [{ kind: 'review', organization, submission }];
  });
}

function ofInvited(after: Referral, earlier: Party | undefined, party: Party): News[] {
  const [from, to] = [earlier && standingOf(earlier), standingOf(party)];
  const { organization, referralId } = party;
  if (to.stage === from?.stage && to.outcome === from.outcome) return [];
  if (to.stage === 'accepted') return [{ kind: 'answer', organization, referralId, answer: 'accepted' }];
  const { outcome } = to;
  if (outcome === 'declined' || outcome === 'expired')
    return [{ kind: 'answer', organization, referralId, answer: outcome }];
  if (outcome !== 'won' && outcome !== 'lost') return [];
  // It only repeats what everybody here knows.
  const sameEnd = after.stage === 'closed' && after.outcome === outcome;
  return sameEnd ? [] : [{ kind: 'end', organization, referralId, outcome }];
}

function ofInviter(before: Referral, after: Referral, earlier: Party | undefined, party: Party): News[] {
  const { organization, referralId, view } = party;
  if (!view) return [];
  if (after.stage === 'closed') {
    const withdrawn = after.outcome === 'withdrawn' && before.stage !== 'closed';
    return withdrawn ? [{ kind: 'withdrawn', organization }] : [];
  }
  const { stage, outcome, reminded } = view;
  const ended = stage === 'closed' && earlier?.view?.stage !== 'closed';
  if (ended && (outcome === 'won' || outcome === 'lost'))
    return [{ kind: 'end', organization, referralId, outcome }];
  const again = reminded !== undefined && reminded > (earlier?.view?.reminded ?? '');
  return again && after.stage === 'received' ? [{ kind: 'reminded', organization, at: reminded }] : [];
}

/** A note keeps its number, and one that was told stays behind those that come later. */
function notesOf(earlier: Party | undefined, { organization, view }: Party): News[] {
  const known = (earlier?.view?.notes ?? []).map(({ number }) => number);
  const last = Math.max(0, earlier?.heard ?? 0, ...known);
  const fresh = (view?.notes ?? []).filter(({ number }) => number > last);
  return fresh.map(({ number }) => ({ kind: 'note', organization, number }));
}

/** Whether it still is as it is to be told: what was overtaken brings news of its own. */
export function isStillNews(news: News, referral: Referral): boolean {
  const party = partyOfNews(news, referral);
  switch (news.kind) {
    case 'answer': {
      if (!party) return false;
      const { stage, outcome } = standingOf(party);
      return news.answer === 'accepted' ? stage === 'accepted' : outcome === news.answer;
    }
    case 'end':
      return party !== undefined && standingOf(party).outcome === news.outcome;
    case 'withdrawn':
      return referral.stage === 'closed' && referral.outcome === 'withdrawn';
    case 'reminded':
      return referral.stage === 'received';
    case 'unanswered':
      return referral.stage === 'received' && referral.escalated?.to === news.to;
    case 'note':
      return party !== undefined;
    case 'registration':
      return registrationOf(referral) === news.came;
    case 'review': {
      const filed = filedBy(referral, news.organization);
      return filed?.submission === news.submission && awaitsReview(filed);
    }
    default:
      return news satisfies never;
  }
}

/** The party that it is about, where it still takes part as it did. */
export function partyOfNews(news: News, referral: Pick<Referral, 'parties'>): Party | undefined {
  return [...correspondents(referral), ...heardParties(referral)].find(
    ({ organization, referralId }) =>
      organization === news.organization && (!('referralId' in news) || referralId === news.referralId),
  );
}

/** Whether a channel that has the deal's card hears of it: what parties answered, and nothing that is said or asked. */
export function isForChannels({ kind }: News): boolean {
  return kind === 'answer' || kind === 'end' || kind === 'withdrawn';
}
