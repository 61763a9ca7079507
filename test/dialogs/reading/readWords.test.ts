import assert from 'node:assert/strict';
import { readDuns } from '#dialogs/reading/readDuns.ts';
import { readStepWord, type StepWord } from '#dialogs/reading/readStepWord.ts';
import { readAgreed, readYesNo } from '#dialogs/reading/readYesNo.ts';

describe('readDuns (CR-18)', () => {
  it('takes nine digits, with dashes and blanks', () => {
    for (const text of [
      '081466849',
      '08-146-6849',
      '081 466 849',
      ' 08–146–6849 ',
      '０８１４６６８４９',
      'DUNS 08-146-6849',
      'D-U-N-S: 081466849',
    ]) {
      assert.equal(readDuns(text), '081466849', text);
    }
  });
  it('takes nothing else', () => {
    for (const text of [
      '',
      '12345678',
      '1234567890',
      '12345678a',
      '12/345/6789',
      '081466849 or 481466849',
      '123456789',
      '12-345-6789',
      '987654321',
      '000000000',
      '999 999 999',
      '1e8',
    ]) {
      assert.equal(readDuns(text), undefined, text);
    }
  });
});

describe('readYesNo', () => {
  const yes = [
    'yes',
    'Y',
    'ok',
    'Yes, please!',
    'ja',
    'Ja, bitte',
    'genau',
    'javisst',
    'ja tack',
    '是',
    '是的。',
    '好',
    'да',
    'Да.',
    'конечно',
    'sì',
    'si',
    'va bene',
    'sì, grazie',
    '👍',
  ];
  const no = [
    'no',
    'N',
    'Nope',
    'not yet',
    'nein',
    'Nein danke',
    'noch nicht',
    'nej',
    'nej tack',
    '不',
    '不是',
    '没有',
    'нет',
    'пока нет',
    'no, grazie',
    '👎',
  ];
  it('knows yes in six languages', () => {
    for (const text of yes) assert.equal(readYesNo(text), true, text);
  });
  it('knows no in six languages', () => {
    for (const text of no) assert.equal(readYesNo(text), false, text);
  });
  it('guesses nothing', () => {
    for (const text of [
      '',
      'maybe',
      'yes and no',
      'no idea',
      'yesterday',
      'nobody',
      '1',
      'constructor',
      'yes '.repeat(100),
    ]) {
      assert.equal(readYesNo(text), undefined, text);
    }
  });
});

describe('readAgreed (CR-20)', () => {
  const said = [
    'yes',
    'yes, he agreed',
    'Yes the customer agreed.',
    'they agreed',
    'ja, er hat zugestimmt',
    'Der Kunde ist einverstanden',
    'ja, kunden har godkänt det',
    '客户已同意',
    'да, клиент согласен',
    'sì, il cliente è d’accordo',
  ];
  it('knows that somebody agreed in six languages, where a bare yes is not asked for as well', () => {
    for (const text of said) assert.equal(readAgreed(text), true, text);
    for (const text of said.slice(1)) assert.equal(readYesNo(text), undefined, text);
  });
  it('takes nothing else for it', () => {
    assert.equal(readAgreed('not yet'), false);
    for (const text of [
      'he has not agreed',
      'yes, he agreed to nothing',
      'er hat nicht zugestimmt',
      'клиент не согласен',
      '客户不同意',
    ]) {
      assert.equal(readAgreed(text), undefined, text);
    }
  });
});

describe('readStepWord', () => {
  const words: Readonly<Record<StepWord, readonly string[]>> = {
    back: ['back', 'Zurück', 'tillbaka', '返回', '上一步', 'назад', 'indietro'],
    cancel: ['cancel', 'Abbrechen', 'avbryt', '取消', 'отмена', 'annulla'],
    help: ['help', '?', '？', 'Hilfe', 'hjälp', '帮助', 'помощь', 'aiuto'],
    skip: ['skip', 'Überspringen', 'hoppa över', '跳过', 'пропустить', 'salta'],
    next: [
      'next',
      'done',
      'Weiter',
      'fertig',
      'klar',
      'nästa',
      '下一步',
      '完成',
      'далее',
      'готово',
      'avanti',
      'fatto',
    ],
    review: ['review', 'Übersicht', 'granska', '检查', 'проверить', 'riepilogo'],
  };
  for (const [step, spoken] of Object.entries(words)) {
    it(`knows ${step} in six languages`, () => {
      for (const text of spoken) assert.equal(readStepWord(text), step, text);
      for (const text of spoken) assert.equal(readStepWord(`  ${text.toUpperCase()}. `), step, text);
    });
  }
  it('takes an answer for an answer', () => {
    for (const text of [
      '',
      '??',
      'Contoso',
      'back office move',
      'Cancel Corp',
      'Help AG',
      'next Friday',
      'check point',
      'constructor',
      'toString',
    ]) {
      assert.equal(readStepWord(text), undefined, text);
    }
  });
});
