import assert from 'node:assert/strict';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import { cardOf, offers } from '#test/support/bot/client.ts';
import { type MovableClock, movableClock } from '#test/support/bot/movableClock.ts';
import type { RunningBot } from '#test/support/bot/startBot.ts';
import { type BreakableStore, breakable } from '#test/support/store/breakableStore.ts';
import { lineOf, type Talker, talker, talkingBot } from '#test/support/talk/talkScene.ts';

describe('What was shown last is what is meant', () => {
  let bot: RunningBot;
  let clock: MovableClock;
  let store: BreakableStore;
  let anna: Talker;
  let contoso: string;
  let northwind: string;
  before(async () => {
    clock = movableClock();
    store = breakable(openSqliteStore({ file: ':memory:' }));
    bot = await talkingBot({ clock, store });
  });
  after(() => bot.stop());
  beforeEach(async () => {
    anna = await talker(bot);
    contoso = await anna.works('Contoso');
    northwind = await anna.works('Northwind');
  });

  it('given a deal was opened by its name, when it is said, then that one is meant', async () => {
    await anna.asks('contoso');
    assert.match(await anna.hears('move it to negotiated'), /^Contoso moved to Negotiated/);
    assert.match(await anna.hears('how is it going?'), /Contoso .*Negotiated/);
    await anna.asks('we won it');
    assert.match(await anna.hears('yes'), /^Contoso is won/);
  });

  it('given a deal was changed by typing, when it is said, then that one is meant', async () => {
    await anna.asks('move contoso to negotiated');
    await anna.asks('set northwind to 45k');
    await anna.asks('rename it to Tills');
    assert.equal((await anna.deal(northwind)).name, 'Tills');
  });

  it('given a deal was opened from a list by a press, when it is said, then that one is meant', async () => {
    const list = await anna.asks('my deals');
    await anna.taps(list, 'deal.open', ({ referral }) => referral === contoso);
    await anna.asks('favorite it');
    assert.match(await anna.hears('undo'), /^Contoso · /);
  });

  it('given no deal is said, then the one that was just shown is meant, and an hour later it is asked which', async () => {
    await anna.asks('contoso');
    assert.match(await anna.hears('won'), /Mark Contoso as won\?/);
    await anna.asks('no');
    clock.forward(1);
    assert.match(await anna.hears('won'), /Which deal\?/);
  });

  it('given a list, when a number or a place is typed, then that row is opened, and then the next', async () => {
    const list = await anna.asks('my deals');
    const [first, second] =
      lineOf(list).indexOf('Contoso') < lineOf(list).indexOf('Northwind')
        ? ['Contoso', 'Northwind']
        : ['Northwind', 'Contoso'];
    assert.match(await anna.hears('2'), new RegExp(`Referral: ${second}`));
    assert.match(await anna.hears('1'), new RegExp(`Referral: ${first}`));
    assert.ok(offers(cardOf(await anna.asks('the second one')), 'stage.mark'));
  });

  it('given a card that asks by itself when it is seen, then the question stays open', async () => {
    await anna.asks('won contoso');
    await bot.teams.press(anna.person, anna.chat, 'deal.glance', { referral: northwind });
    assert.match(await anna.hears('yes'), /^Contoso is won/);
  });

  it('given somebody else’s chat, then it means nothing there', async () => {
    await anna.asks('contoso');
    const carl = await talker(bot);
    assert.match(await carl.hears('move it to negotiated'), /Which deal\?/);
    assert.equal((await anna.deal(contoso)).salesStage, undefined);
  });

  it('given a day has passed, then neither it nor yes means anything', async () => {
    await anna.asks('won contoso');
    clock.forward(24);
    assert.match(await anna.hears('yes'), /haven’t asked you anything/);
    assert.match(await anna.hears('move it to negotiated'), /Which deal\?/);
  });

  /** The same chat, served by another process with the same store. */
  const elsewhere = async (work: () => Promise<unknown>) => {
    const shared = { ...store, close: async () => undefined };
    const other = await talkingBot({ clock, store: shared }, { teams: bot.teams });
    await work();
    await other.close();
    bot.teams.messagesUrl = `${bot.url}/api/messages`;
  };

  it('given another process, when yes is typed there, then it answers what this one asked', async () => {
    await anna.asks('won contoso');
    await elsewhere(async () => assert.match(await anna.hears('yes'), /^Contoso is won/));
    assert.equal((await anna.deal(contoso)).stage, 'closed');
  });

  it('given the store is away, when a sentence is typed, then nothing was saved, and it can be sent again', async () => {
    store.fails = (operation) => operation !== 'due';
    const answer = await anna.hears('move contoso to negotiated');
    store.fails = undefined;
    assert.match(answer, /^Not saved: I can’t reach the store right now\./);
    assert.match(await anna.hears('move contoso to negotiated'), /^Contoso moved to Negotiated/);
  });

  it('given the store is away, when yes is typed, then the question stays open, and yes can be sent again', async () => {
    await anna.asks('won contoso');
    store.fails = (operation) => operation === 'replace' || operation === 'create';
    const answer = await anna.hears('yes');
    store.fails = undefined;
    assert.match(answer, /^Not saved/);
    assert.match(await anna.hears('yes'), /^Contoso is won/);
  });

  it('given the same message comes again from Teams, to this process and to another, then it is done once', async () => {
    const text = 'note contoso: they like it';
    const id = 'a message of Teams';
    await bot.teams.say(anna.person, anna.chat, text, { id });
    await bot.teams.say(anna.person, anna.chat, text, { id });
    await elsewhere(() => bot.teams.say(anna.person, anna.chat, text, { id }));
    const { recent = [] } = await anna.deal(contoso);
    assert.equal(recent.filter(({ what }) => what === 'note.add').length, 1);
  });

  it('given a deal she may not see, when it is named in a sentence, then it is as if there were none', async () => {
    const carl = await talker(bot);
    const id = await carl.works('Wingtip');
    assert.match(await anna.hears('move wingtip to negotiated'), /No deal you can see matches “wingtip”/);
    assert.equal((await carl.deal(id)).salesStage, undefined);
    assert.doesNotMatch(await anna.hears('wingtip'), /Wingtip/);
  });
});
