import type { Acknowledged } from '#test/chaos/world/acknowledged.ts';
import { dealKey, dealsIn, type Evidence, type StoredDeal } from './evidence.ts';

/** Whatever somebody was told is done is there. */
export function acknowledgedRule(evidence: Evidence): string[] {
  const deals = dealsIn(evidence.stored);
  return evidence.acknowledged.flatMap((one) => {
    const deal = deals.get(dealKey(one.organization, one.referral));
    const about = `${one.what}, ${one.organization}, ${one.referral}`;
    if (!deal) return [`acknowledged and not there: ${about}`];
    const problem = problemOf(one, deal, evidence, deals);
    return problem ? [`acknowledged and not so: ${about}: ${problem}`] : [];
  });
}

function problemOf(
  one: Acknowledged,
  deal: StoredDeal,
  { tried, stored }: Evidence,
  deals: ReadonlyMap<string, StoredDeal>,
): string | undefined {
  switch (one.what) {
    case 'received': {
      // A version that nobody acknowledged may have arrived all the same.
      const newer = tried.filter((other) => other.referral === one.referral && other.updated >= one.updated);
      return newer.some(({ name }) => name === deal.name) ? undefined : `it is called ${deal.name}`;
    }
    case 'accepted':
      return deal.acceptedBy?.personId?.endsWith(`aad-${one.by.toLowerCase().replaceAll(' ', '.')}`)
        ? undefined
        : `it is ${deal.stage} by ${deal.acceptedBy?.personId}`;
    case 'declined':
      return deal.outcome === 'declined' ? undefined : `it is ${deal.stage} ${deal.outcome ?? ''}`;
    case 'marked':
      return (deal.salesStage ?? 0) >= one.stage ? undefined : `it is at ${deal.salesStage}`;
    case 'noted':
      return stored.some(({ body }) => JSON.stringify(body).includes(one.text)) ? undefined : 'no such note';
    case 'created': {
      const missing = one.guests.filter((guest) => !deals.has(dealKey(guest.organization, guest.referral)));
      return missing.length > 0 ? `not with ${missing.map((guest) => guest.organization)}` : undefined;
    }
  }
}
