import { type ReferralRecord, referralDraft } from '#app/referral/referralRecord.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { contactOf, contoso, personIdOf } from './guests.ts';

type Person = (typeof contoso.people)[number];

/** What became of a deal: days ago it came, and was answered and ended; for how much; who did it. */
interface Past {
  customer: string;
  place: 'Bellevue' | 'Köln';
  value: [amount: number, currency: string];
  came: number;
  answered: number;
  by: Person;
  /** Still open: the stage, and in how many days it shall close. */
  open?: [stage: 20 | 40 | 60 | 80 | undefined, closes: number];
  ended?: [
    how: 'won' | 'lost' | 'declined',
    daysAgo: number,
    reason?: 'budget' | 'other-vendor' | 'timeline-too-short',
  ];
}

const past: readonly Past[] = [
  {
    customer: 'Wingtip Toys',
    place: 'Bellevue',
    value: [120_000, 'USD'],
    came: 60,
    answered: 59,
    by: 'Anna Berg',
    open: [80, 20],
  },
  {
    customer: 'Proseware',
    place: 'Bellevue',
    value: [64_000, 'USD'],
    came: 75,
    answered: 74,
    by: 'Anna Berg',
    open: [40, -9],
  },
  {
    customer: 'Lucerne Publishing',
    place: 'Bellevue',
    value: [52_000, 'USD'],
    came: 40,
    answered: 39,
    by: 'Li Na',
    open: [60, 75],
  },
  {
    customer: 'Relecloud',
    place: 'Köln',
    value: [38_000, 'EUR'],
    came: 30,
    answered: 28,
    by: 'Olga Petrova',
    open: [20, 110],
  },
  {
    customer: 'VanArsdel',
    place: 'Bellevue',
    value: [20_000, 'USD'],
    came: 12,
    answered: 12,
    by: 'Anna Berg',
    open: [undefined, 160],
  },
  {
    customer: 'Fourth Coffee',
    place: 'Bellevue',
    value: [90_000, 'USD'],
    came: 110,
    answered: 109,
    by: 'Anna Berg',
    ended: ['won', 12],
  },
  {
    customer: 'Margie’s Travel',
    place: 'Köln',
    value: [41_000, 'EUR'],
    came: 80,
    answered: 77,
    by: 'Olga Petrova',
    ended: ['won', 25],
  },
  {
    customer: 'Humongous Insurance',
    place: 'Bellevue',
    value: [75_000, 'USD'],
    came: 70,
    answered: 68,
    by: 'Li Na',
    ended: ['lost', 15, 'other-vendor'],
  },
  {
    customer: 'Trey Research',
    place: 'Bellevue',
    value: [15_000, 'USD'],
    came: 20,
    answered: 18,
    by: 'Marco Rossi',
    ended: ['declined', 18, 'budget'],
  },
  {
    customer: 'Coho Winery',
    place: 'Bellevue',
    value: [140_000, 'USD'],
    came: 190,
    answered: 188,
    by: 'Anna Berg',
    ended: ['won', 105],
  },
  {
    customer: 'School of Fine Art',
    place: 'Köln',
    value: [22_000, 'EUR'],
    came: 150,
    answered: 143,
    by: 'Olga Petrova',
    ended: ['lost', 100, 'budget'],
  },
  {
    customer: 'Blue Yonder',
    place: 'Bellevue',
    value: [33_000, 'USD'],
    came: 115,
    answered: 105,
    by: 'Marco Rossi',
    ended: ['declined', 105, 'timeline-too-short'],
  },
];

const DAY = 86_400_000;
const PAST = 'd0d0d0d0-0000-4000-8000-';

/** What the newcomer's company did in the last months, so that there is a pipeline, and something to compare. */
export async function putPast(
  store: DocumentStore,
  mpnIds: Readonly<Record<Past['place'], string>>,
  now: Date,
): Promise<void> {
  const ago = (days: number, minutes = 0) =>
    new Date(now.getTime() - days * DAY + minutes * 60_000).toISOString();
  for (const [number, one] of past.entries()) {
    const referral = pastDeal(one, number, mpnIds[one.place], ago);
    const record: ReferralRecord = {
      referral,
      outbox: [],
      commands: [],
      changed: { at: ago(0), landed: true },
    };
    await store.create(referralDraft(record, undefined));
  }
}

/** Whether a deal was there before anybody came. */
export function isOfThePast({ id }: Pick<Referral, 'id'>): boolean {
  return id.startsWith(PAST);
}

function pastDeal(
  one: Past,
  number: number,
  location: string,
  ago: (days: number, minutes?: number) => string,
): Referral {
  const by = { kind: 'person' as const, personId: personIdOf(contoso, one.by) };
  const [amount, currency] = one.value;
  const answeredAt = ago(one.answered, 45 * (number + 1));
  const [stage, closes = 0] = one.open ?? [];
  const facts = {
    id: `${PAST}${String(number + 1).padStart(12, '0')}`,
    organization: contoso.id,
    direction: 'inbound' as const,
    location,
    name: `${one.customer}: ${one.place === 'Köln' ? 'Migration' : 'Analytics'}`,
    customer: {
      name: one.customer,
      addressLines: [],
      country: one.place === 'Köln' ? 'DE' : 'US',
      contacts: [],
    },
    value: { amount, currency },
    ...(one.open && { closeDate: ago(-closes).slice(0, 10) }),
    ...(stage && { salesStage: stage }),
    wanted: { solutions: [], products: [], services: [], industries: [] },
    team: [contactOf(contoso, one.by)],
    createdAt: ago(one.came),
    expiresAt: ago(one.came - 14),
    revision: 2,
  };
  if (!one.ended) return { ...facts, stage: 'accepted', acceptedAt: answeredAt, acceptedBy: by };
  const [outcome, daysAgo, reason] = one.ended;
  const accepted = outcome === 'declined' ? {} : { acceptedAt: answeredAt, acceptedBy: by };
  return {
    ...facts,
    ...accepted,
    stage: 'closed',
    outcome,
    closedAt: ago(daysAgo),
    closedBy: by,
    ...(reason && { reason }),
  };
}
