import { z } from 'zod';
import { isOutsider } from '#app/organization/member.ts';
import type { DecideInput } from '#app/referral/decideRecord.ts';
import { readReferralRecord } from '#app/referral/referral.read.ts';
import { say } from '#cards/say.ts';
import { rejectionOf } from '#domain/decide/decideAnswer.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { may } from '#domain/referral/rights.ts';
import type { DealDeps, DealPress } from './action.ts';
import type { Answer } from './answer.ts';
import { cardOrLine } from './cardOrLine.ts';
import { cardForPresser } from './dealCardAnswer.ts';
import { noRights } from './decisionAnswer.ts';
import { unknownDeal } from './unknownDeal.ts';

const referralData = z.looseObject({ referral: z.string().min(1).max(200) });

export type Found = { referral: Referral; input: DecideInput } | { answer: Answer };

/** The referral that a press is about, where the presser may see it; else the polite answer. */
export async function viewableReferralOf(deps: DealDeps, press: DealPress): Promise<Found> {
  const { turn } = press;
  const { language } = turn.reader;
  const parsed = referralData.safeParse(press.data);
  if (!parsed.success) return { answer: { text: say(language, 'notice.oldButton') } };
  // Whether the referral exists or not: nothing about deals leaves the organization.
  if (isOutsider(turn.organization, turn.person)) return { answer: { text: say(language, 'notice.guest') } };
  const referralId = parsed.data.referral;
  const organization = turn.organization.id;
  const record = await readReferralRecord(deps, { organization, referralId });
  const referral = record?.referral;
  if (!referral) return { answer: { text: await unknownDeal(deps, turn, referralId) } };
  if (!may(turn.member, press.right, referral)) return { answer: await noRights(deps, turn, referral) };
  return {
    referral,
    input: {
      organization,
      referralId,
      personId: turn.person.personId,
      member: turn.member,
      commandId: press.commandId,
    },
  };
}

/** The same for a press that decides: a referral that is decided already answers with its present card. */
export async function openReferralOf(deps: DealDeps, press: DealPress): Promise<Found> {
  const found = await viewableReferralOf(deps, press);
  if ('answer' in found || found.referral.stage === 'received') return found;
  const { referral } = found;
  const { turn } = press;
  const by = referral.stage === 'accepted' ? referral.acceptedBy : referral.closedBy;
  const own = by.kind === 'person' && by.personId === turn.person.personId;
  const rejection = own ? undefined : rejectionOf(referral);
  return { answer: { card: await cardForPresser(deps, turn, referral, { rejection }) } };
}

/**
 * The same for what is done with an open deal: a closed one answers with its present card (CR-50). It is done in the
 * personal chat only, since forms show what a channel must not.
 */
export async function openDealOf(deps: DealDeps, press: DealPress): Promise<Found> {
  const found = await viewableReferralOf(deps, press);
  if ('answer' in found) return found;
  const { referral } = found;
  const { turn } = press;
  if (referral.stage === 'closed') {
    const rejection = rejectionOf(referral);
    return { answer: await cardOrLine(deps, turn, referral, { rejection }) };
  }
  if (turn.audience === 'personal') return found;
  return { answer: { card: await cardForPresser(deps, turn, referral) } };
}

/**
 * The same for what can still happen to a closed deal: its registration (CR-50). In the personal chat only, since the
 * contract is nothing for a whole team.
 */
export async function registeredDealOf(deps: DealDeps, press: DealPress): Promise<Found> {
  const found = await viewableReferralOf(deps, press);
  if ('answer' in found || press.turn.audience === 'personal') return found;
  return { answer: { card: await cardForPresser(deps, press.turn, found.referral) } };
}
