import assert from 'node:assert/strict';
import type { StandInOptions } from '#bot/demo/standIn/standIn.ts';
import { UnavailableError } from '#ports/errors.ts';
import type { DevicePrompt, SignInOutcome } from '#ports/signIn.ts';
import { type SigningIn, signInAt, signingIn } from '#test/support/sync/signingIn.ts';

describe('Signing in at the stand-in with MSAL', () => {
  let at: SigningIn;
  const start = async (options: StandInOptions = {}) => {
    at = await signingIn(options);
  };
  afterEach(() => at.standIn.close());
  const signedIn = (outcome: SignInOutcome) => {
    assert.equal(outcome.kind, 'signed-in', JSON.stringify(outcome));
    return outcome as Extract<SignInOutcome, { kind: 'signed-in' }>;
  };
  const connected = async () =>
    signedIn(await at.signIn.begin(at.organization, () => at.standIn.signIn.approve()));
  const refusalOf = (outcome: SignInOutcome) => (outcome.kind === 'refused' ? outcome.code : outcome.kind);

  it('given somebody enters the code, then it is known who it is, and there is a token that is taken', async () => {
    await start();
    const prompts: DevicePrompt[] = [];
    const { account, access } = signedIn(
      await at.signIn.begin(at.organization, (prompt) => {
        prompts.push(prompt);
        at.standIn.signIn.approve(prompt.code);
      }),
    );
    assert.deepEqual(
      prompts.map(({ address, minutes }) => [address, minutes]),
      [[`${at.standIn.pageUrl}/device`, 15]],
    );
    assert.deepEqual(account, {
      name: 'Referral Sync',
      username: 'referral.sync@contoso.example',
      tenantId: at.standIn.tenantId,
    });
    assert.ok(access.lifetime > 3_500_000 && access.lifetime < 3_601_000, String(access.lifetime));
    const claims = JSON.parse(Buffer.from(access.token.split('.')[1] ?? '', 'base64url').toString());
    assert.equal(claims.aud, 'https://api.partner.microsoft.com');
  });

  it('given somebody declines, gives up, or lets the time pass, then it is said which', async () => {
    let ahead = 0;
    await start({ now: () => new Date(Date.now() + ahead) });
    assert.equal(
      refusalOf(await at.signIn.begin(at.organization, () => at.standIn.signIn.deny())),
      'declined',
    );
    const enough = new AbortController();
    assert.equal(
      refusalOf(await at.signIn.begin(at.organization, () => enough.abort(), enough.signal)),
      'cancelled',
    );
    const late = await at.signIn.begin(at.organization, () => {
      ahead = 16 * 60_000;
    });
    assert.equal(refusalOf(late), 'expired');
  });

  it('given it asks too often, then it slows down by five seconds each time it is told to, and goes on', async () => {
    await start();
    const pauses: number[] = [];
    const pause = async (milliseconds: number) => {
      pauses.push(milliseconds);
      if (pauses.length === 3) at.standIn.signIn.approve();
    };
    const patient = signInAt(at.standIn, { pause });
    signedIn(await patient.begin(at.organization, () => at.standIn.signIn.slowDown(2)));
    assert.deepEqual(pauses, [5_000, 10_000, 10_000]);
  });

  it('given a sign-in, then it is renewed for each audience, with what was kept last', async () => {
    await start({ switches: { oldRefreshToken: 'dies' } });
    const { kept } = await connected();
    const again = signedIn(await at.signIn.renew(at.organization, kept, 'webhooks'));
    const claims = JSON.parse(Buffer.from(again.access.token.split('.')[1] ?? '', 'base64url').toString());
    assert.equal(claims.aud, 'https://api.partnercenter.microsoft.com');
    signedIn(await at.signIn.renew(at.organization, again.kept, 'referrals'));
    assert.equal(refusalOf(await at.signIn.renew(at.organization, kept, 'referrals')), 'AADSTS700082');
  });

  it('given what was kept, then it holds no token for calls', async () => {
    await start();
    const { kept, access } = await connected();
    assert.ok(!kept.includes(access.token));
  });

  it('given it was revoked, or a second factor is asked for anew, then the number of Entra is said', async () => {
    await start();
    const { kept } = await connected();
    at.standIn.signIn.loseMfa('at-renewal');
    assert.equal(refusalOf(await at.signIn.renew(at.organization, kept, 'referrals')), 'AADSTS50076');
    at.standIn.signIn.restoreMfa();
    at.standIn.signIn.revokeRefreshTokens();
    assert.equal(refusalOf(await at.signIn.renew(at.organization, kept, 'referrals')), 'AADSTS700082');
    assert.equal(refusalOf(await at.signIn.renew(at.organization, '{}', 'referrals')), 'no-account');
  });

  it('given another app or tenant, then the number of Entra is said; an organization may have its own', async () => {
    await start();
    const other = 'cccc0000-0000-4000-8000-000000000001';
    const wrong = signInAt(at.standIn, { clientId: other });
    assert.equal(refusalOf(await wrong.begin(at.organization, () => {})), 'AADSTS700016');
    const elsewhere = { ...at.organization, partnerCenter: { tenantId: other } };
    assert.equal(refusalOf(await at.signIn.begin(elsewhere, () => {})), 'AADSTS90002');
    const own = { ...at.organization, partnerCenter: { clientId: at.standIn.clientId } };
    signedIn(await wrong.begin(own, () => at.standIn.signIn.approve()));
  });

  it('given nobody answers, or too much was asked, then it is to be tried again, when they say', async () => {
    await start();
    const { kept } = await connected();
    const throttled = { status: 429, headers: { 'retry-after': '7' }, body: { error: 'throttled' } };
    at.standIn.faults.failNext({ path: /oauth2/, how: throttled });
    await assert.rejects(at.signIn.renew(at.organization, kept, 'referrals'), (error) => {
      assert.ok(error instanceof UnavailableError);
      assert.deepEqual([error.code, error.retryAfter], ['sign-in-away', 7_000]);
      return true;
    });
    for (const how of ['drop-before', { status: 503 }] as const) {
      at.standIn.faults.failNext({ path: /oauth2/, how });
      await assert.rejects(at.signIn.renew(at.organization, kept, 'referrals'), UnavailableError);
    }
    signedIn(await at.signIn.renew(at.organization, kept, 'referrals'));
  });

  it('given a certificate of nobody who is trusted, then nothing is sent', async () => {
    await start();
    const untrusting = signInAt(at.standIn, { roots: [] });
    await assert.rejects(
      untrusting.begin(at.organization, () => {}),
      UnavailableError,
    );
    assert.deepEqual(at.standIn.requests, []);
  });
});
