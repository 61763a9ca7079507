import assert from 'node:assert/strict';
import { type ExplainedTerm, explainedTerms, explanation } from '#cards/general/explanation.ts';
import { languages } from '#cards/say.ts';
import { readTerm } from '#dialogs/reading/said/questions/explained.ts';
import { asksAboutForm } from '#dialogs/reading/said/questions/formQuestion.ts';

const asked: readonly (readonly [term: ExplainedTerm, texts: readonly string[]])[] = [
  [
    'duns',
    [
      'what is a D-U-N-S number?',
      'whats a duns number and where do i find it',
      'Was ist eine D-U-N-S-Nummer?',
      'woher bekomme ich so eine DUNS-Nummer',
      'vad är ett D-U-N-S-nummer?',
      '邓白氏编码是什么？',
      'а что такое номер DUNS?',
      "cos'è il numero D-U-N-S?",
    ],
  ],
  [
    'consent',
    [
      'why consent?',
      'why do you need consent?',
      'wozu die Einwilligung?',
      'varför behövs samtycke?',
      '为什么需要同意？',
      'зачем согласие?',
      'perché serve il consenso?',
    ],
  ],
  [
    'cosell',
    [
      'what does co-sell mean?',
      'was heisst Co-Sell?',
      'Was heißt Co-Sell?',
      'vad betyder co-sell?',
      '什么是联合销售',
      'что такое co-sell?',
      'cosa significa co-sell?',
    ],
  ],
  [
    'expiry',
    [
      'what happens when it expires?',
      'was passiert wenn sie abläuft?',
      'was passiert, wenn das abläuft?',
      'vad händer när den går ut?',
      '过期了会怎样？',
      'что будет, если она истечёт?',
      'cosa succede se scade?',
    ],
  ],
  [
    'location',
    [
      'what is a location?',
      'was ist ein Standort?',
      'vad är platsen?',
      '什么是地点？',
      'что такое расположение?',
      "cos'è la sede?",
    ],
  ],
  [
    'stages',
    [
      'what are the stages?',
      'was bedeuten die Phasen?',
      'vad är säljfaser?',
      '阶段是什么意思？',
      'что значит этап?',
      'cosa sono le fasi?',
    ],
  ],
  ['marketplace', ['what is the marketplace?', 'was ist der Marktplatz?', 'что такое маркетплейс?']],
  ['closeDate', ['what is the close date?', 'was ist das Abschlussdatum?', "che cos'è la data di chiusura?"]],
];

describe('readTerm', () => {
  for (const [term, texts] of asked) {
    it(`given ${texts.join(' · ')}, then ${term}`, () => {
      for (const text of texts) assert.equal(readTerm(text), term, text);
    });
  }

  it('given a question about a deal, a name or an answer, then none', () => {
    for (const text of [
      'what is the value of Contoso?',
      'why is Contoso lost?',
      'when does Contoso expire?',
      'Solution Architects AG',
      'Value Partners, Zürich',
      'Consent Software GmbH',
      'Duns 081466849',
      'was ist der Wert von Contoso',
      '',
    ])
      assert.equal(readTerm(text), undefined, text);
  });
});

describe('asksAboutForm', () => {
  it('given a question about the form, then it is one', () => {
    for (const text of [
      'who can see this?',
      'Can I skip this?',
      'why do you ask?',
      'what should I type here?',
      'is this required?',
      'wer kann das sehen?',
      'Kann ich das überspringen?',
      'muss ich das ausfüllen?',
      'vem kan se det här?',
      'kan jag hoppa över det?',
      '谁能看到这个？',
      '可以跳过吗？',
      'кто это видит?',
      'можно это пропустить?',
      'chi può vedere questo?',
      'posso saltarlo?',
    ])
      assert.ok(asksAboutForm(text), text);
  });

  it('given a name or an answer, then it is none', () => {
    for (const text of [
      'Contoso',
      'Who Is Who GmbH',
      'Skip Logistics',
      'private',
      'why not',
      'What Design AB',
      '可口可乐',
      'Chi Mei',
      'me',
      '50k USD by 31 March',
      '',
    ])
      assert.ok(!asksAboutForm(text), text);
  });
});

describe('explanation', () => {
  it('given any of the words, then two sentences in each language', () => {
    for (const term of explainedTerms) {
      for (const language of languages) {
        const text = explanation(term, language);
        assert.match(text, /^[^\n]{30,260}$/u, text);
        assert.ok((text.match(/[.。](?:\s|$|(?=\p{Script=Han}))/gu) ?? []).length >= 2, text);
      }
    }
  });
});
