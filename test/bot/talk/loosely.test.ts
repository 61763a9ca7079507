import assert from 'node:assert/strict';
import type { RunningBot } from '#test/support/bot/startBot.ts';
import { isLine, lineOf, type Talker, talker, talkingBot } from '#test/support/talk/talkScene.ts';

describe('A sentence that no template foresaw', () => {
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

  it('given the words of a command around the name of a deal, when it is said, then it is done and can be undone (CR-39)', async () => {
    const answer = await anna.asks('to 45k please, the value of contoso retail');
    assert.deepEqual((await anna.deal(id)).value, { amount: 45_000, currency: 'USD' });
    assert.ok(isLine(answer));
  });

  it('given words around the name that no deal has, then the deal is found by its name', async () => {
    assert.match(await anna.hears('mute everything about contoso'), /Contoso Retail/);
  });

  it('given what is final, then it is asked first all the same (CR-42)', async () => {
    const ask = await anna.asks('contoso, that one we finally won');
    assert.match(lineOf(ask), /Mark Contoso Retail.* as won\?/);
    assert.equal((await anna.deal(id)).stage, 'accepted');
  });

  for (const text of ['do not move contoso to 80%', 'contoso has 80 employees', 'contoso won an award']) {
    it(`given ${text}, then nothing changes, and its deal is offered`, async () => {
      const before = await anna.deal(id);
      assert.match(await anna.hears(text), /Contoso Retail/);
      assert.deepEqual(await anna.deal(id), before);
    });
  }
});
