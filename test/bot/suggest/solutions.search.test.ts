import assert from 'node:assert/strict';
import type { TestPerson } from '#test/support/bot/fakeTeams.ts';
import { type RunningBot, startBot } from '#test/support/bot/startBot.ts';
import {
  FABRIKAM_TENANT,
  temporaryFile,
  twoOrganizations,
} from '#test/support/organization/organizations.ts';

const email = 'ada.admin@contoso.example';
const solutions = {
  contoso: [
    { id: 'SOL-2', name: 'Retail Cockpit', publisher: 'Contoso' },
    { id: 'SOL-1', name: 'Analytics' },
    { id: 'SA-1', name: 'Retail assessment', kind: 'assessment' },
  ],
  fabrikam: [
    { id: 'FAB-1', name: 'Fabrikam Retail' },
    { id: 'FAB-SA', name: 'Retail assessment', kind: 'assessment' },
  ],
};

describe('Typeahead of solutions (CR-10, CR-23)', () => {
  let bot: RunningBot;
  before(async () => {
    const member = { email, role: 'referrals-admin' as const };
    const [contoso, fabrikam] = twoOrganizations([member]).organizations;
    const file = await temporaryFile({
      organizations: [
        { ...contoso, vetted: true, solutions: solutions.contoso },
        {
          ...fabrikam,
          members: [{ ...member, email: 'fay@fabrikam.example' }],
          solutions: solutions.fabrikam,
        },
      ],
    });
    bot = await startBot({ ORGANIZATIONS_FILE: file.path });
    await file.remove();
  });
  after(() => bot.stop());

  const asked = async (person: TestPerson, queryText: string) => {
    const answer = await bot.teams.send(person, bot.teams.chatOf(person), {
      type: 'invoke',
      name: 'application/search',
      value: { queryText, queryOptions: { skip: 0, top: 15 }, dataset: 'solutions', data: {} },
    });
    assert.equal(answer.status, 200);
    const found = answer.body?.value as { results: { title: string; value: string }[] } | undefined;
    return found?.results ?? [];
  };
  const ada = () => bot.teams.person('Ada Admin');
  const fay = () =>
    bot.teams.person('Fay', {
      email: 'fay@fabrikam.example',
      tenantId: FABRIKAM_TENANT,
      homeTenantId: FABRIKAM_TENANT,
    });

  it('given words of the name, then they are told with publisher and id, own ones first', async () => {
    assert.deepEqual(await asked(ada(), 'RETAIL'), [
      { title: 'Retail Cockpit · Contoso · SOL-2', value: 'SOL-2' },
      { title: 'Retail assessment · SA-1', value: 'SA-1' },
    ]);
    assert.deepEqual(await asked(ada(), 'sol-1'), [{ title: 'Analytics · SOL-1', value: 'SOL-1' }]);
  });

  it('given nothing is typed yet, then the first ones are offered', async () => {
    assert.deepEqual(
      (await asked(ada(), '')).map(({ value }) => value),
      ['SOL-1', 'SOL-2', 'SA-1'],
    );
  });

  it('given a person of another organization, then they get theirs alone, and no assessment where it is not vetted', async () => {
    assert.deepEqual(await asked(fay(), 'retail'), [{ title: 'Fabrikam Retail · FAB-1', value: 'FAB-1' }]);
    assert.deepEqual(await asked(fay(), 'SOL-1'), []);
    assert.deepEqual(await asked(fay(), 'FAB-SA'), []);
  });

  it('given somebody without rights, then there is nothing', async () => {
    assert.deepEqual(await asked(bot.teams.person('Una Unlisted'), 'retail'), []);
  });
});
