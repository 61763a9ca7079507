import assert from 'node:assert/strict';
import { editDeal } from '#app/deal/deal.edit.ts';
import type { DealChanges } from '#domain/deal/decideDeal.ts';
import { type App, MONDAY, startApp, TENANT } from '#test/support/app/runningApp.ts';
import {
  accept,
  admin,
  chatOf,
  decline,
  everything,
  install,
  members,
  recordOf,
} from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';

describe('deal.edit', () => {
  let app: App;
  beforeEach(async () => {
    app = startApp();
    await members(app, admin('anna'));
    await install(app, 'anna');
    await app.receive({ ...inbound({}, new Date(MONDAY)), id: 'r1' });
    await app.settled();
  });
  afterEach(() => app.close());

  const edit = (changes: DealChanges, commandId = `press-${Math.random()}`, member = everything) =>
    editDeal(app.deps, {
      organization: 'contoso',
      referralId: 'r1',
      personId: `${TENANT}:anna`,
      member,
      commandId,
      changes,
    });
  const rename = (from: string, to: string): DealChanges => ({ name: { from, to } });

  it('given an accepted one, when it is edited, then the fields change, the rest stays, and cards show it (CR-39)', async () => {
    await accept(app, 'r1');
    const value = { amount: 7, currency: 'JPY' };
    const before = (await recordOf(app, 'r1')).referral;
    const outcome = await edit({
      ...rename('Accepted name', 'New name'),
      value: { from: before.value, to: value },
      crmId: { from: undefined, to: 'C-1' },
    });
    assert.equal(outcome.kind, 'done');
    const { referral } = await recordOf(app, 'r1');
    assert.deepEqual(
      [referral.name, referral.value, referral.crmId, referral.closeDate, referral.revision],
      ['New name', value, 'C-1', '2027-05-01', 3],
    );
    await app.settled();
    const [card] = app.messenger.in(chatOf('anna'));
    assert.equal(card?.content.type === 'referral-card' && card.content.referral.name, 'New name');
  });

  it('given two who edit different fields at once, then both count; the same field: one wins, the other is asked (CR-39)', async () => {
    await accept(app, 'r1');
    const both = await Promise.all([
      edit(rename('Accepted name', 'One')),
      edit({ notes: { from: 'They want to move reporting to the cloud', to: 'Called them' } }),
    ]);
    assert.deepEqual(
      both.map(({ kind }) => kind),
      ['done', 'done'],
    );
    const rivals = await Promise.all([edit(rename('One', 'Two')), edit(rename('One', 'Three'))]);
    assert.deepEqual(rivals.map(({ kind }) => kind).sort(), ['done', 'refused']);
    const lost = rivals.find(({ kind }) => kind === 'refused');
    assert.equal(lost?.kind === 'refused' && lost.rejection, 'changed-meanwhile');
  });

  it('given two who change a field to the same, then that is no conflict', async () => {
    await accept(app, 'r1');
    const one = await edit(rename('Accepted name', 'Same'));
    const other = await edit(rename('Accepted name', 'Same'));
    assert.deepEqual([one.kind, other.kind], ['done', 'done']);
    assert.equal((await recordOf(app, 'r1')).referral.revision, 3, 'the second changed nothing');
  });

  it('given one that is not accepted or is closed, then it stays as it is (CR-39, CR-50)', async () => {
    const early = await edit(rename('Fabrikam analytics', 'X'));
    assert.equal(early.kind === 'refused' && early.rejection, 'not-accepted');
    await decline(app, 'r1');
    const late = await edit(rename('Fabrikam analytics', 'X'));
    assert.equal(late.kind === 'refused' && late.rejection, 'already-declined');
    assert.equal((await recordOf(app, 'r1')).referral.name, 'Fabrikam analytics');
  });

  it('given a delivery from Partner Center about something else, then what was edited here stays', async () => {
    const wire = { ...inbound({}, new Date(MONDAY)), id: 'r1' };
    await accept(app, 'r1');
    await edit(rename('Accepted name', 'Edited'));
    await app.receive({ ...wire, updatedDateTime: '2026-11-16T12:00:00.000Z', engagementId: 'other' });
    assert.equal((await recordOf(app, 'r1')).referral.name, 'Edited');
  });
});
