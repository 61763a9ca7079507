import assert from 'node:assert/strict';
import { cardOf, readable } from '#test/support/bot/client.ts';
import { type RunningBot, startBot } from '#test/support/bot/startBot.ts';
import { temporaryFile, twoOrganizations } from '#test/support/organization/organizations.ts';

describe('The checklist of setup', () => {
  let bot: RunningBot | undefined;
  let file: Awaited<ReturnType<typeof temporaryFile>> | undefined;
  afterEach(async () => {
    await bot?.stop();
    await file?.remove();
  });

  const checklist = async (changes: object, settings: Record<string, string> = {}) => {
    const content = twoOrganizations([{ email: 'ada.admin@contoso.example', role: 'referrals-admin' }]);
    Object.assign(content.organizations[0] ?? {}, changes);
    file = await temporaryFile(content);
    bot = await startBot({ ORGANIZATIONS_FILE: file.path, ...settings });
    const ada = bot.teams.person('Ada Admin');
    const chat = bot.teams.chatOf(ada);
    await bot.teams.install(ada, chat);
    await bot.teams.say(ada, chat, 'setup');
    const posted = bot.teams.in(chat).at(-1);
    assert.ok(posted);
    return readable(cardOf(posted));
  };

  it('given a route in the file to a team without the bot, then it names the channel as the file does', async () => {
    const card = await checklist({ routes: [{ channel: '19:berln@thread.tacv2', location: '7654321' }] });
    assert.match(card, /→ 19:berln@thread\.tacv2\s+The bot is not in this team/);
  });

  it('given links that lead to the front page of Partner Center, then what to set; given links to the deal, then nothing', async () => {
    assert.match(
      await checklist({}),
      /partner\.microsoft\.com\s+They lead to its front page.*PARTNER_CENTER_URL/,
    );
    await bot?.stop();
    await file?.remove();
    const exact = await checklist({}, { PARTNER_CENTER_URL: 'https://partner.example/deals/{id}' });
    assert.match(exact, /partner\.example/);
    assert.doesNotMatch(exact, /front page/);
  });
});
