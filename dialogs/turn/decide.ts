import { z } from 'zod';
import { personDocumentId } from '#app/contact/contactRecord.ts';
import { deciderName } from '#app/contact/people.ts';
import { type NoticeRecord, noticeDocumentId, noticePartition } from '#app/notice/noticeRecord.ts';
import { namesOfDeciders } from '#app/notice/recipients.ts';
import { isOutsider } from '#app/organization/member.ts';
import type { DecideInput, DecideOutcome } from '#app/referral/decideRecord.ts';
import { readReferralRecord } from '#app/referral/referral.read.ts';
import { formatInstant, formatList } from '#cards/format.ts';
import { rejectionLead } from '#cards/referral/parts/rejection.ts';
import { say } from '#cards/say.ts';
import { rejectionOf } from '#domain/decide/decideReferral.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { may } from '#domain/referral/rights.ts';
import type { DealDeps, DealPress } from './action.ts';
import type { Answer } from './answer.ts';
import { type CardDeps, cardForPresser } from './press.ts';
import type { Turn } from './turn.ts';

const referralData = z.looseObject({ referral: z.string().min(1).max(200) });

const MOST_NAMES = 3;

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
  if (!referral) return { answer: { text: say(language, 'notice.unknownReferral') } };
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
    return { answer: { card: await cardForPresser(deps, turn, referral, { rejection }) } };
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

/** The names of those who may decide, at most three; the admins in general where none is known. */
export async function decidersIn(deps: CardDeps, turn: Turn, referral: Referral): Promise<string> {
  const names = (await namesOfDeciders(deps, turn.organization, referral)).slice(0, MOST_NAMES);
  return names.length > 0
    ? formatList(names, turn.reader)
    : say(turn.reader.language, 'notice.noRights.admins');
}

/** What the presser sees after a decision, whoever made it; `lead`: what is said where it was made now. */
export async function answerDecision(
  deps: CardDeps,
  turn: Turn,
  outcome: DecideOutcome,
  lead?: string,
): Promise<Answer> {
  switch (outcome.kind) {
    case 'done':
      return { card: await cardForPresser(deps, turn, outcome.referral, { lead }) };
    case 'refused': {
      const { referral, rejection } = outcome;
      return { card: await cardForPresser(deps, turn, referral, { rejection }) };
    }
    case 'not-allowed':
      return noRights(deps, turn, outcome.referral);
    case 'unknown':
      return { text: say(turn.reader.language, 'notice.unknownReferral') };
    default:
      return outcome satisfies never;
  }
}

/**
 * Someone who may not decide is told who can, and where the referral stands, as far as they were shown it: in a channel
 * that has its card, or by a card of their own. To everybody else it is unknown, whether it exists or not.
 */
export async function noRights(deps: CardDeps, turn: Turn, referral: Referral): Promise<Answer> {
  const { language } = turn.reader;
  if (isOutsider(turn.organization, turn.person)) return { text: say(language, 'notice.guest') };
  const shown = await cardShown(deps, turn, referral);
  if (!shown) return { text: say(language, 'notice.unknownReferral') };
  const sentences = [say(language, 'notice.noRights', { who: await decidersIn(deps, turn, referral) })];
  if (shown === 'channel') sentences.unshift(await stateLine(deps, turn, referral));
  const mayAsk = referral.stage !== 'closed' && may(turn.member, 'deal.ask', referral);
  if (mayAsk) sentences.push(say(language, 'deal.ask.hint'));
  return { text: sentences.join(' ') };
}

/** Where somebody was shown a deal: in this channel, or in their own chat. */
export async function cardShown(
  deps: CardDeps,
  turn: Turn,
  referral: Referral,
): Promise<'channel' | 'personal' | undefined> {
  const partition = noticePartition(turn.organization.id, referral.id);
  const shownTo = async (contactId: string | undefined): Promise<boolean> => {
    if (!contactId) return false;
    const notice = await deps.store.read<NoticeRecord>(
      partition,
      noticeDocumentId('referral-card', contactId),
    );
    return (notice?.body.copies.length ?? 0) > 0;
  };
  if (turn.audience === 'channel' && (await shownTo(turn.contactId))) return 'channel';
  return (await shownTo(personDocumentId(turn.person.personId))) ? 'personal' : undefined;
}

async function stateLine(deps: CardDeps, turn: Turn, referral: Referral): Promise<string> {
  const { reader } = turn;
  if (referral.stage === 'received') {
    return say(reader.language, 'notice.stillOpen', { deadline: formatInstant(referral.expiresAt, reader) });
  }
  const rejection = rejectionOf(referral);
  const name = await deciderName(deps, referral);
  return `${rejectionLead({ ...reader, rejection, referral, deciderName: name, at: deps.clock.now().toISOString() })}.`;
}
