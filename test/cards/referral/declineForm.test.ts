import assert from 'node:assert/strict';
import { parseDecline } from '#cards/referral/accept/declineForm.ts';
import { referralCard } from '#cards/referral/card/referral.card.ts';
import { closeReasons } from '#domain/referral/referral.ts';
import { ofType, pressOf } from '#test/support/cards/cardParts.ts';
import { sampleView } from '#test/support/cards/views.ts';

const card = referralCard(sampleView('received'));

describe('referral.decline form', () => {
  it('offers the eight reasons of CR-37 and none is chosen', () => {
    const input = ofType(card, 'Input.ChoiceSet').find((one) => one.id === 'reason.0');
    const offered = ((input?.choices ?? []) as { value: string }[]).map((choice) => choice.value);
    assert.deepEqual(offered, [...closeReasons]);
    assert.equal(input?.value, '');
  });

  for (const reason of closeReasons) {
    it(`takes ${reason}`, () => {
      const read = parseDecline(pressOf(card, 'referral.decline', { 'reason.0': reason }));
      assert.deepEqual(read, { ok: true, reason, notes: undefined });
    });
  }

  it('takes notes', () => {
    const read = parseDecline(
      pressOf(card, 'referral.decline', { 'reason.0': 'other', 'closingNotes.0': ' Why \n' }),
    );
    assert.deepEqual(read, { ok: true, reason: 'other', notes: 'Why' });
  });

  it('refuses in its own words and keeps what was typed', () => {
    const none = parseDecline(pressOf(card, 'referral.decline', { 'closingNotes.0': 'Why' }));
    assert.deepEqual(none, {
      ok: false,
      problems: { reason: { code: 'reason-missing' } },
      typed: { reason: '', closingNotes: 'Why' },
    });
    const other = parseDecline({ 'reason.0': 'constructor', 'closingNotes.0': 'x'.repeat(4001) });
    assert.deepEqual(!other.ok && [other.problems.reason?.code, other.problems.closingNotes?.code], [
      'reason-unknown',
      'notes-too-long',
    ]);
  });

  it('never throws, whatever is sent', () => {
    for (const sent of [null, undefined, 1, 'x', [], { 'reason.0': {} }, { form: {}, reason: [] }]) {
      assert.equal(parseDecline(sent).ok, false);
    }
  });
});
