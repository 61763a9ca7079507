import assert from 'node:assert/strict';
import { connectionDraft } from '#app/sync/connectionRecord.ts';
import { noteSignedOut } from '#app/sync/signIn/signIn.note.ts';
import { cardOf, readable } from '#test/support/bot/client.ts';
import { type RunningBot, startBot } from '#test/support/bot/startBot.ts';
import { temporaryFile, twoOrganizations } from '#test/support/organization/organizations.ts';
import { vaultKey } from '#test/support/sync/signedInStore.ts';

const CONNECTED = {
  PARTNER_CENTER_CLIENT_ID: 'bbbb0000-0000-4000-8000-000000000002',
  PARTNER_CENTER_TOKEN_KEY: vaultKey(),
  // Nobody is asked here.
  PARTNER_CENTER_API_URL: 'https://127.0.0.1:9/v1.0',
  PARTNER_CENTER_AUTHORITY: 'https://127.0.0.1:9',
};

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
    assert.match(card, /→ 19:berln@thread\.tacv2\s+The bot isn’t in this team/);
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

  it('given nothing is set for a connection with Partner Center, or nobody signed in, then it says what there is to do', async () => {
    assert.match(await checklist({}), /Connection with Partner Center\s+Optional: with a connection/);
    await bot?.stop();
    await file?.remove();
    assert.match(
      await checklist({}, CONNECTED),
      /Connection with Partner Center\s+.*nobody has signed in yet/,
    );
  });

  it('given somebody is signed in, then who and since when; signed out, then why, and what to do', async () => {
    await checklist({}, CONNECTED);
    assert.ok(bot);
    const ada = bot.teams.person('Ada Admin');
    const chat = bot.teams.chatOf(ada);
    const at = '2026-11-20T10:00:00.000Z';
    const account = { name: 'Sync', username: 'sync@contoso.example', tenantId: 't' };
    const record = { account, connectedAt: at, nextPoll: '2099-01-01T00:00:00.000Z', quietPolls: 0 };
    await bot.composed.store.create(connectionDraft('contoso', record));
    const setup = async () => {
      await bot?.teams.say(ada, chat, 'setup');
      return readable(cardOf(bot?.teams.in(chat).at(-1) ?? assert.fail('no card')));
    };
    assert.match(await setup(), /Connection with Partner Center\s+sync@contoso\.example, since Nov 20, 2026/);
    await noteSignedOut({ ...bot.composed, wake: () => {} }, 'contoso', 'AADSTS50173');
    assert.match(
      await setup(),
      /Signed out since .*The password of the account was changed.*partner-center:connect/,
    );
  });
});
