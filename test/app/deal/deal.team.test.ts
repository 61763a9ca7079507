import assert from 'node:assert/strict';
import { handOverDeal } from '#app/deal/deal.handover.ts';
import { changeDealTeam } from '#app/deal/deal.team.ts';
import type { Contact } from '#domain/referral/referral.ts';
import { type App, MONDAY, startApp, TENANT } from '#test/support/app/runningApp.ts';
import {
  accept,
  admin,
  chatOf,
  everything,
  HERE,
  install,
  mailOf,
  members,
  recordOf,
  shownIn,
  user,
} from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';

const BO = 'bo.partner@contoso.example';
const uma: Contact = { name: 'Uma Berg', email: mailOf('uma'), phone: '+49 30 1' };

describe('deal.team', () => {
  let app: App;
  beforeEach(async () => {
    app = startApp();
    await members(app, admin('anna'), user('uma', [HERE]), user('far', ['7654321']));
    for (const name of ['anna', 'uma', 'far']) await install(app, name);
    await app.receive({ ...inbound({}, new Date(MONDAY)), id: 'r1' });
    await accept(app, 'r1');
    await app.settled();
  });
  afterEach(() => app.close());

  const input = () => ({
    organization: 'contoso',
    referralId: 'r1',
    personId: `${TENANT}:anna`,
    member: everything,
    commandId: `press-${Math.random()}`,
  });
  const change = (add: readonly Contact[], remove: readonly string[] = []) =>
    changeDealTeam(app.deps, { ...input(), add, remove });
  const team = async () => (await recordOf(app, 'r1')).referral.team.map(({ email }) => email);

  it('given an accepted one, when somebody is added, then they are in the team and get its card, once (CR-22)', async () => {
    assert.equal((await change([uma])).kind, 'done');
    assert.deepEqual(await team(), [BO, uma.email]);
    await app.settled();
    await change([{ ...uma, phone: '+49 30 2' }]);
    await app.settled();
    assert.deepEqual(shownIn(app, chatOf('uma')), ['card accepted']);
    const [card] = app.messenger.in(chatOf('uma'));
    assert.equal(card?.content.type === 'referral-card' && card.content.why, 'team');
    assert.equal((await recordOf(app, 'r1')).referral.team[1]?.phone, '+49 30 2');
  });

  it('given somebody added who may not see it, then they get no card (CR-4)', async () => {
    await change([{ name: 'Far', email: mailOf('far'), phone: '1' }]);
    await app.settled();
    assert.deepEqual(shownIn(app, chatOf('far')), []);
  });

  it('given the last one with name, e-mail and phone, then they can’t be removed; in exchange they can (CR-22)', async () => {
    const refused = await change([], [BO]);
    assert.equal(refused.kind === 'refused' && refused.rejection, 'team-without-contact');
    const half = await change([{ name: 'Half', email: 'half@contoso.example' }], [BO]);
    assert.equal(half.kind, 'refused');
    assert.equal((await change([uma], [BO])).kind, 'done');
    assert.deepEqual(await team(), [uma.email]);
  });

  it('given two who each take the other off at once, then one of them stays (CR-22)', async () => {
    await change([uma]);
    const outcomes = await Promise.all([change([], [BO]), change([], [mailOf('uma')])]);
    assert.deepEqual(outcomes.map(({ kind }) => kind).sort(), ['done', 'refused']);
    assert.equal((await team()).length, 1);
  });

  it('given the one who has it in hand leaves the team, then nobody has it in hand', async () => {
    await handOverDeal(app.deps, { ...input(), to: uma });
    await change([], [mailOf('uma')]);
    const { referral } = await recordOf(app, 'r1');
    assert.deepEqual([referral.holder, referral.handed], [undefined, undefined]);
  });

  it('given a seller who was taken off, then their card keeps no contact data (CR-4)', async () => {
    await change([uma]);
    await app.settled();
    await change([], [mailOf('uma')]);
    await app.settled();
    const [card] = app.messenger.in(chatOf('uma'));
    assert.equal(card?.content.type === 'referral-card' && card.content.withContacts, false);
  });
});
