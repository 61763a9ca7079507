import assert from 'node:assert/strict';
import { CONNECTION_ID } from '#app/sync/connectionRecord.ts';
import { noteWebhook } from '#app/sync/reading/webhook.note.ts';
import { type WatchedSignIn, watchedSignIn } from '#test/support/sync/watchedSignIn.ts';

describe('The address at which webhooks were registered', () => {
  let signIn: WatchedSignIn;
  beforeEach(async () => {
    signIn = await watchedSignIn();
  });
  afterEach(() => signIn.app.close());

  it('given one was registered, then it is remembered, until it no longer is', async () => {
    const { deps } = signIn.app;
    await noteWebhook(deps, 'contoso', 'https://bot.example/hook');
    assert.equal((await signIn.connection())?.webhook?.url, 'https://bot.example/hook');
    await noteWebhook(deps, 'contoso', undefined);
    assert.equal((await signIn.connection())?.webhook, undefined);
  });

  it('given nobody is connected, then nothing is made for it', async () => {
    await noteWebhook(signIn.app.deps, 'fabrikam', 'https://bot.example/hook');
    assert.equal(await signIn.app.store.read('fabrikam', CONNECTION_ID), undefined);
  });
});
