import assert from 'node:assert/strict';
import { askToCount, startFigures } from '#app/figures/asking.ts';
import { FIGURES_ID, figuresDraft } from '#app/figures/figuresRecord.ts';
import { isCounted, readSums } from '#app/figures/readSums.ts';
import { startReindex } from '#app/list/deals.reindex.ts';
import { type ReferralRecord, referralDraft } from '#app/referral/referralRecord.ts';
import { type App, startApp } from '#test/support/app/runningApp.ts';
import { accepted, deal } from '#test/support/list/manyDeals.ts';
import { inbound } from '#test/support/referral/referrals.ts';

describe('figures.keep', () => {
  let app: App;
  beforeEach(() => {
    app = startApp({ now: '2026-11-16T09:00:00.000Z' });
  });
  afterEach(() => app.close());

  const begin = async () => {
    await startReindex(app.deps, app.organization);
    await startFigures(app.deps, app.organization.id);
    app.worker.look();
    await app.settled();
  };
  const later = async (seconds: number) => {
    app.clock.advance(seconds * 1_000);
    app.worker.look();
    await app.settled();
  };
  const open = async () => (await readSums(app.deps, app.organization.id, ['open'], ['all'])).cells.open;
  const due = async () => (await app.store.read(app.organization.id, FIGURES_ID))?.dueAt ?? '';

  it('given a deal that comes in, when its change has settled, then it is counted, without anybody asking', async () => {
    await begin();
    await app.receive(inbound());
    await app.settled();
    assert.equal(await open(), undefined);
    await later(20);
    assert.equal(await open(), 1);
    assert.deepEqual(app.errors, []);
  });

  it('given deals from before, more than one plan holds, when the program starts, then all are counted, and until then it is said', async () => {
    for (let n = 0; n < 120; n++) {
      const referral = deal(n, { ...accepted, organization: app.organization.id });
      const record = { referral, outbox: [], commands: [] } as unknown as ReferralRecord;
      await app.store.create(referralDraft(record, undefined));
    }
    assert.equal(await isCounted(app.deps, app.organization.id), false);
    await begin();
    await later(60);
    assert.equal(await open(), 120);
    assert.equal(await isCounted(app.deps, app.organization.id), true);
  });

  it('given that nothing changed, then it looks ten minutes later, and sooner when somebody asks', async () => {
    await begin();
    const quiet = await due();
    assert.ok(quiet > '2026-11-16T09:09:00.000Z', quiet);
    await askToCount(app.deps, app.organization.id);
    const asked = await due();
    assert.ok(asked < '2026-11-16T09:01:00.000Z', asked);
    await askToCount(app.deps, app.organization.id);
    assert.equal(await due(), asked);
  });

  it('given that somebody asks while others are counted, then it looks once more', async () => {
    await begin();
    const document = await app.store.read<'figures'>(app.organization.id, FIGURES_ID);
    assert.ok(document);
    const lease = { owner: 'another process', until: '2026-11-16T09:01:00.000Z' };
    const draft = figuresDraft(app.organization.id, document.body, { at: lease.until, lease });
    await app.store.replace(draft, document.etag);
    await askToCount(app.deps, app.organization.id);
    const held = await app.store.read<'figures'>(app.organization.id, FIGURES_ID);
    assert.deepEqual([held?.body.asked, held?.dueAt], ['2026-11-16T09:00:00.000Z', lease.until]);
  });
});
