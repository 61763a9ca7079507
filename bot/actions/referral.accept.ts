import { acceptReferral } from '#app/referral.accept.ts';
import type { Action } from '#bot/teams/actions.ts';
import { answerDecision, openReferralOf } from '#bot/teams/decide.ts';
import { cardForPresser } from '#bot/teams/press.ts';
import { todayOf } from '#bot/teams/turn.ts';
import { wantedSolution } from '#bot/teams/wantedSolution.ts';
import { parseAcceptance } from '#cards/referral/acceptForm.ts';
import { solutionNamed } from '#cards/referral/acceptSolutions.ts';
import { roundOf } from '#cards/referral/inputs.ts';

/** *Accept* with its form (CR-35): refused entries come back open, with what was typed. */
export const referralAccept: Action = async (deps, press) => {
  const { turn, data } = press;
  const found = await openReferralOf(deps, press, 'referral.accept');
  if ('answer' in found) return found.answer;
  const { referral } = found;
  const today = todayOf(deps, turn);
  const { language, locale } = turn.reader;
  const further = await wantedSolution(deps, turn, solutionNamed(data));
  const parsed = parseAcceptance(data, {
    ...{ language, locale, today, referral, further },
    audience: turn.audience,
    vetted: turn.organization.vetted,
  });
  if (!parsed.ok) {
    const { problems, typed } = parsed;
    const offered = 'offered' in further ? further.offered : undefined;
    const round = roundOf(data) + 1;
    const form = { kind: 'accept' as const, round, typed, problems, found: offered };
    return { card: await cardForPresser(deps, turn, referral, { form }) };
  }
  const outcome = await acceptReferral(deps, { ...found.input, entries: parsed.entries });
  return answerDecision(deps, turn, outcome);
};
