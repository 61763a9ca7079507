import assert from 'node:assert/strict';
import { cardOf, executed, offers, pressOn, readable } from '#test/support/bot/client.ts';
import type { Posted } from '#test/support/bot/fakeConnector.ts';
import type { InvokeAnswer, Place, TestPerson } from '#test/support/bot/fakeTeams.ts';
import { referralCardIn } from '#test/support/bot/scene.ts';
import { type RunningBot, startBot, until } from '#test/support/bot/startBot.ts';
import { ofType, type Part, partsOf } from '#test/support/cards/cardParts.ts';
import { inbound } from '#test/support/referral/referrals.ts';

describe('Finding deals', () => {
  let bot: RunningBot;
  let anna: TestPerson;
  let chat: Place;
  beforeEach(async () => {
    bot = await startBot();
    anna = bot.teams.person('Anna Berg', { timeZone: 'Europe/Berlin' });
    chat = bot.teams.chatOf(anna);
    // Not installed: no cards of referrals come in between.
  });
  afterEach(() => bot.stop());

  const receive = async (count: number, changes: (n: number) => Record<string, unknown> = () => ({})) => {
    const now = Date.now();
    const wires = Array.from({ length: count }, (_, n) =>
      inbound({
        name: `Deal ${n}`,
        createdDateTime: new Date(now - 3_600_000 + n * 1_000).toISOString(),
        ...changes(n),
      }),
    );
    for (const wire of wires) await bot.intake(wire);
    return wires;
  };
  const typed = async (text: string, asksCard = false): Promise<Posted> => {
    const before = bot.teams.messages.length;
    await bot.teams.say(anna, chat, text);
    // Cards of what was received may come at any moment between.
    const isCard = ({ activity }: Posted) => offers(activity, 'referral.accept');
    const since = () => bot.teams.messages.slice(before);
    return until(`an answer to ${text}`, () => since().findLast((one) => asksCard === isCard(one)));
  };
  const press = (verb: string, data: object, posted?: Posted): Promise<InvokeAnswer> =>
    bot.teams.press(anna, chat, verb, data, posted ? { replyToId: posted.id } : {});
  const rows = (from: Posted | InvokeAnswer) => {
    const actions = partsOf(cardOf(from)).filter(({ selectAction }) => verbOf(selectAction) === 'deal.open');
    // The deal begins the line under the customer.
    return actions.map(({ items }) => /^(.+?) {2}·/m.exec(readable(items as object))?.[1]);
  };
  const dataOf = (from: Posted | InvokeAnswer, verb: string, fits: (data: Part) => boolean = () => true) => {
    const found = ofType(cardOf(from), 'Action.Execute').find(
      (action) => action.verb === verb && fits(action.data as Part),
    );
    assert.ok(found, `no ${verb}`);
    return found.data as Record<string, string>;
  };
  const numbers = (from: number, to: number) =>
    Array.from({ length: from - to + 1 }, (_, n) => `Deal ${from - n}`);

  it('given deals, when inbound is typed, then a page of ten with what CR-17 asks, and next and previous lead on', async () => {
    await receive(12);
    const posted = await typed('inbound');
    assert.deepEqual(rows(posted), numbers(11, 2));
    const text = readable(cardOf(posted));
    for (const part of ['Inbound', '12 deals', '$1.4M', 'Fabrikam Ltd', 'Co-sell', 'New', 'from Microsoft'])
      assert.ok(text.includes(part), part);
    assert.match(text, /\$120,000\n.*answer by .*, 1[34] days left/);
    const second = await press(
      'deals.list',
      dataOf(posted, 'deals.list', ({ after }) => Boolean(after)),
      posted,
    );
    assert.deepEqual(rows(second), numbers(1, 0));
    const back = await press(
      'deals.list',
      dataOf(second, 'deals.list', ({ before }) => Boolean(before)),
      posted,
    );
    assert.deepEqual(rows(back), numbers(11, 2));
  });

  it('given a list, when another page is pressed, then the message itself shows it too, and no second message comes', async () => {
    await receive(12);
    const posted = await typed('inbound');
    const before = bot.teams.messages.length;
    await press(
      'deals.list',
      dataOf(posted, 'deals.list', ({ after }) => Boolean(after)),
      posted,
    );
    await until('the edit', () => rows(posted)[0] === 'Deal 1');
    assert.equal(bot.teams.messages.length, before);
  });

  it('given a client that knows Action.Submit only, when a row is pressed, then the message becomes the deal', async () => {
    const [wire] = await receive(1);
    const posted = await typed('inbound');
    await bot.teams.submit(
      anna,
      chat,
      { verb: 'deal.open', ...dataOf(posted, 'deal.open') },
      { replyToId: posted.id },
    );
    assert.ok(readable(cardOf(posted)).includes(String(wire?.id)));
  });

  it('given a list, when a row is opened, then the deal with the way to those beside it and back', async () => {
    const wires = await receive(12);
    const posted = await typed('inbound');
    const opened = await press(
      'deal.open',
      dataOf(posted, 'deal.open', ({ referral }) => referral === wires[2]?.id),
      posted,
    );
    assert.match(readable(opened), /Deal 2\b/);
    const next = await press(
      'deal.open',
      dataOf(opened, 'deal.open', ({ referral }) => referral === wires[1]?.id),
      posted,
    );
    assert.ok(readable(next).includes(String(wires[1]?.id)));
    assert.ok(dataOf(next, 'deal.open', ({ referral }) => referral === wires[2]?.id));
    const back = await press('deals.list', dataOf(next, 'deals.list'), posted);
    assert.deepEqual(rows(back), numbers(11, 2));
  });

  it('given a row opened from a list, when the deal changes elsewhere, then the list stays a list', async () => {
    const [wire] = await receive(2);
    await bot.teams.install(anna, chat);
    const card = await referralCardIn(bot, chat);
    const posted = await typed('inbound');
    await press(
      'deal.open',
      dataOf(posted, 'deal.open', ({ referral }) => referral === wire?.id),
      posted,
    );
    await press('deals.list', { list: 'inbound' }, posted);
    await until('the list again', () => rows(posted).length === 2);
    const shown = cardOf(card);
    const id = dataOf(
      { ...card, activity: { attachments: [{ content: shown }] } } as Posted,
      'referral.decline',
    ).referral;
    await bot.teams.press(anna, chat, 'referral.decline', { referral: id, 'reason.0': 'other' });
    await until('the edit of the copy', () => card.edits > 0);
    assert.equal(rows(posted).length, 2);
  });

  it('given a deal opened from a list, when it is accepted and edited there, then each answer still leads back, and so does the message itself', async () => {
    const [wire] = await receive(3);
    const posted = await typed('inbound');
    const opened = await press(
      'deal.open',
      dataOf(posted, 'deal.open', ({ referral }) => referral === wire?.id),
      posted,
    );
    const accepted = await press('referral.accept', executed(cardOf(opened), 'referral.accept'), posted);
    assert.match(readable(accepted), /Accepted by Anna/);
    const sent = executed(cardOf(accepted), 'deal.edit', { name: 'Renamed in the list' });
    const edited = await press('deal.edit', sent, posted);
    assert.match(readable(edited), /Renamed in the list/);
    await until('the message itself', () => readable(posted.activity).includes('Renamed in the list'));
    assert.deepEqual(dataOf(posted, 'deals.list'), dataOf(edited, 'deals.list'));
    const back = await press('deals.list', dataOf(edited, 'deals.list'), posted);
    assert.equal(rows(back).length, 3);
    await until('the list in the message', () => rows(posted).length === 3);
  });

  it('given a refused form on a deal opened from a list, when it is called off, then the way back is there again', async () => {
    const [wire] = await receive(2);
    const posted = await typed('inbound');
    const opened = await press(
      'deal.open',
      dataOf(posted, 'deal.open', ({ referral }) => referral === wire?.id),
      posted,
    );
    const refused = await press(
      'referral.accept',
      executed(cardOf(opened), 'referral.accept', { value: 'much' }),
      posted,
    );
    assert.match(readable(refused), /Not accepted yet/);
    const again = await press('referral.view', executed(cardOf(refused), 'referral.view'), posted);
    assert.ok(dataOf(again, 'deals.list'));
  });

  it('given a heart, when pressed and pressed again, then the row shows it, and Favorites has it (CR-14)', async () => {
    await receive(3);
    const posted = await typed('inbound');
    const set = await press('deal.favorite', dataOf(posted, 'deal.favorite'), posted);
    assert.deepEqual(rows(set), numbers(2, 0));
    assert.match(readable(set), /♥[\s\S]*♡/);
    assert.deepEqual(rows(await typed('favorites')), ['Deal 2']);
    const taken = await press('deal.favorite', dataOf(set, 'deal.favorite'), posted);
    assert.doesNotMatch(readable(taken), /♥/);
    assert.match(readable(cardOf(await typed('favorites'))), /No favorites yet/);
  });

  it('given a heart pressed on the deal itself, then the deal stays, with its heart and its way through the list (CR-14)', async () => {
    await receive(3);
    const posted = await typed('inbound');
    const opened = await press('deal.open', dataOf(posted, 'deal.open'), posted);
    const set = await press('deal.favorite', dataOf(opened, 'deal.favorite'), posted);
    assert.match(readable(set), /♥/);
    assert.deepEqual(dataOf(set, 'deal.open'), dataOf(opened, 'deal.open'));
    assert.deepEqual(rows(await press('deals.list', dataOf(set, 'deals.list'), posted)), numbers(2, 0));
    assert.deepEqual(rows(await typed('favorites')), ['Deal 2']);
  });

  it('given the form, when sorted and filtered, then the list follows, says so, and is still so the next time (CR-15)', async () => {
    await receive(3, (n) => ({ name: ['beta', 'Alpha', 'gamma'][n] }));
    const posted = await typed('inbound');
    const answer = await pressForm(posted, { sort: 'name.up', country: 'usa', type: 'any', status: 'open' });
    assert.deepEqual(rows(answer), ['Alpha', 'beta', 'gamma']);
    assert.match(readable(answer), /Only: United States, All open/);
    assert.deepEqual(rows(await typed('inbound')), ['Alpha', 'beta', 'gamma']);
    const cleared = await press(
      'deals.list',
      dataOf(answer, 'deals.list', ({ clear }) => Boolean(clear)),
      posted,
    );
    assert.doesNotMatch(readable(cleared), /Only:/);
    assert.deepEqual(rows(cleared), ['Alpha', 'beta', 'gamma']);
  });

  it('given a list that was narrowed this once, when paged, opened and gone back, then it stays so, and is not remembered (CR-15)', async () => {
    await receive(24, (n) => ({
      customerProfile: { name: 'Fabrikam', address: { country: n % 2 === 0 ? 'DE' : 'US' } },
    }));
    const once = { list: 'inbound', filters: { country: 'DE', over: { amount: 1_000, currency: 'USD' } } };
    const first = await press('deals.list', once);
    assert.match(readable(first), /Only: Germany, \$1,000 or more/);
    assert.equal(rows(first).length, 10);
    const second = await press(
      'deals.list',
      dataOf(first, 'deals.list', ({ after }) => Boolean(after)),
    );
    assert.deepEqual(rows(second), ['Deal 2', 'Deal 0']);
    const opened = await press('deal.open', dataOf(second, 'deal.open'));
    const beside = await press(
      'deal.open',
      dataOf(opened, 'deal.open', ({ first }) => Boolean(first)),
    );
    const back = await press('deals.list', dataOf(beside, 'deals.list'));
    assert.deepEqual([rows(back), /Only: Germany/.test(readable(back))], [['Deal 2', 'Deal 0'], true]);
    const heart = await press('deal.favorite', dataOf(back, 'deal.favorite'));
    assert.deepEqual(rows(heart), ['Deal 2', 'Deal 0']);
    assert.equal(rows(await typed('inbound'))[1], 'Deal 22');
    const all = await press(
      'deals.list',
      dataOf(back, 'deals.list', ({ clear }) => Boolean(clear)),
    );
    assert.doesNotMatch(readable(all), /Only:/);
  });

  it('given a country by its name in any language, when filtered, then its deals are shown (CR-15)', async () => {
    await receive(1);
    const posted = await typed('inbound');
    for (const country of ['USA', 'U.S.', 'United States', 'Vereinigte Staaten', 'США', '美国']) {
      assert.deepEqual(rows(await pressForm(posted, { country, type: 'any' })), ['Deal 0'], country);
    }
    for (const country of ['Germany', 'Deutschland', 'Serbia', 'Yemen']) {
      assert.deepEqual(rows(await pressForm(posted, { country, type: 'any' })), [], country);
    }
  });

  it('given entries that can’t be used, when the form is sent, then it stands open with what was typed and what is wrong', async () => {
    await receive(1);
    const posted = await typed('inbound');
    const answer = await pressForm(posted, { country: 'Atlantis', customer: 'x', type: 'sideways' });
    const text = readable(answer);
    for (const part of ['I don’t know this country', 'at least three letters', 'Choose one from the list'])
      assert.ok(text.includes(part), part);
    const inputs = ofType(cardOf(answer), 'Input.');
    assert.equal(inputs.find(({ id }) => String(id).startsWith('country.'))?.value, 'Atlantis');
    assert.ok(inputs.every(({ id }) => !String(id).endsWith('.1')));
    assert.deepEqual(rows(await typed('inbound')), ['Deal 0']);
  });

  const pressForm = async (posted: Posted, values: Record<string, string>) => {
    const opened = await press('deals.list', { list: 'inbound', show: 'filters' }, posted);
    const data = dataOf(opened, 'deals.list', ({ form }) => form !== undefined);
    const inputs = Object.fromEntries(
      Object.entries(values).map(([field, value]) => [`${field}.${data.form}`, value]),
    );
    return press('deals.list', { ...data, ...inputs }, posted);
  };

  it('given words, when searched by typing, by the field and with too few letters, then finds, finds and a word about it (CR-16)', async () => {
    const [wire] = await receive(1);
    assert.deepEqual(rows(await typed('search fabrik analy')), []);
    const posted = await typed('search fabrik deal');
    assert.deepEqual(rows(posted), ['Deal 0']);
    assert.match(readable(cardOf(posted)), /Search: fabrik deal/);
    const row = dataOf(posted, 'deal.open');
    const again = await press('deals.search', { form: 1, 'words.1': 'analytics' }, posted);
    assert.match(readable(again), /No deal found for “analytics”/);
    assert.match(readable(cardOf(await typed('search fa'))), /too short/);
    assert.match(readable(cardOf(await typed('search'))), /What are you looking for/);
    const byId = await typed(`search {${String(wire?.id).toUpperCase()}}`, true);
    assert.ok(readable(cardOf(byId)).includes(String(wire?.id)));
    const opened = await press('deal.open', row, posted);
    assert.deepEqual(rows(await press('deals.list', dataOf(opened, 'deals.list'), posted)), ['Deal 0']);
  });

  it('given something that is no command, when typed, then the deals whose names its words hit are offered, and one press opens', async () => {
    await receive(1);
    const posted = await typed('green ideas about fabrikam soon');
    assert.match(readable(cardOf(posted)), /Do you mean one of these\?[\s\S]*1 {2}Fabrikam/);
    await pressOn(bot.teams, anna, chat, posted, 'deal.open');
    assert.match(readable(bot.teams.in(chat).at(-1)?.activity ?? {}), /Deal 0/);
  });

  it('given something that is no command, when typed, then a deal can be begun from there, with the line if it says a worth', async () => {
    const plain = await typed('green ideas sleep');
    assert.equal(executed(cardOf(plain), 'deal.start').text, undefined);
    const offered = await typed('wide world of green ideas, some 50k USD perhaps');
    assert.ok(offers(cardOf(offered), 'help.show'));
    const form = await pressOn(bot.teams, anna, chat, offered, 'deal.start');
    assert.match(readable(form), /\$50,000/);
  });

  it('given nothing yet, when each list is typed, then it invites', async () => {
    for (const [word, hint] of [
      ['inbound', /No inbound deals yet/],
      ['outbound', /Type new deal/],
      ['favorites', /Press a deal’s heart/],
      ['my deals', /You’re not on the team of any open deal/],
      ['expiring', /Nothing is waiting/],
      ['needs action', /Nothing needs you/],
      ['deals', /No open deals yet/],
    ] as const) {
      assert.match(readable(cardOf(await typed(word))), hint, word);
    }
  });

  it('given a channel, when a list is asked for there, then it comes in the personal chat and the channel says so', async () => {
    await receive(1);
    await bot.teams.install(anna, chat);
    const channel = bot.teams.channel('19:sales@thread.tacv2');
    await bot.teams.install(anna, channel);
    await Promise.all([referralCardIn(bot, chat), referralCardIn(bot, channel)]);
    for (const word of ['inbound', 'search fabrikam', 'favorites']) {
      const before = bot.teams.messages.length;
      await bot.teams.say(anna, channel, word);
      const fresh = bot.teams.messages.slice(before);
      const list = fresh.find((one) => one.conversationId === chat.conversationId);
      assert.ok(list && offers(list.activity, 'deals.list'), word);
      const said = fresh.find((one) => one.conversationId.startsWith(channel.conversationId));
      assert.equal(said?.activity.text, 'I’ve answered in our personal chat.');
      assert.equal(said?.activity.attachments, undefined);
    }
  });

  it('given data that somebody made up, when pressed, then an answer in words and nothing breaks', async () => {
    await receive(1);
    for (const [verb, data] of [
      ['deals.list', {}],
      ['deals.list', { list: 'secret' }],
      ['deals.list', { list: 'inbound', after: 7 }],
      ['deals.list', { list: 'inbound', filters: 'all' }],
      ['deals.list', { list: 'inbound', filters: { country: 'Germany' } }],
      ['deals.list', { list: 'inbound', filters: { over: { amount: -1 } } }],
      ['deals.list', { list: 'inbound', filters: { closingTo: '2026-13-01' } }],
      ['deals.list', { list: 'inbound', filters: { shelf: 'won' } }],
      ['deals.list', { list: 'inbound', filters: { words: '微'.repeat(100), partner: '微'.repeat(100) } }],
      ['deal.open', { referral: 'x', list: 'inbound', filters: { stage: 30 } }],
      ['deal.open', {}],
      ['deal.open', { referral: 'x', list: 'inbound' }],
      ['deal.favorite', { referral: 'x' }],
      ['deal.favorite', { referral: 'x', on: 'yes' }],
      ['deals.search', { text: ['a'] }],
    ] as const) {
      const answer = await press(verb, data);
      assert.equal(answer.body?.type, 'application/vnd.microsoft.activity.message', JSON.stringify(data));
    }
    for (const data of [
      { list: 'inbound', after: '' },
      { list: 'inbound', first: 'x' },
      { list: 'inbound', form: 'x' },
      { list: 'inbound', before: '\u0000 zz' },
    ]) {
      assert.ok(offers(cardOf(await press('deals.list', data)), 'deals.list'), JSON.stringify(data));
    }
  });
});

function verbOf(action: unknown): unknown {
  return typeof action === 'object' && action !== null ? Reflect.get(action, 'verb') : undefined;
}
