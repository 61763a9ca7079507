import assert from 'node:assert/strict';
import { type ChatNote, noteChat, type Question, readChat } from '#app/contact/chatMemory.ts';
import { type App, startApp } from '#test/support/app/runningApp.ts';

const anna = { organization: 'contoso', personId: 'anna', conversationId: 'a:anna' };
const inChannel = { ...anna, conversationId: '19:sales' };
const won: Question = { kind: 'confirm', verb: 'deal.win', data: { referral: 'deal-1' }, options: [] };
const lost: Question = { kind: 'confirm', verb: 'deal.lose', data: { referral: 'deal-1' }, options: [] };

describe('What was asked and shown in a chat', () => {
  let app: App;
  beforeEach(() => {
    app = startApp();
  });
  afterEach(() => app.close());

  const now = () => app.clock.now().toISOString();
  const note = (what: Omit<ChatNote, 'at'>, where = anna, at = now()) =>
    noteChat(app, where, { at, ...what });
  const asked = async (where = anna) => (await readChat(app, where)).question?.verb;

  it('given nothing was said, then there is nothing', async () => {
    assert.deepEqual(await readChat(app, anna), {});
  });

  it('given a question, then it is open where it was asked, and nowhere else', async () => {
    await note({ question: won });
    assert.equal(await asked(), 'deal.win');
    assert.equal(await asked(inChannel), undefined);
    assert.equal(await asked({ ...anna, personId: 'uma' }), undefined);
  });

  it('given two chats, then each has a question of its own', async () => {
    await note({ question: won });
    await note({ question: lost }, inChannel);
    assert.deepEqual([await asked(), await asked(inChannel)], ['deal.win', 'deal.lose']);
  });

  it('given another question, then it takes the place of the first', async () => {
    await note({ question: won });
    await note({ question: lost });
    assert.equal(await asked(), 'deal.lose');
  });

  it('given something else is shown, then the question is over, and the deal is what it means', async () => {
    await note({ question: won, focus: 'deal-1' });
    await note({ focus: 'deal-2' });
    const { question, focus } = await readChat(app, anna);
    assert.deepEqual([question, focus?.referralId], [undefined, 'deal-2']);
  });

  it('given an answer that shows no deal, then what was shown before stays', async () => {
    await note({ focus: 'deal-1', rows: ['deal-1', 'deal-2'] });
    await note({});
    const { focus, rows } = await readChat(app, anna);
    assert.deepEqual([focus?.referralId, rows], ['deal-1', ['deal-1', 'deal-2']]);
  });

  it('given an earlier press that is written down late, then it takes nothing from the later question', async () => {
    const earlier = now();
    app.clock.advance(5);
    await note({ question: won, focus: 'deal-2', rows: ['deal-2'] });
    await note({ focus: 'deal-1', rows: ['deal-1'] }, anna, earlier);
    const { question, focus, rows } = await readChat(app, anna);
    assert.deepEqual([question?.verb, focus?.referralId, rows], ['deal.win', 'deal-2', ['deal-2']]);
  });

  it('given two notes at once, then neither is lost', async () => {
    await Promise.all([note({ focus: 'deal-1' }), note({ rows: ['deal-2'] })]);
    const { focus, rows } = await readChat(app, anna);
    assert.deepEqual([focus?.referralId, rows], ['deal-1', ['deal-2']]);
  });

  it('given a day has passed, then nobody knows any more what was asked or shown', async () => {
    await note({ question: won, focus: 'deal-1', rows: ['deal-1'] });
    app.clock.advance(24 * 3_600_000 - 1);
    assert.equal(await asked(), 'deal.win');
    app.clock.advance(1);
    assert.deepEqual(await readChat(app, anna), {});
  });

  it('given a day has passed since the question, then later notes do not keep it open', async () => {
    await note({ question: won });
    app.clock.advance(23 * 3_600_000);
    await note({ focus: 'deal-1' }, anna, '2026-11-16T08:00:00.000Z');
    app.clock.advance(2 * 3_600_000);
    assert.equal(await asked(), undefined);
  });

  it('given the same deal is shown again, then nothing is written', async () => {
    await note({ focus: 'deal-1' });
    const etag = async () =>
      (await app.store.list({ partition: 'contoso/personal/anna', limit: 9 })).documents[0]?.etag;
    const before = await etag();
    await note({ focus: 'deal-1' });
    assert.ok(before);
    assert.equal(await etag(), before);
  });
});
