import assert from 'node:assert/strict';
import { registrationFields } from '#domain/referral/registration.ts';
import {
  mergedEntries,
  openInputs,
  type RegistrationEntries,
  registrationInputs,
  registrationProblems,
  usualDays,
} from '#domain/registration/registrationForm.ts';
import { registrationPolicyDefaults } from '#domain/values/options.ts';
import { stored } from '#test/support/referral/samples.ts';
import { context, entries, form } from '#test/support/registration/registered.ts';

const problems = (changes: RegistrationEntries, more: object = {}) =>
  registrationProblems({ ...entries, ...changes }, { ...context, ...more }).map(
    ({ input, code }) => `${input}: ${code.replace('registration-', '')}`,
  );
const policy = { policy: registrationPolicyDefaults };
const value = (amount: number) => ({ amount, currency: 'USD' });

const rules: readonly [title: string, changes: RegistrationEntries, expected: string, more?: object][] = [
  ['nothing wrong', {}, ''],
  ['no solution', { solution: undefined }, 'solution: solution-missing'],
  ['not said whether marketplace', { marketplace: undefined }, 'marketplace: marketplace-missing'],
  [
    'a marketplace transaction without its date',
    { marketplace: true },
    'marketplaceDate: marketplace-date-missing',
  ],
  ['a marketplace transaction with its date', { marketplace: true, marketplaceDate: '2027-01-01' }, ''],
  [
    'a date without a marketplace transaction',
    { marketplaceDate: '2027-01-01' },
    'marketplaceDate: marketplace-date-unwanted',
  ],
  ['not said whether on Azure', { azure: undefined }, 'azure: azure-missing'],
  ['not on Azure', { azure: false }, ''],
  ['neither perpetual nor finite', { term: undefined, end: undefined }, 'term: term-missing'],
  ['no contract value', { value: undefined }, 'value: value-missing'],
  ['a contract value of zero', { value: value(0) }, 'value: value-missing'],
  ['no solution value', { solutionValue: undefined }, 'solutionValue: solution-value-missing'],
  ['a solution value as high as the contract', { solutionValue: 30_000 }, ''],
  ['a solution value above the contract', { solutionValue: 30_000.01 }, 'solutionValue: solution-value-high'],
  ['no signed date', { signed: undefined }, 'signed: signed-missing'],
  ['signed today', { signed: '2026-11-20' }, ''],
  ['signed tomorrow', { signed: '2026-11-21' }, 'signed: signed-future'],
  ['signed on the day of the invitation', { signed: '2026-11-04' }, ''],
  ['signed before the invitation', { signed: '2026-11-03' }, 'signed: signed-before-invitation'],
  [
    'signed before the creation',
    { signed: '2026-11-01' },
    'signed: signed-before-creation',
    { earliest: { day: '2026-11-02', by: 'creation' } },
  ],
  ['no start date', { start: undefined }, 'start: start-missing'],
  ['a start in the future', { start: '2027-03-01' }, ''],
  ['a finite contract without an end', { end: undefined }, 'end: end-missing'],
  ['an end on the day of the start', { end: '2026-11-15' }, ''],
  ['an end before the start', { end: '2026-11-14' }, 'end: end-early'],
  ['a perpetual contract without an end', { term: 'perpetual', end: undefined }, ''],
  ['a perpetual contract with an end', { term: 'perpetual' }, 'end: end-unwanted'],
  ['no tenant', { tenant: undefined }, 'tenant: tenant-missing'],
  ['no pricing', { pricing: undefined }, 'pricing: pricing-missing'],
  ['not confirmed (CR-45)', { confirmed: false }, 'confirmed: unconfirmed'],
  ['long after the signature, without the policy', { signed: '2026-11-04' }, '', { today: '2027-06-01' }],
  [
    '60 days after the signature (CR-49)',
    { signed: '2026-11-04', start: '2026-12-15' },
    '',
    { ...policy, today: '2027-01-03' },
  ],
  [
    '61 days after the signature (CR-49)',
    { signed: '2026-11-04', start: '2026-12-15' },
    'signed: signed-long-ago',
    { ...policy, today: '2027-01-04' },
  ],
  ['a start 90 days back (CR-49)', { start: '2026-08-22' }, '', policy],
  ['a start 91 days back (CR-49)', { start: '2026-08-21' }, 'start: start-long-ago', policy],
];

describe('registrationForm', () => {
  for (const [title, changes, expected, more] of rules) {
    it(`given ${title}, then ${expected || 'it can be handed in'} (CR-47)`, () => {
      assert.equal(problems(changes, more).join(), expected);
    });
  }

  it('given nothing at all, then every input has its problem at once (CR-47)', () => {
    const found = registrationProblems({}, context).map(({ input }) => input);
    const dependent = ['end', 'marketplaceDate'];
    assert.deepEqual(
      found,
      registrationInputs.filter((input) => !dependent.includes(input)),
    );
  });

  it('given fields in question, then those and what hangs on them are open, nothing else (CR-48)', () => {
    assert.deepEqual(openInputs(['tenant']), ['tenant']);
    assert.deepEqual(openInputs(['value']), ['value', 'solutionValue']);
    assert.deepEqual(openInputs(['start']), ['start', 'end']);
    for (const field of registrationFields) assert.ok(!openInputs([field]).includes('confirmed'));
  });

  it('given a term that becomes perpetual, then the end goes away unless it was asked for (CR-48)', () => {
    const former = { form, asked: ['term'] as const };
    assert.equal(mergedEntries({ term: 'perpetual' }, former).end, undefined);
    assert.equal(mergedEntries({ term: 'perpetual', end: '2027-01-01' }, former).end, '2027-01-01');
    assert.deepEqual(stored(mergedEntries({ azure: false, term: 'finite' }, former)), {
      ...form,
      confirmed: true,
    });
  });

  it('given a handed back form much later, then only what is open is judged (CR-48, CR-49)', () => {
    const late = { ...context, ...policy, today: '2027-12-01' };
    assert.deepEqual(registrationProblems(entries, late, openInputs(['tenant'])), []);
  });

  it('given days in question much later, then they count from when it was registered first, and not from the correction (CR-48, CR-49)', () => {
    const late = { ...context, ...policy, today: '2027-12-01', registeredOn: '2026-11-20' };
    const open = openInputs(['signed', 'start']);
    assert.deepEqual(registrationProblems(entries, late, open), []);
    const old = { ...entries, signed: '2026-09-20', start: '2026-08-21' };
    const before = { ...late, earliest: { day: '2026-09-01', by: 'creation' as const } };
    assert.deepEqual(
      registrationProblems(old, before, open).map(({ code }) => code),
      ['registration-signed-long-ago', 'registration-start-long-ago'],
    );
    assert.deepEqual(
      registrationProblems({ ...entries, signed: '2027-12-02' }, late, open).map(({ code }) => code),
      ['registration-signed-future'],
    );
  });

  it('given the day it was won, then the contract was signed and starts on it, unless a rule forbids that (CR-47, CR-49)', () => {
    const day = '2026-11-10';
    assert.deepEqual(usualDays(day, context), { signed: day, start: day });
    const before = { ...context, earliest: { day: '2026-11-11', by: 'invitation' as const } };
    assert.deepEqual(usualDays(day, before), { signed: undefined, start: day });
    const late = { ...context, ...policy, today: '2027-01-30' };
    assert.deepEqual(usualDays(day, late), { signed: undefined, start: day });
    assert.deepEqual(usualDays(day, { ...late, today: '2027-12-01' }), {
      signed: undefined,
      start: undefined,
    });
  });
});
