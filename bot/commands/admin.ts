import type { CommandTable } from './command.ts';

// A name, and not a sentence that happens to begin with the word.
const name = (rest: string) => rest.length <= 60 && rest.split(' ').length <= 3;

/** Running an organization. */
export const admin = {
  members: {
    words: ['members', 'mitglieder', 'medlemmar', '成员', 'участники', 'membri'],
    follows: name,
    press: { verb: 'members.show', private: true },
  },
  people: {
    words: ['admin', 'people', 'personen', 'personer', '人员', '管理', 'люди', 'persone'],
    press: { verb: 'members.show', private: true },
  },
  locations: {
    words: ['locations', 'standorte', 'platser', '位置', 'расположения', 'sedi'],
    press: { verb: 'locations.show', private: true },
  },
  routes: {
    words: [
      'routes',
      'channels',
      'kanäle',
      'zuordnungen',
      'kanaler',
      'kanalvägar',
      '路由',
      '频道',
      'маршруты',
      'каналы',
      'canali',
      'instradamenti',
    ],
    press: { verb: 'routes.show', private: true },
  },
  route: {
    words: ['route', 'zuordnung', 'kanalväg', '添加路由', 'маршрут', 'instradamento'],
    press: { verb: 'route.make', private: true },
  },
  setup: {
    words: [
      'setup',
      'checklist',
      'einrichtung',
      'konfiguration',
      '设置',
      '配置',
      'настройка',
      'configurazione',
    ],
    press: { verb: 'setup.show', private: true },
  },
  delivery: {
    words: ['delivery', 'deliveries', 'zustellung', 'leverans', '送达', 'доставка', 'recapito'],
    press: { verb: 'delivery.show', private: true },
  },
  audit: {
    words: ['audit', 'audit log', 'protokoll', 'granskning', '审计', 'журнал', 'registro'],
    press: { verb: 'audit.show', private: true },
  },
  whoami: {
    words: [
      'whoami',
      'who am i',
      'who am i?',
      'wer bin ich',
      'wer bin ich?',
      'vem är jag',
      'vem är jag?',
      '我是谁',
      '我是谁？',
      'кто я',
      'кто я?',
      'chi sono',
      'chi sono?',
      'chi sono io',
      'chi sono io?',
    ],
    press: { verb: 'whoami.show', private: true },
  },
} satisfies CommandTable;
