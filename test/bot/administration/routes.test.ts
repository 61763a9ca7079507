import assert from 'node:assert/strict';
import { cardOf, executed, offers, readable } from '#test/support/bot/client.ts';
import type { Place, TestPerson } from '#test/support/bot/fakeTeams.ts';
import { installInChannel } from '#test/support/bot/scene.ts';
import { type RunningBot, startBot, until } from '#test/support/bot/startBot.ts';
import { CONTOSO_KEY, temporaryFile, twoOrganizations } from '#test/support/organization/organizations.ts';
import { inbound } from '#test/support/referral/referrals.ts';

const members = [{ email: 'ada.admin@contoso.example', role: 'referrals-admin' as const }];
const CLEVELAND = '1234567';
const BERLIN = '7654321';

describe('Locations and channel routes from a card', () => {
  let bot: RunningBot;
  let file: Awaited<ReturnType<typeof temporaryFile>>;
  let ada: TestPerson;
  let chat: Place;
  let sales: Place;
  let berlin: Place;

  before(async () => {
    file = await temporaryFile(twoOrganizations(members));
  });
  after(() => file.remove());
  beforeEach(async () => {
    bot = await startBot({ ORGANIZATIONS_FILE: file.path });
    ada = bot.teams.person('Ada Admin');
    chat = bot.teams.chatOf(ada);
    await bot.teams.install(ada, chat);
    sales = bot.teams.channel('19:sales@thread.tacv2');
    berlin = bot.teams.channel('19:berlin@thread.tacv2');
    for (const place of [sales, berlin]) await installInChannel(bot.teams, ada, place);
  });
  afterEach(() => bot.stop());

  const press = (card: object, verb: string, typed: Record<string, unknown> = {}) =>
    bot.teams.press(ada, chat, verb, executed(card, verb, typed));
  const typedBy = async (text: string, place = chat) => {
    await bot.teams.say(ada, place, text);
    const posted = bot.teams.in(chat).at(-1);
    assert.ok(posted);
    return cardOf(posted);
  };
  const make = async (typed: Record<string, unknown>) => press(await typedBy('route'), 'route.make', typed);
  const cardsIn = (place: Place) =>
    bot.teams.in(place).filter(({ activity }) => offers(activity, 'referral.accept')).length;
  const arrives = (changes: object) => bot.intake(inbound({ team: [], ...changes }), CONTOSO_KEY);

  it('given route typed in a channel, then the form comes in the personal chat with that team chosen, and says who reads it', async () => {
    const form = await typedBy('<at>Co-sell</at> route', berlin);
    assert.match(readable(form), /Everyone in a channel can read what’s posted there\./);
    assert.equal(executed(form, 'route.make')['channel.0'], '19:berlin@thread.tacv2');
    const made = await press(form, 'route.make', { location: BERLIN });
    assert.match(readable(made), /Route added[\s\S]*Berlin → Sales[\s\S]*Not tested yet/);
  });

  it('given routes, then a referral goes where the most exact one leads, the rest to channels without a route (CR-51)', async () => {
    await make({ channel: '19:berlin@thread.tacv2', location: BERLIN });
    await arrives({ mpnId: BERLIN });
    await until('the card in Berlin', () => cardsIn(berlin) === 1);
    await arrives({ mpnId: CLEVELAND });
    await until('the card in Sales', () => cardsIn(sales) === 1);
    await until('both cards at the admin', () => cardsIn(chat) === 2);
    assert.deepEqual([cardsIn(berlin), cardsIn(sales)], [1, 1]);
    const [routed] = bot.teams.in(berlin).filter(({ activity }) => offers(activity, 'referral.accept'));
    assert.match(readable(routed?.activity ?? {}), /A referrals admin routed these referrals here/);
  });

  it('given a solution in the referral, then its route goes before the one of the location (CR-51)', async () => {
    await make({ channel: '19:berlin@thread.tacv2', location: CLEVELAND });
    await make({ channel: '19:sales@thread.tacv2', solution: 'contoso analytics' });
    await arrives({ mpnId: CLEVELAND });
    await until('the card in Sales', () => cardsIn(sales) === 1);
    await until('the card at the admin', () => cardsIn(chat) === 1);
    assert.equal(cardsIn(berlin), 0);
  });

  it('given the rule leads somewhere else already, then refused by the name of that team, what was chosen is kept', async () => {
    await make({ channel: '19:berlin@thread.tacv2', location: BERLIN });
    const refused = await make({ channel: '19:sales@thread.tacv2', location: BERLIN });
    assert.match(readable(refused), /already go to Sales, and a rule can only lead to one channel/);
    assert.equal(executed(cardOf(refused), 'route.make')['location.1'], BERLIN);
    assert.match(
      readable(await make({ channel: '19:berlin@thread.tacv2', location: BERLIN })),
      /already exists/,
    );
    assert.match(readable(await make({ channel: '' })), /Choose a team\./);
    const forged = await bot.teams.press(ada, chat, 'route.make', {
      send: true,
      'channel.0': '19:elsewhere',
    });
    assert.match(readable(forged), /The bot is no longer in this team/);
  });

  it('given Send test card, then a marked card in that channel, and the result on the card and in the checklist', async () => {
    const made = await make({ channel: '19:berlin@thread.tacv2', location: BERLIN });
    const before = bot.teams.in(berlin).length;
    const key = `${BERLIN}/*`;
    assert.match(readable(await press(cardOf(made), 'route.prove', { route: key })), /on its way/);
    const test = await until('the test card', () => bot.teams.in(berlin)[before]);
    assert.match(
      readable(test.activity),
      /TEST: not a referral, nothing to do[\s\S]*Berlin[\s\S]*Sent by Ada Admin/,
    );
    assert.ok(!readable(test.activity).includes('Accept'));
    await until('the result', async () =>
      /Works: the test card arrived/.test(readable(await typedBy('routes'))),
    );
    assert.match(readable(await typedBy('setup')), /✓ \nBerlin → Sales\nWorks/);
    const all = await press(await typedBy('setup'), 'route.prove');
    assert.match(readable(all), /on its way/);
    await until('a second one', () => bot.teams.in(berlin).length === before + 2);
  });

  it('given a route that is removed, then all channels get everything again; a stale press says so', async () => {
    const made = await make({ channel: '19:berlin@thread.tacv2', location: BERLIN });
    const key = `${BERLIN}/*`;
    assert.match(
      readable(await press(cardOf(made), 'route.remove', { route: key })),
      /Route removed[\s\S]*No routes/,
    );
    assert.match(readable(await press(cardOf(made), 'route.remove', { route: key })), /This route is gone/);
    await arrives({ mpnId: CLEVELAND });
    await until('both cards', () => cardsIn(berlin) === 1 && cardsIn(sales) === 1);
  });

  it('given a referral for a location nobody listed, then the checklist and the locations say so and offer to add it', async () => {
    await arrives({ mpnId: '5550001' });
    await until('the note', async () => readable(await typedBy('setup')).includes('5550001'));
    const list = await typedBy('locations');
    assert.match(readable(list), /aren’t listed[^\n]*5550001/);
    const form = await bot.teams.press(ada, chat, 'location.add', { location: '5550001' });
    const refused = await press(cardOf(form), 'location.add', { name: '', country: 'Atlantis' });
    assert.match(readable(refused), /Enter a name for the location[\s\S]*Enter a country by name/);
    const done = await press(cardOf(refused), 'location.add', { name: 'Paris', country: 'frankreich' });
    assert.match(readable(done), /Paris has been added\.[\s\S]*5550001\nFrance/);
    assert.ok(!readable(done).includes('aren’t listed'));
  });

  it('given a location that is needed, then it says by what; else it goes', async () => {
    await arrives({ mpnId: BERLIN });
    await until('the card', () => cardsIn(chat) === 1);
    const list = await typedBy('locations');
    const used = await press(list, 'location.remove', { location: BERLIN });
    assert.match(readable(used), /Berlin is still in use\. Open deals: 1\./);
    const gone = await press(list, 'location.remove', { location: CLEVELAND });
    assert.match(readable(gone), /Cleveland has been removed/);
    assert.match(
      readable(await press(list, 'location.remove', { location: CLEVELAND })),
      /isn’t listed anymore/,
    );
  });
});
