import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { isObject, type JsonObject, objectIn } from '#bot/demo/standIn/exchange.ts';
import { switchValues } from '#bot/demo/standIn/switches.ts';
import { askedStandIn } from '#test/support/standIn/asking.ts';
import {
  accepting,
  closing,
  invitingMicrosoft,
  newCoSell,
  newDeal,
  registering,
  sentByMicrosoft,
} from '#test/support/standIn/bodies.ts';
import { referralEngagement, wonDeal } from '#test/support/standIn/engagement.ts';
import { observedFields } from '#test/support/standIn/observedFields.ts';
import { everyPage, refusalOf, rowsOf } from '#test/support/standIn/switchCases/switchCase.ts';

const REPRESENTATION = { prefer: 'return=representation' };

describe('stand-in: referrals', () => {
  it('given an inbound referral, when it is accepted under its eTag, then it is Active under a new eTag', async () => {
    const standIn = askedStandIn();
    const { id } = standIn.state.put(sentByMicrosoft());
    const { body: before } = await standIn.referrals('GET', `/${id}`);
    assert.deepEqual([before.status, before.substatus, before.direction], ['New', 'Pending', 'Incoming']);
    assert.match(String(before.eTag), /^".+"$/);
    const headers = { ...REPRESENTATION, 'if-match': String(before.eTag) };
    const { status, body } = await standIn.referrals('PATCH', `/${id}`, accepting, headers);
    assert.equal(status, 200);
    assert.deepEqual([body.status, body.substatus, body.expirationDateTime], ['Active', 'Accepted', null]);
    assert.equal(objectIn(body, 'details').dealValue, 48000);
    assert.equal((body.team as unknown[]).length, 2);
    assert.notEqual(body.eTag, before.eTag);
    const again = await standIn.referrals('PATCH', `/${id}`, closing('Won'), headers);
    assert.deepEqual(refusalOf(again), [412, 'preconditionFailed']);
    // The quotes belong to it.
    const bare = { 'if-match': String(body.eTag).replaceAll('"', '') };
    assert.equal((await standIn.referrals('PATCH', `/${id}`, closing('Won'), bare)).status, 412);
    assert.equal(
      (await standIn.referrals('PATCH', `/${id}`, closing('Won'), { 'if-match': '*' })).status,
      204,
    );
  });

  it('given Microsoft answers by itself, when it is invited, then it does, unless somebody was faster', async () => {
    const standIn = askedStandIn({ msft: { decision: 'accept', after: 1 } });
    const { copy } = await referralEngagement(standIn);
    const { copy: declined } = await referralEngagement(standIn);
    standIn.state.decide(String(declined.id), 'decline');
    while (standIn.state.get(String(copy.id))?.status === 'New') await setImmediate();
    assert.equal(standIn.state.get(String(copy.id))?.substatus, 'Accepted');
    standIn.stop();
    assert.equal(standIn.state.get(String(declined.id))?.substatus, 'Declined');
  });

  it('given no Prefer, when something is patched, then 204 and no body; given no If-Match, then without a check', async () => {
    const standIn = askedStandIn();
    const { id } = standIn.state.put(sentByMicrosoft());
    standIn.state.change(String(id), (referral) => {
      referral.name = 'Changed there';
    });
    const answer = await standIn.referrals('PATCH', `/${id}`, accepting);
    assert.deepEqual([answer.status, answer.body], [204, {}]);
    assert.equal(answer.headers.etag, standIn.state.get(String(id))?.eTag);
  });

  it('given a patch of which one operation is not possible, then nothing of it was done', async () => {
    const standIn = askedStandIn();
    const { id } = standIn.state.put(sentByMicrosoft());
    const before = standIn.state.get(String(id));
    const wrong = [
      { op: 'remove', path: '/team/0' },
      { op: 'test', path: '/name', value: 'x' },
      { op: 'replace', path: '/nowhere', value: 1 },
      { op: 'replace', path: '/team/7', value: {} },
      { op: 'add', path: '/team/7', value: {} },
      { op: 'replace', path: '/details/dealValue', value: 'much' },
      { op: 'replace', path: '/details/closingDateTime', value: 'soon' },
      { op: 'replace', path: '/team', value: [] },
      { op: 'replace', path: '/status', value: 'Gone' },
      { op: 'add', path: '/details/__proto__', value: {} },
    ];
    for (const one of wrong) {
      const { status } = await standIn.referrals('PATCH', `/${id}`, [...accepting, one]);
      assert.equal(status, 400, one.path);
    }
    for (const body of [{}, [], 'text', [{ op: 'replace', path: '/name' }]]) {
      assert.equal((await standIn.referrals('PATCH', `/${id}`, body)).status, 400);
    }
    assert.deepEqual(standIn.state.get(String(id)), before);
  });

  it('given a closed referral, then its status is final, and only a won one takes a registration', async () => {
    const standIn = askedStandIn();
    const { id: won } = await wonDeal(standIn);
    const { id: lost } = standIn.state.put(sentByMicrosoft({ status: 'Closed', substatus: 'Lost' }));
    assert.equal((await standIn.referrals('PATCH', `/${won}`, closing('Lost'))).status, 400);
    assert.equal((await standIn.referrals('PATCH', `/${lost}`, registering)).status, 400);
    const { status, body } = await standIn.referrals('PATCH', `/${won}`, registering, REPRESENTATION);
    assert.deepEqual([status, body.registrationStatus], [200, 'ReviewPending']);
  });

  it('given a transition that the table lacks, then the inner error says what is allowed', async () => {
    const standIn = askedStandIn();
    const { id } = standIn.state.put(sentByMicrosoft());
    const answer = await standIn.referrals('PATCH', `/${id}`, [
      { op: 'replace', path: '/substatus', value: 'Won' },
    ]);
    assert.deepEqual(refusalOf(answer), [400, 'invalidRequest']);
    assert.deepEqual(objectIn(objectIn(answer.body, 'error'), 'innerError'), {
      code: 'invalidTransition',
      message: 'Allowed substatus for New: Pending, Received',
    });
    const reopened = [
      { op: 'replace', path: '/status', value: 'New' },
      { op: 'replace', path: '/substatus', value: 'Pending' },
    ];
    const { id: active } = standIn.state.put(sentByMicrosoft({ status: 'Active', substatus: 'Accepted' }));
    assert.equal((await standIn.referrals('PATCH', `/${active}`, reopened)).status, 400);
  });

  it('given nobody answers for 14 days, then it is Expired by the clock of the stand-in', async () => {
    let moment = Date.parse('2026-11-02T09:00:00Z');
    const standIn = askedStandIn({ now: () => new Date(moment) });
    const { id } = standIn.state.put(sentByMicrosoft());
    moment += 14 * 86_400_000 - 1_000;
    assert.equal((await standIn.referrals('GET', `/${id}`)).body.status, 'New');
    moment += 2_000;
    const { body } = await standIn.referrals('GET', `/${id}`);
    assert.deepEqual([body.status, body.substatus], ['Closed', 'Expired']);
    assert.match(String(body.closedDateTime), /^2026-11-16T09:00:01/);
    assert.equal((await standIn.referrals('PATCH', `/${id}`, accepting)).status, 400);
  });

  it('given it was answered in time, when 14 days are over, then it does not expire', async () => {
    let moment = Date.parse('2026-11-02T09:00:00Z');
    const standIn = askedStandIn({ now: () => new Date(moment) });
    const [accepted, declined] = [sentByMicrosoft(), sentByMicrosoft()].map(
      (one) => standIn.state.put(one).id,
    );
    standIn.state.decide(String(accepted), 'accept');
    standIn.state.decide(String(declined), 'decline');
    moment += 40 * 86_400_000;
    const seen = rowsOf(await standIn.referrals('GET', '')).map(({ substatus }) => substatus);
    assert.deepEqual(seen.sort(), ['Accepted', 'Declined']);
  });

  it('given rows of one moment at the edge of a page, then none is left out and none comes twice', async () => {
    const now = () => new Date('2026-11-02T10:00:00Z');
    for (const paging of switchValues.paging) {
      const standIn = askedStandIn({ now, pageSize: 2, switches: { paging } });
      for (const name of ['a', 'b', 'c', 'd', 'e']) {
        standIn.state.put(sentByMicrosoft({ name, updatedDateTime: '2026-11-02T09:00:00Z' }));
      }
      const names = await everyPage(standIn, '?$orderby=updatedDateTime desc');
      assert.deepEqual(names.sort(), ['a', 'b', 'c', 'd', 'e'], paging);
    }
  });

  it('given a co-sell deal, when Microsoft is invited, then both are found by their engagement', async () => {
    const standIn = askedStandIn();
    const { own, copy } = await referralEngagement(standIn);
    assert.deepEqual([own.status, own.substatus, own.type], ['Active', 'Accepted', 'Shared']);
    assert.deepEqual([copy.status, copy.organizationId], ['New', 'msft']);
    for (const filter of [`engagementId eq '${own.engagementId}'`, `engagementId eq ${own.engagementId}`]) {
      const answer = await standIn.referrals('GET', `?$filter=${encodeURIComponent(filter)}`);
      assert.deepEqual(new Set(rowsOf(answer).map(({ id }) => id)), new Set([own.id, copy.id]));
    }
    assert.equal((await standIn.referrals('PATCH', `/${copy.id}`, accepting)).status, 403);
  });

  it('given an invitation into what is unknown, closed or nowhere, then it is refused', async () => {
    const standIn = askedStandIn();
    const { own } = await referralEngagement(standIn);
    const unknown = invitingMicrosoft('0b000000-0000-4000-8000-000000000009');
    assert.equal((await standIn.referrals('POST', '', unknown)).status, 404);
    const nowhere = invitingMicrosoft(own.engagementId, { target: [] });
    assert.equal((await standIn.referrals('POST', '', nowhere)).status, 400);
    standIn.state.decide(String(own.id), 'lost');
    assert.equal((await standIn.referrals('POST', '', invitingMicrosoft(own.engagementId))).status, 400);
  });

  it('given names of fields in any case, when a deal is created, then it is answered in the names of the contract', async () => {
    const standIn = askedStandIn();
    const { body } = await standIn.referrals('POST', '', newDeal({ NAME: 'Loud', name: undefined }));
    assert.equal(body.name, 'Loud');
    assert.equal(objectIn(body, 'consent').consentToMicrosoftToContactSpecificPartners, true);
    assert.ok(!('ConsentToContact' in objectIn(body, 'consent')));
  });

  it('given what only the service writes, when it is sent, then it is not taken', async () => {
    const standIn = askedStandIn();
    const sent = { id: 'mine', eTag: '"mine"', createdDateTime: '2020-01-01T00:00:00Z', links: {} };
    const { body } = await standIn.referrals('POST', '', newDeal(sent));
    assert.notEqual(body.id, 'mine');
    assert.notEqual(body.eTag, '"mine"');
    assert.ok(!String(body.createdDateTime).startsWith('2020'));
  });

  it('given a deal without what is required, or with nonsense, then 400', async () => {
    const standIn = askedStandIn();
    for (const name of ['type', 'customerProfile', 'consent', 'details']) {
      const { status } = await standIn.referrals('POST', '', newDeal({ [name]: undefined }));
      assert.equal(status, 400, name);
    }
    for (const changes of [
      { type: 'Other' },
      { qualification: 'Other' },
      { status: 'Closed', substatus: 'Pending' },
    ]) {
      assert.equal((await standIn.referrals('POST', '', newDeal(changes))).status, 400);
    }
    assert.equal((await standIn.referrals('POST', '', 'text')).status, 400);
  });

  it('given the published filters, then each keeps what it names', async () => {
    const standIn = askedStandIn();
    const { id } = standIn.state.put(sentByMicrosoft({ name: "O'Hara" }));
    await standIn.referrals('POST', '', newDeal());
    const found = async (filter: string) => {
      const answer = await standIn.referrals('GET', `?$filter=${encodeURIComponent(filter)}`);
      return answer.status === 200 ? rowsOf(answer).map((row) => row.id === id) : answer.status;
    };
    assert.deepEqual(await found("status eq 'New' and qualification eq 'SalesQualified'"), [true]);
    assert.deepEqual(await found("customerProfile/address/country eq 'US' and direction eq 'Incoming'"), [
      true,
    ]);
    assert.deepEqual(await found("type eq 'Shared' and direction eq 'Incoming'"), [true]);
    assert.deepEqual(await found("direction eq 'Incoming' and substatus eq 'Pending'"), [true]);
    assert.deepEqual(await found("team/any(t:t/email eq 'anna.berg@contoso.example')"), [true, false]);
    assert.deepEqual(await found("team/any(t:t/email eq 'nobody@contoso.example')"), []);
    assert.deepEqual(await found("name eq 'O''Hara' or (status eq 'Closed' and favorite eq true)"), [true]);
    assert.deepEqual(await found('details/dealValue ge 64000 and closedDateTime eq null'), [true, false]);
    assert.deepEqual(await found('details/dealValue gt 64000 or acceptedDateTime ne null'), [false]);
    for (const wrong of [
      "status = 'New'",
      "color eq 'blue'",
      'status eq',
      "status eq 'New' and",
      "(status eq 'New'",
    ]) {
      assert.equal(await found(wrong), 400, wrong);
    }
  });

  it('given an order, a part of the fields or a query that is none, then it is kept to or refused', async () => {
    const standIn = askedStandIn({ pageSize: 3 });
    for (const name of ['a', 'b', 'c', 'd', 'e']) await standIn.referrals('POST', '', newDeal({ name }));
    assert.deepEqual(await everyPage(standIn, '?$orderby=createdDateTime desc'), ['e', 'd', 'c', 'b', 'a']);
    assert.deepEqual(await everyPage(standIn, '?$orderby=updatedDateTime asc&$skip=3'), ['d', 'e']);
    const [row] = rowsOf(await standIn.referrals('GET', '?$select=id,name&$top=1'));
    assert.deepEqual(Object.keys(row ?? {}).sort(), ['id', 'name']);
    for (const query of ['?$orderby=name', '?$top=0', '?$top=x', '?$skip=-1', '?$skiptoken=nonsense']) {
      assert.deepEqual(refusalOf(await standIn.referrals('GET', query)), [400, 'invalidRequest'], query);
    }
  });

  it('given the old form of an update, then If-Match is a must, links must not be sent, and differences are taken', async () => {
    const standIn = askedStandIn();
    const { id } = standIn.state.put(sentByMicrosoft());
    const { body } = await standIn.referrals('GET', `/${id}`);
    const { links: _, ...whole } = body;
    const next = { ...whole, status: 'Active', substatus: 'Accepted', name: 'By PUT', mpnId: 'ignored' };
    const headers = { 'if-match': String(body.eTag), ...REPRESENTATION };
    assert.equal((await standIn.referrals('PUT', `/${id}`, next)).status, 400);
    assert.equal((await standIn.referrals('PUT', `/${id}`, { ...next, links: {} }, headers)).status, 400);
    const answer = await standIn.referrals('PUT', `/${id}`, next, headers);
    assert.deepEqual([answer.status, answer.body.name, answer.body.mpnId], [200, 'By PUT', '1234567']);
    assert.equal((await standIn.referrals('PUT', `/${id}`, next, headers)).status, 412);
  });

  it('given a role and locations, then one sees no more than those allow (CR-2 to CR-4)', async () => {
    const standIn = askedStandIn();
    const [admin, user, ofLocation] = standIn.signIn.accounts;
    standIn.state.put(sentByMicrosoft({ name: 'here, with Anna' }));
    standIn.state.put(sentByMicrosoft({ name: 'here, without', team: [] }));
    standIn.state.put(sentByMicrosoft({ name: 'elsewhere', team: [], mpnId: '7654321' }));
    const seenBy = async (account: typeof admin) => {
      const authorization = `Bearer ${standIn.tokenFor('referrals', account)}`;
      return rowsOf(await standIn.referrals('GET', '', undefined, { authorization })).length;
    };
    assert.deepEqual([await seenBy(admin), await seenBy(user), await seenBy(ofLocation)], [3, 1, 2]);
  });

  it('given every field that real answers have, then those of the stand-in have it too', async () => {
    const standIn = askedStandIn();
    const { id } = await wonDeal(standIn);
    await standIn.referrals('PATCH', `/${id}`, registering);
    const { body } = await standIn.referrals('GET', `/${id}`);
    for (const [place, names] of Object.entries(observedFields)) {
      const steps = place === '' ? [] : place.split('/');
      const holder = steps.reduce<unknown>(
        (inner, step) => (Array.isArray(inner) ? inner[Number(step)] : objectIn({ inner }, 'inner')[step]),
        body,
      );
      const missing = names.split(/\s+/).filter((name) => !isObject(holder) || !(name in holder));
      assert.deepEqual(missing, [], place);
    }
  });

  it('given any answer, then it says that it is a stand-in and has the ids to look it up by', async () => {
    const standIn = askedStandIn();
    const { headers } = await standIn.referrals('GET', '', undefined, { 'client-request-id': 'mine' });
    assert.equal(headers.server, 'Stand-in for Partner Center');
    assert.equal(headers['client-request-id'], 'mine');
    assert.match(String(headers['request-id']), /^[0-9a-f-]{36}$/);
  });

  it('given what is unknown, another method or no token, then 404, 405 and 401 in the words of the API', async () => {
    const standIn = askedStandIn();
    assert.deepEqual(refusalOf(await standIn.referrals('GET', '/nothing')), [404, 'itemNotFound']);
    assert.deepEqual(refusalOf(await standIn.referrals('DELETE', '')), [405, 'invalidRequest']);
    const { id } = standIn.state.put(sentByMicrosoft());
    assert.equal((await standIn.referrals('DELETE', `/${id}`)).status, 405);
    const nobody = await standIn.referrals('GET', '', undefined, { authorization: 'Bearer none' });
    assert.deepEqual(refusalOf(nobody), [401, 'unAuthorized']);
    assert.equal((await standIn.ask('GET', '/partner/v1/analytics/referrals')).status, 404);
    assert.equal((await standIn.ask('GET', '/v1.0/engagments/referrals')).status, 404);
  });

  it('given links, then they have the published typos, so that nobody can follow all of them', async () => {
    const standIn = askedStandIn();
    const uris = new Set<string>();
    for (let deal = 0; deal < 3; deal++) {
      const { body } = await standIn.referrals('POST', '', newCoSell());
      const { relatedReferrals, self } = body.links as Record<string, JsonObject>;
      uris.add(String(relatedReferrals?.uri).replaceAll(String(body.engagementId), 'E'));
      uris.add(String(self?.uri).replaceAll(String(body.id), 'I'));
    }
    assert.ok([...uris].some((uri) => uri.includes('/engagments/')));
    assert.ok([...uris].some((uri) => uri.endsWith('/referralsI')));
    assert.ok([...uris].some((uri) => uri.includes('referrals$filter')));
  });
});
