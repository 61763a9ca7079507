import assert from 'node:assert/strict';
import { undoDeal } from '#app/deal/deal.undo.ts';
import { inAWord, pressOf } from '#test/support/deal/progressing.ts';
import { decline } from '#test/support/organization/colleagues.ts';
import { type Connected, ID, startConnected } from '#test/support/sync/connected.ts';

const SECOND = 1_000;

describe('What can still be taken back does not reach Partner Center', () => {
  let one: Connected;
  beforeEach(async () => {
    one = startConnected();
    await one.arrives();
    one.asked();
  });
  afterEach(() => one.app.close());

  const undo = () => undoDeal(one.app.deps, pressOf('anna', { referralId: ID }));
  const written = () => one.asked().filter((request) => request.startsWith('PATCH'));

  it('given a decline, then it is sent once when it is final, and before that nobody is to enter it either (CR-36)', async () => {
    await decline(one.app, ID);
    await one.app.settled();
    assert.deepEqual([one.asked(), await one.open()], [[], []]);
    await one.app.final();
    assert.deepEqual(written(), ['PATCH 200']);
    assert.equal(one.there().substatus, 'Declined');
    one.app.clock.advance(3_600 * SECOND);
    await one.app.settled();
    assert.deepEqual(written(), []);
  });

  it('given a decline that is undone, then Partner Center never hears of it', async () => {
    await decline(one.app, ID);
    await one.app.settled();
    assert.equal(inAWord(await undo()), 'done');
    await one.app.final();
    assert.deepEqual([one.asked(), one.there().status, await one.open()], [[], 'New', []]);
  });

  it('given a deal that is won while its accept is on its way, then the accept alone is sent at first (CR-35, CR-42)', async () => {
    await one.accept();
    await one.win();
    await one.app.settled();
    assert.deepEqual([one.there().status, one.there().substatus], ['Active', 'Accepted']);
    assert.deepEqual(await one.open(), []);
    assert.equal((await one.here()).stage, 'closed');
    await one.app.final();
    assert.deepEqual([one.there().status, one.there().substatus], ['Closed', 'Won']);
  });

  it('given it was decided there meanwhile, then what was decided here is final, and a person is told (CR-50)', async () => {
    await decline(one.app, ID);
    one.core.state.decide(ID, 'accept');
    await one.polled();
    await one.app.settled();
    assert.equal(inAWord(await undo()), 'undo-final');
    const { stage } = await one.here();
    assert.equal(stage, 'closed');
  });

  it('given a stage that is marked and taken back, then both sides say the same (CR-40)', async () => {
    await one.accept();
    await one.app.settled();
    await one.edit({ name: { from: 'Our name', to: 'Another' } });
    await one.app.settled();
    assert.equal(one.there().name, 'Another');
    assert.equal(inAWord(await undo()), 'done');
    await one.app.settled();
    assert.deepEqual([one.there().name, (await one.here()).name], ['Our name', 'Our name']);
    assert.deepEqual(await one.open(), []);
  });
});
