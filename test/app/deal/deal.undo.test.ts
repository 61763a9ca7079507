import assert from 'node:assert/strict';
import { handOverDeal } from '#app/deal/deal.handover.ts';
import { undoDeal } from '#app/deal/deal.undo.ts';
import { winDeal } from '#app/deal/deal.win.ts';
import { markStage } from '#app/deal/stage.mark.ts';
import { readTimeline } from '#app/referral/timeline.ts';
import { partyOf } from '#domain/engagement/takingPart.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { type App, MONDAY, startApp } from '#test/support/app/runningApp.ts';
import { inAWord, pressOf } from '#test/support/deal/progressing.ts';
import { timeUntil } from '#test/support/delivery/passingTime.ts';
import { command, created, dealOf, invite } from '#test/support/engagement/engaged.ts';
import {
  admin,
  chatOf,
  decline,
  HERE,
  install,
  mailOf,
  members,
  recordOf,
  shownIn,
  user,
} from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';

const entries = { name: 'Ours', value: { amount: 1, currency: 'EUR' }, closeDate: '2027-01-01' };
const SECOND = 1_000;

describe('deal.undo: at home it counts at once', () => {
  let app: App;
  beforeEach(async () => {
    app = startApp({ reminderHours: [24] });
    await members(app, admin('anna'), admin('bo'));
    for (const name of ['anna', 'bo']) await install(app, name);
    await app.receive({ ...inbound({ team: [] }, new Date(MONDAY)), id: 'r1' });
    await app.settled();
  });
  afterEach(() => app.close());

  const undo = (changes = {}) => undoDeal(app.deps, pressOf('anna', { referralId: 'r1', ...changes }));

  it('given a decline, when it is undone in time, then everybody’s card shows it declined and new again (CR-36)', async () => {
    await decline(app, 'r1');
    await app.settled();
    assert.deepEqual(shownIn(app, chatOf('bo')), ['card declined']);
    app.clock.advance(19 * SECOND);
    assert.equal(inAWord(await undo()), 'done');
    await app.settled();
    for (const name of ['anna', 'bo']) assert.deepEqual(shownIn(app, chatOf(name)), ['card received']);
    const { entries: told } = await readTimeline(app.deps, await recordOf(app, 'r1'));
    assert.deepEqual(
      told.map(({ what }) => what),
      ['deal.undo', 'referral.decline', 'referral.receive'],
    );
  });

  it('given twenty seconds are over, then it is final, the cards are brought up to date, and a late press is told so', async () => {
    await decline(app, 'r1');
    await app.settled();
    const { revision } = (await recordOf(app, 'r1')).referral;
    app.clock.advance(20 * SECOND);
    await app.settled();
    const [card] = app.messenger.in(chatOf('bo'));
    assert.ok(card?.content.type === 'referral-card');
    assert.equal(card.content.referral.revision, revision + 1);
    assert.equal(inAWord(await undo()), 'undo-final');
    assert.equal((await recordOf(app, 'r1')).referral.stage, 'closed');
  });

  it('given nobody worked meanwhile, when Undo comes late, then it meets the truth, and the decision is final by it', async () => {
    await app.worker.stop();
    await decline(app, 'r1');
    app.clock.advance(20 * SECOND);
    assert.equal(inAWord(await undo()), 'undo-final');
    const { referral } = await recordOf(app, 'r1');
    assert.equal(referral.undoable?.[0]?.kind, 'final');
  });

  it('given two presses of Undo, and one that Teams delivers twice, then it is undone once', async () => {
    await decline(app, 'r1');
    const commandId = 'the same press';
    const twice = await Promise.all([undo({ commandId }), undo({ commandId }), undo()]);
    assert.deepEqual(twice.map(inAWord).sort(), ['done', 'done', 'undo-done']);
    assert.equal((await recordOf(app, 'r1')).referral.revision, 3);
  });

  it('given the reminder falls into the seconds of a decline that is undone, then it comes all the same (CR-54)', async () => {
    app.clock.set('2026-11-17T07:59:50.000Z');
    await decline(app, 'r1');
    await app.settled();
    app.clock.set('2026-11-17T08:00:00.000Z');
    await app.settled();
    assert.equal(inAWord(await undo()), 'done');
    await app.settled();
    const sent = await timeUntil(app, '2026-11-17T12:00:00.000Z');
    assert.deepEqual(
      sent.filter((line) => line.includes('morning')).map((line) => line.slice(12)),
      ['chat-anna morning 1', 'chat-bo morning 1'],
    );
  });

  it('given a decline that becomes final, then nobody is reminded of it (CR-54)', async () => {
    app.clock.set('2026-11-17T07:59:50.000Z');
    await decline(app, 'r1');
    await app.settled();
    assert.deepEqual(await timeUntil(app, '2026-11-17T12:00:00.000Z', 0.1), []);
  });

  it('given its fourteen days ran out meanwhile, when the decline is undone, then it expires, and the cards say so (CR-38)', async () => {
    const { expiresAt } = (await recordOf(app, 'r1')).referral;
    app.clock.set(new Date(Date.parse(expiresAt) - 5 * SECOND).toISOString());
    await app.settled();
    await decline(app, 'r1');
    await app.settled();
    app.clock.advance(10 * SECOND);
    await app.settled();
    const outcome = await undo();
    assert.ok(outcome.kind === 'done');
    assert.ok(outcome.referral.stage === 'closed');
    assert.equal(outcome.referral.outcome, 'expired');
    await app.settled();
    assert.ok(shownIn(app, chatOf('bo')).includes('card expired'));
    assert.ok(shownIn(app, chatOf('bo')).includes('expired expired'));
  });

  it('given an undo that is not pressed, then the referral does not expire after it was declined (CR-50)', async () => {
    await decline(app, 'r1');
    app.clock.set((await recordOf(app, 'r1')).referral.expiresAt);
    await app.settled();
    const { referral } = await recordOf(app, 'r1');
    assert.equal(referral.stage === 'closed' && referral.outcome, 'declined');
  });
});

