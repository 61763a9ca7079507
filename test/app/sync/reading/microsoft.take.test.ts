import assert from 'node:assert/strict';
import type { Referral } from '#domain/referral/referral.ts';
import { type App, MONDAY, startApp } from '#test/support/app/runningApp.ts';
import {
  admin,
  chatOf,
  install,
  members,
  recordOf,
  shownIn,
  teammate,
} from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';
import { connect, connectedSince, connectionOf } from '#test/support/sync/connections.ts';
import {
  CONTOSO,
  type MemoryPartnerCenter,
  memoryPartnerCenter,
} from '#test/support/sync/memoryPartnerCenter.ts';

const HOURS = 3_600_000;

describe('microsoft.take: how Microsoft stands in an engagement (CR-9, CR-17)', () => {
  let app: App;
  let there: MemoryPartnerCenter;
  const begin = async (more: object = {}) => {
    there = memoryPartnerCenter();
    app = startApp({ partnerCenter: there, partnerCenterId: CONTOSO, ...more });
    await members(app, admin('anna'));
    await install(app, 'anna');
    await app.settled();
    await connect(app, {
      ...connectedSince('2026-11-16T09:00:00.0000000Z'),
      lastPending: MONDAY,
      lastLookBack: MONDAY,
    });
  };
  afterEach(() => app.close());
  const at = (minutes: number) => new Date(Date.parse(MONDAY) + minutes * 60_000).toISOString();
  const own = (changes: object = {}) => ({
    ...inbound({ team: [teammate('anna')] }, new Date(MONDAY)),
    id: 'own',
    engagementId: 'E1',
    updatedDateTime: at(1),
    ...{ direction: 'Outgoing', status: 'Active', substatus: 'Accepted' },
    inviteContext: { invitedBy: { organizationId: CONTOSO, organizationName: 'Contoso' } },
    ...changes,
  });
  const microsofts = (changes: object = {}) => ({
    ...own(),
    ...{ id: 'copy', organizationId: 'msft', status: 'New', substatus: 'Pending' },
    ...changes,
  });
  const standing = ({ parties = [] }: Referral) =>
    parties.map(({ organization, view }) => [organization, view?.stage, view?.outcome]);
  const deal = async () => (await recordOf(app, 'own')).referral;

  it('given lists show its record, then it is a party of our deal and no record of ours; its answer is news (CR-52)', async () => {
    await begin();
    there.put(own(), microsofts());
    await app.settled();
    assert.deepEqual(standing(await deal()), [['msft', 'received', undefined]]);
    await assert.rejects(recordOf(app, 'copy'));
    assert.deepEqual(shownIn(app, chatOf('anna')), []);
    there.put(microsofts({ status: 'Active', substatus: 'Accepted', updatedDateTime: at(3) }));
    app.clock.advance(30_000);
    await app.settled();
    assert.deepEqual(standing(await deal()), [['msft', 'accepted', undefined]]);
    assert.deepEqual(shownIn(app, chatOf('anna')), ['news accepted']);
    assert.equal((await connectionOf(app)).listsMicrosoft, true);
  });

  it('given its record comes before ours does, then it is looked at again until ours is there (point 10)', async () => {
    await begin();
    there.put(microsofts());
    await app.settled();
    there.put(own({ updatedDateTime: at(-3_000) }));
    app.clock.advance(5_000);
    await app.settled();
    assert.deepEqual(standing(await deal()), [['msft', 'received', undefined]]);
  });

  it('given lists show it by its engagement only, then our open deals are gone through every few hours (point 7)', async () => {
    await begin();
    there.put(own(), microsofts());
    const list = there.list.bind(there);
    there.list = async (query, after) => {
      const page = await list(query, after);
      return query.kind === 'engagement'
        ? page
        : { ...page, referrals: page.referrals.filter(({ id }) => id !== 'copy') };
    };
    await app.settled();
    app.clock.advance(4 * HOURS);
    await app.settled();
    assert.deepEqual(standing(await deal()), [['msft', 'received', undefined]]);
    there.put(microsofts({ status: 'Closed', substatus: 'Declined', updatedDateTime: at(9) }));
    app.clock.advance(4 * HOURS);
    await app.settled();
    assert.deepEqual(standing(await deal()), [['msft', 'closed', 'declined']]);
    const before = there.asked.filter((one) => one === 'engagement').length;
    app.clock.advance(4 * HOURS);
    await app.settled();
    assert.equal(there.asked.filter((one) => one === 'engagement').length, before);
  });

  it('given an older word of it comes late, then the newer one stays', async () => {
    await begin();
    there.put(own(), microsofts({ status: 'Active', substatus: 'Accepted', updatedDateTime: at(3) }));
    await app.settled();
    there.put(microsofts({ updatedDateTime: at(2) }));
    app.clock.advance(30_000);
    await app.settled();
    assert.deepEqual(standing(await deal()), [['msft', 'accepted', undefined]]);
  });

  it('given Microsoft is an organization of this deployment, then its own messages tell that and nothing else does', async () => {
    await begin({ others: { msft: 'Microsoft' } });
    there.put(own(), microsofts());
    await app.settled();
    assert.equal((await deal()).parties, undefined);
  });
});
