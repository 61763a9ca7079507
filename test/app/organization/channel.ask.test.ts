import assert from 'node:assert/strict';
import { switchChannel } from '#app/administration/channel.switch.ts';
import { channelDocumentId, channelDraft } from '#app/contact/contactRecord.ts';
import { askAboutChannels } from '#app/organization/channel.ask.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import { adminOf, by } from '#test/support/administration/administering.ts';
import { type App, MONDAY, startApp } from '#test/support/app/runningApp.ts';
import {
  addToTeam,
  admin,
  chatOf,
  HERE,
  install,
  members,
  shownIn,
} from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';

describe('Channels that got referrals before somebody had to say so (CR-51)', () => {
  let app: App;
  beforeEach(async () => {
    app = startApp();
    await members(app, admin('anna'), admin('lars'), admin('cleo', [HERE]));
  });
  afterEach(() => app.close());
  const arrives = async (id: string, changes: object = {}) => {
    await app.receive({ ...inbound({}, new Date(MONDAY)), id, mpnId: HERE, ...changes });
    await app.settled();
  };
  const switched = (name: string, on: boolean, member = adminOf(name)) =>
    switchChannel(app.deps, { ...by(app, name, member), channelId: '19:sales', on });
  /** As a channel was stored when an installation by anybody was enough. */
  const fromBefore = async (id: string) => {
    await addToTeam(app, id);
    await changeDocument<'channel', void>(app.deps, 'contoso', channelDocumentId(id), (document) => {
      assert.ok(document);
      const { takesRest: _takesRest, ...body } = document.body;
      return { draft: channelDraft('contoso', body, document.lease), result: undefined };
    });
  };

  it('given a channel from before, then it goes on, each company admin is asked once, and Stop stops it', async () => {
    for (const name of ['anna', 'lars', 'cleo']) await install(app, name);
    await fromBefore('19:sales');
    await arrives('r1');
    await arrives('r2');
    assert.deepEqual(shownIn(app, '19:sales'), ['card received', 'card received']);
    for (const name of ['anna', 'lars']) {
      assert.deepEqual(
        shownIn(app, chatOf(name)).filter((one) => one.startsWith('ask')),
        ['ask 19:sales'],
      );
    }
    assert.ok(!shownIn(app, chatOf('cleo')).includes('ask 19:sales'));
    await switched('lars', false);
    await arrives('r3');
    assert.equal(shownIn(app, '19:sales').length, 2);
  });

  it('given a channel from before whose team takes the bot out and in again, then it is like any new one', async () => {
    await fromBefore('19:sales');
    await addToTeam(app, '19:sales', false);
    await addToTeam(app, '19:sales');
    await arrives('r1');
    assert.deepEqual(shownIn(app, '19:sales'), []);
  });

  it('given no admin who can be reached, then nobody counts as asked', async () => {
    await fromBefore('19:sales');
    await arrives('r1');
    await install(app, 'anna');
    await askAboutChannels(app.deps, app.organization);
    app.deps.wake();
    await app.settled();
    assert.ok(shownIn(app, chatOf('anna')).includes('ask 19:sales'));
  });
});
