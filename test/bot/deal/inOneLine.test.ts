import assert from 'node:assert/strict';
import type { AcceptedReferral } from '#domain/referral/referral.ts';
import type { App } from '#test/support/app/runningApp.ts';
import { cardOf, offers, pressOn, readable } from '#test/support/bot/client.ts';
import type { Posted } from '#test/support/bot/fakeConnector.ts';
import { noticeThat } from '#test/support/bot/refusals.ts';
import { installInChannel } from '#test/support/bot/scene.ts';
import { type RunningBot, startBot, until } from '#test/support/bot/startBot.ts';
import { type Seller, seller } from '#test/support/draft/dealScene.ts';
import { created } from '#test/support/engagement/engaged.ts';
import { invitedParty } from '#test/support/news/invitedParty.ts';

describe('What is typed about a deal is answered in one line', () => {
  let bot: RunningBot;
  let anna: Seller;
  let card: Posted;
  beforeEach(async () => {
    bot = await startBot();
    anna = await seller(bot);
  });
  afterEach(() => bot.stop());

  /** A deal of Anna's, and its card in her chat. */
  const deal = async (changes: Partial<AcceptedReferral> = {}) => {
    const { store, worker } = bot.composed;
    const app = { store, worker, clock: { now: () => new Date(), pause: async () => {} } } as unknown as App;
    const team = [{ name: 'Anna Berg', email: anna.person.email, phone: '1' }];
    await created(app, { organization: 'local', team, ...changes });
    card = await until('the card of the deal', () => cards()[0]);
  };
  const cards = () =>
    bot.teams
      .in(anna.chat)
      .filter(({ activity }) => offers(activity, 'stage.mark') || offers(activity, 'note.add'));
  const said = (posted: Posted) => readable(cardOf(posted)).replaceAll('\n', '');
  const says = async (text: string): Promise<Posted> => {
    const [only, ...more] = await anna.says(text);
    assert.deepEqual(more, []);
    return only ?? assert.fail('no answer');
  };
  const isLine = (posted: Posted) => {
    assert.ok(offers(cardOf(posted), 'deal.open'));
    assert.ok(!offers(cardOf(posted), 'stage.mark'));
  };
  const shows = (posted: Posted, pattern: RegExp) =>
    until(`a message that shows ${pattern}`, () => pattern.test(said(posted)));

  for (const [typed, line] of [
    ['stage Northwind negotiated', /^Northwind moved to Negotiated \(80%\)Undo[\s\S]*Open/],
    ['stage Northwind to 60%', /^Northwind moved to Proposed \(60%\)/],
    ['stage qualified', /^Northwind moved to Qualified \(20%\)/],
    ['stage Northwind: proposed', /^Northwind moved to Proposed \(60%\)/],
  ] as const) {
    it(`given a card, when ${typed} is typed, then one line says so, and the card that stands there shows it (CR-40)`, async () => {
      await deal();
      const answer = await says(typed);
      assert.match(said(answer), line);
      isLine(answer);
      const stage = line.source.match(/\w+(?= \\\()/)?.[0] ?? '';
      await shows(card, new RegExp(`●\\s*${stage}`));
      assert.equal(cards().length, 1);
    });
  }

  it('given words that name a deal and no stage, when typed, then its form opens on a card at the bottom, and the older card is a line', async () => {
    await deal();
    const answer = await says('stage Northwind');
    assert.match(said(answer), /How far along is this deal/);
    await shows(card, /Northwind – its card is further down/);
    const done = await pressOn(bot.teams, anna.person, anna.chat, answer, 'stage.mark', { stage: '40' });
    assert.match(readable(done), /Moved to Developed \(40%\)/);
    await shows(answer, /●\s*Developed/);
    assert.equal(cards().length, 1);
  });

  it('given a form that was opened by typing, when the deal changes meanwhile, then what is typed into it is not wiped', async () => {
    await deal({ parties: [invitedParty] });
    const form = await says('stage Northwind');
    await shows(card, /its card is further down/);
    const other = await says('remind Fabrikam');
    assert.match(said(other), /^Northwind · /);
    const line = await says('stage Northwind negotiated');
    assert.match(said(line), /moved to Negotiated/);
    await noticeThat('the card is to show both', bot, 'deal-1', ({ type, wanted }) => {
      return type === 'referral-card' && wanted > 2;
    });
    assert.equal(form.edits, 0);
  });

  it('given a party that has not answered, when remind is typed, then one line says so', async () => {
    await deal({ parties: [invitedParty] });
    const answer = await says('remind Fabrikam');
    assert.match(said(answer), /^Northwind · .*Fabrikam/);
    isLine(answer);
  });

  it('when mute, unmute and snooze are typed with a deal, then one line each says so', async () => {
    await deal();
    for (const [typed, line] of [
      ['mute Northwind', /^Northwind · Muted/],
      ['unmute Northwind', /^Northwind · /],
      ['snooze Northwind 3 days', /^Northwind · Snoozed until/],
    ] as const) {
      const answer = await says(typed);
      assert.match(said(answer), line);
      isLine(answer);
    }
    assert.equal(cards().length, 1);
  });

  it('when a note is typed, then one line says so and who reads it, and the card stays where it is', async () => {
    await deal();
    const line = await says('note Northwind: they like it');
    assert.match(said(line), /^Northwind · Note added\. Only/);
    isLine(line);
    await shows(card, /they like it/);
  });

  it('given words of a deal and no note, when typed, then its form opens, and is one line once it is sent', async () => {
    await deal();
    const form = await says('note Northwind');
    const typed = { note: 'they like it' };
    const done = await pressOn(bot.teams, anna.person, anna.chat, form, 'note.add', typed);
    assert.match(readable(done).replaceAll('\n', ''), /^Northwind · .*note/i);
    await shows(form, /^Northwind · /);
    isLine(form);
    await shows(card, /they like it/);
  });

  it('given a deal that is closed, when a stage is typed, then one line says why not (CR-50)', async () => {
    await deal();
    const ask = await says('won Northwind');
    assert.match(said(ask), /Mark Northwind as won\?/);
    await pressOn(bot.teams, anna.person, anna.chat, ask, 'deal.win');
    const answer = await says('stage Northwind negotiated');
    assert.match(said(answer), /^Northwind · /);
    assert.ok(offers(cardOf(answer), 'deal.open'));
  });

  it('given the line, when Open is pressed, then the card comes at the bottom and the older one is a line', async () => {
    await deal();
    const answer = await says('stage Northwind negotiated');
    await pressOn(bot.teams, anna.person, anna.chat, answer, 'deal.open');
    const below = bot.teams.in(anna.chat).at(-1) ?? assert.fail();
    assert.match(said(below), /●\s*Negotiated/);
    await shows(card, /its card is further down/);
    assert.deepEqual(cards(), [below]);
  });

  it('given it is typed in a channel, then the line comes in the personal chat, and the channel hears nothing of the deal', async () => {
    await deal();
    const channel = bot.teams.channel('19:sales@thread.tacv2');
    await installInChannel(bot.teams, anna.person, channel);
    const before = bot.teams.in(anna.chat).length;
    await bot.teams.say(anna.person, channel, 'stage Northwind negotiated');
    const line = await until('the line', () => bot.teams.in(anna.chat)[before]);
    assert.match(said(line), /^Northwind moved to Negotiated/);
    assert.doesNotMatch(readable(bot.teams.in(channel)), /Northwind/);
  });

  it('given an id, when it is searched for, then its card comes at the bottom and the older one is a line (CR-16)', async () => {
    const id = 'aaaaaaaa-0000-4000-8000-00000000000a';
    await deal({ id });
    const found = await says(`find ${id}`);
    await shows(card, /its card is further down/);
    assert.deepEqual(cards(), [found]);
    await anna.says('find');
    const ask = anna.newest('deals.search');
    await pressOn(bot.teams, anna.person, anna.chat, ask, 'deals.search', { words: id });
    await shows(found, /its card is further down/);
    assert.deepEqual(cards(), [ask]);
  });
});
