import assert from 'node:assert/strict';
import { cardOf, executed, offers } from '#test/support/bot/client.ts';
import type { Posted } from '#test/support/bot/fakeConnector.ts';
import { referralArrives, type Scene } from '#test/support/bot/scene.ts';
import { type RunningBot, startBot } from '#test/support/bot/startBot.ts';

describe('timeline.show and note.add', () => {
  let bot: RunningBot;
  let scene: Scene;
  beforeEach(async () => {
    bot = await startBot();
    scene = await referralArrives(bot, { name: 'Quokka tracker' });
  });
  afterEach(() => bot.stop());

  const press = async (verb: string, on: unknown, typed = {}) => {
    const { teams } = bot;
    const { anna, chat, card } = scene;
    const answer = await teams.press(anna, chat, verb, executed(on, verb, typed), { replyToId: card.id });
    return answer.body?.value;
  };
  const said = async (text: string, place = scene.chat): Promise<Posted[]> => {
    const before = bot.teams.in(scene.chat).length;
    await bot.teams.say(scene.anna, place, text);
    return bot.teams.in(scene.chat).slice(before);
  };
  const words = (card: unknown) => JSON.stringify(card);

  it('given a card, when History is pressed, then every change stands there, and the way back is the deal', async () => {
    const history = await press('timeline.show', cardOf(scene.card));
    assert.match(words(history), /History of “Quokka tracker”/);
    assert.match(words(history), /Received · Partner Center · /);
    const deal = await press('referral.view', history);
    assert.ok(offers(deal, 'referral.accept'));
  });

  it('given a note for us, then it says who reads it, and the deal’s card shows it at once', async () => {
    const history = await press('timeline.show', cardOf(scene.card));
    const form = await press('note.add', history);
    assert.match(words(form), /can see this deal reads it\. No other party takes part/);
    const refused = await press('note.add', form, { note: ' ' });
    assert.match(words(refused), /Write something first/);
    const long = await press('note.add', refused, { note: 'x'.repeat(401) });
    assert.match(words(long), /has 401 characters; the limit is 400/);
    const deal = await press('note.add', long, { note: 'Called them {{DATE(x)}} *b*' });
    assert.match(words(deal), /Note added\. Only we read it/);
    assert.match(words(deal), /Anna Berg · Note for us: Called them/);
    assert.match(words(await press('timeline.show', deal)), /Note · Anna Berg · .*Note for us: Called them/);
  });

  it('given more than ten changes, then there are pages, newest first, forth and back', async () => {
    let card: unknown = await press('timeline.show', cardOf(scene.card));
    for (let number = 1; number <= 12; number++) {
      const deal = await press('note.add', await press('note.add', card), { note: `Number ${number}.` });
      card = await press('timeline.show', deal);
    }
    assert.match(words(card), /Number 12\..*Number 3\./);
    assert.doesNotMatch(words(card), /Number 2\./);
    const buttons = (on: unknown) => words(on).match(/"title":"(‹ Newer|Older ›)"/g) ?? [];
    assert.equal(buttons(card).length, 2, 'one, and its fallback');
    const older = await pressTitled(card, 'Older ›');
    assert.match(words(older), /Number 2\..*Number 1\..*Received/);
    assert.doesNotMatch(words(older), /Number 3\.|Older/);
    assert.equal(words(await pressTitled(older, '‹ Newer')), words(card));
  });

  it('given typed words in six languages, then the only deal is meant, or the one that the words name', async () => {
    for (const text of [
      'history',
      'Verlauf Quokka',
      'historik',
      '历史记录',
      'история quokka',
      'cronologia',
    ]) {
      const [answer] = await said(text);
      assert.match(words(answer?.activity), /Quokka tracker/, text);
    }
    assert.match(words((await said('history Wombat'))[0]?.activity), /No deal you can see matches “Wombat”/);
    const [form] = await said('Notiz Quokka: am Montag anrufen');
    assert.match(words(form?.activity), /Note added/);
    for (const text of ['Meeting at 10:30 tomorrow', 'https://x.example/a']) {
      assert.match(words((await said(`note ${text}`))[0]?.activity), /Note added/);
    }
    const history = words((await said('history'))[0]?.activity);
    for (const text of ['am Montag anrufen', 'Meeting at 10:30 tomorrow', 'https://x.example/a']) {
      assert.ok(history.includes(text), text);
    }
    assert.match(words((await said('note Wombat: no'))[0]?.activity), /No deal you can see matches “Wombat”/);
    await bot.intake({ ...scene.referral, id: crypto.randomUUID(), name: 'Quokka two' });
    // The deal that was shown last is meant, as long as that is what somebody has in mind.
    assert.match(words(await said('history')), /Quokka tracker/);
    assert.match(words(await said('history quokka')), /Several deals match “quokka”/);
    assert.match(words(await said('note something')), /Note added/);
  });

  it('given a channel, then the history goes to the personal chat, and the channel’s card names nobody', async () => {
    const before = bot.teams.in(scene.channel).length;
    await said('history', scene.channel);
    const there = bot.teams.in(scene.channel).slice(before);
    assert.doesNotMatch(JSON.stringify(there.map(({ activity }) => activity)), /History of/);
    assert.match(words(bot.teams.in(scene.chat).at(-1)?.activity), /History of/);
  });

  it('given a deal that is closed, when a note is added from an old card, then it is explained (CR-50)', async () => {
    const form = await press('note.add', await press('timeline.show', cardOf(scene.card)));
    await press('referral.decline', cardOf(scene.card), { reason: 'other' });
    const answer = await press('note.add', form, { note: 'Too late' });
    assert.match(words(answer), /You can add notes while a deal is open.*Declined/s);
    assert.doesNotMatch(words(answer), /Too late/);
    const history = await press('timeline.show', answer);
    assert.match(words(history), /You can add notes while a deal is open/);
    assert.ok(!offers(history, 'note.add'));
  });

  async function pressTitled(card: unknown, title: string): Promise<unknown> {
    const found = new RegExp(`"verb":"timeline.show","title":"${title}"[^}]*?"data":(\\{[^}]*\\})`).exec(
      words(card),
    );
    const data = JSON.parse(found?.[1] ?? assert.fail(title)) as object;
    const answer = await bot.teams.press(scene.anna, scene.chat, 'timeline.show', data, {
      replyToId: scene.card.id,
    });
    return answer.body?.value;
  }
});
