import assert from 'node:assert/strict';
import { createStandInCore, type StandInCoreOptions } from '#bot/demo/standIn/core.ts';
import { switchValues } from '#bot/demo/standIn/switches.ts';
import type { WireObject } from '#ports/partnerCenter.ts';
import type { Patch } from '#ports/partnerCenterApi.ts';
import { invitingMicrosoft, newCoSell, newDeal, sentByMicrosoft } from '#test/support/standIn/bodies.ts';
import { apiOf } from '#test/support/standIn/inProcess.ts';

const renamed: Patch = {
  fields: ['name'],
  operations: [{ op: 'replace', path: '/name', value: 'New name' }],
};
const away = { name: 'UnavailableError' };

function connected(options: StandInCoreOptions = {}) {
  const core = createStandInCore(options);
  const api = apiOf(core);
  const last = () => core.requests.at(-1);
  const put = (changes: WireObject = {}) => core.state.put(sentByMicrosoft(changes));
  return { core, api, last, put };
}

/** A clock that stands still until it is moved. */
function movable() {
  let at = Date.parse('2026-11-30T12:00:00Z');
  return {
    now: () => new Date(at),
    move: (milliseconds: number) => {
      at += milliseconds;
    },
  };
}

describe('createPartnerCenterApi: one record', () => {
  it('given a record, then it comes with its etag, verbatim', async () => {
    const { api, put } = connected();
    const there = put();
    const found = await api.one(String(there.id));
    assert.equal(found?.wire.id, there.id);
    assert.equal(found?.etag, there.eTag);
    assert.match(found?.etag ?? '', /^".+"$/);
  });

  it('given one that is not there, is hidden (point 9) or has no id that there could be, then there is none', async () => {
    const { api, core, put } = connected();
    assert.equal(await api.one('0d0d0000-0000-4000-8000-000000000009'), undefined);
    for (const id of ['', '.', '..', 'a\nb', 'x'.repeat(500)]) assert.equal(await api.one(id), undefined);
    const other = put({ organizationId: 'somebody-else' });
    for (const forbidden of switchValues.forbidden) {
      core.switches.forbidden = forbidden;
      assert.equal(await api.one(String(other.id)), undefined);
    }
  });

  it('given an answer that is no record or another one, then it is away and not believed', async () => {
    const { api, core, put } = connected();
    const [one, other] = [put(), put()];
    for (const body of ['<html>', [], null, {}, { id: 7 }, other]) {
      core.faults.failNext({ how: { status: 200, body } });
      await assert.rejects(api.one(String(one.id)), { ...away, code: 'partner-center-unreadable' });
    }
  });
});

describe('createPartnerCenterApi: changing', () => {
  it('given the etag, then If-Match and Prefer go along and the answer is how it is then', async () => {
    const { api, put, last } = connected();
    const there = put();
    const outcome = await api.change(String(there.id), String(there.eTag), renamed);
    assert.equal(outcome.kind === 'done' && outcome.referral.wire.name, 'New name');
    assert.notEqual(outcome.kind === 'done' && outcome.referral.etag, there.eTag);
    assert.equal(last()?.headers['if-match'], there.eTag);
    assert.equal(last()?.headers.prefer, 'return=representation');
  });

  it('given an answer without a body, then the record is read again', async () => {
    for (const how of [{ status: 204 }, { status: 200, body: null }, { status: 202, body: {} }]) {
      const { api, core, put } = connected();
      const there = put();
      core.faults.failNext({ how, method: 'PATCH' });
      const outcome = await api.change(String(there.id), undefined, renamed);
      assert.equal(outcome.kind === 'done' && outcome.referral.wire.id, there.id);
    }
  });

  it('given that somebody was faster, then it says so, with either code (point 20)', async () => {
    const { api, core, put } = connected();
    const there = put();
    core.state.change(String(there.id), (referral) => Object.assign(referral, { name: 'Theirs' }));
    for (const clashCode of switchValues.clashCode) {
      core.switches.clashCode = clashCode;
      assert.deepEqual(await api.change(String(there.id), String(there.eTag), renamed), { kind: 'changed' });
    }
  });

  it('given a closed one, then the change is refused, however Partner Center says it (point 21)', async () => {
    const { api, core, put } = connected();
    const there = put({ status: 'Closed', substatus: 'Declined' });
    for (const closedPatch of switchValues.closedPatch) {
      core.switches.closedPatch = closedPatch;
      const outcome = await api.change(String(there.id), String(there.eTag), renamed);
      assert.equal(outcome.kind, 'refused', String(closedPatch));
      assert.equal(outcome.kind === 'refused' && outcome.refusal.code, 'referralclosed');
      assert.equal(outcome.kind === 'refused' && outcome.refusal.status, closedPatch);
      assert.ok(outcome.kind === 'refused' && outcome.refusal.requestId);
      // Without its etag a clash can't be told from it; then it is read again and found closed.
      const blind = await api.change(String(there.id), undefined, renamed);
      assert.equal(blind.kind, closedPatch === 409 ? 'changed' : 'refused');
    }
  });

  it('given a Partner Center that wants a patch announced in the other way, then it gets it so from then on', async () => {
    const { api, core, put, last } = connected();
    const there = put();
    core.faults.failNext({ how: { status: 415 }, method: 'PATCH' });
    assert.equal((await api.change(String(there.id), undefined, renamed)).kind, 'done');
    assert.equal(last()?.headers['content-type'], 'application/json-patch+json');
  });
});

