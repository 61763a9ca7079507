import assert from 'node:assert/strict';
import { cardOf, offers } from '#test/support/bot/client.ts';
import type { RunningBot } from '#test/support/bot/startBot.ts';
import { isLine, type Talker, talker, talkingBot } from '#test/support/talk/talkScene.ts';

// Cold: nothing was opened before. One message, and no press.
describe('One message and no press', () => {
  let bot: RunningBot;
  let anna: Talker;
  let id: string;
  before(async () => {
    bot = await talkingBot();
  });
  after(() => bot.stop());
  beforeEach(async () => {
    anna = await talker(bot);
    id = await anna.works('Contoso Retail');
    await anna.works('Northwind');
  });

  it('stage cold: 1 + 0 (CR-40)', async () => {
    const answer = await anna.asks('move contoso to negotiated');
    assert.equal((await anna.deal(id)).salesStage, 80);
    assert.ok(isLine(answer));
    assert.ok(offers(cardOf(answer), 'deal.undo'));
  });

  it('value cold: 1 + 0 (CR-39)', async () => {
    const answer = await anna.asks('set contoso to 45k');
    assert.deepEqual((await anna.deal(id)).value, { amount: 45_000, currency: 'USD' });
    assert.ok(isLine(answer));
    assert.ok(offers(cardOf(answer), 'deal.undo'));
  });

  it('close date cold: 1 + 0', async () => {
    const answer = await anna.asks('close date of contoso is 2031-03-31');
    assert.equal((await anna.deal(id)).closeDate, '2031-03-31');
    assert.ok(isLine(answer));
  });

  it('rename cold: 1 + 0', async () => {
    await anna.asks('rename contoso to Till replacement');
    assert.equal((await anna.deal(id)).name, 'Till replacement');
  });

  it('hand over cold: 1 + 0 (CR-22)', async () => {
    const carl = await talker(bot, 'Carl Lind');
    const answer = await anna.asks('hand contoso to Carl');
    assert.equal((await anna.deal(id)).holder, carl.person.email);
    assert.ok(isLine(answer));
  });

  it('note: 1 + 0, for the own company alone', async () => {
    const answer = await anna.asks('note contoso: they like it');
    const [note] = (await anna.deal(id)).recent?.at(-1)?.changes ?? [];
    assert.deepEqual(note?.to, { kind: 'note', text: 'they like it', audience: 'us' });
    assert.ok(isLine(answer));
  });

  it('favorite: 1 + 0 (CR-14)', async () => {
    assert.match(await anna.hears('favorite contoso'), /^Contoso Retail · In your favorites/);
    assert.match(await anna.hears('undo'), /Contoso Retail · No longer a favorite/);
  });

  it('what needs me: 1 + 0', async () => {
    await anna.gets('Tailspin');
    assert.match(await anna.hears('what needs me?'), /Tailspin/);
  });

  it('undo: 1 + 0', async () => {
    await anna.asks('move contoso to negotiated');
    assert.match(await anna.hears('undo'), /Undone/);
    assert.equal((await anna.deal(id)).salesStage, undefined);
  });

  it('a deal by its bare name: 1 + 0', async () => {
    const card = await anna.asks('contoso');
    assert.ok(offers(cardOf(card), 'stage.mark'));
  });

  it('how a deal is going: 1 + 0, in three lines', async () => {
    await anna.asks('move contoso to proposed');
    const answer = await anna.hears('how is contoso going?');
    assert.match(
      answer,
      /Contoso Retail \$120,000 .*Now .*Proposed \(60%\).* Last .*Seller \d+.*Proposed.* Next /,
    );
    assert.match(answer, /Next .*Negotiated \(80%\) Open/);
  });
});
