import assert from 'node:assert/strict';
import { readCommand } from '#bot/commands/commands.ts';

describe('commands of administration', () => {
  for (const [name, words] of Object.entries({
    members: ['members', 'Mitglieder', 'MEDLEMMAR', '成员', 'участники', 'membri!'],
    people: ['people', 'admin', 'Personen', 'personer', '人员', '管理', 'люди', 'persone'],
    locations: ['locations', 'Standorte', 'platser', '位置', 'расположения', 'sedi'],
    routes: ['routes', 'Kanäle', 'kanaler', '频道', 'маршруты', 'canali'],
    route: ['route', 'Zuordnung', 'kanalväg', '添加路由', 'маршрут', 'instradamento'],
    setup: ['setup', 'Einrichtung', 'konfiguration', '设置', 'настройка', 'configurazione'],
    delivery: ['delivery', 'Zustellung', 'LEVERANS', '送达', 'Доставка', 'recapito'],
    audit: ['audit', 'Protokoll', 'granskning', '审计', 'Журнал', 'registro'],
    whoami: ['whoami', 'Wer bin ich?', 'vem är jag', '我是谁？', 'Кто я?', 'chi sono?'],
  })) {
    it(`given ${words.join(', ')}, then ${name}`, () => {
      for (const word of words) assert.deepEqual(readCommand(word), { name, text: '' }, word);
    });
  }

  it('given members and a name, then both; given a sentence that begins with the word, then no command', () => {
    assert.deepEqual(readCommand('members Anna Berg'), { name: 'members', text: 'Anna Berg' });
    assert.deepEqual(readCommand('成员李娜'), { name: 'members', text: '李娜' });
    for (const text of [
      'members of Contoso want 50k',
      'people at Contoso',
      '管理咨询公司',
      'setup for Contoso',
    ]) {
      assert.equal(readCommand(text), undefined, text);
    }
  });
});
