import type { DecisionForm } from '#cards/referral/view/view.ts';
import { questionOf } from '#dialogs/talk/asking.ts';
import type { Answer } from '#dialogs/turn/answer.ts';
import { type CardDeps, cardForPresser } from '#dialogs/turn/dealCardAnswer.ts';
import type { Turn } from '#dialogs/turn/turn.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { declining } from './askingAnswer.ts';

/** The form of one answer to a referral in place of the other's, with nothing typed into it yet. */
export async function openForm(
  deps: CardDeps,
  turn: Turn,
  referral: Referral,
  form: Pick<DecisionForm, 'kind' | 'formVersion'>,
): Promise<Answer> {
  const card = await cardForPresser(deps, turn, referral, { form: { ...form, typed: {}, problems: {} } });
  const asked = form.kind === 'decline' ? declining(turn, referral) : undefined;
  return { card, open: true, asks: asked && questionOf(asked) };
}
