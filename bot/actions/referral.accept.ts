import { parseAcceptance } from '../../cards/referral/acceptForm.ts';
import { roundOf } from '../../cards/referral/inputs.ts';
import { acceptReferral } from '../../src/app/referral.accept.ts';
import type { Action } from '../teams/actions.ts';
import { answerDecision, openReferralOf } from '../teams/decide.ts';
import { cardForPresser } from '../teams/press.ts';
import { todayOf } from '../teams/turn.ts';

/** *Accept* with its form (CR-35): refused entries come back open, with what was typed. */
export const referralAccept: Action = async (deps, press) => {
  const { turn, data } = press;
  const found = await openReferralOf(deps, press, 'referral.accept');
  if ('answer' in found) return found.answer;
  const { referral } = found;
  const today = todayOf(deps, turn);
  const { language, locale } = turn.reader;
  const parsed = parseAcceptance(data, { language, locale, today, referral, audience: turn.audience });
  if (!parsed.ok) {
    const { problems, typed } = parsed;
    const form = { kind: 'accept' as const, round: roundOf(data) + 1, typed, problems };
    return { card: await cardForPresser(deps, turn, referral, { form }) };
  }
  const outcome = await acceptReferral(deps, { ...found.input, entries: parsed.entries });
  return answerDecision(deps, turn, outcome);
};
