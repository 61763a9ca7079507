import assert from 'node:assert/strict';
import { cardOf, executed, offers, pressOn, readable, submitted } from '#test/support/bot/client.ts';
import type { Posted } from '#test/support/bot/fakeConnector.ts';
import { type MovableClock, movableClock } from '#test/support/bot/movableClock.ts';
import { referralArrives, type Scene } from '#test/support/bot/scene.ts';
import { type RunningBot, startBot, until } from '#test/support/bot/startBot.ts';
import { lastDoneOf } from '#test/support/deal/lastDoneOf.ts';

describe('deal.undo, in whole turns', () => {
  let bot: RunningBot;
  let clock: MovableClock;
  let scene: Scene;
  beforeEach(async () => {
    clock = movableClock();
    bot = await startBot({}, { clock });
    scene = await referralArrives(bot);
  });
  afterEach(() => bot.stop());

  const later = (seconds: number) => {
    clock.forward(seconds / 3_600);
    bot.composed.worker.look();
  };
  const declines = (place = scene.chat, card = scene.card) =>
    pressOn(bot.teams, scene.anna, place, card, 'referral.decline', { reason: 'budget' });
  const undoes = (from: object, who = scene.anna, place = scene.chat) =>
    bot.teams.press(who, place, 'deal.undo', executed(cardOf(from as Posted), 'deal.undo'), {
      replyToId: scene.card.id,
    });
  const types = async (text: string) => {
    const before = bot.teams.in(scene.chat).length;
    await bot.teams.say(scene.anna, scene.chat, text);
    return until(`an answer to ${text}`, () => bot.teams.in(scene.chat)[before]);
  };
  const accepts = async () => {
    const answer = await pressOn(bot.teams, scene.anna, scene.chat, scene.card, 'referral.accept');
    assert.match(readable(answer), /Accepted by Anna Berg/);
    return answer;
  };
  const known = (what: RegExp) =>
    until('what was done is noted', async () => {
      const noted = JSON.stringify(await lastDoneOf(bot, scene.anna));
      return what.test(noted);
    });

  it('given a decline, then everybody reads until when it is not final, whoever declined undoes it, and all cards are new again (CR-36)', async () => {
    const answer = await declines();
    assert.match(readable(answer), /You can undo this until \d{1,2}:\d{2}:\d{2}/);
    await until('the copy in the channel', () =>
      /Not final until/.test(readable(scene.channelCard.activity)),
    );
    assert.ok(offers(cardOf(scene.channelCard), 'deal.undo'));
    const bo = bot.teams.person('Bo Lind');
    const refused = await undoes(scene.channelCard, bo, scene.channel);
    assert.match(readable(refused), /Only the person who did it can undo it/);
    const back = await undoes(answer);
    assert.match(readable(back), /Undone: Declined/);
    assert.ok(offers(cardOf(back), 'referral.accept') && offers(cardOf(back), 'referral.decline'));
    await until('the channel has it new again', () => offers(cardOf(scene.channelCard), 'referral.accept'));
    const { body } = await bot.read(scene.referral.id);
    assert.equal(body.status, 'New');
    assert.match(readable(await undoes(answer)), /That’s undone already/);
  });

  it('given twenty seconds, then systems that follow read of it, the cards lose Undo, and a late press is told since when it is final', async () => {
    const answer = await declines();
    assert.equal((await bot.read(scene.referral.id)).body.status, 'New');
    later(21);
    await until('final', async () => (await bot.read(scene.referral.id)).body.status === 'Closed');
    await until('the card says so', () => !offers(cardOf(scene.card), 'deal.undo'));
    assert.doesNotMatch(readable(scene.card.activity), /Not final|You can undo/);
    assert.match(readable(await undoes(answer)), /Final since \d{1,2}:\d{2}:\d{2}/);
  });

  it('given an older client, then its press undoes as well', async () => {
    const answer = await declines();
    await bot.teams.submit(scene.anna, scene.chat, submitted(cardOf(answer), 'deal.undo'));
    await until('undone', () => /Undone: Declined/.test(readable(bot.teams.in(scene.chat).at(-1) ?? {})));
  });

  it('given a stage, when undo is typed, then it stands where it stood; once more, then there is nothing to undo (CR-40)', async () => {
    await accepts();
    const marked = await bot.teams.press(scene.anna, scene.chat, 'stage.mark', {
      referral: scene.referral.id,
      stage: '40',
    });
    assert.ok(offers(cardOf(marked), 'deal.undo'));
    await known(/deal\.undo/);
    assert.match(readable(await types('undo')), /Undone: Stage marked/);
    assert.match(readable(await types('rückgängig')), /nothing to undo in this chat/);
    assert.match(readable(await types('undo Nobody at all')), /Which deal|no deal|None/i);
  });

  it('given a stage was marked on the card, when the card itself follows, then Undo stands on it, and is gone once it was pressed', async () => {
    await accepts();
    await until('the card offers stages', () => offers(cardOf(scene.card), 'stage.mark'));
    await pressOn(bot.teams, scene.anna, scene.chat, scene.card, 'stage.mark', {});
    await until('the card follows', () => /Stage marked/.test(readable(scene.card.activity)));
    assert.ok(offers(cardOf(scene.card), 'deal.undo'));
    const back = await undoes(scene.card);
    assert.match(readable(back), /Undone: Stage marked/);
    await until('the card is without it', () => !offers(cardOf(scene.card), 'deal.undo'));
  });

  it('given a favorite and a mute, when undo is typed twice, then both are taken back, the later one first', async () => {
    const { id } = scene.referral;
    await bot.teams.press(scene.anna, scene.chat, 'deal.favorite', { referral: id, on: 'yes', stay: 'yes' });
    await known(/deal\.favorite/);
    await bot.teams.press(scene.anna, scene.chat, 'news.mute', { referral: id });
    await known(/news\.unmute/);
    assert.match(readable(await types('undo')), /messages are back/);
    await types('ångra');
    const card = await bot.teams.press(scene.anna, scene.chat, 'deal.open', { referral: id });
    assert.match(JSON.stringify(card), /"on":"yes"/);
  });

  it('given that somebody else changed it since, then it says who and what it is now (CR-39)', async () => {
    const { id } = scene.referral;
    await accepts();
    const marked = await bot.teams.press(scene.anna, scene.chat, 'stage.mark', { referral: id, stage: '40' });
    const bo = bot.teams.person('Bo Lind');
    await bot.teams.install(bo, bot.teams.chatOf(bo));
    await bot.teams.press(bo, bot.teams.chatOf(bo), 'stage.mark', { referral: id, stage: '60' });
    const late = await undoes(marked);
    assert.match(readable(late), /Not undone: Bo Lind changed it since\. [^"]*60%/);
  });
});
