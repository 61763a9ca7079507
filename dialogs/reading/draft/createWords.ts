import { bare } from '#dialogs/reading/fold.ts';

const words =
  'create|create deal|create it|create the deal|submit|save|erstellen|geschäft erstellen|anlegen|speichern|absenden|' +
  'skapa|skapa affär|skapa affären|spara|创建|创建交易|提交|保存|создать|создать сделку|создай|сохранить|' +
  'crea|crea trattativa|creare|salva|conferma';

/** What approves the review, in any of the six languages. */
export const createWords: ReadonlySet<string> = new Set(words.split('|').map(bare));
