import type { DecideInput } from '#app/referral/decideRecord.ts';
import { formVersionOf } from '#cards/form/inputs.ts';
import type { FinalForm } from '#cards/referral/view/view.ts';
import { dealMeant } from '#dialogs/meant/dealMeant.ts';
import type { DealDeps, DealPress } from '#dialogs/turn/action.ts';
import type { Answer } from '#dialogs/turn/answer.ts';
import { cardOrLine } from '#dialogs/turn/cardOrLine.ts';
import { openDealOf } from '#dialogs/turn/dealOfPress.ts';
import type { ReferralRejection } from '#domain/decide/decideReferral.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { askedInLine, finalQuestion } from './askingFinal.ts';

/** A deal about which somebody was asked whether they mean it, and whether they have said so. */
export interface Confirmed {
  referral: Referral;
  input: DecideInput;
  /** The form was sent. */
  sent: boolean;
  /** Shows the form, at first or once more. */
  ask: (form?: Pick<FinalForm, 'typed' | 'problems' | 'lacks'>, shown?: Referral) => Promise<Answer>;
}

/**
 * What all presses have in common that are asked once more because they are final (CR-42): the deal must still be open
 * and allow it, or its present card says why not. What was typed is asked in a line, which yes or no answers.
 */
export async function confirmedDeal(
  deps: DealDeps,
  pressed: DealPress,
  kind: FinalForm['kind'],
  refusal: (referral: Referral) => ReferralRejection | undefined,
): Promise<Confirmed | { answer: Answer }> {
  const press = await dealMeant(deps, pressed, { how: 'progress.typed.how' });
  if ('answer' in press) return press;
  const { turn, data } = press;
  const found = await openDealOf(deps, press);
  if ('answer' in found) return found;
  const { referral, input } = found;
  const rejection = refusal(referral);
  if (rejection) return { answer: await cardOrLine(deps, turn, referral, { rejection }) };
  const sent = data.form !== undefined;
  const formVersion = sent ? formVersionOf(data) + 1 : 0;
  return {
    referral,
    input,
    sent,
    ask: async (form = { typed: {}, problems: {} }, shown = referral) => {
      const final = { kind, referral: shown, lacks: form.lacks, saidReason: data.reason };
      const line = turn.inLine ? askedInLine(turn, final) : undefined;
      if (line) return line;
      const answer = await cardOrLine(deps, turn, shown, { form: { kind, formVersion, ...form } });
      return { ...answer, open: true, asks: finalQuestion(turn, final) };
    },
  };
}
