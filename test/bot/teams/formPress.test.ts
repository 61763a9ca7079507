import assert from 'node:assert/strict';
import { cardOf, executed, readable, submitted } from '#test/support/bot/client.ts';
import { referralArrives, type Scene } from '#test/support/bot/scene.ts';
import { type RunningBot, startBot, until } from '#test/support/bot/startBot.ts';

describe('The same form pressed twice', () => {
  let bot: RunningBot;
  let scene: Scene;
  beforeEach(async () => {
    bot = await startBot();
    scene = await referralArrives(bot);
  });
  afterEach(() => bot.stop());

  const opened = async () => {
    const { anna, chat, card, referral } = scene;
    const data = { referral: referral.id, audience: 'personal' };
    return cardOf(await bot.teams.press(anna, chat, 'note.add', data, { replyToId: card.id }));
  };
  const press = (data: object, activityId: string) =>
    bot.teams.press(scene.anna, scene.chat, 'note.add', data, { replyToId: scene.card.id, activityId });
  const notes = async () => {
    const data = { referral: scene.referral.id, audience: 'personal' };
    const shown = readable(await bot.teams.press(scene.anna, scene.chat, 'timeline.show', data));
    return shown.split('Called the customer').length - 1;
  };

  it('given Teams sends it again under another id, then there is one note, and both are told so', async () => {
    const data = executed(await opened(), 'note.add', { note: 'Called the customer' });
    const answers = [await press(data, 'f:1'), await press(data, 'f:2')].map(readable);
    assert.equal(answers[0], answers[1]);
    assert.equal(await notes(), 1);
  });

  it('given a double tap, then there is one note', async () => {
    const data = executed(await opened(), 'note.add', { note: 'Called the customer' });
    await Promise.all(['f:1', 'f:2', 'f:3'].map((id) => press(data, id)));
    assert.equal(await notes(), 1);
  });

  it('given a client that sends it as a message, and then once more, then there is one note', async () => {
    const data = submitted(await opened(), 'note.add', { note: 'Called the customer' });
    for (const activityId of ['m:1', 'm:2']) {
      await bot.teams.submit(scene.anna, scene.chat, data, { replyToId: scene.card.id, activityId });
    }
    await until('it is noted', async () => (await notes()) > 0);
    assert.equal(await notes(), 1);
  });

  it('given the form is opened anew, then the same words are another note', async () => {
    for (const id of ['f:1', 'f:2']) {
      await press(executed(await opened(), 'note.add', { note: 'Called the customer' }), id);
    }
    assert.equal(await notes(), 2);
  });
});
