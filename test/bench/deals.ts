import type { Referral } from '#domain/referral/referral.ts';

export const ORGANIZATION = 'contoso';
export const TODAY = '2026-11-20';
/** Somebody in the team of every hundredth deal, and somebody in three. */
export const MANY = 'many@contoso.example';
export const FEW = 'few@contoso.example';

const countries = ['US', 'DE', 'FR', 'GB', 'IT', 'SE', 'CN', 'JP', 'IN', 'BR'];
const companies = ['Contoso', 'Fabrikam', 'Alpine Ski House', 'Wide World', 'Nordic Trading', 'Tailspin'];
const forms = ['Ltd', 'GmbH', 'AB', 'SpA', 'Inc'];
const subjects = ['cloud migration', 'analytics project', 'security review', 'nordic rollout', 'support'];

/** The id of the deal of that number: not in the order of the numbers. */
export function benchId(n: number): string {
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');
  return `${hex(mixed(n, 4), 6)}00-0000-4000-8000-${hex(n, 12)}`;
}

/** Numbers that share no pattern, so that no filter falls together with another by design. */
function mixed(n: number, salt: number): number {
  let hash = Math.imul(n + 1, 0x9e3779b1) ^ Math.imul(salt + 1, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> 8;
}

/** The deal of that number in an organization of so many; the same each time. */
export function benchDeal(n: number, size: number): Referral {
  const draw = (salt: number) => mixed(n, salt);
  const of = <T>(salt: number, list: readonly T[]): T => list[draw(salt) % list.length] as T;
  const minute = Date.parse('2024-01-01T00:00:00.000Z') + Math.floor((n / size) * 1_000_000) * 90_000;
  const createdAt = new Date(minute).toISOString();
  const stage = draw(2) % 20;
  const country = of(3, countries);
  const deal: object = {
    id: benchId(n),
    organization: ORGANIZATION,
    direction: draw(5) % 3 === 0 ? 'outbound' : 'inbound',
    location: String(1_000_000 + (draw(6) % 40)),
    name: `${of(7, companies)} ${of(8, subjects)} ${n}`,
    customer: {
      // One customer who is found nowhere but in one country.
      name:
        draw(9) % 50 === 0 && country === 'US' ? 'Rarely Seen Corp' : `${of(10, companies)} ${of(11, forms)}`,
      addressLines: ['1 Main Street'],
      city: 'Springfield',
      country,
      contacts: [{ name: 'Ana Trujillo', email: 'ana@fabrikam.example', phone: '2165550100' }],
    },
    sender: { organizationId: draw(12) % 4 === 0 ? 'northwind' : 'msft', name: 'Sender' },
    notes: `They want to move ${of(13, subjects)} to another place before the year ends`,
    wanted: { solutions: ['Analytics Box'], products: [], services: [], industries: [] },
    team: [
      { name: 'Bo', email: `seller${draw(14) % 5_000}@contoso.example` },
      ...(n % 100 === 7 ? [{ name: 'Many', email: MANY }] : []),
      ...(n % Math.ceil(size / 3) === 5 ? [{ name: 'Few', email: FEW }] : []),
    ],
    value: { amount: 1000 + (draw(15) % 1_000_000), currency: 'USD' },
    closeDate: new Date(minute + 90 * 24 * 3_600_000).toISOString().slice(0, 10),
    createdAt,
    expiresAt: new Date(minute + 14 * 24 * 3_600_000).toISOString(),
    revision: 1,
    ...stageOf(stage, createdAt),
  };
  return deal as Referral;
}

function stageOf(draw: number, at: string): object {
  if (draw === 0) return { stage: 'received' };
  if (draw < 5) return { stage: 'accepted', acceptedAt: at, acceptedBy: { kind: 'clock' } };
  const outcomes = ['won', 'lost', 'declined', 'expired'];
  const outcome = outcomes[draw % outcomes.length];
  return { stage: 'closed', outcome, closedAt: at, closedBy: { kind: 'partner-center' } };
}
