import assert from 'node:assert/strict';
import { readable } from '#test/support/bot/client.ts';
import type { Place } from '#test/support/bot/fakeTeams.ts';
import { type RunningBot, startBot, until } from '#test/support/bot/startBot.ts';
import { inbound } from '#test/support/referral/referrals.ts';

const TENANT_OF = { tenantId: '00000000-0000-4000-8000-0000000000aa' };

describe('A place of which it is not known that one person alone reads there', () => {
  let bot: RunningBot;
  beforeEach(async () => {
    bot = await startBot();
  });
  afterEach(() => bot.stop());

  const odd: readonly object[] = [
    { id: '19:meeting_abc@thread.v2' },
    { id: '19:meeting_def@thread.v2', conversationType: 'personal' },
    { id: '19:general@thread.tacv2;messageid=17' },
    { id: '19:old@thread.skype', conversationType: 'personal' },
    { id: '19:aaaa_bbbb@unq.gbl.spaces', conversationType: 'personal' },
    { id: 'outlook:xyz', conversationType: 'personal' },
    { id: 'a:somebody', conversationType: 'personal', isGroup: true },
    { id: 'a:somebody' },
    { id: 'a:somebody', conversationType: 'somethingNew' },
  ];
  for (const given of odd) {
    it(`given ${JSON.stringify(given)}, then no list goes there, and the person's own chat stays theirs`, async () => {
      const anna = bot.teams.person('Anna Berg');
      const chat = bot.teams.chatOf(anna);
      await bot.teams.install(anna, chat);
      const conversation = { id: '', ...given, ...TENANT_OF };
      const [conversationId = ''] = conversation.id.split(';');
      const there: Place = { kind: 'group', conversationId };
      await bot.teams.say(anna, there, 'my deals', { conversation });
      await bot.teams.send(anna, there, { type: 'installationUpdate', action: 'add', conversation });
      const said = bot.teams.in(there).map((posted) => readable(posted.activity));
      assert.ok(!said.some((text) => /Other lists/.test(text)), said.join());
      const referral = inbound();
      await bot.intake(referral);
      await until('the card is in the own chat', () =>
        bot.teams.in(chat).some(({ activity }) => JSON.stringify(activity).includes(String(referral.id))),
      );
      assert.ok(!JSON.stringify(bot.teams.in(there)).includes(String(referral.id)));
    });
  }
});

describe('Another channel of the same bot registration', () => {
  for (const channelId of ['webchat', 'directline', 'm365extensions', 'emulator', undefined]) {
    it(`given ${channelId}, then it is refused in words, and nobody is remembered`, async () => {
      const bot = await startBot();
      const anna = bot.teams.person('Anna Berg');
      const chat = bot.teams.chatOf(anna);
      await bot.teams.say(anna, chat, 'my deals', { channelId });
      assert.equal(
        bot.teams.in(chat).at(-1)?.activity.text,
        'I only work in Microsoft Teams. Write to me there.',
      );
      const value = { action: { type: 'Action.Execute', verb: 'deals.list', data: {} } };
      const press = { channelId, type: 'invoke', name: 'adaptiveCard/action', value };
      assert.match(
        String((await bot.teams.send(anna, chat, press)).body?.value),
        /I only work in Microsoft Teams/,
      );
      const search = { channelId, type: 'invoke', name: 'application/search' };
      const asked = { queryText: 'a', dataset: 'customers' };
      assert.equal((await bot.teams.send(anna, chat, { ...search, value: asked })).body?.statusCode, 204);
      await bot.teams.send(anna, chat, { channelId, type: 'installationUpdate', action: 'add' });
      const known = await bot.composed.store.list({ partition: 'local', kind: 'person', limit: 10 });
      assert.deepEqual(known.documents, []);
      await bot.stop();
    });
  }

  it('given the channel is configured, then it is served', async () => {
    const bot = await startBot({ CHANNELS: 'msteams, emulator' });
    const anna = bot.teams.person('Anna Berg');
    const chat = bot.teams.chatOf(anna);
    await bot.teams.say(anna, chat, 'hi', { channelId: 'emulator' });
    assert.match(String(bot.teams.in(chat).at(-1)?.activity.text), /Hi Anna!/);
    await bot.stop();
  });
});
