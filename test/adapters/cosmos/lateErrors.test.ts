import assert from 'node:assert/strict';
import { type ClientRequest, request } from 'node:http';
import { outliveLateErrors, USER_AGENT } from '#adapters/cosmos/lateErrors.ts';

describe('a request to Cosmos DB that fails twice', () => {
  const asked = (agent: string) => {
    const one = request('http://127.0.0.1:9', { headers: { 'User-Agent': `azsdk-js-cosmos ${agent}` } });
    // As the SDK does it.
    one.once('error', () => undefined);
    return one;
  };

  it('given it was given up as the other side hung up, then the second error ends nothing', async () => {
    outliveLateErrors();
    outliveLateErrors();
    const ours = asked(USER_AGENT);
    await closed(ours);
    ours.emit('error', new Error('socket hang up'));
  });

  it('given a request of anybody else, then its second error is as loud as ever', async () => {
    outliveLateErrors();
    const other = asked('somebody else');
    await closed(other);
    assert.throws(() => other.emit('error', new Error('socket hang up')), /hang up/);
  });
});

/** `once` of node:events would end with the first error. */
function closed(one: ClientRequest): Promise<void> {
  return new Promise((resolve) => {
    one.on('close', resolve);
  });
}
