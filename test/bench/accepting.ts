/** What somebody enters who accepts a referral. */
export function acceptEntries(referral: Record<string, unknown>): object {
  return {
    referral: referral.id,
    form: 0,
    'name.0': 'Fabrikam analytics',
    'value.0': '120,000',
    'currency.0': 'USD',
    'closeDate.0': new Date(Date.now() + 90 * 24 * 3_600_000).toISOString().slice(0, 10),
  };
}
