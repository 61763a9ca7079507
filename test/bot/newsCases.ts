import type { Language } from '../../cards/say.ts';

interface Typed {
  muted: string;
  muteAll: string;
  /** For about three days. */
  snooze: string;
  snoozeAlone: string;
  unreadable: string;
  unmute: string;
}

/** What people type to hear less, in each language. */
export const cases: Readonly<Record<Language, Typed>> = {
  en: {
    muted: 'muted',
    muteAll: 'mute all',
    snooze: 'snooze 3 days',
    snoozeAlone: 'snooze',
    unreadable: 'snooze purple',
    unmute: 'unmute',
  },
  de: {
    muted: 'stumm',
    muteAll: 'alles stummschalten',
    snooze: 'pausieren 3 Tage',
    snoozeAlone: 'pausieren',
    unreadable: 'pausieren lila',
    unmute: 'stummschaltung aufheben',
  },
  sv: {
    muted: 'tystat',
    muteAll: 'tysta allt',
    snooze: 'pausa 3 dagar',
    snoozeAlone: 'pausa',
    unreadable: 'pausa lila',
    unmute: 'sluta tysta',
  },
  'zh-Hans': {
    muted: '已静音',
    muteAll: '全部静音',
    snooze: '暂停3天',
    snoozeAlone: '暂停',
    unreadable: '暂停紫色',
    unmute: '取消静音',
  },
  ru: {
    muted: 'отключено',
    muteAll: 'отключить всё',
    snooze: 'отложить на 3 дня',
    snoozeAlone: 'отложить',
    unreadable: 'отложить фиолетовый',
    unmute: 'включить',
  },
  it: {
    muted: 'silenziati',
    muteAll: 'silenzia tutto',
    snooze: 'posticipa per 3 giorni',
    snoozeAlone: 'posticipa',
    unreadable: 'posticipa viola',
    unmute: 'riattiva',
  },
};
