import assert from 'node:assert/strict';
import { everyAct } from '#app/administration/audit.show.ts';
import { noteNobody } from '#app/delivery/troubleNotes.ts';
import { troublePartition } from '#app/delivery/troubleRecord.ts';
import { readDealMemory, rememberDeal } from '#app/draft/dealMemory.ts';
import { askToCount, startFigures } from '#app/figures/asking.ts';
import { figuresPartition } from '#app/figures/figuresRecord.ts';
import { favoriteDeal, favoriteIds } from '#app/list/deal.favorite.ts';
import { startReindex } from '#app/list/deals.reindex.ts';
import { mutesOf } from '#app/news/muteRecord.ts';
import { addMute } from '#app/news/news.mute.ts';
import { noticePartition } from '#app/notice/noticeRecord.ts';
import { removeDeals } from '#app/person/deals.remove.ts';
import { everyDocument } from '#app/person/personWalk.ts';
import { RETENTION_ID, startRetention } from '#app/person/retentionRecord.ts';
import { isRemoved } from '#app/referral/aliasRecord.ts';
import { timelinePartition } from '#app/referral/timeline.ts';
import { actionSince } from '#domain/list/dealList.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { AnyDocumentStore } from '#ports/documents.ts';
import { type App, startApp, TENANT } from '#test/support/app/runningApp.ts';
import { command, created, dealOf, invite } from '#test/support/engagement/engaged.ts';
import { admin, everything, install, mailOf, members } from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';
import { wonDeal } from '#test/support/registration/registered.ts';
import { mortal } from '#test/support/sync/mortal.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const anna = { organization: 'contoso', personId: `${TENANT}:anna` };
const ana = { name: 'Ana Trujillo', email: 'ana.trujillo@northwind.example', phone: '2165550100' };
const personal = /ana trujillo|ana\.trujillo|2165550100/i;

