import assert from 'node:assert/strict';
import { request } from 'node:https';
import {
  type AuthenticationResult,
  type INetworkModule,
  InteractionRequiredAuthError,
  type NetworkResponse,
  PublicClientApplication,
} from '@azure/msal-node';
import { type StandIn, startStandIn } from '#bot/demo/standIn/standIn.ts';

const SCOPES = ['https://api.partner.microsoft.com/.default'];
const WEBHOOKS = ['https://api.partnercenter.microsoft.com/.default'];

/** MSAL's way out, which trusts the stand-in's root alone. */
function networkOf(ca: string): INetworkModule {
  const send = <T>(method: string, url: string, options?: { headers?: object; body?: string }) =>
    new Promise<NetworkResponse<T>>((resolve, reject) => {
      const headers = { ...options?.headers };
      const sent = request(url, { method, ca, headers, agent: false }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const body = JSON.parse(Buffer.concat(chunks).toString()) as T;
          resolve({ status: response.statusCode ?? 0, headers: {}, body });
        });
      });
      sent.on('error', reject).end(options?.body);
    });
  return {
    sendGetRequestAsync: (url, options) => send('GET', url, options),
    sendPostRequestAsync: (url, options) => send('POST', url, options),
  };
}

function clientOf(standIn: StandIn, tenant = standIn.tenantId): PublicClientApplication {
  return new PublicClientApplication({
    auth: {
      clientId: standIn.clientId,
      authority: `${standIn.authority}/${tenant}`,
      knownAuthorities: [new URL(standIn.authority).host],
    },
    system: { networkClient: networkOf(standIn.caPem) },
  });
}

async function signedInBy(standIn: StandIn, client: PublicClientApplication): Promise<AuthenticationResult> {
  const result = await client.acquireTokenByDeviceCode({
    scopes: SCOPES,
    deviceCodeCallback: ({ userCode, verificationUri }) => {
      assert.equal(verificationUri, `${standIn.pageUrl}/device`);
      standIn.signIn.approve(userCode);
    },
  });
  assert.ok(result);
  return result;
}

describe('stand-in: sign-in by MSAL', () => {
  let standIn: StandIn;
  beforeEach(async () => {
    standIn = await startStandIn({ pollSeconds: 0.02 });
  });
  afterEach(() => standIn.close());

  it('given the code is entered by an account, when MSAL asks, then it has that account and a token', async () => {
    const { account, accessToken, scopes } = await signedInBy(standIn, clientOf(standIn));
    assert.equal(account?.username, 'referral.sync@contoso.example');
    assert.equal(account?.name, 'Referral Sync');
    assert.equal(account?.tenantId, standIn.tenantId);
    assert.equal(account?.homeAccountId, `${standIn.signIn.accounts[0]?.objectId}.${standIn.tenantId}`);
    assert.ok(scopes.includes('https://api.partner.microsoft.com/.default'));
    assert.ok(accessToken);
  });

  it('given an authority for any organization, then MSAL finds its way as well', async () => {
    const { account } = await signedInBy(standIn, clientOf(standIn, 'organizations'));
    assert.equal(account?.tenantId, standIn.tenantId);
  });

  it('given an account, when a token is wanted for either host, then MSAL gets it silently', async () => {
    const client = clientOf(standIn);
    const { account, accessToken } = await signedInBy(standIn, client);
    assert.ok(account);
    const again = await client.acquireTokenSilent({ account, scopes: SCOPES });
    assert.equal(again.accessToken, accessToken);
    const other = await client.acquireTokenSilent({ account, scopes: WEBHOOKS });
    assert.notEqual(other.accessToken, accessToken);
    const renewed = await client.acquireTokenSilent({ account, scopes: SCOPES, forceRefresh: true });
    assert.notEqual(renewed.accessToken, accessToken);
  });

  it('given MFA is lost or refresh tokens are revoked, when MSAL renews, then it says that somebody must sign in', async () => {
    const client = clientOf(standIn);
    const { account } = await signedInBy(standIn, client);
    assert.ok(account);
    const renewing = () => client.acquireTokenSilent({ account, scopes: SCOPES, forceRefresh: true });
    standIn.signIn.loseMfa('at-renewal');
    await assert.rejects(renewing(), (error) => {
      assert.ok(error instanceof InteractionRequiredAuthError);
      assert.equal(error.errorCode, 'invalid_grant');
      assert.match(error.errorMessage, /AADSTS50076/);
      return true;
    });
    standIn.signIn.restoreMfa();
    standIn.signIn.revokeRefreshTokens();
    await assert.rejects(renewing(), /AADSTS700082/);
  });

  it('given the sign-in is declined, when MSAL asks, then it ends', async () => {
    const declining = clientOf(standIn).acquireTokenByDeviceCode({
      scopes: SCOPES,
      deviceCodeCallback: ({ userCode }) => standIn.signIn.deny(userCode),
    });
    await assert.rejects(declining, /authorization_declined/);
  });

  it('given nobody has entered the code yet, when MSAL asks again, then it waits for it', async () => {
    let polls = 0;
    const waiting = clientOf(standIn).acquireTokenByDeviceCode({
      scopes: SCOPES,
      deviceCodeCallback: ({ userCode }) => {
        const entered = setInterval(() => {
          polls = standIn.requests.filter(({ path }) => path.endsWith('/token')).length;
          if (polls === 0) return;
          clearInterval(entered);
          standIn.signIn.approve(userCode);
        }, 5);
      },
    });
    assert.ok((await waiting)?.accessToken);
    assert.ok(polls >= 1);
  });
});
