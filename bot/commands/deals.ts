import type { CommandTable } from './command.ts';

const anything = () => true;

/** Creating deals. */
export const deals = {
  newDeal: {
    words: [
      'new deal',
      'create deal',
      'create a deal',
      'create a new deal',
      'start a deal',
      'add deal',
      'neues geschäft',
      'geschäft erstellen',
      'geschäft anlegen',
      'neuer deal',
      'deal anlegen',
      'deal erstellen',
      'ny affär',
      'skapa affär',
      'skapa en affär',
      'ny deal',
      '新建交易',
      '创建交易',
      '新交易',
      '新建商机',
      '创建商机',
      '新商机',
      'новая сделка',
      'создать сделку',
      'создай сделку',
      'новую сделку',
      'nuova trattativa',
      'crea trattativa',
      'crea una trattativa',
      'creare una trattativa',
      'nuovo affare',
    ],
    follows: anything,
    press: { verb: 'deal.start', private: true },
  },
} satisfies CommandTable;
