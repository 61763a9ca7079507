import { personDocumentId } from '#app/contact/contactRecord.ts';
import { deciderName } from '#app/contact/people.ts';
import { readPosted } from '#app/notice/postedMessages.ts';
import { namesOfDeciders } from '#app/notice/recipients.ts';
import { isOutsider } from '#app/organization/member.ts';
import type { DecideOutcome } from '#app/referral/decideRecord.ts';
import { formatInstant, formatList } from '#cards/format.ts';
import { rejectionLine } from '#cards/referral/parts/rejection.ts';
import { say } from '#cards/say.ts';
import { rejectionOf } from '#domain/decide/decideAnswer.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { may } from '#domain/referral/rights.ts';
import type { DealDeps } from './action.ts';
import type { Answer } from './answer.ts';
import { cardOrLine, type SaidAnswer } from './cardOrLine.ts';
import type { CardDeps } from './dealCardAnswer.ts';
import type { Turn } from './turn.ts';
import { undoOf } from './undoOf.ts';

const MOST_NAMES = 3;

/** The names of those who may decide, at most three; the admins in general where none is known. */
export async function decidersIn(deps: CardDeps, turn: Turn, referral: Referral): Promise<string> {
  const names = (await namesOfDeciders(deps, turn.organization, referral)).slice(0, MOST_NAMES);
  return names.length > 0
    ? formatList(names, turn.reader)
    : say(turn.reader.language, 'notice.noRights.admins');
}

/** What the presser sees after a decision, whoever made it; `said`: what is said where it was made now. */
export async function answerDecision(
  deps: DealDeps,
  turn: Turn,
  outcome: DecideOutcome,
  said: SaidAnswer | string = {},
): Promise<Answer> {
  switch (outcome.kind) {
    case 'done': {
      const { referral } = outcome;
      const undo = undoOf(outcome, turn.person.personId);
      const { resultLine, sentence } =
        typeof said === 'string' ? { resultLine: said, sentence: undefined } : said;
      return cardOrLine(deps, turn, referral, { resultLine, sentence, undo });
    }
    case 'refused': {
      const { referral, rejection } = outcome;
      return cardOrLine(deps, turn, referral, { rejection });
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
  const deal = { organization: turn.organization.id, referralId: referral.id };
  const shownTo = async (contactId: string | undefined): Promise<boolean> => {
    if (!contactId) return false;
    const posted = await readPosted(deps, { ...deal, contactId });
    return (posted?.copies.length ?? 0) > 0;
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
  return `${rejectionLine({ ...reader, rejection, referral, deciderName: name, at: deps.clock.now().toISOString() })}.`;
}
