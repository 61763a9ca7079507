import { dealStatusText } from '#cards/deal/dealWords.ts';
import { stageTitle } from '#cards/deal/stages.ts';
import type { Reader } from '#cards/format.ts';
import { formatMoney } from '#cards/money/formatMoney.ts';
import { clip, literal, oneLine } from '#cards/outside.ts';
import { dealStatusOf } from '#domain/list/dealList.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { StageNames } from '#domain/values/options.ts';

/** For whom a deal is named. */
export type DealLinesView = Reader & { stageNames?: StageNames | undefined };

const GAP = '  ·  ';

/** A deal as one chooses it among others: customer and value, below its name and where it stands. */
export function dealLines(referral: Referral, view: DealLinesView) {
  const { customer, name, value } = referral;
  return {
    title: clip(oneLine(customer.name), 60) || clip(oneLine(name), 60) || '…',
    value: value && clip(literal(formatMoney(value, view)), 40),
    lines: [[clip(oneLine(name), 60), standing(referral, view)].filter(Boolean).join(GAP)],
  };
}

/** Where a deal stands: its status, and how far an accepted one was marked (CR-40). */
export function standing(referral: Referral, view: DealLinesView): string {
  const status = dealStatusOf(referral);
  if (status !== 'accepted' || referral.salesStage === undefined)
    return dealStatusText(referral, view.language);
  return clip(stageTitle(referral.salesStage, { ...view, referral }), 60);
}
