import assert from 'node:assert/strict';
import { beginDigests } from '#app/digest/digest.begin.ts';
import { DIGEST_ID } from '#app/digest/digestRecord.ts';
import { type App, startApp } from '#test/support/app/runningApp.ts';
import { admin, install, members } from '#test/support/organization/colleagues.ts';

describe('digest.begin', () => {
  let app: App;
  const mornings = async (name: string) =>
    (await app.store.read<'digest'>(`contoso/personal/tenant:${name}`, DIGEST_ID))?.dueAt;
  const forget = async (name: string) => {
    const document = await app.store.read(`contoso/personal/tenant:${name}`, DIGEST_ID);
    if (document) await app.store.remove(document.partition, document.id, document.etag);
  };
  beforeEach(async () => {
    app = startApp();
    await members(app, admin('anna'));
  });
  afterEach(() => app.close());

  it('given people who had the bot before there were mornings, then theirs begin, once', async () => {
    const names = Array.from({ length: 120 }, (_, number) => `p${number}`);
    for (const name of names) await install(app, name);
    await install(app, 'gone', { installed: false });
    await app.settled();
    for (const name of names) await forget(name);
    await beginDigests(app.deps, app.organization);
    await app.settled();
    for (const name of names) assert.equal(await mornings(name), '2026-11-17T08:00:00.000Z', name);
    assert.equal(await mornings('gone'), undefined);
    await forget('p1');
    await beginDigests(app.deps, app.organization);
    await app.settled();
    assert.equal(await mornings('p1'), undefined, 'a restart does not begin again');
  });
});
