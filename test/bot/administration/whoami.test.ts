import assert from 'node:assert/strict';
import { readable } from '#test/support/bot/client.ts';
import type { TestPerson } from '#test/support/bot/fakeTeams.ts';
import { type RunningBot, startBot, until } from '#test/support/bot/startBot.ts';
import { CONTOSO_KEY, temporaryFile, twoOrganizations } from '#test/support/organization/organizations.ts';
import { inbound } from '#test/support/referral/referrals.ts';

const members = [
  { email: 'ada.admin@contoso.example', role: 'referrals-admin' as const },
  { email: 'bea.boss@contoso.example', role: 'referrals-admin' as const },
  { email: 'cleo.cleveland@contoso.example', role: 'referrals-admin' as const, locations: ['1234567'] },
  { email: 'uma.user@contoso.example', role: 'referrals-user' as const, locations: ['1234567'] },
];
const STRANGE = '00000000-0000-4000-8000-0000000000ee';

describe('whoami and setup', () => {
  let bot: RunningBot;
  let file: Awaited<ReturnType<typeof temporaryFile>>;

  before(async () => {
    file = await temporaryFile(twoOrganizations(members));
  });
  after(() => file.remove());
  beforeEach(async () => {
    bot = await startBot({ ORGANIZATIONS_FILE: file.path });
    const ada = bot.teams.person('Ada Admin');
    await bot.teams.install(ada, bot.teams.chatOf(ada));
  });
  afterEach(() => bot.stop());

  const asks = async (name: string, text: string, more: Partial<TestPerson> = {}) => {
    const person = bot.teams.person(name, more);
    const chat = bot.teams.chatOf(person);
    await bot.teams.say(person, chat, text);
    const { activity } = bot.teams.in(chat).at(-1) ?? {};
    assert.ok(activity);
    return typeof activity.text === 'string' ? activity.text : readable(activity);
  };

  for (const [name, patterns, more] of [
    [
      'Ada Admin',
      [
        /Referrals admin: sees and decides/,
        /All locations/,
        /ada\.admin@contoso\.example/,
        /They reach you in this chat/,
      ],
      {},
    ],
    [
      'Cleo Cleveland',
      [
        /Referrals admin/,
        /\nCleveland\n/,
        /other locations[\s\S]*referrals admins of the whole company[\s\S]*ask: Ada Admin, bea\.boss@contoso\.example\./,
      ],
      {},
    ],
    [
      'Uma User',
      [
        /Referrals user/,
        /\nCleveland\n/,
        /without you on the team/,
        /Manage members, locations and channel routes/,
      ],
      {},
    ],
    [
      'Una Unlisted',
      [
        /None: you’re not on the list of members/,
        /because you’re not a member\.\nTo change that, ask: Ada Admin/,
        /You get none/,
      ],
      {},
    ],
    [
      'Gina Guest',
      [/Guests and people from other organizations can’t use this bot here/],
      { userRole: 'guest' },
    ],
    [
      'Nobody In A Meeting',
      [/Guests and people from other organizations can’t use this bot here/],
      { userRole: 'anonymous', email: 'ada.admin@contoso.example' },
    ],
    ['Fred Foreign', [/Guests and people from other organizations/], { homeTenantId: STRANGE }],
  ] as const) {
    it(`given ${name}, then role, locations, how known, and what not, why and whom to ask (CR-1 to CR-5)`, async () => {
      const text = await asks(name, 'whoami', more);
      for (const pattern of patterns) assert.match(text, pattern);
      if (name.startsWith('G') || name.startsWith('F')) assert.doesNotMatch(text, /Ada Admin|bea\.boss/);
      assert.doesNotMatch(text, /aad-/);
    });
  }

  for (const words of ['Wer bin ich?', 'vem är jag', '我是谁', 'Кто я?', 'chi sono', 'who am I']) {
    it(`given ${words}, then the same card`, async () => {
      assert.match(await asks('Ada Admin', words), /Contoso Partner/);
    });
  }

  it('given the question in a channel by somebody without a chat, then nothing about them is said there', async () => {
    const uma = bot.teams.person('Uma User');
    const channel = bot.teams.channel('19:sales');
    await bot.teams.install(uma, channel);
    await bot.teams.say(uma, channel, 'whoami');
    const said = bot.teams
      .in(channel)
      .map(({ activity }) => readable(activity))
      .join('\n');
    assert.doesNotMatch(said, /uma\.user@/);
    assert.match(said, /I only answer this in our personal chat/);
  });

  it('given setup, then what is done and what is left, and who lacks the bot', async () => {
    const text = await asks('Ada Admin', 'setup');
    assert.match(text, /✗ \nThe bot has an identity of its own\nLocal mode/);
    assert.match(text, /✓ \nThe organization is set up\nTenants: 0{8}-/);
    assert.match(text, /• \nReferrals can come in\nNone has come in yet/);
    assert.match(text, /✓ \nAn admin of the whole company can be reached\nAda Admin/);
    assert.match(
      text,
      /Still without: 3 \(bea\.boss@contoso\.example, cleo\.cleveland@contoso\.example, uma\.user/,
    );
    assert.match(text, /✓ \nLocations are listed/);
  });

  it('given a referral that came in, then when; the intake itself answers as before', async () => {
    assert.equal((await bot.intake(inbound({ mpnId: '1234567' }), CONTOSO_KEY)).status, 202);
    await until('the moment', async () =>
      /✓ \nReferrals can come in\nThe last one came in on/.test(await asks('Ada Admin', 'setup')),
    );
  });

  it('given setup by a user, then whom to ask', async () => {
    assert.match(await asks('Uma User', 'setup'), /^Only referrals admins can do this\. Ask: Ada Admin, /);
    assert.match(await asks('Gina Guest', 'setup', { userRole: 'guest' }), /^Guests/);
  });

  it('given an unknown tenant, then the polite refusal with its id on every path, and nothing is remembered', async () => {
    const stranger = bot.teams.person('Sam Stranger', { tenantId: STRANGE });
    const chat = bot.teams.chatOf(stranger);
    const refusal = `I’m not set up for your organization yet. Give this tenant ID to the bot’s administrator: ${STRANGE}`;
    await bot.teams.install(stranger, chat);
    for (const text of ['members', 'whoami', 'setup', 'route', 'hello', 'anything'])
      await bot.teams.say(stranger, chat, text);
    await bot.teams.submit(stranger, chat, { verb: 'members.show' });
    const said = bot.teams.in(chat).map(({ activity }) => activity.text);
    assert.deepEqual(
      said,
      Array.from({ length: 8 }, () => refusal),
    );
    for (const verb of ['members.show', 'member.add', 'setup.show', 'whoami.show', 'route.prove']) {
      const answer = await bot.teams.press(stranger, chat, verb, { send: true });
      assert.deepEqual(answer.body?.value, refusal);
    }
    const search = {
      name: 'application/search',
      value: { queryText: 'ada', dataset: 'graph.microsoft.com/users' },
    };
    const found = await bot.teams.send(stranger, chat, { type: 'invoke', ...search });
    assert.equal(found.status, 200);
    assert.doesNotMatch(JSON.stringify(found.body), /Ada|ada\./);
    const { store, organizations } = bot.composed;
    for (const { id } of organizations.all()) {
      const { documents } = await store.list({ partition: id, kind: 'person', limit: 100 });
      assert.ok(documents.every((document) => !document.id.includes(STRANGE)));
    }
  });
});
