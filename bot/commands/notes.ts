import type { CommandTable } from './command.ts';

const anything = () => true;

/** What happened to a deal, and notes on it. */
export const notes = {
  history: {
    words: [
      'history',
      'show history',
      'timeline',
      'show timeline',
      'verlauf',
      'verlauf zeigen',
      'chronik',
      'historie',
      'historik',
      'visa historik',
      'tidslinje',
      '历史记录',
      '历史',
      '查看历史记录',
      '时间线',
      'история',
      'покажи историю',
      'история сделки',
      'хронология',
      'cronologia',
      'mostra cronologia',
      'storia',
    ],
    follows: anything,
    press: { verb: 'timeline.show', private: true },
  },
  note: {
    words: [
      'note',
      'add note',
      'add a note',
      'notiz',
      'notiz hinzufügen',
      'anteckning',
      'lägg till anteckning',
      'notering',
      '备注',
      '添加备注',
      '加备注',
      'заметка',
      'добавить заметку',
      'добавь заметку',
      'nota',
      'aggiungi nota',
      'aggiungi una nota',
    ],
    follows: anything,
    press: { verb: 'note.add', private: true },
  },
} satisfies CommandTable;
