import assert from 'node:assert/strict';
import { receiveMessage } from '#app/engagement/engagement.receive.ts';
import { timelinePartition } from '#app/referral/timeline.ts';
import { messageTo } from '#domain/engagement/engagement.ts';
import { partyOf } from '#domain/engagement/takingPart.ts';
import type { EngagementMessage } from '#domain/referral/party.ts';
import { type App, startApp } from '#test/support/app/runningApp.ts';
import { command, created, dealOf, invite } from '#test/support/engagement/engaged.ts';

describe('engagement.receive', () => {
  let app: App;
  beforeEach(async () => {
    app = startApp({ others: { fabrikam: 'Fabrikam' } });
    await created(app);
    await invite(app, 'fabrikam');
    await app.settled();
  });
  afterEach(() => app.close());
  const message = async (): Promise<EngagementMessage> => {
    const deal = await dealOf(app, 'contoso', 'deal-1');
    const party = deal && partyOf(deal, 'fabrikam');
    assert.ok(deal && party);
    return messageTo(deal, party, { name: 'Contoso Partner' });
  };
  const theirs = () => dealOf(app, 'fabrikam', 'r-fabrikam');

  it('given the same message again, and an older one after a newer, then nothing changes', async () => {
    const old = await message();
    await command(app, 'contoso', 'deal-1', { type: 'stage.mark', stage: 20 });
    await app.settled();
    const before = await theirs();
    assert.ok(before);
    assert.equal(partyOf(before, 'contoso')?.view?.salesStage, 20);
    await receiveMessage(app.deps, old);
    await receiveMessage(app.deps, await message());
    assert.deepEqual(await theirs(), before);
  });

  it('given a message from a record that is not the party’s, then nothing changes', async () => {
    const before = await theirs();
    const forged = await message();
    await receiveMessage(app.deps, { ...forged, seq: 99, from: { ...forged.from, referralId: 'another' } });
    assert.deepEqual(await theirs(), before);
  });

  it('given an invitation whose first word is that the deal is over, then nobody is asked (CR-42)', async () => {
    const late = await message();
    const view = { ...late.view, stage: 'closed' as const, outcome: 'lost' as const };
    await receiveMessage(app.deps, { ...late, view, to: { ...late.to, referralId: 'r-late' } });
    const deal = await dealOf(app, 'fabrikam', 'r-late');
    assert.ok(deal?.stage === 'closed');
    assert.equal(deal.outcome, 'withdrawn');
  });

  it('given what came in, then both timelines tell it, by the party it came from', async () => {
    await command(app, 'fabrikam', 'r-fabrikam', { type: 'referral.decline', reason: 'budget' });
    await app.final();
    const { documents } = await app.store.list<'timeline'>({
      partition: timelinePartition('contoso', 'deal-1'),
      limit: 10,
    });
    assert.deepEqual(
      documents.map(({ body }) => [
        body.revision,
        body.what,
        body.by.kind,
        body.changes.map(({ field }) => field),
      ]),
      [
        [1, 'deal.create', 'person', ['status']],
        [2, 'partner.invite', 'person', ['party']],
        [3, 'engagement.receive', 'party', ['party']],
      ],
    );
    assert.deepEqual(documents[2]?.body.changes[0]?.to, { kind: 'status', status: 'declined' });
  });
});