describe('createPartnerCenterApi: creating', () => {
  it('given a deal, then it is created, answered with either status (point 12)', async () => {
    for (const createdStatus of switchValues.createdStatus) {
      const { api, last } = connected({ switches: { createdStatus } });
      const outcome = await api.create(newDeal(), '0d0d0000-0000-4000-8000-00000000000a');
      assert.equal(outcome.kind === 'done' && outcome.referral.wire.name, 'Tailspin: warehouse');
      assert.equal(last()?.headers['ms-requestid'], '0d0d0000-0000-4000-8000-00000000000a');
    }
  });

  it('given the same invitation of Microsoft twice, then it is refused with a code of its own, or made (point 15)', async () => {
    for (const secondInvitation of switchValues.secondInvitation) {
      const { api } = connected({ switches: { secondInvitation } });
      const first = await api.create(newCoSell(), 'one');
      assert.ok(first.kind === 'done');
      const body = invitingMicrosoft(first.referral.wire.engagementId);
      assert.equal((await api.create(body, 'two')).kind, 'done');
      const again = await api.create(body, 'three');
      if (secondInvitation === 'copied') assert.equal(again.kind, 'done');
      else assert.equal(again.kind === 'refused' && again.refusal.code, 'already-invited');
    }
  });

  it('given one that lacks what Partner Center asks for, then it is refused with its code', async () => {
    const { api } = connected();
    const outcome = await api.create(newDeal({ customerProfile: null }), 'one');
    assert.equal(outcome.kind === 'refused' && outcome.refusal.code, 'missingproperty');
  });

  it('given an answer without a body, then the record is read where the answer says it is, or it is away', async () => {
    const { api, core, put } = connected();
    const there = put();
    const location = `https://elsewhere.example/engagements/referrals/${there.id}`;
    core.faults.failNext({ how: { status: 201, body: null, headers: { location } }, method: 'POST' });
    const outcome = await api.create(newDeal(), 'one');
    assert.equal(outcome.kind === 'done' && outcome.referral.wire.id, there.id);
    core.faults.failNext({ how: { status: 201, body: null }, method: 'POST' });
    await assert.rejects(api.create(newDeal(), 'two'), { ...away, code: 'partner-center-unreadable' });
  });

  it('given an answer without a body and a look that is throttled, then that is not taken for a deal that was not created', async () => {
    const { api, core, put } = connected();
    const location = `https://elsewhere.example/engagements/referrals/${put().id}`;
    core.faults.failNext({ how: { status: 201, body: null, headers: { location } }, method: 'POST' });
    core.faults.throttle(1, 5);
    await assert.rejects(api.create(newDeal(), 'one'), { ...away, code: 'partner-center-unreadable' });
  });
});

