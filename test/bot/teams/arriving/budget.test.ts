import assert from 'node:assert/strict';
import { withinBudget } from '#bot/teams/arriving/budget.ts';

type Client = Parameters<typeof withinBudget>[0];
interface Asked {
  abortSignal?: AbortSignal;
}
type Send = (
  request: Asked,
  next: (request: Asked) => Promise<{ status: number; headers: Headers }>,
) => Promise<{ status: number }>;

/** A client of which only the pipeline is real enough to take a policy. */
function clientOf() {
  const removed: string[] = [];
  const taken: { sendRequest: Send }[] = [];
  const pipeline = {
    removePolicy: ({ name }: { name: string }) => removed.push(name),
    addPolicy: (policy: { sendRequest: Send }) => taken.push(policy),
  };
  const send: Send = (request, next) => taken[0]?.sendRequest(request, next) ?? assert.fail('no policy');
  return { client: { client: { pipeline } } as unknown as Client, removed, send };
}

describe('The calls of one turn', () => {
  const answer = (status: number, headers = {}) => ({ status, headers: new Headers(headers) });

  it('then the client does not try again by itself, and each call can be cut off', async () => {
    const { client, removed, send } = clientOf();
    withinBudget(client, 60_000);
    const request: Asked = {};
    assert.equal((await send(request, async () => answer(200))).status, 200);
    assert.deepEqual(removed, ['defaultRetryPolicy']);
    assert.ok(request.abortSignal);
  });

  it('given Teams asks for more patience than there is, then it is not tried again', async () => {
    const { client, send } = clientOf();
    withinBudget(client, 5_000);
    let calls = 0;
    const throttled = async () => {
      calls++;
      return answer(429, { 'retry-after': '10' });
    };
    assert.equal((await send({}, throttled)).status, 429);
    assert.equal(calls, 1);
  });

  it('given it fails at the moment, then it is tried again while there is time', async () => {
    const { client, send } = clientOf();
    withinBudget(client, 60_000);
    const answers = [answer(503, { 'retry-after': '0.001' }), answer(200)];
    assert.equal((await send({}, async () => answers.shift() ?? assert.fail('too often'))).status, 200);
  });

  it('given a kept connection was closed in the same moment, then it is tried once more', async () => {
    const { client, send } = clientOf();
    withinBudget(client, 60_000);
    let calls = 0;
    const closed = async () => {
      calls++;
      throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
    };
    await assert.rejects(send({}, closed), { code: 'ECONNRESET' });
    assert.equal(calls, 2);
  });

  it('given the budget is used up, then a call is cut off at once', async () => {
    const { client, send } = clientOf();
    withinBudget(client, 0);
    const stalled = ({ abortSignal }: Asked) =>
      new Promise<never>((_resolve, reject) => {
        abortSignal?.addEventListener('abort', () => reject(abortSignal.reason));
      });
    await assert.rejects(send({}, stalled), { name: 'TimeoutError' });
  });
});