describe('deal.undo: nothing leaves the organization before it is final', () => {
  let app: App;
  beforeEach(async () => {
    app = startApp({ others: { fabrikam: 'Fabrikam' } });
    await created(app);
    await invite(app, 'fabrikam');
    await app.settled();
    await command(app, 'fabrikam', 'r-fabrikam', { type: 'referral.accept', entries });
    await app.settled();
  });
  afterEach(() => app.close());

  const win = () => winDeal(app.deps, pressOf());
  const undo = () => undoDeal(app.deps, pressOf());
  const theirs = async () => (await dealOf(app, 'fabrikam', 'r-fabrikam')) ?? assert.fail();
  const asTold = async () => partyOf(await theirs(), 'contoso')?.view;

  it('given a deal that is won, then the partner is told after twenty seconds, and not of one that is undone (CR-42)', async () => {
    const before = await theirs();
    await win();
    await app.settled();
    app.clock.advance(19 * SECOND);
    await app.settled();
    assert.deepEqual(await theirs(), before);
    await undo();
    app.clock.advance(60 * SECOND);
    await app.settled();
    assert.deepEqual(await theirs(), before);
    await win();
    await app.final();
    assert.equal((await asTold())?.outcome, 'won');
  });

  it('given something else must be told meanwhile, then the partner hears that, and of the deal that it goes on (CR-60)', async () => {
    await win();
    await command(app, 'fabrikam', 'r-fabrikam', { type: 'stage.mark', stage: 40 });
    await command(app, 'fabrikam', 'r-fabrikam', {
      ...{ type: 'note.add', text: 'Data is in', audience: 'all' },
      writer: { name: 'Finn', email: 'finn@fabrikam.example' },
    });
    await app.settled();
    assert.equal((await asTold())?.stage, 'accepted');
    const mine = (await dealOf(app, 'contoso', 'deal-1')) ?? assert.fail();
    assert.equal(partyOf(mine, 'fabrikam')?.view?.salesStage, 40);
    assert.equal(mine.stage, 'closed');
    assert.equal(inAWord(await undo()), 'done');
    const back = (await dealOf(app, 'contoso', 'deal-1')) ?? assert.fail();
    assert.deepEqual([back.stage, partyOf(back, 'fabrikam')?.view?.salesStage], ['accepted', 40]);
  });

  it('given Undo and two processes at the twentieth second, then either it is undone and nobody is told, or final and told', async () => {
    const seen = new Set<string>();
    for (const late of [0, 1]) {
      await win();
      await app.settled();
      const other = app.anotherWorker(`other-${late}`);
      other.start();
      app.clock.advance(20 * SECOND - 1 + late);
      app.worker.look();
      other.look();
      const outcome = inAWord(await undo());
      await app.settled();
      await other.stop();
      const mine: Referral | undefined = await dealOf(app, 'contoso', 'deal-1');
      assert.equal((await asTold())?.stage, outcome === 'done' ? 'accepted' : 'closed');
      assert.equal(mine?.stage, outcome === 'done' ? 'accepted' : 'closed');
      seen.add(outcome);
    }
    assert.deepEqual([...seen], ['done', 'undo-final']);
  });

  it('given the process ends within the seconds, when the next one begins later, then it is final and told once', async () => {
    await win();
    await app.worker.stop();
    app.clock.advance(3_600 * SECOND);
    const next = app.anotherWorker('next');
    next.start();
    await app.settled();
    await next.stop();
    assert.equal((await asTold())?.outcome, 'won');
    const { entries: told } = await readTimeline(app.deps, await recordOf(app, 'deal-1'));
    assert.equal(told.filter(({ what }) => what === 'deal.win').length, 1);
  });
});

describe('deal.undo: who may', () => {
  let app: App;
  beforeEach(async () => {
    app = startApp();
    await members(app, user('anna', [HERE]), user('bo', [HERE]));
    await created(app);
    await app.settled();
  });
  afterEach(() => app.close());

  const memberOf = (name: string) => ({
    ...{ role: 'referrals-user' as const, locations: [HERE], addresses: [mailOf(name)] },
  });
  const press = (name: string) => pressOf(name, { member: memberOf(name) });

  it('given somebody who handed a deal over and left its team, then they take it back although they see it no more (CR-4)', async () => {
    const to = { name: 'Bo', email: mailOf('bo'), phone: '2' };
    const handed = await handOverDeal(app.deps, { ...press('anna'), to, drop: mailOf('anna') });
    assert.equal(inAWord(handed), 'done');
    assert.equal(inAWord(await markStage(app.deps, { ...press('anna'), stage: 20 })), 'not-allowed');
    assert.equal(inAWord(await undoDeal(app.deps, press('anna'))), 'done');
    const { referral } = await recordOf(app, 'deal-1');
    assert.deepEqual(
      [referral.team.map(({ email }) => email), referral.holder],
      [[mailOf('anna')], undefined],
    );
  });

  it('given what somebody else did, then nobody else takes it back', async () => {
    const everybody = pressOf('bo');
    await markStage(app.deps, { ...press('anna'), stage: 20 });
    const revision = (await recordOf(app, 'deal-1')).referral.revision;
    assert.equal(inAWord(await undoDeal(app.deps, { ...everybody, revision })), 'undo-other');
    assert.equal(inAWord(await undoDeal(app.deps, press('bo'))), 'not-allowed');
  });
});
