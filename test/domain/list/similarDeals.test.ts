import assert from 'node:assert/strict';
import { becameOf, isSimilar } from '#domain/list/similarDeals.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { closed, received } from '#test/support/referral/samples.ts';

const customer = { name: 'Northwind', addressLines: [], country: 'US', contacts: [] };
const other = { ...customer, name: 'Tailspin' };
const own = (id: string, name = id) => ({ id, name, kind: 'own' as const });
const referral = received({
  customer,
  solutions: [own('SOL-1')],
  sender: { organizationId: 'msft' },
  value: { amount: 100, currency: 'USD' },
});
let number = 0;
const ended = (changes: Partial<Referral> & { outcome?: string; reason?: string } = {}): Referral =>
  closed({
    id: `d${++number}`,
    reason: undefined,
    customer: other,
    solutions: [own('SOL-9')],
    sender: { organizationId: 'litware' },
    value: { amount: 5, currency: 'USD' },
    ...(changes as object),
  });

describe('Deals that are like a new one (CR-57)', () => {
  const cases: readonly [what: string, deal: Referral, similar: boolean][] = [
    [
      'the same customer, however it is written',
      ended({ customer: { ...customer, name: 'NORTHWIND ' } }),
      true,
    ],
    [
      'the customer of that name in another country',
      ended({ customer: { ...customer, country: 'DE' } }),
      false,
    ],
    ['another number of that name', ended({ customer: { ...customer, duns: '123456789' } }), true],
    ['a solution alone', ended({ solutions: [own('sol-1')] }), false],
    [
      'a solution and the sender',
      ended({ solutions: [own('sol-1')], sender: { organizationId: 'MSFT' } }),
      true,
    ],
    [
      'a solution and the size',
      ended({ solutions: [own('x', 'SOL-1')], value: { amount: 200, currency: 'USD' } }),
      true,
    ],
    [
      'a solution and the same amount of another currency',
      ended({ solutions: [own('SOL-1')], value: { amount: 100, currency: 'EUR' } }),
      false,
    ],
    ['sender and size without a solution', ended({ sender: { organizationId: 'msft' } }), false],
  ];
  for (const [what, deal, similar] of cases) {
    it(`given ${what}, then it is ${similar ? 'similar' : 'another matter'}`, () => {
      assert.equal(isSimilar(referral, deal), similar);
    });
  }

  it('given two numbers, then they settle it (CR-18)', () => {
    const numbered = (duns: string) => ({ ...customer, duns });
    assert.equal(
      isSimilar({ ...referral, customer: numbered('1') }, ended({ customer: numbered('2') })),
      false,
    );
  });

  it('given several endings, then each is counted, with the reason that was given twice', () => {
    const same = (outcome: string, reason?: string) =>
      ended({ customer, outcome, ...(reason && { reason }) } as object);
    const deals = [
      same('won'),
      same('lost', 'budget'),
      same('declined', 'budget'),
      same('declined'),
      ended(),
    ];
    const expected = { won: 1, lost: 1, declined: 2, expired: 0, reason: 'budget' };
    assert.deepEqual(becameOf(referral, deals), expected);
    assert.equal(becameOf(referral, deals.slice(0, 2))?.reason, undefined);
  });

  it('given none, itself, or what teaches nothing, then nothing is said', () => {
    const itself = { ...ended({ customer }), id: referral.id };
    assert.equal(becameOf(referral, [ended(), itself, ended({ customer, outcome: 'withdrawn' })]), undefined);
  });
});
