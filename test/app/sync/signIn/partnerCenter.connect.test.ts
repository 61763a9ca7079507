import assert from 'node:assert/strict';
import { CONNECTION_ID, connectionDraft } from '#app/sync/connectionRecord.ts';
import { beginSignIn } from '#app/sync/signIn/partnerCenter.connect.ts';
import { TOKEN_ID } from '#app/sync/signIn/tokenRecord.ts';
import {
  connect,
  fileStore,
  type OneProcess,
  oneProcess,
  vaultKey,
} from '#test/support/sync/signedInStore.ts';
import { type SigningIn, signingIn } from '#test/support/sync/signingIn.ts';

describe('Connecting an organization with Partner Center', () => {
  let at: SigningIn;
  let process: OneProcess;
  beforeEach(async () => {
    at = await signingIn();
    process = oneProcess(at, { store: fileStore(':memory:'), keys: [vaultKey()] });
  });
  afterEach(async () => {
    await Promise.all([at.standIn.close(), process.deps.store.close()]);
  });
  const stored = async () => (await process.deps.store.read<'connection'>('contoso', CONNECTION_ID))?.body;

  it('given somebody signs in, then nothing is kept before it is said so; then a running bot finds it due', async () => {
    const outcome = await beginSignIn(process.deps, at.organization, () => at.standIn.signIn.approve());
    assert.equal(outcome.kind, 'signed-in');
    assert.equal(await stored(), undefined);
    assert.equal(await process.deps.store.read('contoso', TOKEN_ID), undefined);
    if (outcome.kind === 'signed-in') await outcome.keep();
    assert.equal((await stored())?.account.username, 'referral.sync@contoso.example');
    const due = await process.deps.store.due(new Date().toISOString(), { total: 9, perOrganization: 9 });
    assert.deepEqual(due.map(({ kind }) => kind).sort(), ['connection', 'token']);
  });

  it('given it was declined, then nothing is kept', async () => {
    const outcome = await beginSignIn(process.deps, at.organization, () => at.standIn.signIn.deny());
    assert.deepEqual(outcome, { kind: 'refused', code: 'declined' });
    assert.equal(await stored(), undefined);
  });

  it('given the same tenant signs in again, then it reads on from where it was; given another, all anew', async () => {
    await connect(at, process);
    const noted = async (tenantId: string) => {
      const document = await process.deps.store.read<'connection'>('contoso', CONNECTION_ID);
      assert.ok(document);
      const { body } = document;
      const account = { ...body.account, tenantId };
      const signedOut = { code: 'AADSTS700082', at: body.connectedAt };
      const changed = {
        ...body,
        account,
        signedOut,
        watermark: '2026-11-20T10:00:00.0000000Z',
        quietPolls: 3,
      };
      await process.deps.store.replace(connectionDraft('contoso', changed), document.etag);
      await connect(at, process);
      const { watermark, signedOut: still, quietPolls } = (await stored()) ?? {};
      return { watermark, still, quietPolls };
    };
    assert.deepEqual(await noted(at.standIn.tenantId), {
      watermark: '2026-11-20T10:00:00.0000000Z',
      still: undefined,
      quietPolls: 3,
    });
    assert.deepEqual(await noted('another-tenant'), {
      watermark: undefined,
      still: undefined,
      quietPolls: 0,
    });
  });
});
