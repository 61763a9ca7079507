import assert from 'node:assert/strict';
import { cardOf, executed, readable } from '#test/support/bot/client.ts';
import { type Place, TENANT, type TestPerson } from '#test/support/bot/fakeTeams.ts';
import { refuse } from '#test/support/bot/refusals.ts';
import { type RunningBot, startBot, until } from '#test/support/bot/startBot.ts';
import { CONTOSO_KEY, temporaryFile, twoOrganizations } from '#test/support/organization/organizations.ts';
import { inbound } from '#test/support/referral/referrals.ts';

const admins = ['ada.admin', 'bo.admin', 'cleo.admin'].map((name) => ({
  email: `${name}@contoso.example`,
  role: 'referrals-admin' as const,
}));

describe('delivery: what did not arrive, for admins', () => {
  let bot: RunningBot;
  let file: Awaited<ReturnType<typeof temporaryFile>>;
  let [ada, bo, cleo]: TestPerson[] = [];

  before(async () => {
    file = await temporaryFile(twoOrganizations(admins));
    bot = await startBot({ ORGANIZATIONS_FILE: file.path });
    [ada, bo, cleo] = ['Ada Admin', 'Bo Admin', 'Cleo Admin'].map((name) => bot.teams.person(name));
    for (const one of [ada, bo, cleo]) await bot.teams.install(who(one), chatOf(one));
  });
  after(async () => {
    await bot.stop();
    await file.remove();
  });

  const who = (one: TestPerson | undefined): TestPerson => one ?? assert.fail('nobody');
  const chatOf = (one: TestPerson | undefined): Place => bot.teams.chatOf(who(one));
  const asked = async (text: string) => {
    await bot.teams.say(who(ada), chatOf(ada), text);
    return cardOf(bot.teams.in(chatOf(ada)).at(-1) ?? assert.fail('no answer'));
  };
  const press = (card: object, verb: string, typed = {}) =>
    bot.teams.press(who(ada), chatOf(ada), verb, executed(card, verb, typed));
  const shows = (one: TestPerson | undefined, words: RegExp) =>
    bot.teams.in(chatOf(one)).some(({ activity }) => words.test(readable(activity)));
  /** A referral comes, and Bo's chat takes nothing. */
  const inVain = async (customer: string) => {
    bot.teams.disturb = (call, response) =>
      decodeURIComponent(call.path).includes(chatOf(bo).conversationId) &&
      refuse(403, 'ConversationBlockedByUser')(call, response);
    await bot.intake(inbound({ team: [], customerProfile: { name: customer } }), CONTOSO_KEY);
    await until('it is listed', async () => readable(await asked('delivery')).includes(customer));
    bot.teams.disturb = undefined;
  };

  it('given everything arrived, then the list says so, and so does the checklist', async () => {
    assert.match(readable(await asked('zustellung')), /Everything arrived/);
    assert.match(readable(await asked('setup')), /Messages arrive/);
  });

  it('given a colleague blocked the bot, then what, to whom, of which deal and why; sent again, it arrives', async () => {
    await inVain('Alpine Ski House');
    assert.match(readable(await asked('setup')), /Messages arrive[\s\S]*1 didn’t/);
    const list = await asked('delivery');
    assert.match(readable(list), /Alpine Ski House[\s\S]*Bo Admin has blocked the bot[\s\S]*The deal’s card/);
    const one = cardOf(await bot.teams.press(who(ada), chatOf(ada), 'delivery.show', rowOf(list)));
    assert.match(readable(one), /Send again[\s\S]*403 ConversationBlockedByUser/);
    assert.match(readable(await press(one, 'delivery.retry')), /I’m trying again/);
    await until('Bo has it', () => shows(bo, /Alpine Ski House/));
    assert.match(readable(await asked('delivery')), /Everything arrived/);
    assert.match(readable(await press(one, 'delivery.retry')), /settled by now/);
  });

  it('given it is sent to somebody else who may see the deal, then that one is told by whom and why', async () => {
    await inVain('Blue Yonder');
    const list = await asked('delivery');
    const one = cardOf(await bot.teams.press(who(ada), chatOf(ada), 'delivery.show', rowOf(list)));
    assert.match(
      readable(await press(one, 'delivery.forward', { to: '' })),
      /Choose one from the list first/,
    );
    const to = `${TENANT}:${who(cleo).aadObjectId}`;
    assert.match(readable(await press(one, 'delivery.forward', { to })), /Cleo Admin gets a message/);
    await until('Cleo is told', () =>
      shows(cleo, /Ada Admin asks you to look at Blue Yonder: a message about it didn’t reach Bo Admin/),
    );
  });
});

/** What a press on the first row of the list sends. */
function rowOf(list: object): object {
  return executed(list, 'delivery.show');
}
