import assert from 'node:assert/strict';
import { readChoice } from '#dialogs/reading/readChoice.ts';

const solutions = [
  { value: 'backup', words: ['Cloud Backup', 'SOL-12345'] },
  { value: 'move', words: ['Cloud Move and Care', 'SOL-2'] },
  { value: 'data', words: ['Datenplattform für Händler', 'SOL-3'] },
  { value: 'china', words: ['迁移助手', 'SOL-4'] },
  { value: 'seven', words: ['7 Steps', 'SOL-5'] },
];

const right: readonly (readonly [text: string, chosen: readonly string[]])[] = [
  ['2', ['move']],
  ['2.', ['move']],
  ['#2', ['move']],
  ['no. 2', ['move']],
  ['Nr. 2', ['move']],
  ['№ 2', ['move']],
  ['第2个', ['move']],
  ['２', ['move']],
  ['the second', ['move']],
  ['The first one', ['backup']],
  ['der zweite', ['move']],
  ['den andra', ['move']],
  ['第二个', ['move']],
  ['второй', ['move']],
  ['la seconda', ['move']],
  ['1, 3', ['backup', 'data']],
  ['1 and 3', ['backup', 'data']],
  ['1 und 3', ['backup', 'data']],
  ['1 och 3', ['backup', 'data']],
  ['1和3', ['backup', 'data']],
  ['1、3', ['backup', 'data']],
  ['1 и 3', ['backup', 'data']],
  ['1 e 3', ['backup', 'data']],
  ['1 3', ['backup', 'data']],
  ['1-3', ['backup', 'move', 'data']],
  ['1 bis 3', ['backup', 'move', 'data']],
  ['3, 1, 3', ['data', 'backup']],
  ['cloud backup', ['backup']],
  ['CLOUD BACKUP!', ['backup']],
  ['sol-12345', ['backup']],
  ['Cloud Move and Care', ['move']],
  ['Cloud Move', ['move']],
  ['datenplattform fur handler', ['data']],
  ['Händler', ['data']],
  ['迁移', ['china']],
  ['7 Steps', ['seven']],
  ['backup, 迁移助手', ['backup', 'china']],
  ['cloud backup und datenplattform', ['backup', 'data']],
  ['all', ['backup', 'move', 'data', 'china', 'seven']],
  ['alle', ['backup', 'move', 'data', 'china', 'seven']],
  ['全部', ['backup', 'move', 'data', 'china', 'seven']],
  ['все', ['backup', 'move', 'data', 'china', 'seven']],
];

const wrong: readonly (readonly [
  text: string,
  chosen: readonly string[],
  unknown: readonly string[],
  open: readonly string[],
])[] = [
  ['', [], [], []],
  ['0', [], ['0'], []],
  ['6', [], ['6'], []],
  ['1, 6', ['backup'], ['6'], []],
  ['3-9', [], ['3-9'], []],
  ['3-1', [], ['3-1'], []],
  ['cloud', [], [], ['cloud']],
  ['c', [], ['c'], []],
  ['something else', [], ['something else'], []],
  ['1, nothing', ['backup'], ['nothing'], []],
  ['constructor', [], ['constructor'], []],
];

describe('readChoice (CR-23, CR-25)', () => {
  for (const [text, chosen] of right) {
    it(`"${text}" chooses ${chosen}`, () =>
      assert.deepEqual(readChoice(text, solutions), { ok: true, chosen }));
  }
  for (const [text, chosen, unknown, open] of wrong) {
    it(`"${text}" is not settled`, () => {
      const read = readChoice(text, solutions);
      assert.ok(!read.ok);
      assert.deepEqual(
        [read.chosen, read.unknown, read.open.map((one) => one.text)],
        [chosen, unknown, open],
      );
    });
  }
  it('names the choices that a beginning fits', () => {
    const read = readChoice('cloud', solutions);
    assert.deepEqual(!read.ok && read.open, [{ text: 'cloud', values: ['backup', 'move'] }]);
  });
  it('chooses nothing of nothing', () => {
    for (const text of ['1', 'all', 'x']) assert.equal(readChoice(text, []).ok, false, text);
  });
});
