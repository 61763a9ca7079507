import type { Money, Referral } from '#domain/referral/referral.ts';

/** What deals are worth together: one sum for each currency, that of the most deals first. */
export function sumByCurrency(deals: readonly Pick<Referral, 'value'>[]): Money[] {
  const sums = new Map<string, { amount: number; deals: number }>();
  for (const { value } of deals) {
    if (!value) continue;
    const { amount, deals } = sums.get(value.currency) ?? { amount: 0, deals: 0 };
    sums.set(value.currency, { amount: amount + value.amount, deals: deals + 1 });
  }
  return [...sums]
    .toSorted(([, one], [, other]) => other.deals - one.deals)
    .map(([currency, { amount }]) => ({ amount, currency }));
}
