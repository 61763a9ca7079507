import assert from 'node:assert/strict';
import { CONNECTION_ID } from '#app/sync/connectionRecord.ts';
import { disconnect } from '#app/sync/signIn/partnerCenter.disconnect.ts';
import { TOKEN_ID } from '#app/sync/signIn/tokenRecord.ts';
import { UnavailableError } from '#ports/errors.ts';
import { type WatchedSignIn, watchedSignIn } from '#test/support/sync/watchedSignIn.ts';

describe('Ending the connection of an organization with Partner Center', () => {
  let signIn: WatchedSignIn;
  let removed: string[];
  let away: boolean;
  beforeEach(async () => {
    signIn = await watchedSignIn();
    [removed, away] = [[], false];
  });
  afterEach(() => signIn.app.close());
  const end = () =>
    disconnect(
      {
        store: signIn.app.store,
        vault: {
          most: 1,
          put: async () => '',
          take: async () => undefined,
          remove: async (organization) => {
            if (away) throw new UnavailableError('key-vault-away');
            removed.push(organization);
          },
        },
      },
      'contoso',
    );
  const left = async () => {
    const ids = [CONNECTION_ID, TOKEN_ID];
    const found = await Promise.all(ids.map((id) => signIn.app.store.read('contoso', id)));
    return found.flatMap((document) => document?.id ?? []);
  };

  it('given it is connected, then nothing is left of it, in the vault neither; done twice is done', async () => {
    await end();
    assert.deepEqual([await left(), removed], [[], ['contoso']]);
    await end();
    assert.deepEqual(await left(), []);
  });

  it('given the vault is away, then nobody begins anything more with it, and the rest is done the next time', async () => {
    away = true;
    await assert.rejects(end(), /key-vault-away/);
    assert.deepEqual(await left(), [TOKEN_ID]);
    away = false;
    await end();
    assert.deepEqual(await left(), []);
  });
});
