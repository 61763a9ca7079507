import assert from 'node:assert/strict';
import { commands } from '#bot/commands/commands.ts';
import { cardOf, executed, offers, readable, submitted } from '#test/support/bot/client.ts';
import type { Posted } from '#test/support/bot/fakeConnector.ts';
import type { Place, TestPerson } from '#test/support/bot/fakeTeams.ts';
import { movableClock } from '#test/support/bot/movableClock.ts';
import { refuse } from '#test/support/bot/refusals.ts';
import { installInChannel, referralCardIn } from '#test/support/bot/scene.ts';
import { type RunningBot, startBot, until } from '#test/support/bot/startBot.ts';
import { CONTOSO_KEY, temporaryFile, twoOrganizations } from '#test/support/organization/organizations.ts';
import { inbound } from '#test/support/referral/referrals.ts';

const MOVED = 'I’ve answered in our personal chat.';
const BELOW = 'The answer is below. Only you can see it.';
const members = [
  { email: 'ada.admin@contoso.example', role: 'referrals-admin' as const },
  { email: 'tea.team@contoso.example', role: 'referrals-user' as const, locations: ['1234567'] },
];

/** What is said to one person where others read: Teams' targeted messages, over the wire of the connector. */
describe('An answer among others', () => {
  const clock = movableClock();
  let bot: RunningBot;
  let file: Awaited<ReturnType<typeof temporaryFile>>;
  let ada: TestPerson;
  let own: Place;
  let channel: Place;
  let group: Place;
  let referral: string;

  before(async () => {
    file = await temporaryFile(twoOrganizations(members));
    const settings = { ORGANIZATIONS_FILE: file.path, TARGETED_MESSAGE_HOSTS: '127.0.0.1' };
    bot = await startBot(settings, { clock });
    ada = bot.teams.person('Ada Admin');
    own = bot.teams.chatOf(ada);
    channel = bot.teams.channel('19:sales@thread.tacv2');
    group = bot.teams.group('19:group@thread.v2');
    await bot.teams.install(ada, own);
    await installInChannel(bot.teams, ada, channel);
    const deal = inbound();
    referral = String(deal.id);
    await bot.intake(deal, CONTOSO_KEY);
    await referralCardIn(bot, channel);
    await referralCardIn(bot, own);
  });
  afterEach(() => {
    bot.teams.disturb = undefined;
  });
  after(async () => {
    await bot.stop();
    await file.remove();
  });

  /** What came meanwhile: in the place for all, in the place for the person alone, in their own chat. */
  const during = async (place: Place, person: TestPerson, work: () => Promise<unknown>) => {
    const before = new Set(bot.teams.messages.map(({ id }) => id));
    const answer = await work();
    const fresh = bot.teams.messages.filter(({ id }) => !before.has(id));
    const there = fresh.filter(({ conversationId }) => conversationId.split(';')[0] === place.conversationId);
    return {
      answer,
      open: there.filter(({ seenBy }) => seenBy === undefined),
      aside: there.filter(({ seenBy }) => seenBy === person.id),
      wrong: there.filter(({ seenBy }) => seenBy !== undefined && seenBy !== person.id),
      chat: fresh.filter(({ conversationId }) => conversationId === `a:${person.id}`),
    };
  };
  const texts = (posted: readonly Posted[]) => posted.map(({ activity }) => readable(activity)).join('\n');

  describe('to what everybody sees', () => {
    it('given a list is typed in a channel, then it stands there for who typed it, in the thread, and nothing else is said', async () => {
      for (const place of [channel, group]) {
        const { open, aside, chat } = await during(place, ada, () => bot.teams.say(ada, place, 'inbound'));
        assert.deepEqual([open.length, aside.length, chat.length], [0, 1, 0]);
        assert.match(texts(aside), /Fabrikam/);
        if (place === channel) assert.match(aside[0]?.conversationId ?? '', /;messageid=/);
        assert.deepEqual(aside[0]?.activity.recipient, { id: ada.id, name: 'Ada Admin' });
      }
    });

    it('given a button of the channel’s card whose answer is for the presser, then it stands below for them alone', async () => {
      const { answer, open, aside, chat } = await during(channel, ada, () =>
        bot.teams.press(ada, channel, 'timeline.show', { referral }),
      );
      assert.deepEqual([open.length, aside.length, chat.length], [0, 1, 0]);
      assert.equal((answer as { body: { value: string } }).body.value, BELOW);
    });

    it('given an older client presses it, then it is answered aside as well', async () => {
      const { open, aside } = await during(channel, ada, () =>
        bot.teams.submit(ada, channel, { verb: 'timeline.show', referral }),
      );
      assert.deepEqual([open.length, aside.length], [0, 1]);
    });

    it('given what is for everybody, such as help, then it is said to everybody', async () => {
      const { open, aside } = await during(channel, ada, () => bot.teams.say(ada, channel, 'help'));
      assert.deepEqual([open.length, aside.length], [1, 0]);
    });
  });

  describe('on which something is pressed', () => {
    const listAside = async (): Promise<Posted> => {
      const { aside } = await during(channel, ada, () => bot.teams.say(ada, channel, 'inbound'));
      assert.ok(aside[0]);
      return aside[0];
    };
    const options = (posted: Posted) => ({ replyToId: posted.id });

    it('then the answer is in its place, it stays so, and nobody else sees it', async () => {
      const list = await listAside();
      const opened = await during(channel, ada, () =>
        bot.teams.press(ada, channel, 'deal.open', executed(cardOf(list), 'deal.open'), options(list)),
      );
      assert.deepEqual([opened.open.length, opened.aside.length, opened.chat.length], [0, 0, 0]);
      const deal = cardOf(opened.answer as Parameters<typeof cardOf>[0]);
      assert.ok(offers(deal, 'referral.accept'));
      // The personal card, with what a channel's copy never has.
      assert.match(JSON.stringify(deal), /ana\.trujillo@fabrikam\.example/);
      await until('the message shows the deal', () => offers(cardOf(list), 'referral.accept'));
      assert.equal(list.seenBy, ada.id);
      // And from there on.
      const back = await during(channel, ada, () =>
        bot.teams.press(ada, channel, 'deals.list', executed(deal, 'deals.list'), options(list)),
      );
      assert.ok(offers(cardOf(back.answer as Parameters<typeof cardOf>[0]), 'deal.open'));
      assert.deepEqual([back.open.length, back.aside.length, back.chat.length], [0, 0, 0]);
    });

    it('given an older client, then the answer comes below for the presser alone', async () => {
      const list = await listAside();
      const { open, aside, chat } = await during(channel, ada, () =>
        bot.teams.submit(ada, channel, submitted(cardOf(list), 'deal.open'), options(list)),
      );
      assert.deepEqual([open.length, aside.length, chat.length], [0, 1, 0]);
    });

    it('given the mark of such a message is forged on a message for all, then that message stays as it is', async () => {
      const card = await referralCardIn(bot, channel);
      const before = JSON.stringify(card);
      const calls = bot.teams.calls.length;
      const data = { list: 'inbound', aside: 'yes' };
      const { open } = await during(channel, ada, () =>
        bot.teams.press(ada, channel, 'deals.list', data, { replyToId: card.id }),
      );
      assert.deepEqual(open, []);
      assert.equal(JSON.stringify(card), before);
      assert.ok(!bot.teams.calls.slice(calls).some(({ kind }) => kind === 'edit'));
    });
  });

  describe('to a private message', () => {
    const words = [
      ...Object.values(commands).map((row) => row.words[0] ?? ''),
      ...[
        'search fabrikam',
        'accept fabrikam',
        'invite Fabrikam 20k',
        'language de',
        'language en',
        'note fabrikam: x',
      ],
      ...[
        '',
        ' ',
        'what is this?',
        '\u202e{{DATE(x)}}',
        'new deal Contoso Seattle 50k USD',
        'undo',
        'x'.repeat(5_000),
      ],
    ];
    for (const [how, disturb] of [
      ['where Teams takes it', undefined],
      ['where Teams refuses it', refuse(403, 'BotNotInConversationRoster')],
    ] as const) {
      it(`given every command and junk, ${how}, then all that is said is for this person alone`, async () => {
        const place = disturb ? group : channel;
        bot.teams.disturb =
          disturb && ((call, response) => (call.targeted ? disturb(call, response) : false));
        for (const text of words) {
          const { open, aside, chat, wrong } = await during(place, ada, () =>
            bot.teams.aside(ada, place, text),
          );
          assert.deepEqual(
            [...open, ...wrong].map(({ activity }) => readable(activity)),
            [],
            text,
          );
          assert.ok(aside.length + chat.length > 0, `no answer to ${text}`);
          if (disturb) assert.equal(aside.length, 0, text);
        }
      });
    }

    it('given somebody unknown, of no organization, a guest, or without a chat, then the refusal is private, or is not said', async () => {
      const strangers = [
        bot.teams.person('Zoe', { tenantId: '00000000-0000-4000-8000-0000000000ff' }),
        bot.teams.person('Gus Guest', { userRole: 'guest' }),
        bot.teams.person('Una Unlisted'),
      ];
      for (const taken of [true, false]) {
        for (const person of strangers) {
          bot.teams.disturb = taken
            ? undefined
            : (call, response) => call.targeted && refuse(405, 'MethodNotAllowed')(call, response);
          const place = bot.teams.group(`19:${person.aadObjectId}-${taken}@thread.v2`);
          for (const text of ['help', 'inbound', 'what?']) {
            const { open, aside, wrong } = await during(place, person, () =>
              bot.teams.aside(person, place, text),
            );
            assert.deepEqual([...open, ...wrong], []);
            assert.equal(aside.length, taken ? 1 : 0);
          }
        }
      }
    });

    it('given another channel of the registration, or the flag as a text, then it is private as well', async () => {
      for (const more of [
        { channelId: 'webchat' },
        { recipient: { id: '28:bot', name: 'Co-sell', isTargeted: 'true' } },
        { recipient: { id: '28:bot', name: 'Co-sell', isTargeted: {} } },
      ]) {
        const { open } = await during(group, ada, () => bot.teams.aside(ada, group, 'inbound', more));
        assert.deepEqual(open, []);
      }
      const said = { recipient: { id: '28:bot', name: 'Co-sell', isTargeted: false } };
      const { open } = await during(group, ada, () => bot.teams.say(ada, group, 'help', said));
      assert.equal(open.length, 1);
    });

    it('given the store is away, then the apology is private', async () => {
      const place = bot.teams.group('19:away@thread.v2');
      const { store } = bot.composed;
      const { list, read } = store;
      const away = () => Promise.reject(new Error('a mistake of ours'));
      Object.assign(store, { list: away, read: away });
      try {
        const { open, aside } = await during(place, ada, () => bot.teams.aside(ada, place, 'inbound'));
        assert.deepEqual(open, []);
        assert.match(texts(aside), /something went wrong/);
      } finally {
        Object.assign(store, { list, read });
      }
    });

    it('given a press in it, then its answer is the presser’s alone', async () => {
      const { open, aside, answer } = await during(channel, ada, () =>
        bot.teams.send(ada, channel, {
          type: 'invoke',
          name: 'adaptiveCard/action',
          recipient: { id: '28:bot', name: 'Co-sell', isTargeted: true },
          value: { action: { type: 'Action.Execute', verb: 'deals.list', data: { list: 'inbound' } } },
        }),
      );
      assert.deepEqual([open.length, aside.length], [0, 0]);
      assert.match(readable(answer as object), /Fabrikam/);
    });
  });

  describe('where Teams does not take it', () => {
    const inGroup = (id: string) => bot.teams.group(`19:${id}@thread.v2`);
    const targeted = () => bot.teams.calls.filter((call) => call.targeted).length;
    const refusing = (status: number) => {
      bot.teams.disturb = (call, response) => call.targeted && refuse(status, 'Refused')(call, response);
    };

    for (const status of [400, 403, 404, 405, 501]) {
      it(`given ${status}, then it goes to the personal chat, and that place is not tried again for an hour`, async () => {
        const place = inGroup(`refuses-${status}`);
        refusing(status);
        const first = targeted();
        const { open, aside, chat } = await during(place, ada, () => bot.teams.say(ada, place, 'inbound'));
        assert.deepEqual([texts(open), aside.length, chat.length], [MOVED, 0, 1]);
        assert.equal(targeted(), first + 1);
        await bot.teams.say(ada, place, 'inbound');
        assert.equal(targeted(), first + 1);
        clock.forward(1);
        await bot.teams.say(ada, place, 'inbound');
        assert.equal(targeted(), first + 2);
        // Another place is another matter.
        bot.teams.disturb = undefined;
        const other = inGroup(`takes-${status}`);
        assert.equal((await during(other, ada, () => bot.teams.say(ada, other, 'inbound'))).aside.length, 1);
      });
    }

    for (const status of [429, 500, 503]) {
      it(`given ${status}, then it goes to the personal chat this once`, async () => {
        const place = inGroup(`busy-${status}`);
        refusing(status);
        const { chat } = await during(place, ada, () => bot.teams.say(ada, place, 'inbound'));
        assert.equal(chat.length, 1);
        bot.teams.disturb = undefined;
        assert.equal((await during(place, ada, () => bot.teams.say(ada, place, 'inbound'))).aside.length, 1);
      });
    }

    it('given a press there, then it says where the answer is', async () => {
      const place = inGroup('pressed');
      refusing(405);
      const { answer, open, chat } = await during(place, ada, () =>
        bot.teams.press(ada, place, 'deals.list', { list: 'inbound' }),
      );
      assert.equal((answer as { body: { value: string } }).body.value, MOVED);
      assert.deepEqual([open.length, chat.length], [0, 1]);
    });
  });

  it('given a host of which it is not known that it shows such a message to one person, then none is sent there', async () => {
    const other = await startBot();
    const anna = other.teams.person('Anna Berg');
    await other.teams.install(anna, other.teams.chatOf(anna));
    const place = other.teams.group('19:group@thread.v2');
    await other.teams.say(anna, place, 'my deals');
    await other.teams.aside(anna, place, 'my deals');
    assert.ok(!other.teams.calls.some((call) => call.targeted));
    assert.equal(other.teams.in(other.teams.chatOf(anna)).length, 3);
    assert.deepEqual(
      other.teams.in(place).map(({ activity }) => activity.text),
      [MOVED],
    );
    await other.stop();
  });
});
