import type { CommandTable } from './command.ts';
import { listed } from './finding.ts';

/** What is not in Partner Center yet. */
export const sync = {
  unsynced: {
    words: [
      'not in partner center',
      'not in partner center yet',
      'partner center',
      'to enter',
      'nicht in partner center',
      'noch nicht in partner center',
      'einzutragen',
      'inte i partner center',
      'ännu inte i partner center',
      'att föra in',
      '未录入 partner center',
      '未录入',
      '待录入',
      '尚未录入',
      'не в partner center',
      'ещё не в partner center',
      'внести',
      'non in partner center',
      'non ancora in partner center',
      'da inserire',
    ],
    press: listed('unsynced'),
  },
} satisfies CommandTable;
