import assert from 'node:assert/strict';
import type { AcceptField } from '#cards/form/problems.ts';
import { type EntryContext, parseAcceptance } from '#cards/referral/accept/acceptForm.ts';
import { referralCard } from '#cards/referral/card/referral.card.ts';
import { sampleLocales } from '#cards/samples.ts';
import { languages } from '#cards/say.ts';
import type { Contact, Referral } from '#domain/referral/referral.ts';
import { pressOf } from '#test/support/cards/cardParts.ts';
import { received, sampleView } from '#test/support/cards/views.ts';

const today = '2026-11-20';
const context = (changed: Partial<EntryContext> = {}): EntryContext => ({
  language: 'en',
  locale: 'en-US',
  today,
  referral: received(),
  audience: 'personal',
  ...changed,
});

/** Shows the card, changes inputs, and sends what a client would. */
function press(
  referral: Referral,
  inputs: Record<string, unknown>,
  by: Partial<EntryContext> = {},
  shownTo = by,
) {
  const reader = context({ referral, ...by });
  const { language, locale, audience } = context({ referral, ...shownTo });
  const card = referralCard({ ...sampleView('received'), referral, language, locale, audience });
  return parseAcceptance(pressOf(card, 'referral.accept', inputs), reader);
}

describe('referral.accept form', () => {
  for (const language of languages) {
    for (const audience of ['personal', 'channel'] as const) {
      it(`accepts unchanged what it was prefilled with (${language}, ${audience})`, () => {
        for (const value of [
          { amount: 48_500, currency: 'EUR' },
          { amount: 10_000.123, currency: 'USD' },
          { amount: 1.125, currency: 'USD' },
          { amount: 0, currency: 'SEK' },
          { amount: 1e15, currency: 'JPY' },
          { amount: 1234567.89, currency: 'XBT' },
        ]) {
          const referral = received({ value, crmId: 'OPP-1', campaignId: 'C-1' });
          const by = { language, locale: sampleLocales[language], audience };
          const read = press(referral, {}, by);
          assert.deepEqual(read, {
            ok: true,
            entries: { name: referral.name, value, closeDate: '2027-03-31' },
          });
        }
      });
    }
  }

  it('reads every locale’s own way of writing', () => {
    for (const locale of [
      'de-AT',
      'de-CH',
      'en-IN',
      'en-ZA',
      'it-CH',
      'sv-FI',
      'ru-KZ',
      'zh-TW',
      'en-SE',
      'xx',
      '',
    ]) {
      const value = { amount: 1_234_567.5, currency: 'EUR' };
      const language = languages.find((one) => locale.startsWith(one)) ?? 'en';
      assert.deepEqual(press(received({ value }), {}, { language, locale }), {
        ok: true,
        entries: { name: received().name, value, closeDate: '2027-03-31' },
      });
    }
  });

  it('reads a channel’s form by the channel’s habits, whoever presses', () => {
    const german = { language: 'de', locale: 'de-DE', audience: 'channel' } as const;
    const english = { language: 'en', locale: 'en-US', audience: 'channel' } as const;
    const read = press(received(), {}, german, english);
    assert.equal(read.ok && read.entries.value.amount, 48_500);
    const typed = press(received(), { 'value.0': '50,000' }, german, english);
    assert.equal(!typed.ok && typed.problems.value?.code, 'value-ambiguous');
    const other = press(received(), { 'value.0': '50.000,00', 'closeDate.0': '' }, german, english);
    assert.equal(!other.ok && other.typed.value, '50.000', 'given back as the presser writes it');
  });

  const refusals: [what: string, field: AcceptField, inputs: Record<string, unknown>, code: string][] = [
    ['an empty name', 'name', { 'name.0': '  ' }, 'name-missing'],
    ['a long name', 'name', { 'name.0': 'x'.repeat(251) }, 'name-too-long'],
    ['a name that is no text', 'name', { 'name.0': { a: 1 } }, 'not-text'],
    ['a value that is a list', 'value', { 'value.0': ['1'] }, 'not-text'],
    ['no value', 'value', { 'value.0': '' }, 'value-missing'],
    ['an open value', 'value', { 'value.0': '10.000' }, 'value-ambiguous'],
    ['another currency in the value', 'value', { 'value.0': 'USD 50k' }, 'value-other-currency'],
    ['no currency', 'currency', { 'currency.0': '' }, 'currency-missing'],
    ['an invented currency', 'currency', { 'currency.0': 'ABC' }, 'currency-unknown'],
    ['no date', 'closeDate', { 'closeDate.0': '' }, 'close-date-missing'],
    ['a date in words', 'closeDate', { 'closeDate.0': 'tomorrow' }, 'close-date-unreadable'],
    ['a day that is none', 'closeDate', { 'closeDate.0': '2027-02-31' }, 'close-date-unreadable'],
    ['yesterday', 'closeDate', { 'closeDate.0': '2026-11-19' }, 'close-date-past'],
    ['the next century', 'closeDate', { 'closeDate.0': '2127-01-01' }, 'close-date-far'],
    ['long notes', 'notes', { 'notes.0': 'x'.repeat(4001) }, 'notes-too-long'],
    ['a long CRM id', 'crmId', { 'crmId.0': 'x'.repeat(101) }, 'id-too-long'],
    ['a long campaign id', 'campaignId', { 'campaignId.0': 'x'.repeat(101) }, 'id-too-long'],
    [
      'a team line without a phone',
      'team',
      { 'team.0': 'A; a@b.example; +1 216 555\nB; b@b.example' },
      'team-line-incomplete',
    ],
    ['a bad address', 'team', { 'team.0': 'A; a@b; +1 216 555' }, 'team-email-invalid'],
    ['a bad phone', 'team', { 'team.0': 'A; a@b.example; 12' }, 'team-phone-invalid'],
  ];
  for (const [what, field, inputs, code] of refusals) {
    it(`refuses ${what}`, () => {
      const read = press(received(), inputs);
      assert.deepEqual(read.ok ? [] : Object.keys(read.problems), [field]);
      assert.equal(!read.ok && read.problems[field]?.code, code);
    });
  }

  it('accepts today, ten years ahead, and numbers sent as numbers', () => {
    for (const day of [today, '2036-11-20', '2027-01-01T00:00:00Z']) {
      assert.ok(press(received(), { 'closeDate.0': day }).ok, day);
    }
    const read = press(received(), { 'value.0': 1200.5 });
    assert.equal(read.ok && read.entries.value.amount, 1200.5);
  });

  for (const currency of ['', 'Euro', '€']) {
    it(`asks for the currency where the sender named ${currency || 'none'} (CR-35)`, () => {
      const referral = received({ value: { amount: 5000, currency } });
      const unchanged = press(referral, {});
      assert.deepEqual(unchanged.ok ? {} : unchanged.problems, { currency: { code: 'currency-missing' } });
      const chosen = press(referral, { 'currency.0': 'SEK' });
      assert.deepEqual(chosen.ok && chosen.entries.value, { amount: 5000, currency: 'SEK' });
    });
  }

  it('takes the currency from the value where none is chosen', () => {
    const read = press(received({ value: undefined }), { 'value.0': 'USD 50k' });
    assert.deepEqual(read.ok && read.entries.value, { amount: 50_000, currency: 'USD' });
  });

  it('reads a form of any version', () => {
    const sent = {
      form: 7,
      'name.7': ' New  name ',
      'value.7': '5k',
      'currency.7': 'eur',
      'closeDate.7': '2027-01-01',
    };
    const read = parseAcceptance(sent, context());
    assert.deepEqual(read, {
      ok: true,
      entries: { name: 'New name', value: { amount: 5000, currency: 'EUR' }, closeDate: '2027-01-01' },
    });
  });

  it('never throws, whatever is sent', () => {
    const values = [
      null,
      undefined,
      0,
      true,
      'x',
      [],
      [1],
      {},
      { a: {} },
      '\u0000',
      'x'.repeat(100_000),
      Number.NaN,
    ];
    for (const value of values) {
      assert.equal(parseAcceptance(value, context()).ok, false);
      const inputs = ['name', 'value', 'currency', 'closeDate', 'notes', 'crmId', 'campaignId', 'team'];
      const all = Object.fromEntries(
        [...inputs.map((id) => `${id}.0`), 'form', 'locale', 'adds', 'was'].map((id) => [id, value]),
      );
      assert.equal(parseAcceptance(all, context()).ok, false);
    }
  });

  describe('what is left alone stays as it is', () => {
    it('also when Partner Center changed it after the card was posted', () => {
      const card = referralCard({ ...sampleView('received'), referral: received() });
      const now = received({ notes: 'New notes', team: [{ name: 'New Member' }], crmId: 'NEW' });
      const read = parseAcceptance(pressOf(card, 'referral.accept'), context({ referral: now }));
      assert.ok(read.ok);
      assert.deepEqual(Object.keys(read.entries).sort(), ['closeDate', 'name', 'value']);
    });

    it('and what is emptied is emptied, except the team', () => {
      const read = press(received({ crmId: 'OPP' }), { 'notes.0': '', 'crmId.0': '', 'team.0': '' });
      assert.ok(read.ok);
      assert.ok('notes' in read.entries && read.entries.notes === undefined);
      assert.ok('crmId' in read.entries && read.entries.crmId === undefined);
      assert.ok(!('team' in read.entries));
    });

    it('a deal name with a person in it is masked in a channel and kept', () => {
      const referral = received({ name: 'Deal of Katharina Vogel' });
      const read = press(referral, {}, { audience: 'channel' });
      assert.equal(read.ok && read.entries.name, 'Deal of Katharina Vogel');
    });

    it('a name that is too long to show is kept', () => {
      const referral = received({ name: 'x y '.repeat(100).trim() });
      const read = press(referral, {});
      assert.equal(read.ok && read.entries.name, referral.name);
    });

    it('notes too long to show, or with people in them, are added to', () => {
      const long = received({ notes: 'word '.repeat(2000).trim() });
      const added = press(long, { 'notes.0': 'And this.' });
      assert.equal(added.ok && added.entries.notes, `${long.notes}\n\nAnd this.`);
      const secret = received({ notes: 'Call Katharina Vogel.' });
      const read = press(secret, { 'notes.0': 'I did.' }, { audience: 'channel' });
      assert.equal(read.ok && read.entries.notes, 'Call Katharina Vogel.\n\nI did.');
      const untouched = press(long, {});
      assert.ok(untouched.ok && !('notes' in untouched.entries));
    });
  });

  describe('team', () => {
    const [anna] = received().team as [Contact];
    const jonas: Contact = { name: 'Jonas Meyer', email: 'jonas@contoso.example', phone: '+49 30 5550 200' };
    const annasLine = 'Anna Berg; anna.berg@contoso.example; +49 30 5550 100';
    const jonasLine = 'Jonas Meyer; jonas@contoso.example; +49 30 5550 200';

    it('is the whole team afterwards in a personal chat', () => {
      const read = press(received(), { 'team.0': `${annasLine}\n${jonasLine}\n` });
      assert.deepEqual(read.ok && read.entries.team, [anna, jonas], 'and keeps Anna’s title');
      const alone = press(received(), { 'team.0': jonasLine });
      assert.deepEqual(alone.ok && alone.entries.team, [jonas]);
    });

    it('is added to in a channel', () => {
      const read = press(received(), { 'team.0': jonasLine }, { audience: 'channel' });
      assert.deepEqual(read.ok && read.entries.team, [anna, jonas]);
    });

    it('keeps people of whom Partner Center knows less', () => {
      const bare: Contact = { name: 'Bo; Partner' };
      const read = press(received({ team: [bare] }), { 'team.0': `Bo Partner; ;\n${jonasLine}` });
      assert.deepEqual(read.ok && read.entries.team, [bare, jonas]);
    });

    it('is added to when it is too long to show', () => {
      const team = Array.from({ length: 48 }, (_, index) => ({
        ...jonas,
        email: `person.with.number.${index}@contoso.example`,
      }));
      const read = press(received({ team }), { 'team.0': jonasLine });
      assert.equal(read.ok && read.entries.team?.length, 49);
    });

    it('takes other separators and another order', () => {
      for (const line of [
        jonasLine.replaceAll('; ', '；'),
        jonasLine.replaceAll('; ', '\t'),
        jonasLine.replaceAll(';', ','),
        '+49 30 5550 200;jonas@contoso.example;Jonas Meyer',
      ]) {
        const read = press(received(), { 'team.0': line });
        assert.deepEqual(read.ok && read.entries.team, [jonas], line);
      }
    });

    it('names the line at fault and has at most fifty people', () => {
      const read = press(received(), { 'team.0': `${annasLine}\n\nnobody` });
      assert.deepEqual(!read.ok && read.problems.team, { code: 'team-line-incomplete', values: { line: 3 } });
      const lines = Array.from(
        { length: 51 },
        (_, index) => `P ${index}; p${index}@contoso.example; +49 30 5550 200`,
      );
      const many = press(received(), { 'team.0': lines.join('\n') });
      assert.equal(!many.ok && many.problems.team?.code, 'team-too-many');
    });
  });
});
