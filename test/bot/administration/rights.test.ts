import assert from 'node:assert/strict';
import { cardOf, executed, pressOn, readable, textAnswer } from '#test/support/bot/client.ts';
import type { Place, TestPerson } from '#test/support/bot/fakeTeams.ts';
import { cardKnownIn, installInChannel, referralCardIn } from '#test/support/bot/scene.ts';
import { type RunningBot, startBot, until } from '#test/support/bot/startBot.ts';
import {
  CONTOSO_KEY,
  FABRIKAM_TENANT,
  temporaryFile,
  twoOrganizations,
} from '#test/support/organization/organizations.ts';
import { inbound } from '#test/support/referral/referrals.ts';

const MAY_NOT = 'You can’t decide on this referral. These people can: Ada Admin, Cleo Cleveland, Tea Team.';
const UNKNOWN = 'I can’t find this referral anymore. It may have been removed.';
const ASK = ' To take it over, press Ask for this deal on the card.';
const GUEST = 'Guests and people from other organizations can’t use this bot here.';
const STILL_OPEN = 'This referral still needs an answer by …. ';
const BY_CLEO = 'Already declined by Cleo Cleveland at …. ';
const ELSEWHERE = '00000000-0000-4000-8000-0000000000ee';

const members = [
  { email: 'Ada.Admin@contoso.example', role: 'referrals-admin' as const },
  { email: 'cleo.cleveland@contoso.example', role: 'referrals-admin' as const, locations: ['1234567'] },
  { email: 'bert.berlin@contoso.example', role: 'referrals-admin' as const, locations: ['7654321'] },
  { email: 'tea.team@contoso.example', role: 'referrals-user' as const, locations: ['1234567'] },
  { email: 'otto.outside@contoso.example', role: 'referrals-user' as const },
  { email: 'tom.elsewhere@contoso.example', role: 'referrals-user' as const, locations: ['7654321'] },
  { email: 'gina.guest@contoso.example', role: 'referrals-admin' as const },
  { email: 'fred.foreign@contoso.example', role: 'referrals-admin' as const },
];

