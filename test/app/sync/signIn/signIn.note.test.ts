import assert from 'node:assert/strict';
import { CONNECTION_ID } from '#app/sync/connectionRecord.ts';
import { createConnections } from '#app/sync/signIn/connections.ts';
import { createKnownConnections } from '#app/sync/signIn/knownConnections.ts';
import { UnavailableError } from '#ports/errors.ts';
import type { PartnerCenterApi } from '#ports/partnerCenterApi.ts';
import { type WatchedSignIn, watchedSignIn } from '#test/support/sync/watchedSignIn.ts';

describe('What a call to Partner Center shows of the sign-in', () => {
  let signIn: WatchedSignIn;
  let fails: Error | undefined;
  beforeEach(async () => {
    signIn = await watchedSignIn();
    fails = undefined;
  });
  afterEach(() => signIn.app.close());
  const connections = () => {
    const { app } = signIn;
    const answer = async () => {
      if (fails) throw fails;
      return undefined;
    };
    const api = { one: answer } as Partial<PartnerCenterApi> as PartnerCenterApi;
    const known = createKnownConnections(app.deps, () => 'write');
    const tokens = { tokenFor: async () => 'token', forget() {} };
    return createConnections({ ...app.deps, tokens, known, createApi: () => api });
  };
  const signedOut = async () => (await signIn.connection())?.signedOut?.code;

  it('given the token is not good for anything, then it is noted with the code; a call that works takes it back', async () => {
    const api = await connections().open('contoso');
    fails = new UnavailableError('signed-out', { cause: '401 900421' });
    await assert.rejects(async () => await api?.one('x'), /signed-out/);
    assert.equal(await signedOut(), '401 900421');
    fails = undefined;
    await api?.one('x');
    assert.equal(await signedOut(), undefined);
  });

  it('given Partner Center is away, or another process noted it and died, then a call that works takes it back only', async () => {
    const one = await connections().open('contoso');
    fails = new UnavailableError('throttled');
    await assert.rejects(async () => await one?.one('x'), /throttled/);
    assert.equal(await signedOut(), undefined);
    fails = new UnavailableError('signed-out', {
      cause: new Error('AADSTS700082 and who knows: ada@contoso.example'),
    });
    await assert.rejects(async () => await one?.one('x'), /signed-out/);
    assert.equal(await signedOut(), 'signed-out', 'words of others are not kept');
    fails = undefined;
    await (await connections().open('contoso'))?.one('x');
    assert.equal(await signedOut(), undefined);
  });

  it('given somebody connects or disconnects elsewhere, then this process knows it soon', async () => {
    const here = connections();
    assert.equal(here.modeOf('contoso'), 'none');
    await signIn.app.settled();
    assert.equal(here.modeOf('contoso'), 'write');
    const document = await signIn.app.store.read<'connection'>('contoso', CONNECTION_ID);
    await signIn.app.store.remove('contoso', CONNECTION_ID, document?.etag ?? '');
    assert.equal(await here.open('contoso'), undefined);
    assert.equal(here.modeOf('contoso'), 'none');
    assert.equal(await here.open('nobody'), undefined);
  });
});
