import assert from 'node:assert/strict';
import { type Reply, readReply } from '#dialogs/reading/said/reply.ts';

const words: readonly (readonly [reply: Reply['reply'], texts: readonly string[]])[] = [
  [
    'yes',
    [
      'yes',
      'Yes, please!',
      'do it',
      'go ahead',
      'ja',
      'mach das',
      'ja, bitte',
      'gör det',
      '好吧',
      '确定',
      'давай',
      'да',
      'sì, grazie',
      'procedi',
      'ja mach mal',
      'jo',
      'jep',
      'genau',
      'ja bitte',
      'gerne',
      'passt so',
      'klar, mach',
      'ja genau',
      'jawohl',
      'ja kör',
      'japp',
      'jajamän',
      'precis',
      'ja tack',
      'gärna',
      'det stämmer',
      'visst, gör det',
      'okej kör',
      'jodå',
    ],
  ],
  [
    'no',
    [
      'no',
      'No thanks.',
      'not now',
      'nein danke',
      'lieber nicht',
      'nej tack',
      '不要',
      '先不要',
      'не надо',
      'нет',
      'meglio di no',
      "don't",
      'nee',
      'nö',
      'nein, lieber nicht',
      'auf keinen fall',
      'nä',
      'nej, inte nu',
      'nej vänta',
      'absolut inte',
    ],
  ],
  [
    'forget',
    [
      'forget it',
      'never mind',
      'nevermind!',
      'cancel',
      'vergiss es',
      'schon gut',
      'glöm det',
      'avbryt',
      '算了',
      '取消',
      'забудь',
      'неважно',
      'lascia perdere',
      'annulla',
      'ach egal',
      'lass mal',
      'lassen wir das',
      'strunt samma',
      'skit samma',
      'det kvittar',
      'vi skiter i det',
      'nein doch nicht',
    ],
  ],
];
const places: readonly (readonly [number: number, texts: readonly string[]])[] = [
  [1, ['1', 'the first one', 'das erste', 'den första', '第一个', 'первая', 'la prima', '#1']],
  [
    2,
    [
      '2',
      'number 2',
      '2nd',
      'the second one',
      'second',
      'die zweite',
      'zweite',
      'den andra',
      '第二个',
      '第2个',
      'вторая',
      'номер 2',
      'la seconda',
      '2.',
      'I mean the second one',
    ],
  ],
  [3, ['3', 'no. 3', 'Nummer 3', 'nimm die 3', 'ta trean', 'третий', 'terza']],
];

describe('readReply', () => {
  for (const [reply, texts] of words) {
    it(`given ${texts.join(' · ')}, then ${reply}`, () => {
      for (const text of texts) assert.deepEqual(readReply(text), { reply }, text);
    });
  }
  for (const [number, texts] of places) {
    it(`given ${texts.join(' · ')}, then number ${number}`, () => {
      for (const text of texts) assert.deepEqual(readReply(text), { reply: 'number', number }, text);
    });
  }
  it('given anything else, then nothing', () => {
    for (const text of [
      '',
      'Contoso',
      'yes Contoso',
      'ja nein',
      'mach Contoso',
      'nej men Contoso',
      'ja, aber später',
      'not Contoso',
      '0',
      '2 deals',
      'second hand',
      'yesterday',
      '45k',
      'what?',
      'x'.repeat(100),
    ])
      assert.equal(readReply(text), undefined, text);
  });
});
