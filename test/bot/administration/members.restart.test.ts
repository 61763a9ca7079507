import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readable } from '#test/support/bot/client.ts';
import { installInChannel } from '#test/support/bot/scene.ts';
import { type RunningBot, startBot } from '#test/support/bot/startBot.ts';
import { temporaryFile, twoOrganizations } from '#test/support/organization/organizations.ts';

const members = [
  { email: 'ada.admin@contoso.example', role: 'referrals-admin' as const },
  { email: 'uma.user@contoso.example', role: 'referrals-user' as const },
  { email: 'lars.user@contoso.example', role: 'referrals-user' as const },
];

describe('What was done by card, over a restart', () => {
  let folder: string;
  let file: Awaited<ReturnType<typeof temporaryFile>>;
  let bot: RunningBot;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cosell-restart-'));
    const { organizations } = twoOrganizations(members);
    const routes = [{ channel: '19:sales', location: '7654321' }];
    file = await temporaryFile({
      organizations: organizations.map((one, at) => (at === 0 ? { ...one, routes } : one)),
    });
  });
  after(async () => {
    await bot.stop();
    await file.remove();
    await rm(folder, { recursive: true });
  });

  it('given a member, a location and a route removed and a role changed, when it starts again with the same file, then all stays so', async () => {
    const settings = { ORGANIZATIONS_FILE: file.path, SQLITE_FILE: join(folder, 'store.db') };
    bot = await startBot(settings);
    const { teams } = bot;
    const ada = teams.person('Ada Admin');
    const chat = teams.chatOf(ada);
    await teams.install(ada, chat);
    await installInChannel(teams, ada, teams.channel('19:sales'));
    const shown = async () => {
      const pages = [];
      for (const word of ['members', 'locations', 'routes']) {
        await teams.say(ada, chat, word);
        pages.push(readable(teams.in(chat).at(-1)?.activity ?? {}));
      }
      return pages.join('\n');
    };
    const before = await shown();
    assert.match(before, /uma\.user@[\s\S]*Berlin → Sales/);
    const press = (verb: string, data: object) => teams.press(ada, chat, verb, data);
    await press('member.remove', { member: 'uma.user@contoso.example', keep: true });
    const admin = { 'role.0': 'referrals-admin', 'locations.0': '1234567' };
    await press('member.change', { member: 'lars.user@contoso.example', form: 0, ...admin });
    await press('route.remove', { route: '7654321/*' });
    await press('location.remove', { location: '7654321' });
    const after = await shown();
    assert.doesNotMatch(after, /uma\.user@|Berlin/);
    assert.match(after, /lars\.user@contoso\.example\nReferrals admin\nCleveland/);

    await bot.close();
    bot = await startBot(settings, {}, { teams });
    assert.equal(await shown(), after);
  });
});
