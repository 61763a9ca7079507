import assert from 'node:assert/strict';
import { commands, readCommand } from '#bot/commands/commands.ts';
import { readLanguage } from '#bot/commands/readLanguage.ts';
import { listTexts } from '#cards/list/listNames.ts';
import { type Language, languages, say } from '#cards/say.ts';
import { readSaid } from '#dialogs/reading/said/readSaid.ts';

describe('readCommand', () => {
  const table: Record<string, readonly string[]> = {
    help: [
      'help',
      'HELP',
      ' Help! ',
      'help.',
      '?',
      'start',
      'Hilfe',
      'hjälp',
      '帮助',
      'ПОМОЩЬ',
      'справка',
      'aiuto',
    ],
    hello: ['hi', 'Hi!', 'hello', 'hey', 'hallo', 'Guten   Tag', 'hej', '你好', 'привет', 'ciao'],
    language: ['language', 'Language:', 'Sprache', 'språk', '语言', 'язык', 'lingua'],
    inbound: ['inbound', 'Inbound deals', 'eingehend', 'inkommande', '收到的', 'входящие', 'in entrata'],
    outbound: ['outbound', 'ausgehende Geschäfte', 'utgående', '发出的', 'исходящие', 'in uscita'],
    favorites: ['favorites', 'Favourites', 'Favoriten', 'favoriter', '收藏', 'избранное', 'preferiti'],
    mine: [
      'mine',
      'my deals',
      'meine Geschäfte',
      'mina affärer',
      '我的交易',
      'мои сделки',
      'le mie trattative',
    ],
    expiring: ['expiring', 'ablaufend', 'löper ut', '即将到期', 'истекают', 'in scadenza'],
    action: ['needs action', 'Handlungsbedarf', 'att göra', '待处理', 'требуют действий', 'da fare'],
    closed: ['closed', 'archived', 'Abgeschlossen', 'avslutade', '已关闭', 'закрытые', 'архив', 'chiuse'],
    reviews: ['reviews', 'Prüfungen', 'granskningar', '待审核', 'проверки', 'revisioni', 'registrations'],
    deals: ['deals', 'Geschäfte', 'affärer', '交易', 'сделки', 'trattative', 'list'],
    search: ['search', 'Suche', 'sök', '搜索', 'поиск', 'cerca'],
    stage: ['stage', 'Phase', 'säljfas', '销售阶段', 'этап', 'fase di vendita'],
    won: ['won', 'we won!', 'Gewonnen', 'vunnen', '赢单', 'выиграна', 'vinta'],
    lost: ['lost', 'Verloren', 'förlorad', '丢单', 'проиграна', 'persa'],
    cancel: ['cancel', 'Abbrechen', 'avbryt', '取消', 'отмена', 'annulla'],
  };
  for (const [name, words] of Object.entries(table)) {
    it(`given ${words.join(', ')}, then ${name}`, () => {
      for (const word of words) assert.deepEqual(readCommand(word), { name, text: '' }, word);
    });
  }

  for (const language of languages) {
    it(`given the name of a list as it stands on cards in ${language}, then that list`, () => {
      for (const [list, key] of Object.entries(listTexts)) {
        const word = say(language, key);
        const command = readCommand(word);
        assert.ok(command && command.name in commands, word);
        const { press } = commands[command.name as keyof typeof commands] as { press?: { data?: object } };
        assert.deepEqual(press?.data, { list }, word);
      }
    });
  }

  it('given language and its name in one line, in any order of languages, then both', () => {
    for (const [text, language] of [
      ['language German', 'de'],
      ['LANGUAGE  deutsch', 'de'],
      ['sprache Englisch', 'en'],
      ['язык китайский', 'zh-Hans'],
      ['lingua svedese.', 'sv'],
      ['语言 俄语', 'ru'],
      ['语言俄语', 'ru'],
      ['language it', 'it'],
    ] as const) {
      const command = readCommand(text);
      assert.equal(command?.name, 'language', text);
      assert.equal(readLanguage(command.text), language, text);
    }
  });

  it('given a question or thanks, then what is meant', () => {
    for (const [name, texts] of [
      [
        'help',
        [
          'How do I create a deal?',
          'help?',
          'Wie erstelle ich ein Geschäft?',
          'Hur skapar jag en affär?',
          '如何创建交易？',
          'Как создать сделку?',
          'Come creo una trattativa?',
        ],
      ],
      ['thanks', ['Thanks!', 'thank you', 'Danke', 'tack', '谢谢！', 'спасибо', 'grazie mille']],
      ['deals', ['show all deals']],
    ] as const) {
      for (const text of texts) assert.deepEqual(readCommand(text), { name, text: '' }, text);
    }
    assert.deepEqual(readCommand('new opportunity Contoso 5k'), { name: 'newDeal', text: 'Contoso 5k' });
  });

  it('given search and words, in any language, then both', () => {
    for (const [typed, text] of [
      ['search Fabrikam  cloud', 'Fabrikam cloud'],
      ['Suche nach Nordwind', 'Nordwind'],
      ['sök: moln', 'moln'],
      ['搜索微软', '微软'],
      ['поиск облако', 'облако'],
      ['cerca progetto', 'progetto'],
    ]) {
      assert.deepEqual(readCommand(typed ?? ''), { name: 'search', text }, typed);
    }
  });

  it('given anything else, then nothing', () => {
    for (const text of [
      '',
      ' ',
      '!',
      'helpful',
      'hi there',
      'language Klingon',
      'German',
      'x'.repeat(10_000),
    ]) {
      assert.equal(readCommand(text), undefined, text.slice(0, 20));
    }
  });
});