describe('Rights', () => {
  let bot: RunningBot;
  let file: Awaited<ReturnType<typeof temporaryFile>>;
  let referral: Record<string, unknown>;
  let channel: Place;
  const people: Record<string, TestPerson> = {};

  before(async () => {
    file = await temporaryFile(twoOrganizations(members));
  });
  after(() => file.remove());

  beforeEach(async () => {
    bot = await startBot({ ORGANIZATIONS_FILE: file.path });
    const { teams } = bot;
    channel = teams.channel('19:sales');
    for (const [name, more] of Object.entries(strangers)) {
      const person = teams.person(name, more);
      people[name] = person;
      await teams.install(person, teams.chatOf(person));
    }
    await installInChannel(teams, someone('Ada Admin'), channel);
    // In capitals, because e-mail addresses know no case.
    const team = ['TEA.TEAM', 'tom.elsewhere', 'una.unlisted'].map((name) => ({
      firstName: name,
      email: `${name}@contoso.example`,
    }));
    referral = inbound({ mpnId: '1234567', team });
    await bot.intake(referral, CONTOSO_KEY);
    await cardKnownIn(bot, channel, { organization: 'contoso', referralId: referral.id });
  });
  afterEach(() => bot.stop());

  const someone = (name: string): TestPerson => {
    const person = people[name];
    assert.ok(person, name);
    return person;
  };
  const decide = (name: string, place: Place) =>
    bot.teams.press(someone(name), place, 'referral.decline', { referral: referral.id, 'reason.0': 'other' });
  const substatus = async () => (await bot.read(referral.id, CONTOSO_KEY)).body.substatus;

  for (const [name, why] of [
    ['Ada Admin', /as a referrals admin\./],
    ['Cleo Cleveland', /as a referrals admin for this location\./],
    ['Tea Team', /because you’re on this referral’s team\./],
  ] as const) {
    it(`given ${name}, then the card comes with the reason why, and they may decide (CR-2, CR-3, CR-4, CR-51, CR-55)`, async () => {
      const chat = bot.teams.chatOf(someone(name));
      const card = await referralCardIn(bot, chat);
      assert.match(readable(card.activity), why);
      const answer = await pressOn(bot.teams, someone(name), chat, card, 'referral.accept');
      assert.match(readable(answer), new RegExp(`Accepted by ${name}`));
      assert.equal(await substatus(), 'Accepted');
    });
  }

  for (const [name, refusal, open, decided] of [
    ['Bert Berlin', UNKNOWN, `${STILL_OPEN}${MAY_NOT}${ASK}`, `${BY_CLEO}${MAY_NOT}`],
    ['Otto Outside', UNKNOWN, `${STILL_OPEN}${MAY_NOT}${ASK}`, `${BY_CLEO}${MAY_NOT}`],
    ['Tom Elsewhere', UNKNOWN, `${STILL_OPEN}${MAY_NOT}${ASK}`, `${BY_CLEO}${MAY_NOT}`],
    ['Una Unlisted', UNKNOWN, `${STILL_OPEN}${MAY_NOT}`, `${BY_CLEO}${MAY_NOT}`],
    ['Gina Guest', GUEST, GUEST, GUEST],
    ['Fred Foreign', GUEST, GUEST, GUEST],
  ] as const) {
    it(`given ${name}, then no card comes, and a press in the own chat is answered as for a referral that does not exist (CR-3, CR-4)`, async () => {
      const chat = bot.teams.chatOf(someone(name));
      await until('everybody else has theirs', () => cardsIn('Ada Admin') + cardsIn('Tea Team') === 2);
      assert.equal(cardsIn(name), 0);
      for (const verb of dealVerbs) {
        for (const id of [referral.id, 'there-is-none']) {
          const data = {
            referral: id,
            form: 0,
            asker: 'tenant:aad-otto.outside',
            'person.0': 'Ada',
            'name.0': 'X',
          };
          const answer = await bot.teams.press(someone(name), chat, verb, data);
          assert.deepEqual(answer, textAnswer(verb === 'deal.grant' ? UNKNOWN : refusal), verb);
        }
      }
      assert.equal(await substatus(), 'Pending');
      await decide('Ada Admin', bot.teams.chatOf(someone('Ada Admin')));
      assert.deepEqual(await decide(name, chat), textAnswer(refusal));
    });

    it(`given ${name}, when pressing in the channel that has the card, then they are told ${open === GUEST ? 'nothing of it' : 'where it stands and who may decide'}`, async () => {
      const told = async () =>
        String((await decide(name, channel)).body?.value).replace(
          /(?<=answer by |at )\w.*?[AP]M(?: UTC)?/,
          '…',
        );
      assert.equal(await told(), open);
      await decide('Cleo Cleveland', bot.teams.chatOf(someone('Cleo Cleveland')));
      assert.equal(await told(), decided);
    });
  }

  it('given a client that knows only Action.Submit, when refused in the channel, then the names are given in the own chat', async () => {
    const otto = someone('Otto Outside');
    const before = bot.teams.in(channel).length;
    const data = { verb: 'referral.decline', referral: referral.id };
    await bot.teams.submit(otto, channel, data);
    const said = bot.teams.in(channel).slice(before);
    assert.deepEqual(
      said.map(({ activity }) => activity.text),
      ['I’ve answered in our personal chat.'],
    );
    assert.match(String(bot.teams.in(bot.teams.chatOf(otto)).at(-1)?.activity.text), /Ada Admin/);
  });

  it('given a channel that does not have the card, when pressed there without the right, then nothing about the deal is said', async () => {
    const other = bot.teams.channel('19:sales', '19:other-channel-of-the-team');
    assert.deepEqual(await decide('Otto Outside', other), textAnswer(UNKNOWN));
    assert.deepEqual(await decide('Otto Outside', bot.teams.group('19:group')), textAnswer(UNKNOWN));
  });

  it('given someone of another organization, then the referral does not exist for them', async () => {
    const fay = bot.teams.person('Fay Brik', {
      tenantId: FABRIKAM_TENANT,
      email: 'fay.brik@fabrikam.example',
    });
    const chat = bot.teams.chatOf(fay);
    await bot.teams.install(fay, chat);
    for (const verb of dealVerbs) {
      const data = { referral: referral.id, form: 0, asker: 'tenant:aad-otto.outside' };
      assert.deepEqual(await bot.teams.press(fay, chat, verb, data), textAnswer(UNKNOWN), verb);
    }
    assert.equal(await substatus(), 'Pending');
  });

  it('given a delivery that names another location, then the referral stays where it is, with the same people who may decide', async () => {
    const chat = bot.teams.chatOf(someone('Cleo Cleveland'));
    const card = await referralCardIn(bot, chat);
    const data = executed(cardOf(card), 'referral.accept');
    const moved = { ...referral, mpnId: '7654321', updatedDateTime: new Date().toISOString() };
    await bot.intake(moved, CONTOSO_KEY);
    assert.equal(
      (await decide('Bert Berlin', bot.teams.chatOf(someone('Bert Berlin')))).body?.value,
      UNKNOWN,
    );
    await bot.teams.press(someone('Cleo Cleveland'), chat, 'referral.accept', data);
    assert.equal(await substatus(), 'Accepted');
  });

  function cardsIn(name: string): number {
    const chat = bot.teams.chatOf(someone(name));
    return bot.teams.in(chat).filter(({ activity }) => readable(activity).includes(String(referral.id)))
      .length;
  }
});

const dealVerbs = [
  'referral.accept',
  'referral.decline',
  'referral.view',
  'deal.ask',
  'deal.edit',
  'deal.grant',
  'deal.handover',
  'deal.solutions',
  'deal.team',
];

const strangers: Record<string, Partial<TestPerson>> = {
  'Ada Admin': {},
  'Cleo Cleveland': {},
  'Bert Berlin': {},
  'Tea Team': {},
  'Otto Outside': {},
  'Tom Elsewhere': {},
  'Una Unlisted': {},
  'Gina Guest': { userRole: 'guest' },
  'Fred Foreign': { homeTenantId: ELSEWHERE },
};
