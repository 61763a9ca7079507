import assert from 'node:assert/strict';
import { messageId } from '#bot/teams/sending/connector.ts';
import { deliveryOf } from '#bot/teams/sending/deliveryOf.ts';

describe('messageId', () => {
  it('given an id, then it is a text, whatever Teams made of it', () => {
    assert.deepEqual(['1700000000000', 1700000000000].map(messageId), ['1700000000000', '1700000000000']);
  });

  for (const given of [undefined, null, '', {}, []]) {
    it(`given ${JSON.stringify(given)}, then the message is tried again, because it could never be edited`, () => {
      assert.throws(
        () => messageId(given),
        (error) => {
          const delivery = deliveryOf(error, new Date());
          return delivery.outcome === 'later' && delivery.counts;
        },
      );
    });
  }
});
