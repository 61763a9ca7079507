import { contoso, type Ways } from '#test/dialogs/reading/said/ways/ways.ts';

/** How Russian sellers end and begin deals, and say what reaches them, on Monday, 30 November 2026. */
export const settling: Ways = [
  [
    { verb: 'referral.accept', deal: contoso },
    [
      'берём Contoso',
      'примите Contoso',
      'соглашаемся на Contoso',
      'Contoso берём',
      'принять сделку с Contoso',
      'давай возьмём Contoso',
      'хочу принять Contoso',
      'прими приглашение от Contoso',
      'по Contoso согласны',
      'бери Contoso',
      'Contoso принимаем',
    ],
  ],
  [
    { verb: 'referral.decline', deal: contoso, reason: 'нет бюджета' },
    [
      'отклони Contoso: нет бюджета',
      'откажи Contoso, нет бюджета',
      'Contoso отклоняем, нет бюджета',
      'отказываемся от Contoso, потому что нет бюджета',
      'отклоните Contoso — нет бюджета',
      'от Contoso отказываемся, нет бюджета',
      'Contoso не берём, нет бюджета',
    ],
  ],
  [
    { verb: 'referral.decline', deal: contoso, reason: undefined },
    ['от Contoso отказываемся', 'Contoso отклоняем', 'Contoso отклонить', 'откажитесь от Contoso'],
  ],
  [
    { verb: 'deal.win', deal: contoso },
    [
      'мы взяли Contoso!',
      'Contoso наша!',
      'Contoso подписали',
      'Contoso подписан, ура',
      'Contoso закрыли успешно',
      'отметь Contoso выигранной',
      'Contoso выиграли',
      'ура, выиграли Contoso',
      'Contoso — победа',
      'выиграли сделку с Contoso!',
    ],
  ],
  [
    { verb: 'deal.lose', deal: contoso, reason: 'дорого' },
    [
      'Contoso проиграли: дорого',
      'Contoso ушла к конкурентам, дорого',
      'Contoso слили, дорого',
      'отметь Contoso как проигранную: дорого',
      'Contoso сорвалась, дорого',
      'потеряли Contoso, потому что дорого',
      'увы, Contoso проиграли, дорого',
    ],
  ],
  [
    { verb: 'deal.lose', deal: contoso, reason: undefined },
    [
      'Contoso сорвалась',
      'Contoso мы потеряли',
      'Contoso ушла к конкурентам',
      'отметьте Contoso проигранной',
    ],
  ],
  [
    { verb: 'registration.register', deal: contoso },
    [
      'зарегай Contoso',
      'зарегистрируйте Contoso в Microsoft',
      'регистрируем Contoso',
      'Contoso пора зарегистрировать',
      'надо зарегистрировать Contoso',
      'отправь Contoso на регистрацию',
      'Contoso зарегистрируй',
      'подай Contoso на регистрацию',
    ],
  ],
  [
    { verb: 'news.mute', deal: contoso },
    [
      'не пиши мне больше про Contoso',
      'отключи уведомления о Contoso',
      'хватит писать про Contoso',
      'заглушите Contoso',
      'Contoso без звука',
      'не хочу получать новости по Contoso',
      'выключи новости по Contoso',
      'перестань слать мне про Contoso',
    ],
  ],
  [
    { verb: 'news.unmute', deal: contoso },
    [
      'включи обратно уведомления по Contoso',
      'снова присылай новости по Contoso',
      'включи звук у Contoso',
      'хочу снова получать новости по Contoso',
    ],
  ],
  [
    { verb: 'deal.favorite', deal: contoso, on: true },
    [
      'в избранное Contoso',
      'Contoso в избранное',
      'добавьте Contoso в избранные',
      'закинь Contoso в избранное',
      'поставь звёздочку на Contoso',
    ],
  ],
  [
    { verb: 'deal.favorite', deal: contoso, on: false },
    ['убери Contoso из избранных', 'Contoso из избранного убрать', 'Contoso больше не избранная'],
  ],
  [
    { verb: 'digest.set', text: '8:30' },
    ['присылай сводку в 8:30', 'шли дайджест в 8:30', 'дайджест на 8:30', 'перенесите дайджест на 8:30'],
  ],
  [
    { verb: 'digest.set', text: 'off' },
    [
      'не надо мне дайджеста',
      'выключи утреннюю сводку',
      'дайджест больше не нужен',
      'хватит присылать дайджест',
      'отпиши меня от дайджеста',
    ],
  ],
  [
    { verb: 'away.set', text: 'back' },
    ['я вышла из отпуска', 'я снова на связи', 'вернулся из отпуска', 'я уже в офисе'],
  ],
  [
    { verb: 'away.set', text: 'до пятницы' },
    ['меня не будет до пятницы', 'ухожу в отпуск до пятницы', 'я в отъезде до пятницы', 'болею до пятницы'],
  ],
  [{ verb: 'away.set', text: 'до пятницы, Ирина Петрова' }, ['до пятницы меня нет, за меня Ирина Петрова']],
  [
    { verb: 'away.set', text: 'до пятницы, Ирина Петрова' },
    ['я в отпуске до пятницы, вместо меня Ирина Петрова'],
  ],
  [
    { verb: 'deal.undo', deal: undefined },
    [
      'верни как было',
      'откати',
      'отмени последнее изменение',
      'ой, не то, верни назад',
      'я ошибся, отмени',
      'верните обратно',
    ],
  ],
  [
    { verb: 'deal.start', text: '' },
    [
      'создай сделку',
      'заведём новую сделку',
      'хочу завести сделку',
      'есть новая сделка',
      'давай заведём сделку',
    ],
  ],
  [{ verb: 'deal.rename', deal: contoso, name: 'Contoso Восток' }, ['переименуйте Contoso в Contoso Восток']],
];
