import assert from 'node:assert/strict';
import { referralCard } from '#cards/referral/card/referral.card.ts';
import { type EditContext, parseEdit } from '#cards/referral/edit/editParse.ts';
import type { ReferralCardView } from '#cards/referral/view/view.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { ofType, partsOf, pressOf } from '#test/support/cards/cardParts.ts';
import { sampleView } from '#test/support/cards/views.ts';

const view = sampleView('deal-private');
const context = (changes: Partial<Referral> = {}, more: Partial<EditContext> = {}): EditContext => ({
  language: 'en',
  locale: 'en-GB',
  today: '2026-11-20',
  referral: { ...view.referral, ...changes } as Referral,
  ...more,
});
/** What a client sends for the form of this card, with other texts in some of its inputs. */
const sent = (typed: Record<string, string> = {}, shown: ReferralCardView = view) =>
  pressOf(referralCard(shown), 'deal.edit', typed);
const parse = (typed: Record<string, string>, changes: Partial<Referral> = {}) =>
  parseEdit(sent(typed), context(changes));
const problemsOf = (typed: Record<string, string>) => {
  const parsed = parse(typed);
  return parsed.ok
    ? {}
    : Object.fromEntries(Object.entries(parsed.problems).map(([at, { code }]) => [at, code]));
};

