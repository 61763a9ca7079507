import assert from 'node:assert/strict';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import { pressOn, readable } from '#test/support/bot/client.ts';
import { referralArrives, referralCardIn } from '#test/support/bot/scene.ts';
import { type RunningBot, startBot, until } from '#test/support/bot/startBot.ts';
import { temporaryFile, twoOrganizations } from '#test/support/organization/organizations.ts';
import { inbound } from '#test/support/referral/referrals.ts';
import { breakable } from '#test/support/store/breakableStore.ts';

const TITLE = 'Co-sell referrals, answered in time';

describe('Installing and removing the bot', () => {
  let bot: RunningBot;
  beforeEach(async () => {
    bot = await startBot();
  });
  afterEach(() => bot.stop());

  for (const kind of ['personal', 'channel'] as const) {
    it(`given both events announce an installation (${kind}), several times and at once, then one welcome`, async () => {
      const { teams } = bot;
      const anna = teams.person('Anna Berg');
      const place = kind === 'personal' ? teams.chatOf(anna) : teams.channel('19:sales');
      const announce = () => [teams.install(anna, place), teams.botJoins(anna, place)];
      await Promise.all([...announce(), ...announce()]);
      await Promise.all(announce());
      assert.equal(teams.in(place).length, 1);
      const [welcome] = teams.in(place);
      assert.equal(welcome?.activity.summary, TITLE);
      assert.match(readable(welcome?.activity ?? {}), /Type help to see what I can do/);
    });
  }

  it('given a team, then the welcome says who added it', async () => {
    const anna = bot.teams.person('Anna Berg');
    const channel = bot.teams.channel('19:sales');
    await bot.teams.install(anna, channel);
    assert.match(readable(bot.teams.in(channel)[0]?.activity ?? {}), /Added by Anna Berg\./);
  });

  it('given other people join, then nobody is welcomed', async () => {
    const anna = bot.teams.person('Anna Berg');
    const channel = bot.teams.channel('19:sales');
    await bot.teams.send(anna, channel, { type: 'conversationUpdate', membersAdded: [{ id: '29:new' }] });
    assert.deepEqual(bot.teams.messages, []);
  });

  it('given referrals that wait, when the bot is installed, then their cards come after the welcome (CR-51)', async () => {
    const referral = inbound();
    await bot.intake(referral);
    const anna = bot.teams.person('Anna Berg');
    const chat = bot.teams.chatOf(anna);
    await bot.teams.install(anna, chat);
    await referralCardIn(bot, chat);
    assert.equal(bot.teams.in(chat)[0]?.activity.summary, TITLE);
  });

  it('given it is removed, then nothing more comes, and after it is back what was missed comes, but no second welcome', async () => {
    const { anna, chat, channel, card, channelCard } = await referralArrives(bot);
    await bot.teams.install(anna, chat, 'remove');
    await pressOn(bot.teams, anna, channel, channelCard, 'referral.decline', { reason: 'other' });
    const meanwhile = inbound({ customerProfile: { name: 'Meanwhile Ltd' } });
    await bot.intake(meanwhile);
    await until('the channel has it all', () => channelCard.edits === 1 && inChannel(/Meanwhile Ltd/));
    assert.deepEqual([bot.teams.in(chat).length, card.edits], [2, 0]);

    await bot.teams.install(anna, chat);
    await until('the new card', () =>
      bot.teams.in(chat).find(({ activity }) => /Meanwhile/.test(readable(activity))),
    );
    await until('the old card is set right', () => card.edits === 1);
    assert.match(readable(card.activity), /Declined by Anna Berg/);
    assert.equal(welcomesIn(bot, chat), 1);

    function inChannel(text: RegExp): boolean {
      return bot.teams.in(channel).some(({ activity }) => text.test(readable(activity)));
    }
  });

  it('given it is removed from the team, then the channel gets nothing more', async () => {
    const { anna, chat, channel } = await referralArrives(bot);
    await bot.teams.botLeaves(anna, channel);
    const before = bot.teams.in(channel).length;
    await bot.intake(inbound({ customerProfile: { name: 'Afterwards Ltd' } }));
    await until('the card in the chat', () =>
      bot.teams.in(chat).find(({ activity }) => /Afterwards/.test(readable(activity))),
    );
    assert.equal(bot.teams.in(channel).length, before);
  });

  it('given the installation event was lost, when somebody writes, then they get cards all the same', async () => {
    const anna = bot.teams.person('Anna Berg');
    const chat = bot.teams.chatOf(anna);
    await bot.teams.say(anna, chat, 'hi');
    await bot.intake(inbound());
    await referralCardIn(bot, chat);
  });
});

describe('The welcome in a personal chat', () => {
  let bot: RunningBot;
  let file: Awaited<ReturnType<typeof temporaryFile>>;
  before(async () => {
    file = await temporaryFile(
      twoOrganizations([
        { email: 'ada.admin@contoso.example', role: 'referrals-admin' },
        { email: 'bert.berlin@contoso.example', role: 'referrals-admin', locations: ['7654321'] },
        { email: 'tea.team@contoso.example', role: 'referrals-user' },
      ]),
    );
    bot = await startBot({ ORGANIZATIONS_FILE: file.path });
  });
  after(async () => {
    await bot.stop();
    await file.remove();
  });

  for (const [name, says] of [
    ['Ada Admin', /You’re a referrals admin: every new referral comes to this chat/],
    ['Bert Berlin', /You’re a referrals admin for your locations/],
    ['Tea Team', /You’ll get a card here for each new referral with you on its team/],
    ['Una Unlisted', /You’re not on the list of people who decide on referrals yet/],
  ] as const) {
    it(`given ${name}, then it says what comes to them (CR-51, CR-55)`, async () => {
      const person = bot.teams.person(name);
      const chat = bot.teams.chatOf(person);
      await bot.teams.install(person, chat);
      assert.match(readable(bot.teams.in(chat)[0]?.activity ?? {}), says);
    });
  }

  it('given a tenant that nobody set up, then every way in is refused with its id, and nothing is stored', async () => {
    const tenantId = '00000000-0000-4000-8000-0000000000DD';
    const store = breakable(openSqliteStore({ file: ':memory:' }));
    const own = await startBot({ ORGANIZATIONS_FILE: file.path }, { store });
    store.written.length = 0;
    const eve = own.teams.person('Eve Unknown', { tenantId });
    const chat = own.teams.chatOf(eve);
    const refusal = `I’m not set up for your organization yet. Give this tenant ID to the bot’s administrator: ${tenantId.toLowerCase()}`;
    await Promise.all([own.teams.install(eve, chat), own.teams.botJoins(eve, chat)]);
    await own.teams.say(eve, chat, 'help');
    await own.teams.say(eve, chat, 'language');
    assert.deepEqual(
      own.teams.in(chat).map(({ activity }) => activity.text),
      [refusal, refusal, refusal],
    );
    const answer = await own.teams.press(eve, chat, 'language.choose', { language: 'de' });
    assert.equal(answer.body?.value, refusal);
    await own.teams.install(eve, own.teams.channel('19:unknown'));
    // The worker brings the organizations' own documents up to date meanwhile.
    const ofThem = store.written.filter((one) =>
      JSON.stringify(one).toLowerCase().includes(tenantId.toLowerCase()),
    );
    assert.deepEqual(ofThem, []);
    await own.stop();
  });
});

function welcomesIn(bot: RunningBot, place: Parameters<RunningBot['teams']['in']>[0]): number {
  return bot.teams.in(place).filter(({ activity }) => activity.summary === TITLE).length;
}
