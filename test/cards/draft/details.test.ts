import assert from 'node:assert/strict';
import { draftCard } from '#cards/draft/draft.card.ts';
import { sampleLocales } from '#cards/samples.ts';
import { languages } from '#cards/say.ts';
import { ofType } from '#test/support/cards/cardParts.ts';
import { choicesOf, codesOf, draftView, press } from '#test/support/draft/draftViews.ts';

const filled = {
  name: ' Data  platform ',
  location: '2345678',
  value: '50k',
  currency: 'EUR',
  closeDate: '2027-03-31',
};

describe('deal.create details form', () => {
  it('reads name, location, value, currency and date (CR-21)', () => {
    const read = press(draftView('details'), filled);
    assert.deepEqual(read.ok && read.changes, {
      name: 'Data platform',
      location: '2345678',
      value: { amount: 50_000, currency: 'EUR' },
      closeDate: '2027-03-31',
      crmId: undefined,
      campaignId: undefined,
    });
  });

  for (const language of languages) {
    it(`gives back unchanged what it was prefilled with (${language})`, () => {
      const reader = { language, locale: sampleLocales[language] };
      for (const value of [
        { amount: 48_500.5, currency: 'EUR' },
        { amount: 3_000_000, currency: 'JPY' },
        { amount: 1.125, currency: 'KWD' },
        { amount: 10_000.123, currency: 'USD' },
      ]) {
        const view = draftView('details-one-location', reader, { value });
        const read = press(view, {});
        const { name, closeDate, crmId } = view.draft;
        const changes = { name, location: '1234567', value, closeDate, crmId, campaignId: undefined };
        assert.deepEqual(read.ok && read.changes, changes);
      }
    });
  }

  const refusals: [what: string, inputs: Record<string, unknown>, problems: Record<string, string>][] = [
    ['no name', { name: ' ' }, { name: 'name-missing' }],
    ['a long name', { name: 'x'.repeat(251) }, { name: 'name-too-long' }],
    ['no location', { location: '' }, { location: 'location-missing' }],
    ['a location of others', { location: '9999999' }, { location: 'location-unknown' }],
    ['no value', { value: '' }, { value: 'value-missing' }],
    ['words for a value', { value: 'a lot' }, { value: 'value-unreadable' }],
    ['a value with two meanings', { value: '10.000' }, { value: 'value-ambiguous' }],
    ['a negative value', { value: '-5' }, { value: 'value-negative' }],
    ['zero', { value: '0' }, { value: 'value-zero' }],
    ['too many zeros', { value: '99999999999999' }, { value: 'value-too-large' }],
    ['half a yen', { value: '10.5', currency: 'JPY' }, { value: 'value-too-precise' }],
    ['no currency', { currency: '' }, { currency: 'currency-missing' }],
    ['an invented currency', { currency: 'ABC' }, { currency: 'currency-unknown' }],
    [
      'another currency in the value than was chosen',
      { value: '50k USD', currency: 'SEK' },
      { value: 'value-other-currency' },
    ],
    ['no date', { closeDate: '' }, { closeDate: 'close-date-missing' }],
    ['yesterday', { closeDate: '2026-11-19' }, { closeDate: 'close-date-past' }],
    ['31 February', { closeDate: '2027-02-31' }, { closeDate: 'close-date-unreadable' }],
    ['words for a date', { closeDate: 'soon' }, { closeDate: 'close-date-unreadable' }],
    ['the next century', { closeDate: '2127-01-01' }, { closeDate: 'close-date-far' }],
    ['a long CRM id', { crmId: 'x'.repeat(101) }, { crmId: 'id-too-long' }],
    ['a long campaign id', { campaignId: 'x'.repeat(101) }, { campaignId: 'id-too-long' }],
    ['long notes', { notes: 'x'.repeat(4001) }, { notes: 'notes-too-long' }],
    ['a list for a name', { name: ['x'] }, { name: 'not-text' }],
  ];
  for (const [what, inputs, problems] of refusals) {
    it(`given ${what}, refuses at the field and keeps the rest (CR-21)`, () => {
      const read = press(draftView('details'), { ...filled, ...inputs });
      assert.deepEqual(codesOf(read), problems);
      const wrong = Object.keys(problems)[0];
      if (wrong !== 'name') assert.equal(read.changes.name, 'Data platform');
      if (wrong !== 'closeDate') assert.equal(read.changes.closeDate, '2027-03-31');
      assert.ok(!(wrong !== undefined && wrong in read.changes));
    });
  }

  it('today is not past', () => {
    const read = press(draftView('details'), { ...filled, closeDate: '2026-11-20' });
    assert.equal(read.ok && read.changes.closeDate, '2026-11-20');
  });

  it('any currency can be chosen, or written with the value (ISO 4217)', () => {
    const view = draftView('details');
    const codes = choicesOf(draftCard(view), 'currency').map(({ value }) => value);
    assert.equal(codes[0], 'EUR', 'the usual one first');
    assert.ok(codes.includes('KWD') && codes.length > 150 && new Set(codes).size === codes.length);
    const written = press(view, { ...filled, value: '1.250 KWD' });
    assert.deepEqual(written.changes.value, { amount: 1.25, currency: 'KWD' });
    const german = draftView('details', { language: 'de', locale: 'de-DE' });
    const yen = press(german, { ...filled, value: '3.000.000 JPY' });
    assert.deepEqual(yen.changes.value, { amount: 3_000_000, currency: 'JPY' });
  });

  it('the only location is not asked, and nothing else is taken (CR-3, CR-21)', () => {
    const view = draftView('details-one-location');
    const ids = ofType(draftCard(view), 'Input.').map(({ id }) => id);
    assert.ok(!ids.includes('location.3'));
    const read = press(view, { location: '2345678' });
    assert.deepEqual(codesOf(read), { location: 'location-unknown' });
  });

  it('many locations are written, by id or by name', () => {
    const locations = Array.from({ length: 40 }, (_, index) => ({
      mpnId: String(3_000_000 + index),
      name: `Contoso City ${index}`,
      country: 'DE',
    }));
    const view = draftView('details', { locations });
    const field = ofType(draftCard(view), 'Input.').find(({ id }) => id === 'location.1');
    assert.equal(field?.type, 'Input.Text');
    for (const location of ['3000007', 'contoso city 7', 'Contoso City 7 (3000007)']) {
      assert.equal(press(view, { ...filled, location }).changes.location, '3000007');
    }
    const twins = locations.map((one) => ({ ...one, name: 'Contoso' }));
    const read = press(draftView('details', { locations: twins }), { ...filled, location: 'Contoso' });
    assert.deepEqual(codesOf(read), { location: 'location-unknown' });
  });

  it('notes are emptied, replaced, and left whole where the form has no room for them', () => {
    const view = draftView('details-one-location');
    assert.ok('notes' in press(view, { notes: '' }).changes);
    assert.equal(press(view, { notes: 'New.' }).changes.notes, 'New.');
    const long = draftView('details-one-location', {}, { notes: '\u{1f30d}'.repeat(4000) });
    assert.ok(!('notes' in press(long, {}).changes));
  });

  it('a refused amount that was understood goes back as its reader writes it', () => {
    const german = { language: 'de', locale: 'de-DE' } as const;
    const read = press(draftView('details', german), { ...filled, value: '50k', name: '' });
    assert.equal(!read.ok && read.typed.value, '50.000');
  });

  it('says under the title who will see it, and at a field where it is somebody else; at the notes always (CR-21)', () => {
    const card = draftCard(draftView('details'));
    const told = ofType(card, 'TextBlock').flatMap(
      ({ text }) => /[^.]*(?:sees? this if|company sees this)[^.]*/.exec(String(text))?.[0]?.trim() ?? [],
    );
    const invited = 'Microsoft sees this if you invite it';
    const us = 'Only your company sees this';
    const named = 'Microsoft and partners see this if you invite them';
    assert.deepEqual(told, [invited, named, us, us, invited]);
    assert.match(JSON.stringify(card), /What others need to know to help. Microsoft sees this/);
  });
});
