import assert from 'node:assert/strict';
import { cardOf, readable } from '#test/support/bot/client.ts';
import type { TestPerson } from '#test/support/bot/fakeTeams.ts';
import { type RunningBot, startBot, until } from '#test/support/bot/startBot.ts';
import {
  CONTOSO_KEY,
  FABRIKAM,
  FABRIKAM_KEY,
  FABRIKAM_TENANT,
  temporaryFile,
  twoOrganizations,
} from '#test/support/organization/organizations.ts';
import { inbound } from '#test/support/referral/referrals.ts';

const members = [
  { email: 'ada.admin@contoso.example', role: 'referrals-admin' as const },
  { email: 'bert.berlin@contoso.example', role: 'referrals-admin' as const, locations: ['7654321'] },
  { email: 'tea.team@contoso.example', role: 'referrals-user' as const, locations: ['7654321'] },
];
const SECRET = 'Zanzibar';

/** A deal of Cleveland that nobody of Berlin may learn of, and one of another organization (CR-2 to CR-5). */
describe('Finding what one may not see', () => {
  let bot: RunningBot;
  let file: Awaited<ReturnType<typeof temporaryFile>>;
  const secret = inbound({ name: `${SECRET} one`, mpnId: '1234567' });
  const foreign = inbound({ name: `${SECRET} two`, mpnId: '7654321', organizationId: FABRIKAM });
  const team = [{ firstName: 'Tea', email: 'tea.team@contoso.example' }];
  const own = inbound({ name: 'Berlin deal', mpnId: '7654321', team });

  before(async () => {
    file = await temporaryFile(twoOrganizations(members));
    bot = await startBot({ ORGANIZATIONS_FILE: file.path });
    await bot.intake(secret, CONTOSO_KEY);
    await bot.intake(own, CONTOSO_KEY);
    await bot.intake(foreign, FABRIKAM_KEY);
  });
  after(async () => {
    await bot.stop();
    await file.remove();
  });

  const typed = async (person: TestPerson, text: string): Promise<string> => {
    const before = bot.teams.messages.length;
    await bot.teams.say(person, bot.teams.chatOf(person), text);
    const posted = await until(`an answer to ${text}`, () => bot.teams.messages.slice(before).at(-1));
    return `${posted.activity.text ?? ''}\n${JSON.stringify(posted.activity.attachments ?? '')}`;
  };
  const press = async (person: TestPerson, verb: string, data: object): Promise<string> =>
    JSON.stringify((await bot.teams.press(person, bot.teams.chatOf(person), verb, data)).body);

  const lists = ['inbound', 'outbound', 'favorites', 'mine', 'expiring', 'needs action', 'deals'];
  for (const name of ['Bert Berlin', 'Tea Team', 'Una Unlisted']) {
    const sees = name !== 'Una Unlisted';

    it(`given ${name}, when every list is typed, then nothing of other locations and organizations (CR-3, CR-4, CR-5)`, async () => {
      const person = bot.teams.person(name);
      for (const word of lists) assert.ok(!(await typed(person, word)).includes(SECRET), word);
      assert.equal((await typed(person, 'inbound')).includes('Berlin deal'), sees);
      assert.equal((await typed(person, 'expiring')).includes('Berlin deal'), sees);
    });

    it(`given ${name}, when it is searched for by words and by id, then nothing is found, as for what is not there`, async () => {
      const person = bot.teams.person(name);
      for (const text of [`search ${SECRET} one`, `search ${secret.id}`, `search ${foreign.id}`]) {
        const answer = await typed(person, text);
        assert.ok(!answer.includes('deal.open') && !answer.includes('Fabrikam Ltd'), text);
      }
    });

    it(`given ${name}, when the data of a button is forged, then the answer is that for a deal that is not there`, async () => {
      const person = bot.teams.person(name);
      const nowhere = '99999999-0000-4000-8000-000000000000';
      for (const [verb, more] of [
        ['deal.open', { list: 'inbound' }],
        ['deal.open', { text: 'fabrikam' }],
        ['deal.open', {}],
        ['deal.favorite', { on: 'yes' }],
        ['deal.favorite', { on: 'yes', list: 'inbound' }],
        ['deals.list', { list: 'inbound', first: 'x' }],
      ] as const) {
        const answers = await Promise.all(
          [secret.id, foreign.id, nowhere].map((id) =>
            press(person, verb, { ...more, referral: id, ...('first' in more && { first: id }) }),
          ),
        );
        assert.equal(answers[0], answers[2], `${verb} ${JSON.stringify(more)}`);
        assert.equal(answers[1], answers[2], `${verb} ${JSON.stringify(more)}`);
        assert.ok(!answers[0]?.includes(SECRET));
      }
      assert.ok(!(await typed(person, 'favorites')).includes(SECRET));
    });
  }

  it('given another organization, when its people list and search, then they see their own alone (CR-5)', async () => {
    const fay = bot.teams.person('Fay Brik', {
      tenantId: FABRIKAM_TENANT,
      email: 'fay.brik@fabrikam.example',
    });
    const answer = await typed(fay, 'inbound');
    assert.ok(
      answer.includes(`${SECRET} two`) && !answer.includes(`${SECRET} one`) && !answer.includes('Berlin'),
    );
    assert.ok(!(await typed(fay, 'search Berlin')).includes('Berlin deal'));
  });

  it('given the company’s admin, then all of the own company (CR-2)', async () => {
    const ada = bot.teams.person('Ada Admin');
    const chat = bot.teams.chatOf(ada);
    const answer = await bot.teams.press(ada, chat, 'deals.list', { list: 'inbound' });
    const text = readable(cardOf(answer));
    assert.ok(
      text.includes(`${SECRET} one`) && text.includes('Berlin deal') && !text.includes(`${SECRET} two`),
    );
  });
});
