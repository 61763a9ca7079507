import assert from 'node:assert/strict';
import { type Language, languages } from '#cards/say.ts';
import { knownIn } from '#dialogs/reading/said/loosely/known.ts';
import { readLoosely } from '#dialogs/reading/said/loosely/loose.ts';
import { readSaid } from '#dialogs/reading/said/readSaid.ts';
import type { Said } from '#dialogs/reading/said/said.ts';

const names = [
  'Contoso cloud migration',
  'Tailspin Toys',
  'Northwind Traders',
  'Müller & Söhne',
  '蓝海科技',
  'Заря',
  'Back to School',
];
const locales = {
  en: 'en-GB',
  de: 'de-DE',
  sv: 'sv-SE',
  'zh-Hans': 'zh-CN',
  ru: 'ru-RU',
  it: 'it-IT',
} as const;
const contextIn = (language: Language) => ({
  language,
  locale: locales[language],
  today: '2026-11-30',
  currency: undefined,
});
const read = (text: string, language: Language): unknown => {
  const said = readLoosely(text, knownIn(text, names), contextIn(language));
  return said && JSON.parse(JSON.stringify(said));
};
const of = (words: string) => ({ deal: { words } });

const means: Readonly<Record<Language, readonly (readonly [text: string, said: Said])[]>> = {
  en: [
    ['mute everything about northwind', { verb: 'news.mute', ...of('northwind') }],
    ['hand northwind over to Jonas', { verb: 'deal.handover', ...of('northwind'), to: 'Jonas' }],
    ['contoso, that one we finally won', { verb: 'deal.win', ...of('contoso') }],
    ['so happy to accept tailspin toys', { verb: 'referral.accept', ...of('tailspin toys') }],
    [
      'to 120k please, the value of contoso',
      { verb: 'deal.value', ...of('contoso'), value: { amount: 120_000, currency: undefined } },
    ],
    ['the history please, for northwind that is', { verb: 'timeline.show', ...of('northwind') }],
  ],
  de: [
    [
      'tailspin toys bringt uns 75k',
      { verb: 'deal.value', ...of('tailspin toys'), value: { amount: 75_000, currency: undefined } },
    ],
    [
      'schreib bei Northwind dazu: der Vorstand prüft',
      { verb: 'note.add', ...of('Northwind'), text: 'der Vorstand prüft' },
    ],
    [
      'Bei Contoso bitte Litware einladen, 40k bis Ende Februar',
      { verb: 'partner.invite', ...of('Contoso'), partner: 'Litware', text: '40k bis Ende Februar' },
    ],
    ['auf 80% bitte, den Deal Contoso setzen', { verb: 'stage.mark', ...of('Contoso'), stage: '80%' }],
    ['Contosos Verlauf zeigen', { verb: 'timeline.show', ...of('contoso') }],
  ],
  sv: [['till 80% nu, flytta northwind', { verb: 'stage.mark', ...of('northwind'), stage: '80%' }]],
  'zh-Hans': [
    ['northwind那边谈得怎么样', { verb: 'deal.summary', ...of('northwind') }],
    [
      'contoso这个项目把蓝海科技也拉进来',
      { verb: 'partner.invite', ...of('contoso'), partner: '蓝海科技', text: '' },
    ],
    [
      '成交日期延到明年2月15日，蓝海科技的',
      { verb: 'deal.closeDate', ...of('蓝海科技'), date: '2027-02-15' },
    ],
  ],
  ru: [['прими, пожалуйста, нашу Зарю', { verb: 'referral.accept', ...of('заря') }]],
  it: [['la Contoso, accettala pure', { verb: 'referral.accept', ...of('Contoso') }]],
};

const nothing: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'Contoso is a nice company',
    'would you accept a Contoso deal?',
    "don't accept Contoso",
    'should we accept Contoso?',
    'we almost won Contoso',
    'accept or decline Contoso',
    'do not move Contoso to 80%',
    'how do I accept contoso',
    'Contoso won an award',
    'Contoso has 80 employees',
    'accept fabrikam toys',
    'take Contoso off the list',
    'our meeting with Contoso is on 15 March',
  ],
  de: [
    'Contoso ist eine nette Firma',
    'nimm Contoso bloß nicht an',
    'sollen wir Contoso annehmen?',
    'fast hätten wir Contoso gewonnen',
    'Contoso annehmen oder ablehnen',
    'Contoso hat einen Preis gewonnen',
    'Ich rufe Contoso am Freitag an',
    'würdest du einen Contoso-Deal annehmen?',
  ],
  sv: [
    'Contoso är ett trevligt företag',
    'acceptera inte Contoso',
    'vi vann nästan Contoso',
    'Contoso vann ett pris',
    'flytta inte Contoso till 80%',
    'Contoso har 80 anställda',
  ],
  'zh-Hans': [
    'Contoso是一家好公司',
    '别接受蓝海科技',
    '要不要接受Contoso',
    '我们差点赢了Contoso',
    'Contoso赢得了一个奖',
    '不把Contoso移到80%',
    '接受绿色科技',
  ],
  ru: [
    'Contoso хорошая компания',
    'не принимай Contoso',
    'стоит ли принять Contoso?',
    'не переводи Зарю на 80%',
    'Contoso выиграли награду',
    'встреча с Зарёй 15 марта',
  ],
  it: [
    'Contoso è una bella azienda',
    'non accettare Contoso',
    'dovremmo accettare Contoso?',
    'non spostare Contoso a 80%',
    'Contoso ha vinto un premio',
  ],
};

describe('readLoosely', () => {
  for (const language of languages) {
    it(`given known names and words that no template has in that order, in ${language}, then what they mean`, () => {
      const wrong = means[language].map(([text]) => [text, read(text, language)]);
      assert.deepEqual(wrong, JSON.parse(JSON.stringify(means[language])));
    });

    it(`given a sentence in ${language} that denies, asks or tells, then nothing`, () => {
      const said = nothing[language].map((text) => ({ text, said: read(text, language) }));
      assert.deepEqual(
        said.filter((one) => one.said),
        [],
      );
    });
  }

  it('given no deal but words in another order, then what they ask for', () => {
    assert.deepEqual(read('the whole pipeline, show us that', 'en'), {
      verb: 'pipeline.show',
      whose: 'all',
    });
  });

  it('given almost, near to next, then it is no typo of it and nothing is won', () => {
    assert.notEqual(readSaid('vi vann nästan Contoso', contextIn('sv'))?.verb, 'deal.win');
  });
});

describe('knownIn', () => {
  const found = (text: string) =>
    knownIn(text, names).map(({ start, end, words }) => [text.slice(start, end), words]);

  it('given beginnings of names, then where they stand, the longest first', () => {
    assert.deepEqual(found('is contoso cloud with Müller & Söhne?'), [
      ['contoso cloud', 'contoso cloud'],
      ['Müller & Söhne', 'Müller & Söhne'],
    ]);
    assert.deepEqual(found('把蓝海科技移到80%'), [['蓝海科技', '蓝海科技']]);
  });

  it('given an ending that a case gave the name, then the name', () => {
    assert.deepEqual(found('что с Зарёй и Contosos'), [
      ['Зарёй', 'заря'],
      ['Contosos', 'contoso'],
    ]);
  });

  it('given words of commands that a name has as well, then no name', () => {
    assert.deepEqual(found("i'm back, show me the cloud"), [['cloud', 'cloud']]);
    assert.deepEqual(found('back to me'), []);
  });
});
