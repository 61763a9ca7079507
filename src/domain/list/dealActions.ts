import { nextStage } from '#domain/deal/decideProgress.ts';
import { inviteProblem } from '#domain/engagement/inviteRules.ts';
import { MICROSOFT } from '#domain/referral/party.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { isInTeam, type Membership, may } from '#domain/referral/rights.ts';
import { isAssessment } from '#domain/referral/solutions.ts';
import { mayRegister } from '#domain/registration/decideRegistration.ts';
import { nextToReview } from '#domain/registration/registrationView.ts';
import type { Options } from '#domain/values/options.ts';

/**
 * What the card of a deal can offer, by the verbs of its buttons; the order is the one in which it stands there, in
 * front and under *More*. No verbs: `stage.next` is a press of `stage.mark` that names the next sales stage, while
 * `stage.mark` itself offers all of them and how the deal ends; `chat` and `view` are links, to the team and to Partner
 * Center.
 */
export const dealActionNames = [
  'referral.accept',
  'referral.decline',
  'registration.review',
  'registration.register',
  'stage.next',
  'deal.win',
  'deal.edit',
  'deal.ask',
  'deal.locate',
  'stage.mark',
  'partner.invite',
  'deal.handover',
  'timeline.show',
  'chat',
  'deal.team',
  'deal.solutions',
  'deal.start',
  'deal.error',
  'view',
] as const;
export type DealAction = (typeof dealActionNames)[number];

/** The actions of one copy of a deal's card. */
export interface DealActions {
  /** At most three, the next step first. */
  front: readonly DealAction[];
  /** The rest, in one fixed order. */
  more: readonly DealAction[];
}

export interface DealActionsInput {
  referral: Referral;
  /** A channel copy is the same for everyone who reads it. */
  audience: 'personal' | 'channel';
  /** Who reads a personal copy; absent where it is made for somebody who may see it. */
  reader?: Membership | undefined;
  /** Whether somebody else in the team can be written to. */
  others: boolean;
  /** What the organization switched on. */
  options?: Partial<Options> | undefined;
}

/**
 * The actions that are possible now (CR-39, CR-50), by state, reader and audience. What nobody may do here is not
 * offered; whether the one who presses may do it is decided again on the press.
 */
export function dealActions({ referral, audience, reader, others, options }: DealActionsInput): DealActions {
  const open = referral.stage !== 'closed';
  const decidable = referral.stage === 'received' && referral.direction === 'inbound';
  // What can't be changed any more is not offered (CR-24).
  const fixed = options?.assessmentsFixed && referral.solutions?.some(isAssessment);
  const row = (front: readonly DealAction[], more: readonly DealAction[]): DealActions => {
    const possible = (action: DealAction) =>
      (action !== 'chat' || others) &&
      (action !== 'partner.invite' || mayInvite(referral)) &&
      (action !== 'deal.locate' || mayLocate(referral, reader)) &&
      (action !== 'deal.error' || options?.closeAsError === true) &&
      (action !== 'deal.solutions' || !fixed);
    return { front: front.filter(possible), more: more.filter(possible) };
  };
  if (audience === 'channel') {
    const answers: readonly DealAction[] = decidable ? ['referral.accept', 'referral.decline'] : [];
    return row(open ? [...answers, 'deal.ask'] : [], ['view']);
  }
  if (reader && !may(reader, 'referral.view', referral)) return row(open ? ['deal.ask'] : [], []);
  const reviews = mayReview(referral, reader);
  if (decidable)
    return row(
      ['referral.accept', 'referral.decline', 'deal.locate'],
      ['deal.handover', 'timeline.show', 'chat', 'deal.start', 'deal.error', 'view'],
    );
  if (referral.stage === 'accepted') {
    const next = nextStage(referral) === undefined ? 'deal.win' : 'stage.next';
    return row(
      [...(reviews ? ['registration.review' as const] : []), next, 'deal.edit'],
      [
        'deal.locate',
        'stage.mark',
        'partner.invite',
        'deal.handover',
        'timeline.show',
        'chat',
        'deal.team',
        'deal.solutions',
        'deal.start',
        'view',
      ],
    );
  }
  if (open) return row(['deal.handover'], ['timeline.show', 'chat', 'deal.start', 'deal.error', 'view']);
  if (reviews) return row(['registration.review'], ['timeline.show', 'deal.start', 'view']);
  if (!mayRegister(referral, options?.registrationPolicy))
    return row(['registration.register'], ['timeline.show', 'deal.start', 'view']);
  return row([], ['timeline.show', 'deal.start', 'view']);
}

/** Whether anybody can still be invited (CR-32, CR-33): Microsoft, or a partner that takes no part yet. */
function mayInvite(referral: Referral): boolean {
  return [MICROSOFT, ''].some((guest) => inviteProblem(referral, guest) === undefined);
}

/** Whether it lacks a location that the reader may give it (CR-30). Microsoft is no partner, and need not have any. */
function mayLocate(referral: Referral, reader: Membership | undefined): boolean {
  if (referral.location !== undefined || referral.direction !== 'inbound') return false;
  return referral.organization !== MICROSOFT && (!reader || may(reader, 'deal.locate', referral));
}

/** Whether a registration waits on Microsoft's record for somebody who reads it (CR-46, CR-48). */
function mayReview(referral: Referral, reader: Membership | undefined): boolean {
  return nextToReview(referral) !== undefined && (!reader || may(reader, 'registration.review', referral));
}

/** E-mail addresses of the others in the team, in its order, each once and in lower case. */
export function othersInTeam(referral: Pick<Referral, 'team'>, reader: Membership | undefined): string[] {
  const others = referral.team.filter((one) => !reader || !isInTeam(reader, { team: [one] }));
  const addresses = others.flatMap(({ email }) => (email?.trim() ? [email.trim().toLowerCase()] : []));
  return [...new Set(addresses)];
}