describe('form of editing', () => {
  it('given nothing touched, then nothing changes, even where our checks would refuse what stands there', () => {
    assert.deepEqual(parse({}), { ok: true, changes: {} });
    const past = sampleView('deal-private', {
      referral: {
        ...view.referral,
        closeDate: '2020-01-01',
        value: undefined,
        crmId: 'x'.repeat(150),
      } as Referral,
    });
    assert.deepEqual(parseEdit(sent({}, past), context(past.referral)), { ok: true, changes: {} });
  });

  it('given some fields touched, then those change, from what stood there (CR-39)', () => {
    const typed = { 'name.0': ' New   name ', 'value.0': '52k', 'closeDate.0': '2027-06-30', 'crmId.0': '' };
    const { referral } = view;
    assert.deepEqual(parse(typed), {
      ok: true,
      changes: {
        name: { from: referral.name, to: 'New name' },
        value: { from: referral.value, to: { amount: 52_000, currency: 'EUR' } },
        closeDate: { from: referral.closeDate, to: '2027-06-30' },
        crmId: { from: referral.crmId, to: undefined },
      },
    });
  });

  it('given only another currency, then the value changes', () => {
    const parsed = parse({ 'currency.0': 'USD' });
    assert.deepEqual(parsed.ok && parsed.changes.value?.to, { amount: 48_500, currency: 'USD' });
  });

  for (const [what, typed, expected] of [
    ['no name', { 'name.0': ' ' }, { name: 'name-missing' }],
    ['a long name', { 'name.0': 'x'.repeat(251) }, { name: 'name-too-long' }],
    ['an emptied value', { 'value.0': '' }, { value: 'value-missing' }],
    ['no amount', { 'value.0': 'a lot' }, { value: 'value-unreadable' }],
    ['a day that has passed', { 'closeDate.0': '2026-11-19' }, { closeDate: 'close-date-past' }],
    ['no day', { 'closeDate.0': 'soon' }, { closeDate: 'close-date-unreadable' }],
    ['long notes', { 'notes.0': 'x'.repeat(4001) }, { notes: 'notes-too-long' }],
    ['a long id', { 'campaignId.0': 'x'.repeat(101) }, { campaignId: 'id-too-long' }],
  ] as const) {
    it(`given ${what}, then its field says so and everything typed comes back`, () => {
      const entered = { 'crmId.0': 'C-9', ...typed };
      assert.deepEqual(problemsOf(entered), expected);
      const parsed = parse(entered);
      assert.equal(!parsed.ok && parsed.typed.crmId, 'C-9');
    });
  }

  it('given a field that only others changed, then what was typed elsewhere counts and theirs stays (CR-39)', () => {
    const parsed = parse({ 'notes.0': 'Mine' }, { name: 'Theirs', value: { amount: 1, currency: 'EUR' } });
    assert.ok(parsed.ok);
    assert.deepEqual(Object.keys(parsed.changes), ['notes']);
  });

  it('given a field that both changed, then it is a conflict; to the same, then it is none', () => {
    const parsed = parse({ 'name.0': 'Mine', 'notes.0': 'Notes' }, { name: 'Theirs' });
    assert.ok(!parsed.ok);
    assert.deepEqual([parsed.conflicts, parsed.typed.name, parsed.typed.notes], [['name'], 'Mine', 'Notes']);
    assert.ok(parse({ 'name.0': 'Theirs' }, { name: 'Theirs' }).ok);
  });

  describe('given a conflict on the card', () => {
    const theirs = { ...view.referral, name: 'Theirs', value: { amount: 1, currency: 'EUR' } } as Referral;
    const typed = {
      name: 'Mine',
      value: '7,000',
      currency: 'EUR',
      closeDate: '2027-03-31',
      notes: 'N',
      crmId: '',
      campaignId: '',
    };
    const shown = sampleView('deal-private', {
      referral: theirs,
      form: { kind: 'edit', formVersion: 1, typed, problems: {}, conflicts: ['name', 'value'] },
    });
    const answer = (picks: Record<string, string>, now: Referral = theirs) =>
      parseEdit(sent(picks, shown), { ...context(), referral: now });

    it('then theirs and mine stand side by side', () => {
      const card = referralCard(shown);
      const text = partsOf(card)
        .map((part) => part.text)
        .join('\n');
      for (const words of ['Theirs', 'Mine', '€1', '7,000 EUR', 'Now', 'Yours'])
        assert.ok(text.includes(words), words);
      assert.deepEqual(
        ofType(card, 'Input.ChoiceSet').map(({ id }) => id),
        ['pick_name.1', 'pick_value.1', 'currency.1'],
      );
    });

    it('when chosen, then mine replaces theirs and theirs stays', () => {
      const parsed = answer({ 'pick_name.1': 'yours', 'pick_value.1': 'theirs' });
      assert.ok(parsed.ok);
      assert.deepEqual(parsed.changes.name, { from: 'Theirs', to: 'Mine' });
      assert.equal(parsed.changes.value, undefined);
      assert.equal(parsed.changes.notes?.to, 'N');
    });

    it('when not chosen, then it is asked again, at its field', () => {
      const parsed = answer({ 'pick_name.1': 'yours', 'pick_value.1': '' });
      assert.ok(!parsed.ok);
      assert.deepEqual([parsed.conflicts, Object.keys(parsed.problems)], [['value'], ['pick_value']]);
    });

    it('when others changed it once more, then it is a conflict again', () => {
      const parsed = answer({ 'pick_name.1': 'yours', 'pick_value.1': 'theirs' }, {
        ...theirs,
        name: 'Third',
      } as Referral);
      assert.deepEqual(!parsed.ok && parsed.conflicts, ['name']);
    });
  });

  it('given what no client sends, then nothing is thrown', () => {
    for (const odd of [undefined, null, 7, 'x', [], { was: 7, asked: 7, form: -1, 'name.0': { deep: 1 } }])
      assert.doesNotThrow(() => parseEdit(odd, context()));
  });

  it('given a form that was written in German, then its amounts are read as German', () => {
    const german = { ...view, language: 'de' as const, locale: 'de-DE' };
    const parsed = parseEdit(sent({ 'value.0': '52.000' }, german), context());
    assert.deepEqual(parsed.ok ? parsed.changes.value?.to : parsed.problems.value?.code, 'value-ambiguous');
    const reader = { language: 'de' as const, locale: 'de-DE' };
    const own = parseEdit(sent({ 'value.0': '52.000' }, german), context({}, reader));
    assert.deepEqual(own.ok && own.changes.value?.to, { amount: 52_000, currency: 'EUR' });
  });

  it('given a form that was written in another language and not touched, then nothing changes', () => {
    const german = { ...view, language: 'de' as const, locale: 'de-DE' };
    assert.deepEqual(parseEdit(sent({}, german), context()), { ok: true, changes: {} });
  });
});
