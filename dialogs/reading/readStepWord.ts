import { bare } from './fold.ts';

/** What can be said at any step instead of an answer. */
export type StepWord = 'back' | 'cancel' | 'help' | 'skip' | 'next' | 'review';

const words: Readonly<Record<StepWord, string>> = {
  back:
    'back|go back|previous|previous step|step back|zurück|zurueck|schritt zurück|vorheriger schritt|tillbaka|gå tillbaka|föregående|bakåt|' +
    '返回|后退|上一步|назад|вернуться|вернись|предыдущий|предыдущий шаг|indietro|torna indietro|precedente',
  cancel:
    'cancel|stop|quit|exit|abort|abbrechen|abbruch|stopp|beenden|avbryt|avbryta|avsluta|取消|停止|退出|放弃|' +
    'отмена|отменить|отмени|стоп|прервать|выход|annulla|annullare|interrompi|esci',
  help: 'help|help me|?|hilfe|hjälp|帮助|帮忙|помощь|помоги|справка|aiuto|guida',
  skip: 'skip|skip this|leave empty|überspringen|weglassen|auslassen|hoppa över|utelämna|跳过|略过|пропустить|пропусти|salta|saltare|ometti',
  next:
    'next|done|continue|go on|proceed|finished|ready|weiter|fertig|fortfahren|nächster schritt|klar|färdig|nästa|vidare|fortsätt|' +
    '下一步|继续|完成|好了|далее|дальше|готово|продолжить|следующий|avanti|continua|fatto|prosegui|pronto|successivo',
  review:
    'review|summary|overview|check|überprüfen|prüfen|übersicht|zusammenfassung|granska|översikt|sammanfattning|' +
    '检查|复核|核对|摘要|预览|проверить|проверка|обзор|сводка|итог|riepilogo|rivedi|verifica|controlla',
};
const byWord = new Map(
  (Object.entries(words) as [StepWord, string][]).flatMap(([step, spelled]) =>
    // A lone question mark is a word here, and punctuation everywhere else.
    spelled.split('|').map((word) => [bare(word) || word, step] as const),
  ),
);

/** The word for moving among the steps, in any of the six languages; nothing when it is an answer. */
export function readStepWord(text: string): StepWord | undefined {
  const typed = text.trim();
  if (typed === '?' || typed === '？') return 'help';
  return typed.length > 40 ? undefined : byWord.get(bare(typed));
}
