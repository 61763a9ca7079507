import assert from 'node:assert/strict';
import { cardOf, executed, offers, readable } from '#test/support/bot/client.ts';
import type { Place, TestPerson } from '#test/support/bot/fakeTeams.ts';
import { type RunningBot, startBot, until } from '#test/support/bot/startBot.ts';
import { CONTOSO_KEY, temporaryFile, twoOrganizations } from '#test/support/organization/organizations.ts';
import { inbound } from '#test/support/referral/referrals.ts';

const CLEVELAND = '1234567';
const BERLIN = '7654321';
const people = [
  { email: 'ada.admin@contoso.example', role: 'referrals-admin' as const },
  { email: 'cleo.cleveland@contoso.example', role: 'referrals-admin' as const, locations: [CLEVELAND] },
];

describe('A channel becomes a recipient by somebody who may (CR-51)', () => {
  let bot: RunningBot;
  let file: Awaited<ReturnType<typeof temporaryFile>>;
  let [ada, cleo, eve]: TestPerson[] = [];
  let sales: Place;

  before(async () => {
    file = await temporaryFile(twoOrganizations(people));
  });
  after(() => file.remove());
  beforeEach(async () => {
    bot = await startBot({ ORGANIZATIONS_FILE: file.path });
    [ada, cleo, eve] = ['Ada Admin', 'Cleo Cleveland', 'Eve Else'].map((name) => bot.teams.person(name));
    for (const one of [ada, cleo, eve]) await bot.teams.install(who(one), chatOf(one));
    sales = bot.teams.channel('19:sales@thread.tacv2');
    await bot.teams.install(who(eve), sales);
  });
  afterEach(() => bot.stop());

  const who = (one: TestPerson | undefined): TestPerson => {
    assert.ok(one);
    return one;
  };
  const chatOf = (one: TestPerson | undefined) => bot.teams.chatOf(who(one));
  const welcome = () => cardOf(bot.teams.in(sales)[0] ?? assert.fail('no welcome'));
  const presses = (one: TestPerson | undefined, place: Place, card: object, verb: string, typed = {}) =>
    bot.teams.press(who(one), place, verb, executed(card, verb, typed));
  const lastCard = (one: TestPerson | undefined) =>
    cardOf(bot.teams.in(chatOf(one)).at(-1) ?? assert.fail('no answer'));
  const cardsIn = (place: Place) =>
    bot.teams.in(place).filter(({ activity }) => offers(activity, 'referral.accept')).length;
  let count = 0;
  /** Has a referral come; resolves when the admin of the whole company has its card. */
  const arrives = async (mpnId: string) => {
    const name = `Customer number ${++count}.`;
    await bot.intake(inbound({ team: [], mpnId, customerProfile: { name } }), CONTOSO_KEY);
    await until('the card of the admin', () =>
      bot.teams.in(chatOf(ada)).some(({ activity }) => readable(activity).includes(name)),
    );
  };

  it('given anybody adds the bot to a team, then no referral is shown there, and the welcome says who can have them', async () => {
    assert.match(readable(welcome()), /No referrals come here yet[\s\S]*Who can: (ada\.admin|Ada Admin)/);
    await arrives(CLEVELAND);
    assert.equal(cardsIn(sales), 0);
    await presses(eve, sales, welcome(), 'channel.on');
    await arrives(CLEVELAND);
    assert.equal(cardsIn(sales), 0);
  });

  it('given an admin of the whole company presses the button of the welcome, then the cards come, until Stop', async () => {
    await arrives(CLEVELAND);
    await presses(ada, sales, welcome(), 'channel.on');
    await until('the card', () => cardsIn(sales) === 1);
    const done = lastCard(ada);
    assert.match(readable(done), /gets all new referrals without another route/);
    assert.match(
      readable(await presses(ada, chatOf(ada), done, 'channel.off')),
      /gets no more new referrals/,
    );
    await arrives(BERLIN);
    assert.equal(cardsIn(sales), 1);
  });

  it('given an admin of a location presses it, then the form offers the own locations alone', async () => {
    await presses(cleo, sales, welcome(), 'channel.on');
    const form = lastCard(cleo);
    assert.ok(!readable(form).includes('Berlin'));
    const forged = await presses(cleo, chatOf(cleo), form, 'route.make', { location: BERLIN });
    assert.match(readable(forged), /only route referrals of your own locations/);
    const made = await presses(cleo, chatOf(cleo), form, 'route.make');
    assert.match(readable(made), /Route added/);
    await arrives(CLEVELAND);
    await until('the card', () => cardsIn(sales) === 1);
    await arrives(BERLIN);
    assert.equal(cardsIn(sales), 1);
  });

  it('given route typed in another standard channel of a team, then that channel is chosen and gets the cards', async () => {
    const deals = bot.teams.channel('19:sales@thread.tacv2', '19:deals@thread.tacv2');
    await bot.teams.say(who(ada), deals, 'route');
    const form = lastCard(ada);
    assert.equal(executed(form, 'route.make')['channel.0'], '19:deals@thread.tacv2');
    await presses(ada, chatOf(ada), form, 'route.make', { location: BERLIN });
    await arrives(BERLIN);
    await until('the card', () => cardsIn(deals) === 1);
    const card = cardOf(bot.teams.in(deals).at(-1) ?? assert.fail());
    const id = bot.teams.in(deals).at(-1)?.activity.id;
    await bot.teams.press(
      who(ada),
      deals,
      'referral.decline',
      executed(card, 'referral.decline', { reason: 'other' }),
      { replyToId: String(id) },
    );
    await until('the copy there is kept true', () =>
      /Declined by Ada Admin/.test(readable(bot.teams.in(deals).at(-1)?.activity ?? {})),
    );
    await bot.teams.install(who(eve), sales, 'remove');
    await arrives(BERLIN);
    assert.equal(cardsIn(deals), 0);
  });

  const ofType = (type: string, id: string) => ({
    channelData: {
      tenant: { id: '00000000-0000-4000-8000-0000000000aa' },
      team: { id: '19:sales@thread.tacv2' },
      channel: { id, name: 'Joint', type },
    },
  });
  const readsAlong = /Joint \(shared: the other company reads along\)/;

  for (const type of ['shared', 'somethingNew']) {
    it(`given route typed in a channel of type ${type}, then it says wherever it is named that another company reads along`, async () => {
      const shared = bot.teams.channel('19:sales@thread.tacv2', `19:${type}@thread.tacv2`);
      await bot.teams.say(who(ada), shared, 'route', ofType(type, shared.conversationId));
      const form = lastCard(ada);
      assert.equal(executed(form, 'route.make')['channel.0'], shared.conversationId);
      assert.match(JSON.stringify(form), readsAlong);
      const made = await presses(ada, chatOf(ada), form, 'route.make', { location: BERLIN });
      assert.match(readable(made), readsAlong);
      await arrives(BERLIN);
      await until('the card', () => cardsIn(shared) === 1);
      // Somebody of the other company reads it, presses, and is refused where nobody else sees it.
      const fred = bot.teams.person('Fred', { homeTenantId: '00000000-0000-4000-8000-0000000000ee' });
      const before = bot.teams.messages.length;
      const card = bot.teams.in(shared).at(-1) ?? assert.fail();
      for (const verb of ['referral.accept', 'referral.decline', 'deal.ask', 'deal.glance']) {
        const data = { referral: /"referral":"([^"]+)"/.exec(JSON.stringify(card.activity))?.[1] };
        const refused = await bot.teams.press(fred, shared, verb, data, { replyToId: card.id });
        assert.match(readable(refused.body ?? {}), /people from other organizations can’t use this bot/);
      }
      assert.equal(bot.teams.messages.length, before);
    });
  }

  it('given route typed in a private channel, then that channel is chosen and gets the cards', async () => {
    const closed = bot.teams.channel('19:sales@thread.tacv2', '19:private@thread.tacv2');
    await bot.teams.say(who(ada), closed, 'route', ofType('private', closed.conversationId));
    const form = lastCard(ada);
    assert.doesNotMatch(JSON.stringify(form), /reads along/);
    await presses(ada, chatOf(ada), form, 'route.make', { location: BERLIN });
    await arrives(BERLIN);
    await until('the card', () => cardsIn(closed) === 1);
  });
});