describe('deals.remove: closed deals are kept so many months', () => {
  let app: App;
  beforeEach(async () => {
    app = startApp({ others: { fabrikam: 'Fabrikam' } });
    keep(24);
    await startReindex(app.deps, app.organization);
    await startFigures(app.deps, 'contoso');
    await members(app, admin('anna'));
    await install(app, 'anna', { name: 'Anna' });
  });
  afterEach(async () => {
    assert.deepEqual(app.errors, []);
    await app.close();
  });

  function keep(keepClosedMonths: number | undefined): void {
    app.organization.options = { ...app.organization.options, keepClosedMonths };
  }

  /** A deal with all that can hang on it, lost now. */
  async function lost(id: string, changes: Partial<Referral> = {}): Promise<void> {
    const customer = { name: `Customer of ${id}`, addressLines: [], contacts: [ana] };
    const team = [{ name: 'Anna', email: mailOf('anna') }];
    const deal = await created(app, { id, engagementId: `e-${id}`, customer, team, ...changes });
    await app.settled();
    await favoriteDeal(app.deps, { ...anna, member: everything, referralId: id, on: true });
    await addMute(app.deps, { ...anna, what: { referralId: id } }, {});
    await rememberDeal(app.deps, anna, deal, [mailOf('anna')]);
    if (deal.stage !== 'closed') await lose(id);
  }

  async function lose(id: string): Promise<void> {
    assert.equal(await command(app, 'contoso', id, { type: 'deal.lose', reason: 'other' }), 'done');
    await app.final();
    await counted();
  }

  /** The sums are brought up to date once changes have settled. */
  async function counted(): Promise<void> {
    await askToCount(app.deps, 'contoso');
    app.clock.advance(MINUTE);
    await app.settled();
  }

  async function kept(): Promise<string> {
    const found: unknown[] = [];
    for await (const { document } of everyDocument(app.deps, 'contoso')) found.push(document);
    return JSON.stringify(found);
  }

  async function sums(): Promise<unknown> {
    const { documents } = await app.store.list({ partition: figuresPartition('contoso'), limit: 1_000 });
    return documents.map(({ id, body }) => [id, body]);
  }

  async function acts(): Promise<string[]> {
    const pages = await Array.fromAsync(everyAct(app.deps, 'contoso'));
    return pages
      .flat()
      .filter(({ what }) => what === 'deals.remove')
      .map(({ by, about, to }) => `${by}: ${about} before ${to}`)
      .sort();
  }

  async function later(moment: string): Promise<void> {
    app.clock.set(moment);
    await startRetention(app.deps, app.organization);
    await app.settled();
  }

  it('given a deal that was closed 24 months ago, then nothing of it is stored any more but its id and the sums', async () => {
    await lost('old');
    const deal = await dealOf(app, 'contoso', 'old');
    if (deal) await noteNobody(app.deps, deal);
    await later('2028-11-15T12:00:00.000Z');
    assert.match(await kept(), personal);
    const before = await sums();
    await later('2028-11-17T12:00:00.000Z');
    assert.equal(await dealOf(app, 'contoso', 'old'), undefined);
    assert.doesNotMatch(await kept(), personal);
    for (const partition of [
      noticePartition('contoso', 'old'),
      timelinePartition('contoso', 'old'),
      troublePartition('contoso'),
    ]) {
      assert.deepEqual((await app.store.list({ partition, limit: 10 })).documents, [], partition);
    }
    assert.deepEqual(await favoriteIds(app.deps, 'contoso', anna.personId), []);
    assert.deepEqual((await mutesOf(app.deps, 'contoso', anna.personId)).deals, []);
    const memory = await readDealMemory(app.deps, anna);
    assert.deepEqual([memory.customers.length, memory.customers[0]?.contact], [1, undefined]);
    await counted();
    assert.deepEqual(await sums(), before);
    assert.deepEqual(await acts(), ['file: 1 before 2026-11-17']);
  });

  it('given open deals and one closed later, then they stay, and the later one goes on its day, without a restart', async () => {
    await lost('old');
    await created(app, { id: 'open', closeDate: '2030-01-01' });
    await app.settled();
    app.clock.advance(10 * DAY);
    await lost('younger');
    await later('2028-11-17T12:00:00.000Z');
    assert.deepEqual(await present('old', 'open', 'younger'), ['open', 'younger']);
    assert.deepEqual(await favoriteIds(app.deps, 'contoso', anna.personId), ['younger']);
    for (let day = 0; day < 12; day++) {
      app.clock.advance(DAY);
      await app.settled();
    }
    assert.deepEqual(await present('open', 'younger'), ['open']);
    assert.equal((await acts()).length, 2);
  });

  it('given no such option, then everything stays', async () => {
    await lost('old');
    keep(undefined);
    await later('2040-01-01T12:00:00.000Z');
    assert.deepEqual(await present('old'), ['old']);
    assert.equal(await app.store.read('contoso', RETENTION_ID), undefined);
  });

  it('given an option that is taken away while deals are being removed, then no more are', async () => {
    await lost('old');
    await app.worker.stop();
    app.clock.set('2028-12-01T12:00:00.000Z');
    await startRetention(app.deps, app.organization);
    const begun = await app.store.read<'retention'>('contoso', RETENTION_ID);
    assert.ok(begun);
    await removeDeals(app.deps, begun);
    const written = await app.store.read<'retention'>('contoso', RETENTION_ID);
    assert.deepEqual(written?.body.batch?.deals, ['old']);
    keep(undefined);
    await run(app.store as AnyDocumentStore);
    assert.deepEqual(await present('old'), ['old']);
    const left = await app.store.read<'retention'>('contoso', RETENTION_ID);
    assert.deepEqual([left?.body.batch, await acts()], [undefined, []]);
  });

  it('given more deals than one step takes, then all go, in batches, each with its act', async () => {
    for (let n = 0; n < 23; n++) await created(app, { id: `d${n}`, engagementId: `e${n}` });
    await app.settled();
    for (let n = 0; n < 23; n++)
      await command(app, 'contoso', `d${n}`, { type: 'deal.lose', reason: 'other' });
    await app.final();
    await counted();
    await later('2028-12-01T12:00:00.000Z');
    const { documents } = await app.store.list({ partition: 'contoso', kind: 'referral', limit: 100 });
    assert.equal(documents.length, 0);
    assert.deepEqual(await acts(), ['file: 20 before 2026-12-01', 'file: 3 before 2026-12-01']);
  });

  describe('what waits', () => {
    it('given work that is still due, then the deal stays until it is done', async () => {
      await lost('old');
      const document = await app.store.read<'referral'>('contoso', 'referral:old');
      assert.ok(document);
      const due = { ...document, kind: 'referral' as const, dueAt: '2028-11-25T00:00:00.000Z' };
      await app.store.replace(due, document.etag);
      await later('2028-11-20T12:00:00.000Z');
      assert.deepEqual(await present('old'), ['old']);
      assert.match(await kept(), personal);
      app.clock.set('2028-11-25T12:00:00.000Z');
      await app.settled();
      app.clock.advance(DAY);
      await app.settled();
      assert.deepEqual(await present('old'), []);
    });

    it('given another party here with the engagement open, then it stays; when that is closed too, then it goes, and their record stays theirs', async () => {
      await created(app, { id: 'old', engagementId: 'e-old' });
      await invite(app, 'fabrikam', { referralId: 'theirs' }, 'old');
      await app.settled();
      await command(app, 'fabrikam', 'theirs', {
        type: 'referral.accept',
        by: 'tenant-fabrikam:fay',
        entries: { name: 'Theirs', value: { amount: 5, currency: 'EUR' }, closeDate: '2027-05-01' },
      });
      await app.final();
      await lose('old');
      assert.equal((await dealOf(app, 'fabrikam', 'theirs'))?.stage, 'accepted');
      await later('2028-11-20T12:00:00.000Z');
      assert.deepEqual(await present('old'), ['old']);
      await command(app, 'fabrikam', 'theirs', { type: 'deal.lose', reason: 'other' });
      await app.final();
      await counted();
      app.clock.advance(DAY);
      await app.settled();
      assert.deepEqual(await present('old'), []);
      assert.equal((await dealOf(app, 'fabrikam', 'theirs'))?.stage, 'closed');
    });

    it('given a registration that is not over (CR-48), then it stays', async () => {
      await lost('old', { registration: 'ReviewPending' });
      await later('2028-11-20T12:00:00.000Z');
      assert.deepEqual(await present('old'), ['old']);
    });

    it('given a won deal that can still be registered (CR-46), then it stays for a year after it was won', async () => {
      keep(2);
      const closedAt = app.clock.instant;
      await created(app, {
        ...wonDeal({ id: 'won', organization: 'contoso', engagementId: 'e-won' }),
        closedAt,
      } as Partial<Referral>);
      await app.settled();
      await counted();
      const deal = await dealOf(app, 'contoso', 'won');
      assert.equal(deal && actionSince(deal)?.why, 'register');
      await later('2027-11-01T12:00:00.000Z');
      assert.deepEqual(await present('won'), ['won']);
      await later('2027-11-20T12:00:00.000Z');
      assert.deepEqual(await present('won'), []);
    });

    it('given a deal that the sums have not counted, then it stays', async () => {
      await created(app, { id: 'old' });
      await app.settled();
      await command(app, 'contoso', 'old', { type: 'deal.lose', reason: 'other' });
      await app.final();
      await stopCounting();
      await later('2028-11-20T12:00:00.000Z');
      assert.deepEqual(await present('old'), ['old']);
    });
  });

  describe('what comes later', () => {
    it('given a delivery of the removed deal, closed or open, then it does not come back, under neither of its ids', async () => {
      const wire = inbound({ id: 'pc-1', engagementId: 'e-pc' }, app.clock.now());
      await app.receive(wire);
      await app.settled();
      const closed = {
        ...wire,
        status: 'Closed',
        substatus: 'Lost',
        updatedDateTime: '2026-11-16T10:00:00Z',
      };
      assert.equal(await app.receive(closed), 'updated');
      await app.final();
      await counted();
      await later('2028-12-01T12:00:00.000Z');
      assert.deepEqual(await present('pc-1'), []);
      const posted = app.messenger.messages.length;
      for (const again of [closed, { ...closed, updatedDateTime: '2028-12-01T10:00:00Z' }, wire]) {
        assert.equal(await app.receive(again), 'unchanged');
      }
      await app.settled();
      assert.deepEqual(await present('pc-1'), []);
      assert.equal(app.messenger.messages.length, posted);
    });

    it('given a deal of ours that Partner Center knows under another id, then a delivery under that id does not bring it back', async () => {
      await lost('ours', { partnerCenterId: 'theirs' });
      await later('2028-12-01T12:00:00.000Z');
      assert.deepEqual(await present('ours'), []);
      assert.equal(await app.receive(inbound({ id: 'theirs' }, app.clock.now())), 'unchanged');
      assert.equal(await isRemoved(app.deps, 'contoso', 'THEIRS'), true);
    });

    it('given another party that says something of it, then an invitation does not make it anew (CR-30)', async () => {
      app.organization.options = { ...app.organization.options, keepClosedMonths: undefined };
      const fabrikam = app.deps.organizations.byId('fabrikam');
      assert.ok(fabrikam);
      fabrikam.options = { ...fabrikam.options, keepClosedMonths: 24 };
      await startReindex(app.deps, fabrikam);
      await startFigures(app.deps, 'fabrikam');
      await created(app, { id: 'old', engagementId: 'e-old' });
      await invite(app, 'fabrikam', { referralId: 'theirs' }, 'old');
      await app.settled();
      await lose('old');
      await askToCount(app.deps, 'fabrikam');
      app.clock.advance(MINUTE);
      await app.settled();
      app.clock.set('2028-12-01T12:00:00.000Z');
      await startRetention(app.deps, fabrikam);
      await app.settled();
      assert.equal(await dealOf(app, 'fabrikam', 'theirs'), undefined);
      await command(app, 'contoso', 'old', {
        type: 'note.add',
        text: 'One more thing',
        audience: 'all',
        writer: { name: 'Anna' },
      });
      await app.settled();
      assert.equal(await dealOf(app, 'fabrikam', 'theirs'), undefined);
    });
  });

  it('given a process that is killed before or after any of its writes, and another one beside it, then it ends alike, and is told once', async () => {
    keep(undefined);
    const old = { stage: 'closed', outcome: 'lost', closedAt: '2024-01-01T00:00:00.000Z' } as const;
    const closed = { ...old, closedBy: { kind: 'partner-center' } } as Partial<Referral>;
    let [writes, at] = [0, 0];
    do {
      const ids = [`old${at}`, `older${at}`];
      for (const id of ids) await lost(id, closed);
      await counted();
      app.clock.advance(DAY);
      await app.settled();
      keep(24);
      const life = mortal();
      if (at > 0) life.dieAt(at, at % 2 === 0 ? 'before' : 'after');
      const process = counting(life.wrap(app.store as AnyDocumentStore));
      await run(process.store);
      if (at === 0) writes = process.writes();
      life.revive();
      await Promise.all([run(process.store), run(app.store as AnyDocumentStore)]);
      keep(undefined);
      assert.deepEqual(await present(...ids), []);
      assert.doesNotMatch(await kept(), personal);
      assert.equal((await acts()).filter((act) => act.startsWith('file: 2 ')).length, at + 1);
    } while (at++ < writes);
    assert.ok(writes > 10, String(writes));
  });

  /** One process that goes on until nothing is left to do today, or until it is killed. */
  async function run(store: AnyDocumentStore): Promise<void> {
    await startRetention(app.deps, app.organization);
    for (let step = 0; step < 50; step++) {
      const document = await app.store.read<'retention'>('contoso', RETENTION_ID);
      if (!document?.dueAt || document.dueAt > app.clock.instant) return;
      await removeDeals({ ...app.deps, store, wake: () => undefined }, document).catch(() => undefined);
    }
  }

  async function present(...ids: string[]): Promise<string[]> {
    const found = await Promise.all(ids.map((id) => dealOf(app, 'contoso', id)));
    return found.flatMap((deal) => deal?.id ?? []);
  }

  async function stopCounting(): Promise<void> {
    const document = await app.store.read<'figures'>('contoso', 'figures:1');
    assert.ok(document);
    const { position: _, ...body } = document.body;
    const draft = { ...document, kind: 'figures' as const, dueAt: undefined, body };
    await app.store.replace(draft, document.etag);
  }
});

function counting(store: AnyDocumentStore): { store: AnyDocumentStore; writes: () => number } {
  let writes = 0;
  const seen = <T>(operation: () => Promise<T>): Promise<T> => {
    writes++;
    return operation();
  };
  return {
    writes: () => writes,
    store: {
      ...store,
      create: (draft) => seen(() => store.create(draft)),
      replace: (draft, etag) => seen(() => store.replace(draft, etag)),
      remove: (partition, id, etag) => seen(() => store.remove(partition, id, etag)),
    },
  };
}
