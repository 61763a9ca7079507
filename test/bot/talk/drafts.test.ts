import assert from 'node:assert/strict';
import { readDraft } from '#app/draft/draftRecord.ts';
import { TENANT } from '#test/support/bot/fakeTeams.ts';
import type { RunningBot } from '#test/support/bot/startBot.ts';
import { type Talker, talker, talkingBot } from '#test/support/talk/talkScene.ts';

describe('Talking while a deal is created', () => {
  let bot: RunningBot;
  let anna: Talker;
  let northwind: string;
  before(async () => {
    bot = await talkingBot();
  });
  after(() => bot.stop());
  beforeEach(async () => {
    anna = await talker(bot);
    northwind = await anna.works('Northwind');
    await anna.says('new deal');
  });

  const draft = async () => {
    const personId = `${TENANT}:${anna.person.aadObjectId}`;
    const open = await readDraft(bot.composed, { organization: 'contoso', personId });
    return open?.draft ?? assert.fail('the draft is gone');
  };
  const says = async (text: string) => {
    const before = bot.teams.in(anna.chat);
    await anna.says(text);
    const [answer] = bot.teams.in(anna.chat).filter((one) => !before.includes(one));
    return JSON.stringify(answer?.activity ?? {});
  };

  for (const [text, answer] of [
    ['move northwind to negotiated', /moved to/],
    ['how is northwind going?', /Northwind plan/],
    ['we won northwind', /Mark Northwind as won/],
    ['what needs me?', /needs you/],
  ] as const) {
    it(`given the customer is asked, when "${text}" is typed, then it is a sentence, no name, and the customer is still asked`, async () => {
      assert.match(await says(text), answer);
      const { step, customer } = await draft();
      assert.deepEqual([step, customer], ['customer', undefined]);
    });
  }

  for (const text of ['Won Ton Foods', 'Northwind', 'Northwind 45k', 'Move It Logistics']) {
    it(`given the customer is asked, when "${text}" is typed, then it is the customer, and no deal changes`, async () => {
      const before = await anna.deal(northwind);
      assert.doesNotMatch(await says(text), /moved to|as won\?|is now worth/);
      assert.deepEqual(await anna.deal(northwind), before);
    });
  }

  it('given a question about another deal, when yes is typed, then it answers that, and the draft goes on', async () => {
    await says('we won northwind');
    assert.match(await says('yes'), /is won/);
    assert.equal((await anna.deal(northwind)).stage, 'closed');
    assert.match(await says('Zephyr Dynamics, Oslo'), /Zephyr Dynamics/);
  });

  it('given a question about another deal, when the draft is answered, then the question is gone', async () => {
    await says('we won northwind');
    assert.match(await says('Zephyr Dynamics, Oslo'), /Zephyr Dynamics/);
    await says('yes');
    assert.equal((await anna.deal(northwind)).stage, 'accepted');
  });
});
