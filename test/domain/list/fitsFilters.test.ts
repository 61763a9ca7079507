import assert from 'node:assert/strict';
import type { DealFilters } from '#domain/list/dealList.ts';
import { fitsFilters, fitsWords } from '#domain/list/fitsFilters.ts';
import { accepted, deal, ended, TODAY } from '#test/support/list/manyDeals.ts';

const invited = (view?: object) => ({
  parties: [
    { role: 'invited', organization: 'tailspin', name: 'Tailspin Toys', referralId: 'r', seq: 1, view },
  ],
});
const declined = { stage: 'closed', outcome: 'declined', since: TODAY, team: [], notes: [] };
const usd = (amount: number) => ({ value: { amount, currency: 'USD' } });
const long = { ...accepted, acceptedAt: '2026-10-01T08:00:00.000Z' };
const note = (at: string) => ({ recent: [{ at }] });

const fitting: readonly (readonly [string, object, DealFilters, boolean])[] = [
  ['worth as much as is asked', usd(100_000), { over: { amount: 100_000 } }, true],
  ['worth less', usd(99_999), { over: { amount: 100_000 } }, false],
  ['worth as much as is allowed', usd(100), { under: { amount: 100 } }, true],
  ['worth more than is allowed', usd(101), { under: { amount: 100 } }, false],
  ['worth something in the currency', usd(5), { over: { amount: 1, currency: 'USD' } }, true],
  ['worth more in another currency', usd(5_000), { over: { amount: 1, currency: 'EUR' } }, false],
  ['without a value', {}, { over: { amount: 0 } }, false],
  ['closing on the first day', { closeDate: '2026-12-01' }, { closingFrom: '2026-12-01' }, true],
  ['closing the day before', { closeDate: '2026-11-30' }, { closingFrom: '2026-12-01' }, false],
  ['closing on the last day', { closeDate: '2026-12-31' }, { closingTo: '2026-12-31' }, true],
  ['closing the day after', { closeDate: '2027-01-01' }, { closingTo: '2026-12-31' }, false],
  ['without a close date', {}, { closingTo: '2026-12-31' }, false],
  ['accepted and marked', { ...accepted, salesStage: 60 }, { stage: 60 }, true],
  ['accepted and marked no further', accepted, { stage: 10 }, true],
  ['marked, and lost since', { ...ended('lost'), salesStage: 60 }, { stage: 60 }, false],
  ['accepted and past its day', { ...accepted, closeDate: '2026-11-19' }, { overdue: true }, true],
  ['accepted and due today', { ...accepted, closeDate: TODAY }, { overdue: true }, false],
  ['sent and past its day', { direction: 'outbound', closeDate: '2026-11-19' }, { overdue: true }, false],
  ['accepted seven weeks ago', long, { quiet: true }, true],
  ['accepted today', accepted, { quiet: true }, false],
  [
    'where something happened 20 days ago',
    { ...long, ...note('2026-10-31T08:00:00.000Z') },
    { quiet: true },
    false,
  ],
  [
    'where something happened 21 days ago',
    { ...long, ...note('2026-10-30T08:00:00.000Z') },
    { quiet: true },
    true,
  ],
];

describe('what a list is narrowed to (CR-15)', () => {
  for (const [what, changes, filters, fits] of fitting) {
    it(`given a deal ${what}, when filtered by ${JSON.stringify(filters)}, then it ${fits ? 'stays' : 'goes'}`, () => {
      assert.equal(fitsFilters(deal(1, changes as object), filters, TODAY), fits);
    });
  }

  for (const [what, changes, filters, fits] of [
    ['with words in the name', { name: 'Cloud migration' }, { words: 'migr cloud' }, true],
    ['with one of them in the notes', { notes: 'Move to Azure' }, { words: 'azure fabrik' }, true],
    ['with one of them nowhere', { name: 'Cloud' }, { words: 'cloud azure' }, false],
    ['with the partner', invited(), { partner: 'tailspin' }, true],
    ['that the partner declined', invited(declined), { partner: 'tailspin' }, false],
    ['that came from a partner', { sender: { name: 'Northwind' } }, { partner: 'north' }, true],
    [
      'that Microsoft sent',
      { sender: { organizationId: 'msft', name: 'MS Sales' } },
      { partner: 'Microsoft' },
      true,
    ],
    ['without Microsoft', {}, { partner: 'Microsoft' }, false],
  ] as const) {
    it(`given a deal ${what}, when filtered by ${JSON.stringify(filters)}, then it ${fits ? 'stays' : 'goes'}`, () => {
      assert.equal(fitsWords(deal(1, changes), filters), fits);
    });
  }
});
