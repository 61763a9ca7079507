import { editDeal } from '#app/deal/deal.edit.ts';
import { formVersionOf } from '#cards/form/inputs.ts';
import { type EditContext, parseEdit } from '#cards/referral/edit/editParse.ts';
import { say } from '#cards/say.ts';
import type { ActionOnDeal, DealDeps } from '#dialogs/turn/action.ts';
import { cardForPresser } from '#dialogs/turn/dealCardAnswer.ts';
import { openDealOf } from '#dialogs/turn/dealOfPress.ts';
import { answerDecision } from '#dialogs/turn/decisionAnswer.ts';
import { todayOf } from '#dialogs/turn/turn.ts';
import type { Referral } from '#domain/referral/referral.ts';

/** *Edit* (CR-39): the first press opens the form where it does not stand on the card already; refused entries come back open, and what others changed meanwhile beside them. */
export const dealEdit: ActionOnDeal<DealDeps> = async (deps, press) => {
  const { turn, data } = press;
  const found = await openDealOf(deps, press);
  if ('answer' in found) return found.answer;
  const today = todayOf(deps, turn);
  const { language, locale } = turn.reader;
  const contextOf = (referral: Referral): EditContext => ({ language, locale, today, referral });
  const again = async (referral: Referral) => {
    const parsed = parseEdit(data, contextOf(referral));
    if (parsed.ok) return undefined;
    const { problems, typed, conflicts } = parsed;
    const form = { kind: 'edit' as const, formVersion: formVersionOf(data) + 1, typed, problems, conflicts };
    return { card: await cardForPresser(deps, turn, referral, { form }), open: true } as const;
  };
  const { referral } = found;
  if (referral.stage !== 'accepted') {
    return { card: await cardForPresser(deps, turn, referral, { rejection: 'not-accepted' }) };
  }
  if (data.form === undefined) {
    const form = { kind: 'edit' as const, formVersion: 0, typed: {}, problems: {}, conflicts: [] };
    return { card: await cardForPresser(deps, turn, referral, { form }), open: true };
  }
  const parsed = parseEdit(data, contextOf(referral));
  if (!parsed.ok) return (await again(referral)) ?? { card: await cardForPresser(deps, turn, referral) };
  const outcome = await editDeal(deps, { ...found.input, changes: parsed.changes });
  if (outcome.kind === 'refused' && outcome.rejection === 'changed-meanwhile') {
    const shown = await again(outcome.referral);
    if (shown) return shown;
  }
  const changed = Object.keys(parsed.changes).length > 0;
  return answerDecision(
    deps,
    turn,
    outcome,
    say(language, changed ? 'deal.card.saved' : 'deal.card.unchanged'),
  );
};
