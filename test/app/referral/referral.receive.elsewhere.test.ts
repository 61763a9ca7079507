import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type App, MONDAY, startApp } from '#test/support/app/runningApp.ts';
import {
  accept,
  admin,
  chatOf,
  decline,
  install,
  members,
  recordOf,
  shownIn,
} from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';

const LATER = '2026-11-16T10:00:00.0000001Z';

describe('referral.receive: decided elsewhere', () => {
  let app: App;
  beforeEach(async () => {
    app = startApp();
    await members(app, admin('anna'));
    await install(app, 'anna');
  });
  afterEach(() => app.close());
  const wire = (changes: object = {}) => ({ ...inbound({}, new Date(MONDAY)), id: 'r1', ...changes });

  for (const [status, substatus] of [
    ['Active', 'Accepted'],
    ['Closed', 'Won'],
    ['Closed', 'Declined'],
  ]) {
    it(`given one that arrives ${substatus} the first time, then it is stored so and posts nothing`, async () => {
      await app.receive(wire({ status, substatus }));
      await app.settled();
      assert.deepEqual(app.messenger.calls, []);
      assert.notEqual((await recordOf(app, 'r1')).referral.stage, 'received');
    });

    it(`given one that was undecided, when it arrives ${substatus}, then that counts, cards show it, and nobody can decide`, async () => {
      const first = wire();
      await app.receive(first);
      await app.settled();
      assert.equal(await app.receive({ ...first, status, substatus, updatedDateTime: LATER }), 'updated');
      await app.settled();
      const { referral } = await recordOf(app, 'r1');
      const by =
        referral.stage === 'accepted'
          ? referral.acceptedBy
          : referral.stage === 'closed' && referral.closedBy;
      assert.deepEqual(by, { kind: 'partner-center' });
      assert.deepEqual(shownIn(app, chatOf('anna')), [`card ${substatus?.toLowerCase()}`]);
      assert.equal((await accept(app, 'r1')).kind, 'refused');
    });
  }

  it('given one declined here, when it arrives undecided or accepted, then the decision stays and fields are taken over', async () => {
    const first = wire();
    await app.receive(first);
    await decline(app, 'r1');
    const renamed = { ...first, name: 'Renamed', updatedDateTime: LATER };
    assert.equal(await app.receive(renamed), 'updated');
    await app.receive({
      ...renamed,
      status: 'Active',
      substatus: 'Accepted',
      updatedDateTime: '2026-11-17T00:00:00Z',
    });
    const { referral } = await recordOf(app, 'r1');
    assert.ok(referral.stage === 'closed');
    assert.deepEqual(
      [referral.outcome, referral.closedBy.kind, referral.name],
      ['declined', 'person', 'Renamed'],
    );
  });

  it('given one accepted here with typed values, when a delivery is about something else, then they stay (CR-35)', async () => {
    const first = wire();
    await app.receive(first);
    await accept(app, 'r1');
    await app.receive({ ...first, qualification: 'Direct', updatedDateTime: LATER });
    const { referral } = await recordOf(app, 'r1');
    assert.deepEqual([referral.name, referral.value], ['Accepted name', { amount: 5, currency: 'EUR' }]);
    assert.equal(referral.stage, 'accepted');
  });

  it('given one that our clock expired, when a decision is reported later, then that counts and cards show it (CR-38)', async () => {
    const first = wire();
    await app.receive(first);
    await app.settled();
    app.clock.set('2026-11-29T09:00:00.000Z');
    await app.settled();
    assert.deepEqual(shownIn(app, chatOf('anna')), ['card expired', 'expired expired']);
    await app.receive({ ...first, status: 'Active', substatus: 'Accepted', updatedDateTime: LATER });
    await app.settled();
    assert.equal(shownIn(app, chatOf('anna'))[0], 'card accepted');
  });

  it('given any deliveries in any order with repeats, then the stage never goes back and the newest fields win', async () => {
    const order = ['received', 'accepted', 'closed'] as const;
    const standing = fc.constantFrom(
      ['New', 'Pending'],
      ['Active', 'Accepted'],
      ['Closed', 'Lost'],
      ['Closed', 'Expired'],
    );
    // Numbers that come twice are repeats; the number is the moment and the name.
    const arriving = fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 12 });
    const standings = fc.array(standing, { minLength: 10, maxLength: 10 });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(standings, arriving, async (states, numbers) => {
        const id = `r${++run}`;
        let stage = 0;
        let newest = -1;
        for (const number of numbers) {
          const [status, substatus] = states[number] ?? [];
          const updatedDateTime = `2026-11-16T10:00:00.${number}Z`;
          await app.receive({ ...template, id, status, substatus, updatedDateTime, name: `name ${number}` });
          newest = Math.max(newest, number);
          const { referral, received } = await recordOf(app, id);
          assert.ok(order.indexOf(referral.stage) >= stage, `${order[stage]} became ${referral.stage}`);
          stage = order.indexOf(referral.stage);
          assert.equal(referral.name, `name ${newest}`);
          assert.equal(received?.wire.name, `name ${newest}`);
        }
      }),
      { numRuns: 100 },
    );
  });
  const template = inbound({}, new Date(MONDAY));
});
