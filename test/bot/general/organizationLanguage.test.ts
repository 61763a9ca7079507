import assert from 'node:assert/strict';
import { say } from '#cards/say.ts';
import { readable } from '#test/support/bot/client.ts';
import { type RunningBot, startBot, until } from '#test/support/bot/startBot.ts';
import { CONTOSO_KEY, temporaryFile, twoOrganizations } from '#test/support/organization/organizations.ts';
import { inbound } from '#test/support/referral/referrals.ts';

describe('The language of an organization', () => {
  let bot: RunningBot;
  let remove: () => Promise<void>;
  before(async () => {
    const content = twoOrganizations([{ email: 'anna.berg@contoso.example', role: 'referrals-admin' }]);
    const [contoso, fabrikam] = content.organizations;
    const file = await temporaryFile({ organizations: [{ ...contoso, language: 'de' }, fabrikam] });
    remove = file.remove;
    bot = await startBot({ ORGANIZATIONS_FILE: file.path });
  });
  after(async () => {
    await bot.stop();
    await remove();
  });

  for (const [what, locale, language] of [
    ['no language', undefined, 'de'],
    ['one that is not spoken', 'fr-FR', 'de'],
    ['none that is one', 'xx', 'de'],
    ['one that is spoken', 'sv-SE', 'sv'],
  ] as const) {
    it(`given a client that says ${what}, then answers and cards are in ${language}`, async () => {
      const anna = bot.teams.person(`Anna ${what}`);
      const chat = bot.teams.chatOf(anna);
      await bot.teams.send(anna, chat, { type: 'installationUpdate', action: 'add', locale });
      assert.match(
        readable(bot.teams.in(chat)[0]?.activity ?? {}),
        new RegExp(say(language, 'welcome.title')),
      );
      await bot.teams.say(anna, chat, 'thanks', { locale });
      assert.equal(bot.teams.in(chat).at(-1)?.activity.text, say(language, 'notice.thanks'));
    });
  }

  it('given nobody knows who they are, then the refusal is in it, too', async () => {
    const uma = bot.teams.person('Uma Blum');
    const chat = bot.teams.chatOf(uma);
    await bot.teams.say(uma, chat, 'my deals', { locale: undefined, from: { id: '28:other' } });
    assert.equal(bot.teams.in(chat).at(-1)?.activity.text, say('de', 'notice.unsaid'));
  });

  it('given a chat whose language was never said, then its cards are in it', async () => {
    const anna = bot.teams.person('Anna Berg');
    const chat = bot.teams.chatOf({ ...anna, id: '29:anna-card' });
    await bot.teams.send(anna, chat, { type: 'installationUpdate', action: 'add', locale: 'fr-FR' });
    const referral = inbound();
    await bot.intake(referral, CONTOSO_KEY);
    const card = await until('the card', () =>
      bot.teams.in(chat).find(({ activity }) => JSON.stringify(activity).includes(String(referral.id))),
    );
    assert.match(readable(card), new RegExp(say('de', 'referral.accept.button')));
  });
});
