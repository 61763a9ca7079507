import assert from 'node:assert/strict';
import { handOverDeal } from '#app/deal/deal.handover.ts';
import type { DecideOutcome } from '#app/referral/decideRecord.ts';
import type { Contact } from '#domain/referral/referral.ts';
import type { Membership } from '#domain/referral/rights.ts';
import { type App, MONDAY, startApp, TENANT } from '#test/support/app/runningApp.ts';
import {
  accept,
  admin,
  chatOf,
  decline,
  everything,
  install,
  mailOf,
  members,
  recordOf,
  shownIn,
  user,
} from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';

const uma: Contact = { name: 'Uma Berg', email: 'Uma@contoso.example', phone: '+49 30 1' };
const teamOf = (contacts: readonly Contact[]) => contacts.map(({ email }) => email);

describe('deal.handover', () => {
  let app: App;
  beforeEach(async () => {
    app = startApp();
    await members(app, admin('anna'));
    await install(app, 'anna');
    await app.receive({ ...inbound({}, new Date(MONDAY)), id: 'r1' });
    await app.settled();
  });
  afterEach(() => app.close());

  interface Given {
    to?: Contact;
    drop?: string;
    commandId?: string;
    member?: Membership | undefined;
  }
  const handOver = (given: Given = {}): Promise<DecideOutcome> =>
    handOverDeal(app.deps, {
      organization: app.organization.id,
      referralId: 'r1',
      personId: `${TENANT}:anna`,
      member: 'member' in given ? given.member : everything,
      commandId: given.commandId ?? 'press-1',
      to: given.to ?? uma,
      drop: given.drop,
    });

  it('given an undecided one, when handed over, then the colleague joins the team and has it in hand (CR-22)', async () => {
    const outcome = await handOver();
    assert.ok(outcome.kind === 'done');
    const { referral } = await recordOf(app, 'r1');
    assert.deepEqual(
      [referral.stage, referral.holder, referral.revision],
      ['received', 'uma@contoso.example', 2],
    );
    assert.deepEqual(teamOf(referral.team), ['bo.partner@contoso.example', 'Uma@contoso.example']);
    assert.deepEqual(referral.handed, { by: { kind: 'person', personId: `${TENANT}:anna` }, at: MONDAY });
  });

  it('given an accepted one, when handed over, then posted cards show it', async () => {
    await accept(app, 'r1');
    await app.settled();
    await handOver();
    await app.settled();
    assert.deepEqual(shownIn(app, chatOf('anna')), ['card accepted']);
    const [card] = app.messenger.in(chatOf('anna'));
    assert.equal(
      card?.content.type === 'referral-card' && card.content.referral.holder,
      'uma@contoso.example',
    );
  });

  it('given a colleague who is in the team, then the team stays; a phone that was missing is filled in', async () => {
    await handOver({ to: { name: 'Bo', email: 'BO.partner@contoso.example', phone: '1' } });
    const { referral } = await recordOf(app, 'r1');
    assert.deepEqual(referral.team, [
      { name: 'Bo Partner', email: 'bo.partner@contoso.example', phone: '9175550100' },
    ]);
    assert.equal(referral.holder, 'bo.partner@contoso.example');
  });

  it('given somebody who leaves, then they are taken off the team with the same change', async () => {
    await handOver({ drop: 'Bo.Partner@contoso.example' });
    const { referral } = await recordOf(app, 'r1');
    assert.deepEqual(teamOf(referral.team), ['Uma@contoso.example']);
    assert.equal(referral.revision, 2);
  });

  it('given the one who leaves is the one who gets it, then they stay', async () => {
    await handOver({
      to: { name: 'Bo', email: 'bo.partner@contoso.example' },
      drop: 'bo.partner@contoso.example',
    });
    assert.equal((await recordOf(app, 'r1')).referral.team.length, 1);
  });

  it('given the same press twice, or another one to the same colleague, then it counts once', async () => {
    await handOver();
    assert.deepEqual(
      [await kindOf(handOver()), await kindOf(handOver({ commandId: 'press-2' }))],
      ['done', 'done'],
    );
    assert.equal((await recordOf(app, 'r1')).referral.revision, 2);
  });

  it('given someone without the right, then nothing changes (CR-4)', async () => {
    const outsider: Membership = { role: 'referrals-user', locations: 'all', addresses: [mailOf('otto')] };
    assert.equal(await kindOf(handOver({ member: outsider })), 'not-allowed');
    assert.equal(await kindOf(handOver({ member: undefined })), 'not-allowed');
    assert.equal((await recordOf(app, 'r1')).referral.revision, 1);
  });

  it('given a closed one, then it stays as it is (CR-50)', async () => {
    await decline(app, 'r1');
    const outcome = await handOver();
    assert.ok(outcome.kind === 'refused');
    assert.equal(outcome.rejection, 'already-declined');
    assert.equal((await recordOf(app, 'r1')).referral.holder, undefined);
  });

  it('given a colleague without an address, then it is refused', async () => {
    const outcome = await handOver({ to: { name: 'Uma' } });
    assert.equal(outcome.kind === 'refused' && outcome.rejection, 'no-address');
  });

  it('given a colleague who installs the bot later, then they get the card of what they have in hand', async () => {
    await members(app, admin('anna'), user('uma'), user('otto'));
    await accept(app, 'r1');
    await handOver();
    await app.settled();
    await install(app, 'otto');
    await install(app, 'uma', { email: 'uma@contoso.example' });
    await app.settled();
    assert.deepEqual(shownIn(app, chatOf('uma')), ['card accepted']);
    assert.deepEqual(shownIn(app, chatOf('otto')), [], 'nobody else gets it');
  });

  it('given two who hand it over at once, then both count one after the other', async () => {
    const otto = { name: 'Otto', email: mailOf('otto') };
    await Promise.all([handOver(), handOver({ to: otto, commandId: 'press-2' })]);
    const { referral } = await recordOf(app, 'r1');
    assert.equal(referral.revision, 3);
    assert.equal(referral.team.length, 3);
  });
});

async function kindOf(outcome: Promise<DecideOutcome>): Promise<string> {
  return (await outcome).kind;
}
