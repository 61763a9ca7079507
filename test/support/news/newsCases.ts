import type { Language } from '#cards/say.ts';

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
    snooze: 'snooze for 3 days',
    snoozeAlone: 'snooze',
    unreadable: 'snooze purple',
    unmute: 'unmute',
  },
  de: {
    muted: 'stumm',
    muteAll: 'alles stummschalten',
    snooze: 'pausieren für drei Tage',
    snoozeAlone: 'pausieren',
    unreadable: 'pausieren lila',
    unmute: 'stummschaltung aufheben',
  },
  sv: {
    muted: 'tystat',
    muteAll: 'tysta allt',
    snooze: 'pausa i tre dagar',
    snoozeAlone: 'pausa',
    unreadable: 'pausa lila',
    unmute: 'sluta tysta',
  },
  'zh-Hans': {
    muted: '已静音',
    muteAll: '全部静音',
    snooze: '暂停三天',
    snoozeAlone: '暂停',
    unreadable: '暂停紫色',
    unmute: '取消静音',
  },
  ru: {
    muted: 'отключено',
    muteAll: 'отключить всё',
    snooze: 'отложить всё на три дня',
    snoozeAlone: 'отложить',
    unreadable: 'отложить фиолетовый',
    unmute: 'включить',
  },
  it: {
    muted: 'silenziati',
    muteAll: 'silenzia tutto',
    snooze: 'posticipa tutto per tre giorni',
    snoozeAlone: 'posticipa',
    unreadable: 'posticipa viola',
    unmute: 'riattiva',
  },
};