describe('createPartnerCenterApi: signing in', () => {
  it('given the ids of requests, then each call has new ones', async () => {
    const { api, core, put } = connected();
    const id = String(put().id);
    await api.one(id);
    await api.one(id);
    const ids = core.requests.map(({ headers }) => headers['client-request-id']);
    const correlations = core.requests.map(({ headers }) => headers['ms-correlationid']);
    assert.equal(new Set([...ids]).size, 2);
    assert.equal(new Set([...correlations]).size, 2);
    for (const one of [...ids, ...correlations])
      assert.match(one ?? '', /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
  });

  it('given a token that ran out by their clock, then it asks for a newer one once, and the call succeeds', async () => {
    const { core, put } = connected();
    const there = put();
    const asked: (string | undefined)[] = [];
    const api = apiOf(core, {
      token: async (refused) => {
        asked.push(refused);
        return refused === undefined ? 'old' : core.tokenFor();
      },
    });
    assert.ok(await api.one(String(there.id)));
    assert.deepEqual(asked, [undefined, 'old']);
  });

  it('given a token that is good for nothing, then everything says signed-out', async () => {
    const { core, put } = connected();
    const id = String(put().id);
    const api = apiOf(core, { token: async () => 'bad' });
    const signedOut = { ...away, code: 'signed-out' };
    await assert.rejects(api.one(id), signedOut);
    await assert.rejects(api.list({ kind: 'changes' }), signedOut);
    await assert.rejects(api.change(id, undefined, renamed), signedOut);
    await assert.rejects(api.create(newDeal(), 'one'), signedOut);
  });

  it('given that the second factor is missing, then it says signed-out wherever the code stands (points 26, 28)', async () => {
    const { api, core, put } = connected();
    const id = String(put().id);
    core.signIn.loseMfa('at-call');
    for (const mfaCodeIn of switchValues.mfaCodeIn) {
      for (const missingClaims of switchValues.missingClaims) {
        Object.assign(core.switches, { mfaCodeIn, missingClaims });
        await assert.rejects(api.one(id), { ...away, code: 'signed-out' });
        await assert.rejects(api.list({ kind: 'pending' }), { ...away, code: 'signed-out' });
      }
    }
  });

  it('given a 401 to one record alone, then that one is missing and nobody is signed out', async () => {
    const { api, core, put } = connected();
    const id = String(put().id);
    core.faults.failNext({ how: { status: 401 }, path: new RegExp(id), times: 2 });
    assert.equal(await api.one(id), undefined);
  });

  it('given an account without a role, then everything says that it is not allowed', async () => {
    const { api, core } = connected();
    const id = String(core.state.put(sentByMicrosoft()).id);
    core.faults.failNext({ how: { status: 403 }, times: 20 });
    const notAllowed = { ...away, code: 'not-allowed' };
    await assert.rejects(api.list({ kind: 'changes' }), notAllowed);
    // Nothing is missing or refused for that: it waits until the role is back.
    await assert.rejects(api.one(id), notAllowed);
    await assert.rejects(api.change(id, undefined, renamed), notAllowed);
    await assert.rejects(api.create(newDeal(), 'one'), notAllowed);
  });
});

describe('createPartnerCenterApi: throttled', () => {
  it('given a throttled answer, then no call of the organization leaves before that time', async () => {
    const { core, put } = connected();
    const clock = movable();
    const api = apiOf(core, { clock });
    const id = String(put().id);
    core.faults.throttle(1, 57);
    await assert.rejects(api.one(id), { ...away, code: 'throttled', retryAfter: 57_000 });
    clock.move(56_000);
    await assert.rejects(api.list({ kind: 'changes' }), { ...away, code: 'throttled', retryAfter: 1_000 });
    await assert.rejects(api.create(newDeal(), 'one'), { code: 'throttled' });
    assert.equal(core.requests.length, 1);
    clock.move(1_000);
    assert.ok(await api.one(id));
  });

  it('given answers that do not say how long, then it waits longer each time, and never not at all', async () => {
    const { core, put } = connected();
    const clock = movable();
    const api = apiOf(core, { clock });
    const id = String(put().id);
    const waits: number[] = [];
    core.faults.failNext({ how: { status: 429 }, times: 4 });
    for (let round = 0; round < 4; round++) {
      const error = await api.one(id).then(
        () => assert.fail('was not throttled'),
        (reason) => reason,
      );
      waits.push(error.retryAfter);
      clock.move(error.retryAfter);
    }
    assert.deepEqual(waits, [2_000, 4_000, 8_000, 16_000]);
    core.faults.failNext({ how: { status: 429, body: {}, headers: { 'retry-after': '0' } } });
    await assert.rejects(api.one(id), { retryAfter: 1_000 });
  });

  it('given an overloaded service that says how long, then that is kept to as well', async () => {
    const { core, put } = connected();
    const clock = movable();
    const api = apiOf(core, { clock });
    const id = String(put().id);
    core.faults.failNext({ how: { status: 503, body: {}, headers: { 'retry-after': '9' } } });
    await assert.rejects(api.one(id), { code: 'partner-center-away', retryAfter: 9_000 });
    await assert.rejects(api.one(id), { code: 'throttled', retryAfter: 9_000 });
    assert.equal(core.requests.length, 1);
  });
});
