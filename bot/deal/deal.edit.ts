import { editDeal } from '#app/deal/deal.edit.ts';
import { formVersionOf } from '#cards/form/inputs.ts';
import { type EditContext, parseEdit } from '#cards/referral/edit/editParse.ts';
import { say } from '#cards/say.ts';
import { editedLine } from '#cards/talk/editedLine.ts';
import type { ActionOnDeal, DealDeps, DealPress } from '#dialogs/turn/action.ts';
import { cardOrLine } from '#dialogs/turn/cardOrLine.ts';
import { openDealOf } from '#dialogs/turn/dealOfPress.ts';
import { answerDecision } from '#dialogs/turn/decisionAnswer.ts';
import { todayOf } from '#dialogs/turn/turn.ts';
import type { Referral } from '#domain/referral/referral.ts';

/** *Edit* (CR-39): the first press opens the form where it does not stand on the card already; refused entries come back open, and what others changed meanwhile beside them. */
export const dealEdit: ActionOnDeal<DealDeps> = async (deps, press) => {
  const { turn } = press;
  const found = await openDealOf(deps, press);
  if ('answer' in found) return found.answer;
  const today = todayOf(deps, turn);
  const { language, locale } = turn.reader;
  const contextOf = (referral: Referral): EditContext => ({ language, locale, today, referral });
  const again = async (data: DealPress['data'], referral: Referral) => {
    const parsed = parseEdit(data, contextOf(referral));
    if (parsed.ok) return undefined;
    const { problems, typed, conflicts } = parsed;
    const form = { kind: 'edit' as const, formVersion: formVersionOf(data) + 1, typed, problems, conflicts };
    return { ...(await cardOrLine(deps, turn, referral, { form })), open: true } as const;
  };
  const { referral } = found;
  // An amount without a currency is in the deal's own.
  const known = turn.inLine && referral.value ? { currency: referral.value.currency } : {};
  const data: DealPress['data'] = { ...known, ...press.data };
  if (referral.stage !== 'accepted') {
    return cardOrLine(deps, turn, referral, { rejection: 'not-accepted' });
  }
  if (data.form === undefined) {
    const form = { kind: 'edit' as const, formVersion: 0, typed: {}, problems: {}, conflicts: [] };
    return { ...(await cardOrLine(deps, turn, referral, { form })), open: true };
  }
  const parsed = parseEdit(data, contextOf(referral));
  if (!parsed.ok) return (await again(data, referral)) ?? cardOrLine(deps, turn, referral);
  const outcome = await editDeal(deps, { ...found.input, changes: parsed.changes });
  if (outcome.kind === 'refused' && outcome.rejection === 'changed-meanwhile') {
    const shown = await again(data, outcome.referral);
    if (shown) return shown;
  }
  const changed = Object.keys(parsed.changes).length > 0;
  return answerDecision(deps, turn, outcome, {
    resultLine: say(language, changed ? 'deal.card.saved' : 'deal.card.unchanged'),
    sentence: changed ? editedLine(turn.reader, referral, parsed.changes) : undefined,
  });
};
