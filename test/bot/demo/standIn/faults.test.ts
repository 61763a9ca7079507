import assert from 'node:assert/strict';
import { type JsonObject, objectIn } from '#bot/demo/standIn/exchange.ts';
import { askedStandIn } from '#test/support/standIn/asking.ts';
import {
  accepting,
  invitingMicrosoft,
  newCoSell,
  newDeal,
  sentByMicrosoft,
} from '#test/support/standIn/bodies.ts';
import { rowsOf } from '#test/support/standIn/switchCases/switchCase.ts';

const LOST = { code: 'ECONNRESET' };

describe('stand-in: faults', () => {
  it('given throttling, when that many requests were refused with 429 and Retry-After, then it is over', async () => {
    const standIn = askedStandIn();
    standIn.faults.throttle(2, 57);
    const { status, headers, body } = await standIn.referrals('GET', '');
    assert.deepEqual([status, headers['retry-after'], body.statusCode], [429, '57', 429]);
    assert.match(String(body.message), /57 seconds/);
    assert.equal((await standIn.referrals('GET', '')).status, 429);
    assert.equal((await standIn.referrals('GET', '')).status, 200);
  });

  it('given a failure for one kind of request, then all others pass', async () => {
    const standIn = askedStandIn();
    standIn.faults.failNext({ how: { status: 503 }, method: 'POST' });
    assert.equal((await standIn.referrals('GET', '')).status, 200);
    const { status, body } = await standIn.referrals('POST', '', newDeal());
    assert.deepEqual([status, objectIn(body, 'error').code], [503, 'serviceNotAvailable']);
    assert.equal((await standIn.referrals('POST', '', newDeal())).status, 201);
  });

  it('given a connection that ends before the work, then nothing was done; after it, everything', async () => {
    const standIn = askedStandIn();
    const { id } = standIn.state.put(sentByMicrosoft());
    standIn.faults.failNext({ how: 'drop-before' });
    await assert.rejects(standIn.referrals('PATCH', `/${id}`, accepting), LOST);
    assert.equal(standIn.state.get(String(id))?.status, 'New');
    standIn.faults.failNext({ how: 'drop-after' });
    await assert.rejects(standIn.referrals('PATCH', `/${id}`, accepting), LOST);
    assert.equal(standIn.state.get(String(id))?.status, 'Active');
    assert.deepEqual(
      standIn.requests.map(({ status }) => status),
      [0, 0],
    );
  });

  it('given a request that hangs after the work, then it was done and no answer comes', async () => {
    const standIn = askedStandIn();
    standIn.faults.failNext({ how: 'hang-after' });
    let answered = false;
    void standIn.referrals('POST', '', newDeal()).then(() => {
      answered = true;
    });
    assert.equal(rowsOf(await standIn.referrals('GET', '')).length, 1);
    assert.equal(answered, false);
  });

  it('given a co-sell deal whose second POST fails, then it is Shared and Microsoft has no copy', async () => {
    const standIn = askedStandIn();
    standIn.faults.secondPost('fails');
    const { body: own } = await standIn.referrals('POST', '', newCoSell());
    const second = await standIn.referrals('POST', '', invitingMicrosoft(own.engagementId));
    assert.equal(second.status, 503);
    assert.equal(standIn.state.msftCopyOf(String(own.engagementId)), undefined);
  });

  it('given the answer to the second POST is lost, then Microsoft has its copy', async () => {
    const standIn = askedStandIn();
    standIn.faults.secondPost('answer-lost');
    const { body: own } = await standIn.referrals('POST', '', newCoSell());
    await assert.rejects(standIn.referrals('POST', '', invitingMicrosoft(own.engagementId)), LOST);
    assert.equal(standIn.state.msftCopyOf(String(own.engagementId))?.organizationId, 'msft');
  });

  it('given a clock that is ahead, then its moments, its Date and the 14 days follow that clock', async () => {
    const standIn = askedStandIn({ now: () => new Date('2026-11-02T12:00:00Z') });
    const { id } = standIn.state.put(sentByMicrosoft());
    standIn.faults.clockSkew(3_600_000);
    const { headers, body } = await standIn.referrals('POST', '', newDeal());
    assert.equal(headers.date, 'Mon, 02 Nov 2026 13:00:00 GMT');
    assert.match(String(body.createdDateTime), /^2026-11-02T13:00:00/);
    standIn.faults.clockSkew(14 * 86_400_000);
    const { body: late } = await standIn.referrals('GET', `/${id}`);
    assert.deepEqual([late.status, late.substatus], ['Closed', 'Expired']);
  });

  it('given everything is cleared, then nothing goes wrong any more', async () => {
    const standIn = askedStandIn();
    standIn.faults.throttle(9);
    standIn.faults.clockSkew(1);
    standIn.faults.clear();
    assert.equal((await standIn.referrals('GET', '')).status, 200);
  });

  it('given latency, then answers still come, each for its own request', async () => {
    const standIn = askedStandIn();
    const ids = ['a', 'b', 'c'].map((name) => String(standIn.state.put(sentByMicrosoft({ name })).id));
    standIn.faults.latency(5);
    const answers = await Promise.all(ids.map((id) => standIn.referrals('GET', `/${id}`)));
    assert.deepEqual(
      answers.map(({ body }: { body: JsonObject }) => body.id),
      ids,
    );
  });
});
