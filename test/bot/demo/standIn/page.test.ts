import assert from 'node:assert/strict';
import type { StandInRequest } from '#bot/demo/standIn/exchange.ts';
import { answerPage } from '#bot/demo/standIn/page/peoplePage.ts';
import { askedStandIn } from '#test/support/standIn/asking.ts';
import {
  accepting,
  invitingMicrosoft,
  newCoSell,
  registering,
  sentByMicrosoft,
} from '#test/support/standIn/bodies.ts';

const ORIGIN = 'http://127.0.0.1:8123';

/** A stand-in, its page and how a browser uses it. */
function browsed() {
  const standIn = askedStandIn();
  const send = (method: string, url: string, body = '', headers: StandInRequest['headers'] = {}) => {
    const request = { method, url, body, headers: { host: '127.0.0.1:8123', ...headers } };
    const answer = answerPage(standIn, request, ORIGIN);
    return { ...answer, body: String(answer.body) };
  };
  const get = (url: string) => send('GET', url).body;
  const post = (url: string, form: Record<string, string>, origin = ORIGIN) =>
    send('POST', url, new URLSearchParams(form).toString(), { origin });
  return { standIn, send, get, post };
}

describe('stand-in: the page for people', () => {
  it('given any page, then it says plainly that this is a stand-in and not Microsoft', () => {
    const { get } = browsed();
    for (const url of ['/', '/device', '/referrals/none', '/nowhere']) {
      assert.match(get(url), /<strong>Stand-in for Partner Center<\/strong><\/a> – not Microsoft/);
    }
  });

  it('given a referral that holds HTML, then it is shown as text, in the list and alone', () => {
    const { standIn, get } = browsed();
    const name = `<script>alert("1")</script> & 'more'`;
    const { id } = standIn.state.put(sentByMicrosoft({ name, statusReason: name }));
    for (const page of [get('/'), get(`/referrals/${id}`)]) {
      assert.ok(!page.includes('<script'));
      assert.ok(page.includes('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;more&#39;'));
    }
  });

  it('given what the bot changed, then the page says who, when and which fields', async () => {
    const { standIn, get } = browsed();
    const { id } = standIn.state.put(sentByMicrosoft());
    await standIn.referrals('PATCH', `/${id}`, accepting);
    const page = get(`/referrals/${id}`);
    assert.match(page, /Created by Microsoft/);
    assert.match(page, /Changed by the bot, as referral\.sync@contoso\.example/);
    assert.match(page, /<dt>\/details\/dealValue<\/dt><dd>64000 → 48000<\/dd>/);
    assert.match(page, /Active – Accepted/);
  });

  it('given a new referral, when it is declined with a reason, then the API answers that', async () => {
    const { standIn, post } = browsed();
    const { id } = standIn.state.put(sentByMicrosoft());
    const { status, headers } = post(`/referrals/${id}/decide`, { decision: 'decline', reason: 'Other' });
    assert.deepEqual([status, headers.location], [303, `/referrals/${id}`]);
    const { body } = await standIn.referrals('GET', `/${id}`);
    assert.deepEqual([body.status, body.substatus, body.statusReason], ['Closed', 'Declined', 'Other']);
    assert.equal(post(`/referrals/${id}/decide`, { decision: 'won' }).status, 409);
  });

  it('given an accepted one, when its fields are saved, then they change and the time of its close date stays', () => {
    const { standIn, post } = browsed();
    const details = { dealValue: 5, currency: 'EUR', closingDateTime: '2027-01-05T23:00:00Z' };
    const { id } = standIn.state.put(sentByMicrosoft({ status: 'Active', substatus: 'Accepted', details }));
    const form = { name: 'New name', value: '12,500', day: '2027-02-06', stage: '40', notes: 'one\r\ntwo' };
    assert.equal(post(`/referrals/${id}/edit`, form).status, 303);
    const after = standIn.state.get(String(id));
    assert.deepEqual([after?.name, after?.salesStage], ['New name', '40']);
    assert.partialDeepStrictEqual(after?.details, {
      dealValue: 12500,
      closingDateTime: '2027-02-06T23:00:00Z',
      notes: 'one\ntwo',
    });
    assert.equal(post(`/referrals/${id}/edit`, { ...form, value: 'much' }).status, 400);
  });

  it('given a co-sell deal, when somebody accepts as Microsoft, then its number comes to both', async () => {
    const { standIn, post, get } = browsed();
    const { body: own } = await standIn.referrals('POST', '', newCoSell());
    const { body: copy } = await standIn.referrals('POST', '', invitingMicrosoft(own.engagementId));
    assert.match(get(`/referrals/${own.id}`), /Accept as Microsoft/);
    const { headers } = post(`/referrals/${copy.id}/decide`, { decision: 'accept' });
    assert.equal(headers.location, `/referrals/${own.id}`);
    const after = await standIn.referrals('GET', `/${own.id}`);
    assert.ok((after.body.trackingInfo as { microsoftMsxId: unknown }).microsoftMsxId);
  });

  it('given a registration, when the review asks for action, then its state says so', async () => {
    const { standIn, post } = browsed();
    const { id } = standIn.state.put(sentByMicrosoft({ status: 'Closed', substatus: 'Won' }));
    assert.equal((await standIn.referrals('PATCH', `/${id}`, registering)).status, 204);
    post(`/referrals/${id}/registration`, { status: 'ActionRequired', reason: 'No signature' });
    assert.equal(standIn.state.get(String(id))?.registrationStatus, 'ActionRequired');
  });

  it('given the form for a new referral, when it is sent, then it is there as if Microsoft had sent it', () => {
    const { standIn, post } = browsed();
    post('/referrals', { name: 'Deal', customer: 'Customer', value: '1000', currency: 'EUR' });
    const [referral] = standIn.state.list();
    assert.deepEqual([referral?.status, referral?.direction, referral?.name], ['New', 'Incoming', 'Deal']);
  });

  it('given a form of another page, or another name for this machine, then nothing is done', () => {
    const { standIn, post, send } = browsed();
    const { id } = standIn.state.put(sentByMicrosoft());
    const foreign = post(`/referrals/${id}/decide`, { decision: 'accept' }, 'https://elsewhere.example');
    assert.equal(foreign.status, 403);
    assert.equal(send('POST', `/referrals/${id}/decide`, 'decision=accept').status, 403);
    assert.equal(send('GET', '/', '', { host: 'rebound.example:8123' }).status, 421);
    assert.equal(standIn.state.get(String(id))?.status, 'New');
  });
});
