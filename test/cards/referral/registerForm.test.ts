import assert from 'node:assert/strict';
import { formatDay } from '#cards/format.ts';
import { registerForm } from '#cards/referral/registration/registerForm.ts';
import { type ParsedRegistration, parseRegistration } from '#cards/referral/registration/registerParse.ts';
import type { ReferralCardView } from '#cards/referral/view/view.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { ofType } from '#test/support/cards/cardParts.ts';
import { context, decision, filing, form, wonDeal } from '#test/support/registration/registered.ts';

const reader = { language: 'en' as const, locale: 'en-US', timeZone: 'Europe/Berlin' };
const filled = {
  form: 0,
  locale: 'en-US',
  solution: 'SOL-1',
  value: '30,000',
  currency: 'USD',
  solutionValue: '28k',
  term: 'finite',
  signed: '2026-11-10',
  start: '2026-11-15',
  end: '2027-11-14',
  marketplace: 'no',
  azure: 'yes',
  tenant: 'customer',
  pricing: 'other',
  confirmed: 'true',
};
const parse = (changes: object, referral: Referral = wonDeal(), more = {}): ParsedRegistration =>
  parseRegistration({ ...filled, ...changes }, { reader: { ...reader, ...more }, referral, context });
const codes = (parsed: ParsedRegistration) =>
  parsed.ok
    ? {}
    : Object.fromEntries(Object.entries(parsed.problems).map(([field, { code }]) => [field, code]));
const asked = (fields: readonly ('value' | 'term' | 'tenant' | 'start')[]) =>
  wonDeal({ registrationFiling: filing() }, [decision('take'), { ...decision('ask'), fields }]);

describe('The form of a registration (CR-47)', () => {
  it('given all of it as people write it, then it is what was meant', () => {
    const parsed = parse({});
    assert.ok(parsed.ok);
    const { confirmed, ...entries } = parsed.entries;
    assert.deepEqual(
      [{ ...entries, marketplaceDate: undefined }, confirmed],
      [{ ...form, marketplaceDate: undefined }, true],
    );
  });

  it('given a German reader, then amounts by German habits', () => {
    const german = { language: 'de' as const, locale: 'de-DE' };
    const parsed = parse(
      { locale: 'de-DE', value: '30.000,50 €', currency: 'EUR', solutionValue: '28.000' },
      wonDeal(),
      german,
    );
    assert.ok(parsed.ok);
    assert.deepEqual(
      [parsed.entries.value, parsed.entries.solutionValue],
      [{ amount: 30_000.5, currency: 'EUR' }, 28_000],
    );
  });

  for (const [title, changes, expected] of [
    ['yen with decimals', { currency: 'JPY', value: '30000.5' }, { value: 'value-too-precise' }],
    [
      'an amount that can mean two',
      { locale: 'de-DE', value: '30000', solutionValue: '10.000' },
      { solutionValue: 'value-ambiguous' },
    ],
    ['an amount of zero', { value: '0' }, { value: 'registration-value-missing' }],
    ['no amount', { solutionValue: '' }, { solutionValue: 'registration-solution-value-missing' }],
    ['no currency', { currency: '' }, { currency: 'currency-missing' }],
    [
      'another currency in the amount',
      { solutionValue: '28k EUR' },
      { solutionValue: 'value-other-currency' },
    ],
    ['a day that does not exist', { signed: '2026-02-31' }, { signed: 'registration-date-unreadable' }],
    ['a day in words', { end: 'next year' }, { end: 'registration-date-unreadable' }],
    ['an answer that was not offered', { tenant: 'nobody' }, { tenant: 'registration-choice-unknown' }],
    [
      'a solution that is not in the deal',
      { solution: 'SOL-9' },
      { solution: 'registration-solution-missing' },
    ],
    ['something deep', { pricing: { deep: true } }, { pricing: 'not-text' }],
    ['no confirmation', { confirmed: 'false' }, { confirmed: 'registration-unconfirmed' }],
  ] as const) {
    it(`given ${title}, then that field says so and the rest is kept`, () => {
      const parsed = parse(changes);
      assert.deepEqual(codes(parsed), expected);
      assert.equal(!parsed.ok && parsed.typed.start, '2026-11-15');
    });
  }

  it('given a contract older than the invitation, then the day of it is in the words', () => {
    const parsed = parse({ signed: '2026-11-03' });
    assert.ok(!parsed.ok);
    const { code, values } = parsed.problems.signed ?? {};
    assert.deepEqual(
      [code, values?.date],
      ['registration-signed-before-invitation', formatDay('2026-11-04', reader)],
    );
  });

  it('given nothing but junk, then it never throws', () => {
    for (const sent of [undefined, null, 7, [], { form: {} }, { shown: [{}, 1, 'value'], value: [] }]) {
      for (const referral of [wonDeal(), asked(['value'])]) {
        const parsed = parseRegistration(sent, { reader, referral, context });
        assert.ok(!parsed.ok);
      }
    }
  });

  it('given fields in question, then only they are read, whatever else is sent (CR-48)', () => {
    const parsed = parse({ tenant: 'partner', signed: '2030-01-01', confirmed: 'false' }, asked(['tenant']));
    assert.deepEqual(parsed, { ok: true, entries: { tenant: 'partner' } });
    const silent = parse({ value: undefined }, asked(['value']));
    assert.deepEqual(
      codes(silent),
      { value: 'registration-value-missing' },
      'an emptied input may not be sent',
    );
  });

  it('given an answer that makes another field wrong, then that one opens too, and may be emptied (CR-48)', () => {
    const referral = wonDeal(
      { registrationFiling: { ...filing(), form: { ...form, term: 'perpetual', end: undefined } } },
      [decision('take'), { ...decision('ask'), fields: ['term'] }],
    );
    const first = parseRegistration({ form: 0, term: 'finite' }, { reader, referral, context });
    assert.deepEqual(codes(first), { end: 'registration-end-missing' });
    assert.ok(!first.ok);
    const view = {
      ...reader,
      referral,
      audience: 'personal',
      form: { kind: 'register', formVersion: 1, ...first },
    };
    const inputs = ofType(registerForm(view as unknown as ReferralCardView), 'Input.').map(({ id }) => id);
    assert.deepEqual(inputs, ['term.1', 'end.1']);
    const second = parseRegistration(
      { form: 1, term: 'finite', end: '2028-01-01', shown: ['term', 'end'] },
      { reader, referral, context },
    );
    assert.deepEqual(second, { ok: true, entries: { term: 'finite', end: '2028-01-01' } });
  });
});
