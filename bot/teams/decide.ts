import { z } from 'zod';
import { formatInstant, formatList } from '../../cards/format.ts';
import { rejectionLead } from '../../cards/notice/rejection.ts';
import { say } from '../../cards/say.ts';
import type { DecideInput, DecideOutcome } from '../../src/app/decideRecord.ts';
import { isOutsider } from '../../src/app/member.ts';
import { noticeDocumentId, noticePartition } from '../../src/app/noticeRecord.ts';
import { deciderName } from '../../src/app/people.ts';
import { namesOfDeciders } from '../../src/app/recipients.ts';
import { readReferralRecord } from '../../src/app/referral.read.ts';
import { rejectionOf } from '../../src/domain/decideReferral.ts';
import type { Referral } from '../../src/domain/referral.ts';
import { may, type ReferralAction } from '../../src/domain/rights.ts';
import type { ActionDeps, Press } from './actions.ts';
import type { Answer } from './invokeResponse.ts';
import { type CardDeps, cardForPresser } from './press.ts';
import type { Turn } from './turn.ts';

const referralData = z.looseObject({ referral: z.string().min(1).max(200) });

const MOST_NAMES = 3;

type Found = { referral: Referral; input: DecideInput } | { answer: Answer };

/** The referral that a press is about, where the presser may see it; else the polite answer. */
export async function viewableReferralOf(
  deps: ActionDeps,
  press: Press,
  action: ReferralAction = 'referral.view',
): Promise<Found> {
  const { turn } = press;
  const { language } = turn.reader;
  const parsed = referralData.safeParse(press.data);
  if (!parsed.success) return { answer: { text: say(language, 'notice.oldButton') } };
  const referralId = parsed.data.referral;
  const organization = turn.organization.id;
  const record = await readReferralRecord(deps, { organization, referralId });
  const referral = record?.referral;
  if (!referral) return { answer: { text: say(language, 'notice.unknownReferral') } };
  if (!may(turn.member, action, referral)) return { answer: await noRights(deps, turn, referral) };
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
export async function openReferralOf(deps: ActionDeps, press: Press, action: ReferralAction): Promise<Found> {
  const found = await viewableReferralOf(deps, press, action);
  if ('answer' in found || found.referral.stage === 'received') return found;
  const { referral } = found;
  const { turn } = press;
  const by = referral.stage === 'accepted' ? referral.acceptedBy : referral.closedBy;
  const own = by.kind === 'person' && by.personId === turn.person.personId;
  const rejection = own ? undefined : rejectionOf(referral);
  return { answer: { card: await cardForPresser(deps, turn, referral, { rejection }) } };
}

/** What the presser sees after a decision, whoever made it. */
export async function answerDecision(deps: CardDeps, turn: Turn, outcome: DecideOutcome): Promise<Answer> {
  switch (outcome.kind) {
    case 'done':
      return { card: await cardForPresser(deps, turn, outcome.referral) };
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
 * Someone who may not decide is told who can. Where the referral stands is said only where it can be read anyway:
 * in a channel that has its card.
 */
async function noRights(deps: CardDeps, turn: Turn, referral: Referral): Promise<Answer> {
  const { language } = turn.reader;
  // Nothing about the deal or about colleagues leaves the organization.
  if (isOutsider(turn.organization, turn.person)) return { text: say(language, 'notice.guest') };
  const names = (await namesOfDeciders(deps, turn.organization, referral)).slice(0, MOST_NAMES);
  const who = names.length > 0 ? formatList(names, turn.reader) : say(language, 'notice.noRights.admins');
  const sentence = say(language, 'notice.noRights', { who });
  if (turn.audience !== 'channel' || !turn.contactId) return { text: sentence };
  const card = await deps.store.read(
    noticePartition(turn.organization.id, referral.id),
    noticeDocumentId('referral-card', turn.contactId),
  );
  return { text: card ? `${await stateLine(deps, turn, referral)} ${sentence}` : sentence };
}

async function stateLine(deps: CardDeps, turn: Turn, referral: Referral): Promise<string> {
  const { reader } = turn;
  if (referral.stage === 'received') {
    return say(reader.language, 'notice.stillOpen', { deadline: formatInstant(referral.expiresAt, reader) });
  }
  const rejection = rejectionOf(referral);
  const name = await deciderName(deps, referral);
  return `${rejectionLead({ ...reader, rejection, referral, deciderName: name, at: deps.now().toISOString() })}.`;
}
