import assert from 'node:assert/strict';
import { forChannel } from '#cards/people/people.ts';
import { prefillOf } from '#cards/referral/view/prefill.ts';
import { closed, received } from '#test/support/referral/samples.ts';

const typed = {
  name: 'Ask Ada Unknown about it',
  senderNotes: 'Ada Unknown knows the boss',
  notes: 'Our Ada Unknown has the keys',
};

describe('What a channel copy shows of typed texts (CR-51)', () => {
  const referral = received({ ...typed, customer: { name: 'Northwind', addressLines: [], contacts: [] } });

  it('given an organization that says nothing, then none of them: the deal is called by its customer', () => {
    const shown = forChannel(referral, { channelTexts: false });
    assert.doesNotMatch(JSON.stringify(shown), /Ada/);
    assert.equal(shown.name, 'Northwind');
  });

  it('given an organization that wants them there, then they are shown', () => {
    const shown = forChannel(referral, { channelTexts: true });
    assert.deepEqual([shown.name, shown.senderNotes, shown.notes], Object.values(typed));
  });

  it('given a declined referral, then its reason is told by its kind alone', () => {
    const refused = { ...closed(), ...typed, reasonText: 'Ada said no', closingNotes: 'Call Ada' };
    const shown = forChannel(refused, { channelTexts: false });
    assert.doesNotMatch(JSON.stringify(shown), /Ada/);
    assert.equal('reason' in shown && shown.reason, refused.reason);
  });

  it('given the form of Accept in a channel, then it reads none of them out', () => {
    const { values, adds } = prefillOf(referral, 'channel', { language: 'en', locale: 'en' });
    assert.doesNotMatch(JSON.stringify(values), /Ada/);
    assert.deepEqual(adds, ['notes', 'team']);
  });
});
