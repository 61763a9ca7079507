import assert from 'node:assert/strict';
import { syncFields } from '#domain/referral/unsynced.ts';
import { ownership } from '#domain/sync/ownership.ts';

describe('Which side owns what', () => {
  it('given a field that a person is asked about, then the connection can send what they choose', () => {
    for (const field of syncFields.filter((one) => ownership[one].both === 'ask')) {
      assert.equal(ownership[field].way, 'sent', field);
    }
  });
});
