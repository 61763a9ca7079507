import assert from 'node:assert/strict';
import { enterByHand } from '#app/sync/sync.enter.ts';
import { type App, startApp } from '#test/support/app/runningApp.ts';
import { inAWord, pressOf } from '#test/support/deal/progressing.ts';
import { command, created, dealOf } from '#test/support/engagement/engaged.ts';

describe('sync.enter', () => {
  let app: App;
  beforeEach(() => {
    app = startApp();
  });
  afterEach(() => app.close());

  const deal = () => dealOf(app, 'contoso', 'deal-1');
  const indexed = async () => (await app.store.read('contoso', 'referral:deal-1'))?.index;

  it('given a new deal, when somebody entered it in Partner Center, then it differs no more, for everybody', async () => {
    const { revision, unsynced } = await created(app);
    assert.deepEqual(
      unsynced?.map(({ field }) => field),
      ['deal'],
    );
    assert.equal((await indexed())?.sync, 'open');
    assert.equal((await indexed())?.unsynced, unsynced[0]?.since);
    const press = { ...pressOf(), fields: ['deal' as const], seen: revision };
    assert.equal(inAWord(await enterByHand(app.deps, press)), 'done');
    assert.equal((await deal())?.unsynced, undefined);
    assert.equal((await indexed())?.sync, undefined);
    assert.equal((await indexed())?.unsynced, undefined);
  });

  it('given two who press, then the second is told that nothing is left; given one press twice, then it counts once', async () => {
    const { revision } = await created(app);
    const press = { ...pressOf(), fields: ['deal' as const], seen: revision };
    const answers = [press, press, { ...press, ...pressOf('bo') }];
    const said: string[] = [];
    for (const one of answers) said.push(inAWord(await enterByHand(app.deps, one)));
    assert.deepEqual(said, ['done', 'done', 'sync-nothing']);
  });

  it('given that the deal was changed since it was looked at, then what was typed may be old, and it still differs', async () => {
    const { revision } = await created(app);
    await command(app, 'contoso', 'deal-1', { type: 'stage.mark', stage: 20 });
    const press = { ...pressOf(), fields: ['deal' as const], seen: revision };
    assert.equal(inAWord(await enterByHand(app.deps, press)), 'changed-meanwhile');
    assert.equal((await deal())?.unsynced?.length, 1);
  });

  it('given somebody who may not edit the deal, then nothing happens (CR-2 to CR-4)', async () => {
    const { revision } = await created(app);
    const press = { ...pressOf('bo', { member: undefined }), fields: ['deal' as const], seen: revision };
    assert.equal(inAWord(await enterByHand(app.deps, press)), 'not-allowed');
  });
});
