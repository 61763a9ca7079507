import assert from 'node:assert/strict';
import type { Switches } from '#bot/demo/standIn/switches.ts';
import { type Connected, startConnected } from '#test/support/sync/connected.ts';
import { decideHere } from '#test/support/sync/settling.ts';

const MINUTE = 60_000;
const withHelp = {
  assistance: 'GeneralOrOther',
  microsoftInvitedAt: '2026-11-16T09:00:00.000Z',
  consent: true,
};

describe('microsoft.invite: by a second record in Partner Center', () => {
  let one: Connected;
  const start = (switches: Partial<Switches> = {}) => {
    one = startConnected({ core: { switches } });
  };
  afterEach(() => one.app.close());
  const create = async (changes: Parameters<Connected['create']>[0] = {}) => {
    await one.create(changes);
    await one.app.settled();
  };
  const wantHelp = async () => {
    await one.askMicrosoft('d1');
    await one.app.settled();
  };
  const own = () => one.core.state.list().filter(({ organizationId }) => organizationId !== 'msft');
  const copies = () => one.core.state.list().filter(({ organizationId }) => organizationId === 'msft');
  const posts = () => one.asked().filter((request) => request.startsWith('POST'));
  const later = async (minutes: number) => {
    for (let passed = 0; passed < minutes; passed++) {
      one.app.clock.advance(MINUTE);
      await one.app.settled();
    }
  };

  for (const secondPostRecord of ['microsofts', 'own'] as const) {
    it(`given Microsoft’s help is wanted, and the second answer is ${secondPostRecord}, then it has one record of the engagement (14)`, async () => {
      start({ secondPostRecord });
      await create(withHelp);
      assert.equal(own().length, 1);
      assert.deepEqual(
        copies().map(({ engagementId }) => engagementId),
        [own()[0]?.engagementId],
      );
      assert.deepEqual([await one.open('d1'), posts()], [[], ['POST 201', 'POST 201']]);
    });
  }

  it('given the second answer is lost, then Microsoft is found by the engagement and not invited twice', async () => {
    start({ secondInvitation: 'copied' });
    one.core.faults.secondPost('answer-lost');
    await create(withHelp);
    await later(2);
    assert.deepEqual([copies().length, await one.open('d1')], [1, []]);
  });

  it('given the second request never arrived, then Microsoft is invited later, once', async () => {
    start({ secondInvitation: 'copied' });
    one.core.faults.failNext({ how: 'drop-before', method: 'POST', path: /referrals/, times: 0 });
    let second = 0;
    one.way.there = (request) => {
      if (request.method === 'POST' && ++second === 2)
        one.core.faults.failNext({ how: 'drop-before', method: 'POST' });
      return undefined;
    };
    await create(withHelp);
    assert.deepEqual([copies().length, await one.open('d1')], [0, ['microsoft']]);
    await later(18);
    assert.deepEqual([copies().length, await one.open('d1')], [1, []]);
  });

  it('given lists never show Microsoft’s copies, when nobody answered the second request, then a person has to look (7)', async () => {
    start({ msftCopies: 'never', secondInvitation: 'copied' });
    one.app.deps.syncRules = { listLag: 15 * MINUTE, microsoftListed: false };
    one.core.faults.secondPost('answer-lost');
    await create(withHelp);
    await later(18);
    assert.deepEqual([copies().length, await one.open('d1')], [1, ['microsoft refused:unsure']]);
    await decideHere(one, { type: 'sync.enter', fields: ['microsoft'] }, 'd1');
    await one.app.settled();
    assert.deepEqual([copies().length, await one.open('d1')], [1, []]);
  });

  it('given Microsoft was invited there already and lists don’t show it, then 409 says so (7, 15)', async () => {
    start({ msftCopies: 'never' });
    await create();
    const engagementId = String(own()[0]?.engagementId);
    one.core.state.put({ organizationId: 'msft', engagementId });
    await decideHere(one, { type: 'sync.retry' }, 'd1');
    await wantHelp();
    assert.deepEqual([copies().length, await one.open('d1')], [1, []]);
  });

  for (const becomesCoSell of ['second-post', 'never'] as const) {
    it(`given help is wanted later and a private deal becomes co-sell by ${becomesCoSell}, then it is there or to be entered by hand (17)`, async () => {
      start({ becomesCoSell });
      await create();
      await wantHelp();
      const refused = becomesCoSell === 'never';
      const told = copies().map(({ inviteContext }) => Object(inviteContext).notes);
      assert.deepEqual(told, refused ? [] : ['Could you join on Monday?']);
      assert.deepEqual(await one.open('d1'), refused ? ['microsoft refused:invalidrequest'] : []);
    });
  }
});
