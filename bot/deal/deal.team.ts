import { changeDealTeam } from '#app/deal/deal.team.ts';
import { formVersionOf } from '#cards/form/inputs.ts';
import { parseTeam } from '#cards/referral/edit/teamForm.ts';
import type { TeamForm } from '#cards/referral/view/view.ts';
import { say } from '#cards/say.ts';
import type { ActionOnDeal, DealDeps } from '#dialogs/turn/action.ts';
import { cardOrLine } from '#dialogs/turn/cardOrLine.ts';
import { openDealOf } from '#dialogs/turn/dealOfPress.ts';
import { answerDecision } from '#dialogs/turn/decisionAnswer.ts';
import type { Contact, Referral } from '#domain/referral/referral.ts';
import { may } from '#domain/referral/rights.ts';
import { contactKey, sameAddress } from '#domain/referral/team.ts';

/**
 * *Team* (CR-22): the first press opens the form, the next one changes the team. Whoever would take the deal away from
 * themselves is asked first.
 */
export const dealTeam: ActionOnDeal<DealDeps> = async (deps, press) => {
  const { turn, data } = press;
  const { language } = turn.reader;
  const found = await openDealOf(deps, press);
  if ('answer' in found) return found.answer;
  const { referral } = found;
  if (referral.stage !== 'accepted') {
    return cardOrLine(deps, turn, referral, { rejection: 'not-accepted' });
  }
  const open = async (
    form: Pick<TeamForm, 'typed' | 'problems' | 'confirm'>,
    shown: Referral = referral,
  ) => ({
    ...(await cardOrLine(deps, turn, shown, {
      form: { kind: 'team', formVersion: data.form === undefined ? 0 : formVersionOf(data) + 1, ...form },
    })),
    open: true as const,
  });
  if (data.form === undefined) return open({ typed: {}, problems: {}, confirm: false });
  const parsed = parseTeam(data, referral);
  if (!parsed.ok) return open({ ...parsed, confirm: false });
  const { add, remove, typed } = parsed;
  if (add.length === 0 && remove.length === 0) {
    return cardOrLine(deps, turn, referral, { resultLine: say(language, 'deal.card.unchanged') });
  }
  const after = { ...referral, team: teamAfter(referral.team, add, remove) };
  const leaves = !may(turn.member, 'referral.view', after);
  if (leaves && !parsed.confirmed) return open({ typed, problems: {}, confirm: true });
  const outcome = await changeDealTeam(deps, { ...found.input, add, remove });
  if (outcome.kind === 'refused' && outcome.rejection === 'team-without-contact') {
    const problems = { remove: { code: 'team-last-contact' as const } };
    return open({ typed, problems, confirm: false }, outcome.referral);
  }
  if (outcome.kind === 'done' && !may(turn.member, 'referral.view', outcome.referral)) {
    return { text: say(language, 'deal.team.gone') };
  }
  return answerDecision(deps, turn, outcome, say(language, 'deal.card.saved'));
};

function teamAfter(team: readonly Contact[], add: readonly Contact[], remove: readonly string[]): Contact[] {
  const kept = team.filter((one) => !remove.includes(contactKey(one)));
  return [...kept, ...add.filter((one) => !kept.some((other) => sameAddress(one, other)))];
}
