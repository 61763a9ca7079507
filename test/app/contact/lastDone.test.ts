import assert from 'node:assert/strict';
import { forgetDone, noteDone, takeLastDone } from '#app/contact/lastDone.ts';
import { type App, startApp } from '#test/support/app/runningApp.ts';

const by = { organization: 'contoso', personId: 'tenant:anna', conversationId: 'chat-anna' };
const step = (revision: number) => ({ verb: 'deal.undo', data: { referral: 'r1', revision } });

describe('lastDone: what somebody did last in a chat', () => {
  let app: App;
  beforeEach(() => {
    app = startApp();
  });
  afterEach(() => app.close());

  const note = (revision: number, where = by) => noteDone(app.deps, where, step(revision));
  const take = async (where = by) => (await takeLastDone(app.deps, where))?.data.revision;

  it('given several things, then the newest is taken first, each once', async () => {
    for (const revision of [4, 5, 4]) await note(revision);
    assert.deepEqual([await take(), await take(), await take()], [4, 5, undefined]);
  });

  it('given another chat and another person, then they have their own', async () => {
    const channel = { ...by, conversationId: 'channel' };
    await note(4);
    await note(5, channel);
    assert.equal(await take({ ...by, personId: 'tenant:bo' }), undefined);
    assert.deepEqual([await take(), await take(channel)], [4, 5]);
  });

  it('given something that was taken back by its button, then it is forgotten', async () => {
    for (const revision of [4, 5]) await note(revision);
    await forgetDone(app.deps, by, step(5));
    assert.equal(await take(), 4);
  });

  it('given a day later, then nobody knows any more', async () => {
    await note(4);
    app.clock.advance(24 * 3_600_000);
    assert.equal(await take(), undefined);
  });

  it('given very many things, then the last eight are kept', async () => {
    for (let revision = 1; revision <= 20; revision++) await note(revision);
    const taken: unknown[] = [];
    for (let one = await take(); one !== undefined; one = await take()) taken.push(one);
    assert.deepEqual(taken, [20, 19, 18, 17, 16, 15, 14, 13]);
  });
});
