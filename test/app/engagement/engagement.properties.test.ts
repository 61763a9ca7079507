import assert from 'node:assert/strict';
import fc from 'fast-check';
import { receiveMessage } from '#app/engagement/engagement.receive.ts';
import { messageTo, partners } from '#domain/engagement/engagement.ts';
import { type EngagementMessage, MICROSOFT } from '#domain/referral/party.ts';
import type { AnyDocumentStore } from '#ports/documents.ts';
import { UnavailableError } from '#ports/errors.ts';
import { type App, startApp, turn } from '#test/support/app/runningApp.ts';
import { command, created, dealOf, invite } from '#test/support/engagement/engaged.ts';
import { agreeing } from '#test/support/engagement/mailBag.ts';

const guests = ['fabrikam', 'litware', MICROSOFT] as const;
const entries = { name: 'Our part', value: { amount: 55, currency: 'EUR' }, closeDate: '2027-04-01' };
const commands = [
  { type: 'referral.accept', entries },
  { type: 'referral.decline', reason: 'budget' },
  { type: 'stage.mark', stage: 20 },
  { type: 'stage.mark', stage: 60 },
  { type: 'deal.lose', reason: 'other' },
  { type: 'deal.win' },
] as const;

const step = fc.oneof(
  fc.record({ do: fc.constant('invite' as const), guest: fc.constantFrom(...guests) }),
  fc.record({
    do: fc.constant('act' as const),
    who: fc.constantFrom('contoso', ...guests),
    command: fc.constantFrom(...commands),
  }),
  fc.record({ do: fc.constant('wait' as const), hours: fc.constantFrom(1, 400) }),
  fc.record({ do: fc.constant('work' as const), turns: fc.constantFrom<number[]>(1, 3, 40) }),
  /** The store of one organization is away, or back. */
  fc.record({ do: fc.constant('away' as const), guest: fc.constantFrom(undefined, ...guests) }),
  /** A message of some earlier moment comes once more. */
  fc.record({ do: fc.constant('again' as const), which: fc.nat({ max: 20 }) }),
);
const lives = fc.array(step, { minLength: 5, maxLength: 25, size: 'max' });

/** Always among them: what chance brings about too seldom. */
const refusedAndInvitedAgain: typeof lives extends fc.Arbitrary<infer Steps> ? Steps : never = [
  { do: 'invite', guest: 'fabrikam' },
  { do: 'work', turns: 500 },
  { do: 'act', who: 'fabrikam', command: { type: 'referral.decline', reason: 'budget' } },
  { do: 'work', turns: 500 },
  { do: 'invite', guest: 'fabrikam' },
];

describe('Parties of an engagement, with store and worker', () => {
  it('given any commands by any parties, two processes, stores that go away and messages that come again, then all records agree (CR-30, CR-52)', async function () {
    this.timeout(600_000);
    let again = 0;
    await fc.assert(
      fc.asyncProperty(lives, async (steps) => {
        let away: string | undefined;
        const app = startApp({
          others: { fabrikam: 'Fabrikam', litware: 'Litware', msft: 'Microsoft' },
          wrap: (inner) => goingAway(inner, () => away),
        });
        const another = app.anotherWorker('another-process');
        another.start();
        const customer = { name: 'Northwind', addressLines: [], contacts: [kim] };
        await created(app, { customer, consent: true });
        const ids: Record<string, string> = { 'deal-1': 'contoso' };
        // Each once: most steps leave most of what the parties would say as it was.
        const earlier = new Map<string, EngagementMessage>();
        for (const one of steps) {
          if (one.do === 'invite') {
            // A second invitation is a new record (CR-33).
            const referralId = `r${Object.keys(ids).length}`;
            if ((await invite(app, one.guest, { referralId })) === 'done') ids[referralId] = one.guest;
          }
          if (one.do === 'act') {
            for (const [id, owner] of Object.entries(ids)) {
              if (owner === one.who) await command(app, owner, id, one.command).catch(unlessAway);
            }
          }
          if (one.do === 'wait') app.clock.advance(one.hours * 3_600_000);
          if (one.do === 'away') away = one.guest;
          if (one.do === 'work') for (let left = one.turns; left > 0; left--) await turn();
          const old = [...earlier.values()];
          const late = one.do === 'again' ? old[one.which % Math.max(1, old.length)] : undefined;
          if (late) await receiveMessage(app.deps, late).catch(unlessAway);
          for (const message of await messagesNow(app, ids)) earlier.set(JSON.stringify(message), message);
          another.look();
        }
        away = undefined;
        // Whatever failed is tried again after five minutes at the latest, and what is leased after one.
        for (let times = 0; times < 4; times++) {
          app.clock.advance(300_000);
          await app.settled();
        }
        await allAgree(app);
        for (const late of [...earlier.values()].toReversed()) await receiveMessage(app.deps, late);
        await app.settled();
        await allAgree(app);
        for (const guest of guests) {
          const invitations = Object.values(ids).filter((owner) => owner === guest).length;
          assert.equal(await countReferrals(app, guest), invitations, 'one record for each invitation');
          if (invitations > 1) again++;
        }
        assert.deepEqual(app.setAside, []);
        await another.stop();
        await app.close();
      }),
      { numRuns: 150, examples: [[refusedAndInvitedAgain]] },
    );
    assert.ok(again > 0, 'nobody was invited a second time');
  });
});

const kim = { name: 'Kim', email: 'kim@customer.example', phone: '1' };

async function allAgree(app: App): Promise<void> {
  const deal = (await dealOf(app, 'contoso', 'deal-1')) ?? assert.fail();
  for (const party of partners(deal)) {
    agreeing(deal, await dealOf(app, party.organization, party.referralId));
  }
}

/** What the parties would tell each other at this moment. */
async function messagesNow(app: App, ids: Readonly<Record<string, string>>): Promise<EngagementMessage[]> {
  const records = await Promise.all(
    Object.entries(ids).map(([id, owner]) => dealOf(app, owner, id).catch(unlessAway)),
  );
  return records.flatMap((record) =>
    record ? partners(record).map((party) => messageTo(record, party, { name: record.organization })) : [],
  );
}

async function countReferrals(app: App, organization: string): Promise<number> {
  const { documents } = await app.store.list({ partition: organization, kind: 'referral', limit: 20 });
  return documents.length;
}

function goingAway(inner: AnyDocumentStore, away: () => string | undefined): AnyDocumentStore {
  const guard = (partition: string) => {
    if (partition === away()) throw new UnavailableError('away');
  };
  return {
    ...inner,
    async read(partition, id) {
      guard(partition);
      return inner.read(partition, id);
    },
    async create(draft) {
      guard(draft.partition);
      return inner.create(draft);
    },
    async replace(draft, etag) {
      guard(draft.partition);
      return inner.replace(draft, etag);
    },
  };
}

function unlessAway(error: unknown): undefined {
  if (!(error instanceof UnavailableError)) throw error;
}
