import assert from 'node:assert/strict';
import { readDigest } from '#dialogs/reading/digest/readDigest.ts';
import type { DigestChoice } from '#domain/digest/digestChoice.ts';

const rows: Readonly<Record<string, (DigestChoice & { on?: true }) | undefined>> = {
  '8:30': { at: 510 },
  'at 8': { at: 480 },
  '7.45': { at: 465 },
  '8 am': { at: 480 },
  '12 am': { at: 0 },
  '1:15 pm': { at: 795 },
  'um 7 Uhr': { at: 420 },
  'kl. 8.15': { at: 495 },
  'в 9': { at: 540 },
  'alle 8:30': { at: 510 },
  '8点半': { at: 510 },
  '9点': { at: 540 },
  'mon wed fri': { days: [1, 3, 5] },
  'Mo, Mi und Fr': { days: [1, 3, 5] },
  'mån ons fre': { days: [1, 3, 5] },
  'måndag och onsdag': { days: [1, 3] },
  'пн, ср, пт': { days: [1, 3, 5] },
  'lun mer ven': { days: [1, 3, 5] },
  '周一 周三': { days: [1, 3] },
  周一周三周五: { days: [1, 3, 5] },
  'mon-thu': { days: [1, 2, 3, 4] },
  'fri - mon': { days: [1, 5, 6, 7] },
  'Mo-Fr um 7:30': { at: 450, days: [1, 2, 3, 4, 5] },
  'every day at 10': { at: 600, days: [1, 2, 3, 4, 5, 6, 7] },
  'working days': { days: undefined },
  'будни 9:00': { at: 540, days: undefined },
  off: { off: true },
  Aus: { off: true },
  av: { off: true },
  关闭: { off: true },
  'выкл.': { off: true },
  disattiva: { off: true },
  on: { on: true },
  ein: { on: true },
  '25:00': undefined,
  '8:75': undefined,
  '13 pm': undefined,
  'mon contoso': undefined,
  'the contoso deal': undefined,
  '': undefined,
};

describe('readDigest: when the morning message shall come', () => {
  for (const [text, expected] of Object.entries(rows)) {
    it(`given "${text}", then ${expected ? JSON.stringify(expected) : 'it is not read'}`, () => {
      const read = readDigest(text);
      assert.deepEqual(read.ok ? read.chosen : undefined, expected);
    });
  }
});
