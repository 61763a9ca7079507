import assert from 'node:assert/strict';
import { readersText } from '#cards/form/readers.ts';
import { say } from '#cards/say.ts';
import { readersOfField } from '#domain/engagement/fieldReaders.ts';
import type { Party } from '#domain/referral/party.ts';
import { received } from '#test/support/referral/samples.ts';

const reader = { language: 'en', locale: 'en-GB' } as const;
const inviter: Party = {
  role: 'inviter',
  organization: 'fabrikam',
  name: 'Fabrikam',
  referralId: 'f-1',
  seq: 1,
};
const said = (changes: object) => readersText(received(changes), 'declineNotes', reader);

describe('What the form of inviting says (CR-21, CR-30)', () => {
  const kinds = { partner: 'invite.seen.partner', microsoft: 'invite.seen.microsoft' } as const;
  for (const [kind, key] of Object.entries(kinds)) {
    it(`given a guest that is ${kind}, then our notes stay with us in its words where they do by the table`, () => {
      const stays = /Your notes\b.*stay/.test(say('en', key));
      assert.equal(stays, !readersOfField('notes').some((reader) => reader === kind));
    });
  }
});

describe('What a form says of who reads a field (CR-21, CR-52)', () => {
  it('given a partner here, then it reads the notes of a refusal with it', () => {
    const deal = { parties: [inviter], sender: { organizationId: 'fabrikam', name: 'Fabrikam' } };
    assert.equal(said(deal), 'Your company and Fabrikam read this.');
  });

  it('given Microsoft in Partner Center only, then it reads them once they stand there', () => {
    const sender = { organizationId: 'msft', name: 'Microsoft' };
    const text = 'Your company reads this; Microsoft too once it’s in Partner Center.';
    assert.equal(said({ sender }), text);
  });

  it('given a partner here and Microsoft there, then both are said apart', () => {
    const text = 'Your company and Fabrikam read this; Microsoft too once in Partner Center.';
    assert.equal(said({ parties: [inviter], sender: undefined, microsoft: true }), text);
  });

  it('given nobody who sent it, then only our company reads them', () => {
    assert.equal(said({ sender: undefined, microsoft: undefined }), 'Only your company reads this.');
  });
});
