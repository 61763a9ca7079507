import type { CommandTable } from './command.ts';

/** What is open, and what became of it. */
export const figures = {
  pipeline: {
    words: [
      'pipeline',
      'my pipeline',
      'sales pipeline',
      'meine pipeline',
      'vertriebspipeline',
      'min pipeline',
      'säljpipeline',
      '管道',
      '销售管道',
      '我的管道',
      '销售漏斗',
      'воронка',
      'воронка продаж',
      'моя воронка',
      'пайплайн',
      'la mia pipeline',
      'pipeline di vendita',
    ],
    press: { verb: 'pipeline.show', private: true },
  },
  insights: {
    words: [
      'insights',
      'statistics',
      'figures',
      'kennzahlen',
      'statistik',
      'auswertung',
      'nyckeltal',
      '洞察',
      '统计',
      '数据',
      'показатели',
      'статистика',
      'аналитика',
      'indicatori',
      'statistiche',
    ],
    press: { verb: 'insights.show', private: true },
  },
} satisfies CommandTable;
