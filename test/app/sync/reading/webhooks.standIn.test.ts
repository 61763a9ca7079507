import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createNoteWanted } from '#app/sync/reading/notingWanted.ts';
import { type Switches, switchValues } from '#bot/demo/standIn/switches.ts';
import type { StandInDelivery } from '#bot/demo/standIn/webhooks/signedDelivery.ts';
import { readWebhook } from '#bot/http/webhookEvent.ts';
import {
  admin,
  chatOf,
  install,
  members,
  recordOf,
  shownIn,
  teammate,
} from '#test/support/organization/colleagues.ts';
import { sentByMicrosoft } from '#test/support/standIn/bodies.ts';
import { connect, connectionOf } from '#test/support/sync/connections.ts';
import { lyingThere, type StandInApp, startStandInApp } from '#test/support/sync/standInApp.ts';

const accepted = { status: 'Active', substatus: 'Accepted' };

describe('Webhooks and Microsoft’s word, over a stand-in for Partner Center', () => {
  let world: StandInApp;
  /** Deliveries reach us in the order in which they were sent, or not at all. */
  let arriving: (delivery: StandInDelivery) => Promise<number>;
  const begin = async (switches: Partial<Switches> = {}) => {
    arriving = async ({ body }) => {
      const event = readWebhook(JSON.parse(body));
      if (event.kind !== 'record') return 200;
      return (await noteWanted('contoso', event)) ? 202 : 404;
    };
    world = startStandInApp({ switches, deliver: (delivery) => arriving(delivery) });
    const noteWanted = createNoteWanted(world.app.deps);
    world.there.webhooks.register('https://bot.example/api/partner-center/webhooks/contoso');
    await members(world.app, admin('anna'));
    await install(world.app, 'anna');
    await world.app.settled();
  };
  afterEach(() => world.close());
  const connected = async () => {
    await connect(world.app);
    await world.app.settled();
  };
  const passing = async (seconds: number) => {
    for (let passed = 0; passed < seconds; passed += 20) {
      world.app.clock.advance(20_000);
      await world.app.settled();
    }
  };
  const delivered = async () => {
    await world.there.webhooks.flush();
    await world.app.settled();
  };
  /** A deal of ours to which Microsoft was invited, and Microsoft's own record of it. */
  const coSell = () => {
    const { there } = world;
    const invitedBy = { organizationId: there.organization.id, organizationName: 'Contoso' };
    const own = there.state.put(
      sentByMicrosoft({
        ...accepted,
        direction: 'Outgoing',
        inviteContext: { invitedBy },
        team: [teammate('anna')],
      }),
    );
    const copy = there.state.put(
      sentByMicrosoft({
        organizationId: 'msft',
        engagementId: own.engagementId,
        inviteContext: { invitedBy },
      }),
    );
    return { own: String(own.id), copy: String(copy.id) };
  };
  const microsoftIn = async (id: string) => {
    const { parties = [] } = (await recordOf(world.app, id)).referral;
    return parties.map(({ organization, view }) => `${organization} ${view?.outcome ?? view?.stage}`);
  };

  it('given something new there, then its card is here as soon as the webhook comes, without a look at the lists', async () => {
    await begin();
    await connected();
    const before = world.there.requests.length;
    world.there.state.put(sentByMicrosoft());
    await delivered();
    assert.deepEqual(shownIn(world.app, chatOf('anna')), ['card received']);
    assert.equal(world.there.requests.length - before, 1);
  });

  it('given deliveries come twice, in any order, late and some never, then both sides agree in the end', async () => {
    await begin();
    const ids = Array.from({ length: 12 }, (_, number) => lyingThere(world, number, accepted));
    await connected();
    world.there.webhooks.set({ copies: 3, shuffled: true });
    const usual = arriving;
    let count = 0;
    arriving = async (delivery) => (++count % 4 === 0 ? 503 : usual(delivery));
    for (let round = 0; round < 4; round++) {
      for (const [number, id] of ids.entries()) {
        world.there.state.change(id, (referral) => {
          referral.name = `Deal ${number}, round ${round}`;
        });
      }
      await delivered();
      await passing(20);
    }
    world.there.webhooks.redeliverAll();
    await delivered();
    await passing(60);
    for (const id of ids) {
      assert.equal((await recordOf(world.app, id)).referral.name, world.there.state.get(id)?.name);
    }
  });

  for (const msftCopies of switchValues.msftCopies) {
    for (const relatedId of switchValues.relatedId) {
      it(`given Microsoft decides, its records are listed ${msftCopies} and webhooks name ${relatedId} records, then our deal shows it (points 7, 30)`, async () => {
        await begin({ msftCopies, relatedId });
        await connected();
        const { own, copy } = coSell();
        await delivered();
        world.there.state.decide(copy, 'decline');
        await delivered();
        await passing(60);
        // Where nobody may ever see it there is nothing to show, and nothing is made up.
        const shown = msftCopies === 'never' ? [] : ['msft declined'];
        assert.deepEqual(await microsoftIn(own), shown);
        await assert.rejects(recordOf(world.app, copy));
      });
    }

    it(`given no webhook, and Microsoft’s records are listed ${msftCopies}, then its yes is here in under a minute (CR-52)`, async () => {
      await begin({ msftCopies });
      world.there.webhooks.unregister();
      const { own, copy } = coSell();
      await connected();
      await passing(60);
      world.there.state.decide(copy, 'accept');
      await passing(60);
      const [shown, told] = msftCopies === 'never' ? [[], []] : [['msft accepted'], ['news accepted']];
      assert.deepEqual(await microsoftIn(own), shown);
      assert.deepEqual(shownIn(world.app, chatOf('anna')), told);
    });
  }

  it('given an id that is not there, then it is asked for a few times and dropped', async () => {
    await begin();
    await connected();
    world.there.webhooks.send('referral-updated', 'aaaa0000-0000-4000-8000-00000000dead');
    await delivered();
    await passing(600);
    assert.equal((await connectionOf(world.app)).wanted, undefined);
    assert.deepEqual(world.app.errors, []);
  });

  it('given any answers to points 1 to 11 together, and records that change under the reader, then both sides agree', async () => {
    const points = [
      'count',
      'nextLink',
      'top',
      'paging',
      'ties',
      'dateFilter',
      'dateLiteral',
      'rowETag',
      'msftCopies',
      'newInLists',
      'fractions',
    ] as const;
    const answers = fc.record(
      Object.fromEntries(points.map((point) => [point, fc.constantFrom<unknown>(...switchValues[point])])),
    ) as fc.Arbitrary<Partial<Switches>>;
    await fc.assert(
      fc.asyncProperty(answers, fc.array(fc.nat(49), { maxLength: 8 }), async (switches, moving) => {
        await begin(switches);
        world.there.webhooks.unregister();
        const ids = Array.from({ length: 50 }, (_, number) => lyingThere(world, number, accepted));
        const left = [...moving];
        world.there.faults.betweenPages(() => {
          const id = ids[left.pop() ?? -1];
          if (id === undefined) return;
          world.there.state.change(id, (referral) => {
            referral.name = `Moved, ${left.length} left`;
          });
        });
        await connected();
        await passing(60);
        world.there.faults.betweenPages(undefined);
        await passing(60);
        for (const id of ids) {
          assert.equal((await recordOf(world.app, id)).referral.name, world.there.state.get(id)?.name);
        }
        await world.close();
      }),
      { numRuns: 8 },
    );
    await begin();
  });
});
