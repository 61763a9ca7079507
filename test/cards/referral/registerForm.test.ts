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

describe('The form of a registration as it is shown (CR-47)', () => {
  const view = (form: object, referral: Referral = wonDeal()) =>
    ({
      ...reader,
      referral,
      audience: 'personal',
      form: { kind: 'register', formVersion: 0, typed: {}, problems: {}, ...form },
    }) as unknown as ReferralCardView;
  const drawn = (form: object = {}, referral?: Referral) => registerForm(view(form, referral));
  const valueIn = (card: unknown, id: string) => ofType(card, 'Input.').find((one) => one.id === id)?.value;
  const folded = (card: unknown) =>
    ofType(card, 'Container').flatMap(({ id, isVisible }) => (isVisible === false ? [id] : []));

  it('given a deal that was won, then three groups ask for it, each under its heading', () => {
    const headings = ofType(drawn(), 'TextBlock').flatMap(({ text, weight }) =>
      weight === 'Bolder' ? [text] : [],
    );
    assert.deepEqual(headings, ['Contract', 'Solution and value', 'How it runs']);
  });

  it('given one solution that can be registered and nothing else in the deal, then it is not asked, and worth all', () => {
    const card = drawn();
    assert.equal(valueIn(card, 'solution.0'), undefined);
    assert.equal(valueIn(card, 'solutionValue.0'), valueIn(card, 'value.0'));
    const { solution: _, ...sent } = filled;
    const parsed = parseRegistration(sent, { reader, referral: wonDeal(), context });
    assert.equal(parsed.ok && parsed.entries.solution?.id, 'SOL-1');
  });

  it('given several that can be, then one is chosen, and nobody says for them what it is worth', () => {
    const [one] = wonDeal().solutions ?? [];
    assert.ok(one);
    const card = drawn({}, wonDeal({ solutions: [one, { ...one, id: 'SOL-2', name: 'Platform' }] }));
    assert.deepEqual([valueIn(card, 'solution.0'), valueIn(card, 'solutionValue.0')], ['', '']);
  });

  it('given nobody said that it ends or goes over the marketplace, then neither date is asked, but a button opens it', () => {
    const card = drawn();
    assert.deepEqual(folded(card), ['endPart.0', 'marketplaceDatePart.0']);
    const toggles = ofType(card, 'Action.ToggleVisibility').map(({ targetElements }) => targetElements);
    assert.deepEqual(toggles, [['endPart.0'], ['marketplaceDatePart.0']]);
  });

  it('given a finite contract without its end, then the form comes back with that date open, and all that was typed', () => {
    const parsed = parse({ end: undefined, shown: ['end'] });
    assert.deepEqual(codes(parsed), { end: 'registration-end-missing' });
    const card = drawn({ formVersion: 1, ...parsed });
    assert.deepEqual(folded(card), ['marketplaceDatePart.1']);
    assert.deepEqual([valueIn(card, 'term.1'), valueIn(card, 'pricing.1')], ['finite', 'other']);
  });

  it('given the days that are usual, then they stand there, until somebody typed another', () => {
    const usual = { signed: '2026-11-18', start: '2026-11-18' };
    const card = drawn({ usual });
    assert.deepEqual([valueIn(card, 'signed.0'), valueIn(card, 'start.0')], ['2026-11-18', '2026-11-18']);
    assert.equal(valueIn(drawn({ usual, typed: { signed: '2026-11-17' } }), 'signed.0'), '2026-11-17');
  });
});
