import assert from 'node:assert/strict';
import { verbs } from '#bot/dispatch/verbs.ts';
import { readable, textAnswer } from '#test/support/bot/client.ts';
import type { Place, TestPerson } from '#test/support/bot/fakeTeams.ts';
import { referralCardIn } from '#test/support/bot/scene.ts';
import { type RunningBot, startBot } from '#test/support/bot/startBot.ts';
import { inbound } from '#test/support/referral/referrals.ts';

const MOVED = 'I’ve answered in our personal chat.';
const NO_CHAT = 'I only answer this in our personal chat. Open a chat with me and ask me there.';

/** Buttons that stand in a channel, as those of the card of help, and whose answer is for one person. */
describe('A press in a channel for something personal', () => {
  let bot: RunningBot;
  let anna: TestPerson;
  let stranger: TestPerson;
  let chat: Place;
  let channel: Place;
  let referral: string;

  before(async () => {
    bot = await startBot();
    const { teams } = bot;
    anna = teams.person('Anna Berg');
    stranger = teams.person('Nils Nochat');
    chat = teams.chatOf(anna);
    channel = teams.channel('19:sales');
    await teams.install(anna, chat);
    await teams.install(anna, channel);
    const sent = inbound();
    referral = String(sent.id);
    await bot.intake(sent);
    await referralCardIn(bot, channel);
  });
  after(() => bot.stop());

  const personal = Object.keys(verbs).filter((verb) =>
    /^(deals|members?|locations?|routes?|setup|whoami)\.|^deal\.(open|favorite)$/.test(verb),
  );
  const data = () => ({ list: 'inbound', text: 'fabrikam', referral, on: 'yes' });

  for (const verb of personal) {
    it(`given ${verb}, when pressed in either way, then the answer stands in the personal chat and the channel says only that`, async () => {
      const inChannel = bot.teams.in(channel).length;
      const inChat = bot.teams.in(chat).length;
      assert.deepEqual(await bot.teams.press(anna, channel, verb, data()), textAnswer(MOVED));
      await bot.teams.submit(anna, channel, { verb, ...data() });
      assert.deepEqual(textsSince(inChannel), [MOVED]);
      const answers = bot.teams.in(chat).slice(inChat);
      assert.equal(answers.length, 2);
      for (const { activity } of answers) assert.ok(readable(activity) || activity.text);
    });

    it(`given ${verb} and somebody without a chat, when pressed in either way, then it is said how to get the answer, and nothing else`, async () => {
      const before = bot.teams.in(channel).length;
      assert.deepEqual(await bot.teams.press(stranger, channel, verb, data()), textAnswer(NO_CHAT));
      await bot.teams.submit(stranger, channel, { verb, ...data() });
      assert.deepEqual(textsSince(before), [NO_CHAT]);
    });
  }

  function textsSince(before: number): unknown[] {
    return bot.teams
      .in(channel)
      .slice(before)
      .map(({ activity }) => activity.text);
  }
});
