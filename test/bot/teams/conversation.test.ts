import assert from 'node:assert/strict';
import { languages, say } from '#cards/say.ts';
import { cardOf, offers, readable } from '#test/support/bot/client.ts';
import type { Posted } from '#test/support/bot/fakeConnector.ts';
import type { Place, TestPerson } from '#test/support/bot/fakeTeams.ts';
import { type RunningBot, startBot } from '#test/support/bot/startBot.ts';

const locales = {
  en: 'en-GB',
  de: 'de-AT',
  sv: 'sv-SE',
  'zh-Hans': 'zh-CN',
  ru: 'ru-RU',
  it: 'it-IT',
} as const;
const typed = {
  en: { help: 'Help', hello: 'hi', cancel: 'cancel' },
  de: { help: 'hilfe', hello: 'Guten Tag!', cancel: 'Abbrechen' },
  sv: { help: 'hjälp', hello: 'hej', cancel: 'avbryt' },
  'zh-Hans': { help: '帮助', hello: '你好', cancel: '取消' },
  ru: { help: 'помощь', hello: 'Привет', cancel: 'отмена' },
  it: { help: 'aiuto', hello: 'ciao', cancel: 'annulla' },
} as const;

describe('Typed words', () => {
  let bot: RunningBot;
  let anna: TestPerson;
  let chat: Place;
  before(async () => {
    bot = await startBot();
  });
  after(() => bot.stop());

  const asks = async (text: string, place = chat, more: object = {}): Promise<Posted[]> => {
    const before = bot.teams.in(place).length;
    assert.equal(await bot.teams.say(anna, place, text, more), 200);
    return bot.teams.in(place).slice(before);
  };
  const saysOnly = async (text: string, expected: string, place = chat, more: object = {}) => {
    const answers = (await asks(text, place, more)).map(({ activity }) => activity.text);
    assert.deepEqual(answers, [expected]);
  };

  for (const language of languages) {
    describe(`by somebody whose client speaks ${language}`, () => {
      before(() => {
        anna = bot.teams.person(`Anna ${language}`, { locale: locales[language] });
        chat = bot.teams.chatOf(anna);
      });

      for (const word of ['help', typed[language].help]) {
        it(`given "${word}", then what the bot can do`, async () => {
          const [answer, ...more] = await asks(word);
          assert.deepEqual(more, []);
          assert.ok(String(answer?.activity.summary).startsWith(say(language, 'help.title')));
          assert.match(readable(answer?.activity ?? {}), new RegExp(say(language, 'help.create')));
          assert.match(JSON.stringify(answer?.activity), /deal\.start.*deals\.list.*language\.show/);
        });
      }

      for (const word of ['hi', 'Hello', typed[language].hello]) {
        it(`given "${word}", then a greeting by name that says what to do next`, () =>
          saysOnly(word, say(language, 'notice.hello.name', { name: 'Anna' })));
      }

      it('given thanks, then a polite answer', () => saysOnly('thanks!', say(language, 'notice.thanks')));

      for (const word of ['mxyzptlk', 'the weather in Paris is nice', '42', '🙂', '']) {
        it(`given "${word}", then one reply offers what most people want`, async () => {
          const [answer, ...more] = await asks(word);
          assert.equal(answer?.activity.summary, say(language, 'talk.unknown.commands'));
          assert.deepEqual(more, []);
        });
      }

      for (const word of ['cancel', typed[language].cancel]) {
        it(`given "${word}" with nothing to leave, then it says so`, () =>
          saysOnly(word, say(language, 'notice.nothingToCancel')));
      }
    });
  }

  describe('where others listen', () => {
    before(() => {
      anna = bot.teams.person('Anna Berg');
    });
    const mention = {
      entities: [{ type: 'mention', text: '<at>Co-sell</at>', mentioned: { id: '28:bot' } }],
    };

    it('given a mention in a channel, then the words after it count, and the answer stands in the same thread', async () => {
      const channel = bot.teams.channel('19:sales');
      const [answer] = await asks('<at>Co-sell</at>  help ', channel, { id: 'typed-1', ...mention });
      assert.ok(String(answer?.activity.summary).startsWith('What I can do'));
      assert.ok(!offers(cardOf(answer ?? assert.fail('no help')), 'deal.start'), 'not where others read');
      assert.ok(answer?.conversationId.startsWith('19:sales'));
      // What such a button opens is for one person.
      assert.doesNotMatch(JSON.stringify(answer?.activity), /deals\.list|deal\.start/);
      await saysOnly(
        '<at>Co-sell</at>&nbsp;hi',
        say('en', 'notice.hello.name', { name: 'Anna' }),
        channel,
        mention,
      );
      await saysOnly('<at>Co-sell</at> purple elephants', say('en', 'notice.channelHint'), channel, mention);
    });

    it('given a group chat, then it is answered there', async () => {
      const group = bot.teams.group('19:group@thread.v2');
      await saysOnly(
        '<at>Co-sell</at> hello',
        say('en', 'notice.hello.name', { name: 'Anna' }),
        group,
        mention,
      );
      await saysOnly('<at>Co-sell</at> purple elephants', say('en', 'notice.channelHint'), group, mention);
    });

    it('given Teams sends a message again because its answer took long, then it is answered once', async () => {
      chat = bot.teams.chatOf(anna);
      await saysOnly('hi', say('en', 'notice.hello.name', { name: 'Anna' }), chat, { id: 'same' });
      assert.deepEqual(await asks('hi', chat, { id: 'same' }), []);
    });
  });
});