describe('readLanguage', () => {
  const table: Record<Language, readonly string[]> = {
    en: ['en', 'EN', 'en-US', 'English', 'englisch', 'engelska', '英语', 'английский', 'inglese'],
    de: ['de', 'de-AT', 'German', 'Deutsch', 'tyska', '德语', 'немецкий', 'tedesco'],
    sv: ['sv', 'sv-FI', 'Swedish', 'Schwedisch', 'svenska', '瑞典语', 'шведский', 'svedese'],
    'zh-Hans': [
      'zh',
      'zh-Hans',
      'zh-CN',
      'Chinese',
      'Chinesisch',
      'kinesiska',
      '中文',
      '简体中文',
      'китайский',
      'cinese',
    ],
    ru: ['ru', 'ru-RU', 'Russian', 'Russisch', 'ryska', '俄语', 'русский', 'Russo'],
    it: ['it', 'it-CH', 'Italian', 'Italienisch', 'italienska', '意大利语', 'итальянский', 'italiano!'],
  };
  for (const language of languages) {
    it(`given ${table[language].join(', ')}, then ${language}`, () => {
      for (const text of table[language]) assert.equal(readLanguage(text), language, text);
    });
  }

  it('given another language, a tag of one, or no language, then nothing', () => {
    for (const text of [
      '',
      ' ',
      'fr',
      'fr-FR',
      'French',
      'xx-yy',
      'de-',
      'en-',
      'd',
      '__proto__',
      '7',
      'Englishman',
    ]) {
      assert.equal(readLanguage(text), undefined, text);
    }
  });
});

describe('what the help card names', () => {
  for (const language of languages) {
    it(`is understood as it stands there (${language})`, () => {
      const lines = {
        create: ['newDeal'],
        lists: ['inbound', 'outbound', 'favorites'],
        presets: ['mine', 'deals', 'expiring', 'action', 'closed', 'unsynced'],
        search: ['search'],
        reviews: ['reviews'],
        whoami: ['whoami'],
        members: ['members'],
        setup: ['setup'],
        quiet: ['muted', 'muteAll', 'snooze'],
        history: ['history'],
        note: ['note'],
      } as const;
      for (const [line, names] of Object.entries(lines)) {
        const words = say(language, `help.command.${line as keyof typeof lines}`).split(/[,、]\s*/);
        assert.deepEqual(
          words.map((word) => readCommand(word)?.name),
          names,
        );
      }
      const context = { language, locale: language, today: '2026-11-30', currency: undefined };
      const sentences = say(language, 'help.command.talk').split(/[,、]\s*/);
      assert.deepEqual(
        sentences.map((sentence) => readSaid(sentence, context)?.verb),
        ['deal.value', 'deal.handover', 'deal.summary'],
      );
    });
  }
});
