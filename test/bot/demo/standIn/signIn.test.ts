import assert from 'node:assert/strict';
import type { StandInCoreOptions } from '#bot/demo/standIn/core.ts';
import { type Asked, askedStandIn } from '#test/support/standIn/asking.ts';
import {
  beginSignIn,
  polled,
  posted,
  refreshedBy,
  SCOPE,
  signedIn,
} from '#test/support/standIn/signingIn.ts';

/** A stand-in and its clock, which starts at noon and is put forward by hand. */
function clocked(options: StandInCoreOptions = {}) {
  let moment = Date.parse('2026-11-02T12:00:00Z');
  const standIn = askedStandIn({ ...options, now: () => new Date(moment) });
  const forward = (seconds: number) => {
    moment += seconds * 1000;
  };
  return { standIn, forward };
}

const outcome = ({ status, body }: Asked): unknown[] => [status, body.error ?? 'fine'];

describe('stand-in: sign-in', () => {
  it('given a code that nobody has entered yet, when it is asked for, then pending; too soon: slow down', async () => {
    const { standIn, forward } = clocked();
    const { body } = await beginSignIn(standIn);
    assert.match(String(body.user_code), /^[A-Z]{9}$/);
    assert.equal(body.interval, 1);
    assert.match(String(body.message), /stand-in/);
    assert.deepEqual(outcome(await polled(standIn, body.device_code)), [400, 'authorization_pending']);
    assert.deepEqual(outcome(await polled(standIn, body.device_code)), [400, 'slow_down']);
    forward(1);
    assert.deepEqual(outcome(await polled(standIn, body.device_code)), [400, 'authorization_pending']);
  });

  it('given the code is entered, when it is asked for, then there are tokens; once', async () => {
    const { standIn } = clocked();
    const { body } = await beginSignIn(standIn);
    standIn.signIn.approve(String(body.user_code));
    const { body: tokens } = await polled(standIn, body.device_code);
    assert.equal(tokens.token_type, 'Bearer');
    assert.match(String(tokens.scope), /api\.partner\.microsoft\.com\/\.default/);
    const authorization = `Bearer ${tokens.access_token}`;
    assert.equal((await standIn.referrals('GET', '', undefined, { authorization })).status, 200);
    assert.deepEqual(outcome(await polled(standIn, body.device_code)), [400, 'bad_verification_code']);
  });

  it('given the sign-in is declined, or the code is too old, then that is said', async () => {
    const { standIn, forward } = clocked();
    const declined = await beginSignIn(standIn);
    standIn.signIn.deny(String(declined.body.user_code));
    assert.deepEqual(outcome(await polled(standIn, declined.body.device_code)), [
      400,
      'authorization_declined',
    ]);
    const old = await beginSignIn(standIn);
    forward(901);
    assert.deepEqual(outcome(await polled(standIn, old.body.device_code)), [400, 'expired_token']);
    assert.throws(() => standIn.signIn.approve(String(old.body.user_code)));
  });

  it('given approval by itself, when somebody begins, then no code needs to be entered', async () => {
    const { standIn } = clocked({ autoApprove: true });
    const { body } = await beginSignIn(standIn);
    assert.equal((await polled(standIn, body.device_code)).status, 200);
  });

  it('given a token that is older than it lives, then 401; renewed it serves both hosts, each its own', async () => {
    const { standIn, forward } = clocked({ tokenSeconds: 60 });
    const tokens = await signedIn(standIn);
    const authorization = `Bearer ${tokens.access_token}`;
    forward(61);
    assert.equal((await standIn.referrals('GET', '', undefined, { authorization })).status, 401);
    const scope = 'https://api.partnercenter.microsoft.com/.default';
    const { body } = await refreshedBy(standIn, String(tokens.refresh_token), scope);
    const ofWebhooks = { authorization: `Bearer ${body.access_token}` };
    const events = await standIn.ask('GET', '/webhooks/v1/registration/events', undefined, ofWebhooks);
    assert.equal(events.status, 200);
    assert.equal((await standIn.referrals('GET', '', undefined, ofWebhooks)).status, 401);
  });

  it('given a token in which somebody changed a claim, or of another stand-in, then 401', async () => {
    const { standIn } = clocked();
    const [head, body, signature] = standIn.tokenFor().split('.');
    const claims = JSON.parse(Buffer.from(String(body), 'base64url').toString());
    const later = Buffer.from(JSON.stringify({ ...claims, exp: claims.exp + 9_999 })).toString('base64url');
    for (const token of [`${head}.${later}.${signature}`, askedStandIn().tokenFor(), '']) {
      const authorization = `Bearer ${token}`;
      assert.equal((await standIn.referrals('GET', '', undefined, { authorization })).status, 401);
    }
  });

  it('given refresh tokens are revoked, or MFA is lost, when one is used, then invalid_grant with its number', async () => {
    const { standIn } = clocked();
    const { refresh_token: token } = await signedIn(standIn);
    standIn.signIn.loseMfa('at-renewal');
    const lost = await refreshedBy(standIn, String(token));
    assert.deepEqual([lost.body.error, lost.body.error_codes], ['invalid_grant', [50076]]);
    assert.equal((await standIn.referrals('GET', '')).status, 200);
    standIn.signIn.restoreMfa();
    assert.equal((await refreshedBy(standIn, String(token))).status, 200);
    standIn.signIn.revokeRefreshTokens();
    const revoked = await refreshedBy(standIn, String(token));
    assert.deepEqual([revoked.body.error, revoked.body.error_codes], ['invalid_grant', [700082]]);
    assert.match(String(revoked.body.error_description), /^AADSTS700082: /);
  });

  it('given an account without a second factor, when it calls, then 401 with the code', async () => {
    const { standIn } = clocked();
    const account = standIn.signIn.accounts.find(({ mfa }) => !mfa);
    const tokens = await signedIn(standIn, account);
    const authorization = `Bearer ${tokens.access_token}`;
    const { status, body } = await standIn.referrals('GET', '', undefined, { authorization });
    assert.deepEqual([status, body.code], [401, '900421']);
  });

  it('given a password, an unknown app, tenant or resource, then no token', async () => {
    const { standIn } = clocked();
    const token = 'oauth2/v2.0/token';
    const byPassword = { grant_type: 'password', username: 'a', password: 'b', scope: SCOPE };
    assert.deepEqual(outcome(await posted(standIn, token, byPassword)), [400, 'invalid_grant']);
    assert.deepEqual(outcome(await posted(standIn, token, { client_id: 'other' })), [
      400,
      'unauthorized_client',
    ]);
    const graph = { scope: 'https://graph.windows.net/.default' };
    const elsewhere = await posted(standIn, 'oauth2/v2.0/devicecode', graph);
    assert.deepEqual(outcome(elsewhere), [400, 'invalid_resource']);
    const tenant = await standIn.ask('GET', '/unknown/v2.0/.well-known/openid-configuration');
    assert.deepEqual(outcome(tenant), [400, 'invalid_tenant']);
  });

  it('given the older form, when a resource is named, then the answer counts in texts', async () => {
    const { standIn } = clocked();
    const { refresh_token } = await signedIn(standIn);
    const { body } = await posted(standIn, 'oauth2/token', {
      grant_type: 'refresh_token',
      refresh_token: String(refresh_token),
      resource: 'https://api.partner.microsoft.com',
    });
    assert.deepEqual(
      [
        body.token_type,
        body.expires_in,
        body.ext_expires_in,
        body.expires_on,
        body.not_before,
        body.resource,
      ],
      ['Bearer', '3600', '3600', '1793624400', '1793620500', 'https://api.partner.microsoft.com'],
    );
  });

  it('given a sign-in, then no secret of it stands in what was seen of the requests', async () => {
    const { standIn } = clocked();
    const tokens = await signedIn(standIn);
    await refreshedBy(standIn, String(tokens.refresh_token));
    await standIn.referrals('GET', '', undefined, { authorization: `Bearer ${tokens.access_token}` });
    const seen = JSON.stringify(standIn.requests);
    for (const secret of [tokens.refresh_token, tokens.access_token])
      assert.ok(!seen.includes(String(secret)));
  });

  it('given a code that has to be asked for slowly, when a test says so, then the next polls hear it', async () => {
    const { standIn } = clocked({ autoApprove: true });
    const { body } = await beginSignIn(standIn);
    standIn.signIn.slowDown(1);
    assert.deepEqual(outcome(await polled(standIn, body.device_code)), [400, 'slow_down']);
    assert.equal((await polled(standIn, body.device_code)).status, 200);
  });
});
