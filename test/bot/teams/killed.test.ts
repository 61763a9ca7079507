import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { noticePartition } from '#app/notice/noticeRecord.ts';
import { type BotProcess, startBotProcess } from '#test/support/bot/botProcess.ts';
import { cardOf, executed, offers, readable } from '#test/support/bot/client.ts';
import { type FakeTeams, type Place, startFakeTeams, type TestPerson } from '#test/support/bot/fakeTeams.ts';
import { movableClock } from '#test/support/bot/movableClock.ts';
import { intakeApi, type RunningBot, startBot, until } from '#test/support/bot/startBot.ts';
import { inbound } from '#test/support/referral/referrals.ts';

const ROUNDS = 20;

describe('A bot that is killed without warning', () => {
  let folder: string;
  let file: string;
  let teams: FakeTeams;
  let anna: TestPerson;
  let chat: Place;
  let channel: Place;
  let child: BotProcess | undefined;
  let bot: RunningBot | undefined;
  const { intake } = intakeApi(() => child?.url ?? '');

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cosell-killed-'));
    file = join(folder, 'store.db');
    teams = await startFakeTeams();
    anna = teams.person('Anna Berg');
    chat = teams.chatOf(anna);
    channel = teams.channel('19:sales');
    await start();
    await teams.install(anna, chat);
    await teams.install(anna, channel);
  });
  afterEach(async () => {
    await child?.kill();
    await bot?.close();
    await teams.close();
    await rm(folder, { recursive: true });
    child = undefined;
    bot = undefined;
  });

  async function start(): Promise<void> {
    child = await startBotProcess(file);
    teams.messagesUrl = `${child.url}/api/messages`;
  }

  /** Starts it for good, a while later: what the dead had taken up is free again. */
  async function startForGood(): Promise<RunningBot> {
    await child?.kill();
    child = undefined;
    teams.disturb = undefined;
    const clock = movableClock();
    clock.forward(0.1);
    bot = await startBot({ SQLITE_FILE: file }, { clock }, { teams });
    return bot;
  }

  const cardsOf = (referral: string, place: Place) =>
    teams.in(place).filter(({ activity }) => readable(activity).includes(referral));

  /** Sends a referral; its id if the bot said that it is stored. */
  async function deliver(): Promise<string | undefined> {
    const referral = inbound();
    const answer = await intake(referral).catch(() => undefined);
    return answer?.status === 202 ? String(referral.id) : undefined;
  }

  const openCard = () => teams.in(chat).find(({ activity }) => offers(activity, 'referral.accept'));

  /** Accepts some card that stands in the chat; the referral's id if Anna was told that it is accepted. */
  async function acceptOne(): Promise<string | undefined> {
    const open = openCard();
    if (!open) return undefined;
    const data = executed(cardOf(open), 'referral.accept');
    const press = teams.press(anna, chat, 'referral.accept', data, { replyToId: open.id });
    const answer = await press.catch(() => undefined);
    return answer && /Accepted by Anna Berg/.test(readable(answer)) ? String(data.referral) : undefined;
  }

  // Each moment that matters, and any other.
  const moments: readonly ((first: Promise<unknown>) => Promise<unknown>)[] = [
    (first) => first,
    () => callOf(['send', 'thread']),
    () => callOf(['edit', 'send']),
    // Some of them get so far that there is something to decide.
    () => until('a card', () => openCard()).then(() => wait(Math.random() * 50)),
  ];

  /** Resolves when Teams is called so, before it answers. */
  function callOf(kinds: readonly string[]): Promise<unknown> {
    const called = new Promise<void>((resolve) => {
      teams.disturb = async ({ kind }) => {
        if (kinds.includes(kind)) resolve();
        await wait(Math.random() * 20);
        return false;
      };
    });
    return Promise.race([called, wait(1_000, undefined, { ref: false })]);
  }

  it(`given it is killed ${ROUNDS} times between storing and sending, when it is back, then every card is there and true, and no decision is lost`, async function () {
    this.timeout(900_000);
    const stored: string[] = [];
    const accepted: string[] = [];
    let unsent = 0;
    for (let formVersion = 0; formVersion < ROUNDS; formVersion++) {
      if (formVersion > 0) await start();
      const moment = moments[formVersion % moments.length];
      const deliveries = [deliver(), deliver(), deliver()];
      const decision = acceptOne();
      await moment?.(Promise.any(deliveries));
      await child?.kill();
      const ids = (await Promise.all(deliveries)).filter((id) => id !== undefined);
      const decided = await decision;
      if (decided) accepted.push(decided);
      stored.push(...ids);
      if (ids.some((id) => cardsOf(id, chat).length === 0)) unsent++;
    }
    assert.ok(stored.length >= ROUNDS / 2, `stored ${stored.length}`);
    assert.ok(accepted.length > 0);
    assert.ok(unsent > 0, 'no kill hit the gap between storing and sending');

    const { composed, read } = await startForGood();
    for (const id of stored) {
      for (const place of [chat, channel]) {
        await until(`the card of ${id} in ${place.kind}`, () => cardsOf(id, place).length > 0);
      }
    }
    for (const id of accepted) assert.equal((await read(id)).body.substatus, 'Accepted');
    for (const id of stored) {
      const state = (await read(id)).body.substatus === 'Accepted' ? 'Accepted by Anna Berg' : 'Answer by';
      const copies = await until(`both notices of ${id}`, async () => {
        const { documents } = await composed.store.list<'notice'>({
          partition: noticePartition('local', id),
          where: { type: 'referral-card', state: 'delivered' },
          limit: 10,
        });
        return documents.length === 2 && documents.flatMap(({ body }) => body.copies);
      });
      await until(`all known copies of ${id} say "${state}"`, () =>
        copies.every(({ activityId }) =>
          readable(teams.messages.find((one) => one.id === activityId) ?? {}).includes(state),
        ),
      );
    }
  });

  it('given it is killed while a card is in flight whose referral has been decided meanwhile, when it is back, then there is a card that shows the decision', async function () {
    this.timeout(300_000);
    let underWay = false;
    teams.disturb = async ({ kind, body }) => {
      if (kind !== 'thread' || !/Answer by/.test(readable(body))) return false;
      underWay = true;
      // It arrives, but whoever sent it never hears so.
      await wait(1_000);
      return false;
    };
    const id = await deliver();
    assert.ok(id);
    await until('the card in the chat', () => cardsOf(id, chat).length === 1 && underWay);
    assert.equal(await acceptOne(), id);
    await child?.kill();
    await startForGood();
    const isTrue = (place: Place) =>
      cardsOf(id, place).some(({ activity }) => /Accepted by Anna Berg/.test(readable(activity)));
    await until('a true card in both places', () => isTrue(chat) && isTrue(channel));
  });
});
