import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Language, languages, say } from '#cards/say.ts';
import { cardOf, pressOn, readable, submitted } from '#test/support/bot/client.ts';
import type { Place, TestPerson } from '#test/support/bot/fakeTeams.ts';
import { referralCardIn } from '#test/support/bot/scene.ts';
import { type RunningBot, startBot, until } from '#test/support/bot/startBot.ts';
import { inbound } from '#test/support/referral/referrals.ts';

const ownName: Record<Language, string> = {
  en: 'English',
  de: 'deutsch',
  sv: 'Svenska',
  'zh-Hans': '简体中文',
  ru: 'Русский',
  it: 'ITALIANO',
};

describe('The language somebody is written to in', () => {
  let folder: string;
  let bot: RunningBot;
  let anna: TestPerson;
  let chat: Place;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cosell-language-'));
    bot = await startBot({ SQLITE_FILE: join(folder, 'store.db') });
    anna = bot.teams.person('Anna Berg', { locale: 'sv-SE' });
    chat = bot.teams.chatOf(anna);
  });
  afterEach(async () => {
    await bot.stop();
    await rm(folder, { recursive: true });
  });

  const restart = async () => {
    await bot.close();
    bot = await startBot({ SQLITE_FILE: join(folder, 'store.db') }, {}, bot);
  };
  const last = () => bot.teams.in(chat).at(-1);
  const write = async (text: string) => {
    await bot.teams.say(anna, chat, text);
    return last()?.activity.text ?? last()?.activity.summary;
  };
  const isWrittenIn = async (language: Language) =>
    assert.equal(await write('mxyzptlk'), say(language, 'talk.unknown.commands'));

  for (const language of languages) {
    it(`given ${language} is chosen by typing its name, then it is kept, also after a restart, whatever the client speaks`, async () => {
      await write('language');
      assert.match(
        readable(last()?.activity ?? {}),
        new RegExp(say('sv', 'language.title').replace('?', '\\?')),
      );
      assert.equal(await write(ownName[language]), say(language, 'notice.languageChosen'));
      await isWrittenIn(language);
      anna.locale = 'fr-FR';
      await isWrittenIn(language);
      await restart();
      await isWrittenIn(language);
    });

    it(`given ${language} is chosen by its button, then the card stands in it, and so does all that follows`, async () => {
      await write('språk');
      const posted = last();
      assert.ok(posted);
      const choice = { language };
      const answer = await bot.teams.press(anna, chat, 'language.choose', choice, { replyToId: posted.id });
      assert.match(readable(answer), new RegExp(say(language, 'language.title').slice(0, -1)));
      await isWrittenIn(language);
    });

    it(`given "language ${language}" in one line, then it is chosen at once`, async () => {
      assert.equal(await write(`language ${language}`), say(language, 'notice.languageChosen'));
      await isWrittenIn(language);
    });
  }

  it('given an answer that is no language, then it is asked once more with the reason, and then let go', async () => {
    await write('language');
    assert.equal(await write('Klingon'), say('sv', 'language.retry'));
    assert.equal(await write('tedesco'), say('de', 'notice.languageChosen'));
    await isWrittenIn('de');
    await write('language');
    await write('Klingon');
    assert.equal(await write('whatever'), say('de', 'talk.unknown.commands'));
  });

  it('given a deal is begun after the language was asked, when cancelled, then it is the deal', async () => {
    await write('language');
    await write('new deal Nobody Of That Name');
    await until('the form', () => JSON.stringify(last()?.activity ?? {}).includes('Nobody Of That Name'));
    await write('cancel');
    assert.notEqual(last()?.activity.text, say('sv', 'notice.cancelled'));
    assert.notEqual(last()?.activity.text, say('sv', 'notice.nothingToCancel'));
  });

  for (const word of ['cancel', 'avbryt', 'отмена']) {
    it(`given "${word}" instead of an answer, then the question is left and nothing changes`, async () => {
      await write('language');
      assert.equal(await write(word), say('sv', 'notice.cancelled'));
      await isWrittenIn('sv');
    });
  }

  it('given a question is open, when the bot is restarted, then the answer still counts', async () => {
    await write('language');
    await restart();
    assert.equal(await write('Klingon'), say('sv', 'language.retry'));
    await restart();
    assert.equal(await write('Italiano'), say('it', 'notice.languageChosen'));
  });

  it('given another command in between, then it takes the place of the question', async () => {
    await write('language');
    await write('help');
    assert.ok(String(last()?.activity.summary).startsWith(say('sv', 'help.title')));
    assert.notEqual(await write('English'), say('en', 'notice.languageChosen'));
    await isWrittenIn('sv');
  });

  it('given a client that knows only Action.Submit, when a language is pressed, then the pressed card stands in it', async () => {
    await write('language');
    const posted = last();
    assert.ok(posted);
    await bot.teams.submit(
      anna,
      chat,
      { ...submitted(cardOf(posted), 'language.choose'), language: 'it' },
      {
        replyToId: posted.id,
      },
    );
    assert.match(readable(posted.activity), new RegExp(say('it', 'language.title').slice(0, -1)));
    await isWrittenIn('it');
  });

  for (const language of [undefined, 'fr', 7, { a: 1 }]) {
    it(`given a press that names ${JSON.stringify(language)}, then it is answered politely and nothing changes`, async () => {
      const answer = await bot.teams.press(anna, chat, 'language.choose', { language });
      assert.equal(answer.body?.value, say('sv', 'notice.oldButton'));
      await isWrittenIn('sv');
    });
  }

  it('given a choice, then cards and refusals come in it, in figures of its own; a channel keeps that of its installation', async () => {
    const channel = bot.teams.channel('19:sales');
    const igor = bot.teams.person('Igor Volkov', { locale: 'ru-RU' });
    await bot.teams.install(igor, channel);
    await write('language Deutsch');
    // Whoever writes in the channel later does not change its language.
    await bot.teams.say(anna, channel, '<at>Co-sell</at> hi');
    await bot.intake(inbound());
    const card = await referralCardIn(bot, chat);
    const channelCard = await referralCardIn(bot, channel);
    assert.match(
      readable(card.activity),
      new RegExp(`120\\.000[\\s\\S]*${say('de', 'referral.card.value')}`),
    );
    assert.match(readable(channelCard.activity), new RegExp(say('ru', 'referral.card.value')));

    const refused = await pressOn(bot.teams, anna, channel, channelCard, 'referral.accept', {
      value: 'viel',
    });
    assert.match(readable(refused), new RegExp(say('de', 'referral.accept.refused')));
    const answer = await pressOn(bot.teams, anna, chat, card, 'referral.accept', { value: '95.000' });
    assert.match(readable(answer), new RegExp(say('de', 'referral.state.acceptedBy', { name: 'Anna Berg' })));
    const inRussian = new RegExp(say('ru', 'referral.state.acceptedBy', { name: 'Anna Berg' }));
    await until('the channel says so in Russian', () => inRussian.test(readable(channelCard.activity)));
    assert.match(readable(channelCard.activity), /95\s000/);
  });

  it('given a locale that is none of the six, broken or missing, then English', async () => {
    for (const locale of ['fr-FR', 'pt', '', 'x'.repeat(500), '%%%', undefined]) {
      const person = bot.teams.person(`Someone ${String(locale).slice(0, 5)}`);
      const place = bot.teams.chatOf(person);
      await bot.teams.say(person, place, 'mxyzptlk', { locale });
      assert.equal(bot.teams.in(place).at(-1)?.activity.summary, say('en', 'talk.unknown.commands'));
    }
  });
});
