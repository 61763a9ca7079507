import assert from 'node:assert/strict';
import { remindPartner } from '#app/engagement/partner.remind.ts';
import { partyOf } from '#domain/engagement/takingPart.ts';
import { type App, startApp } from '#test/support/app/runningApp.ts';
import { command, created, dealOf, invite } from '#test/support/engagement/engaged.ts';
import { everything } from '#test/support/organization/colleagues.ts';

describe('partner.remind', () => {
  let app: App;
  let presses = 0;
  beforeEach(async () => {
    app = startApp({ others: { fabrikam: 'Fabrikam' } });
    await created(app);
    await invite(app, 'fabrikam');
    await app.settled();
  });
  afterEach(() => app.close());

  async function remind(partner = 'fabrikam'): Promise<string> {
    const outcome = await remindPartner(app.deps, {
      organization: 'contoso',
      referralId: 'deal-1',
      personId: 'tenant:anna',
      member: everything,
      commandId: `press-${presses++}`,
      partner,
    });
    return outcome.kind === 'refused' ? outcome.rejection : outcome.kind;
  }
  async function reminded(): Promise<string | undefined> {
    const record = await dealOf(app, 'fabrikam', 'r-fabrikam');
    return partyOf(record ?? {}, 'contoso')?.view?.reminded;
  }

  it('given an undecided invitation, then the reminder reaches the other side’s record', async () => {
    assert.equal(await remind(), 'done');
    await app.settled();
    assert.equal(await reminded(), '2026-11-16T09:00:00.000Z');
  });

  it('given a reminder within the last 24 hours, then there is none, and a day later there is', async () => {
    await remind();
    app.clock.set('2026-11-17T08:59:59.000Z');
    assert.equal(await remind(), 'remind-today');
    app.clock.set('2026-11-17T09:00:00.000Z');
    assert.equal(await remind(), 'done');
    await app.settled();
    assert.equal(await reminded(), '2026-11-17T09:00:00.000Z');
  });

  it('given an answer, or a party that was never invited, then there is nothing to remind of', async () => {
    assert.equal(await remind('litware'), 'remind-answered');
    const answer = { type: 'referral.decline' as const, reason: 'budget' };
    await command(app, 'fabrikam', 'r-fabrikam', answer);
    await app.final();
    assert.equal(await remind(), 'remind-answered');
  });
});
