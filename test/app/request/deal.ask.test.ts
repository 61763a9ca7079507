import assert from 'node:assert/strict';
import { handOverDeal } from '#app/deal/deal.handover.ts';
import { rememberDeal } from '#app/draft/dealMemory.ts';
import { accessRequestId, accessRequestPartition } from '#app/request/accessRequestRecord.ts';
import { grantersOf, requestAccess } from '#app/request/deal.ask.ts';
import { type GrantOutcome, grantDeal } from '#app/request/deal.grant.ts';
import type { Membership } from '#domain/referral/rights.ts';
import type { Content } from '#ports/messenger.ts';
import { type App, MONDAY, startApp, TENANT } from '#test/support/app/runningApp.ts';
import {
  accept,
  admin,
  chatOf,
  decline,
  everything,
  HERE,
  install,
  mailOf,
  members,
  recordOf,
  shownIn,
  teammate,
  user,
} from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';

const ELSEWHERE = '7654321';

describe('deal.ask', () => {
  let app: App;
  beforeEach(async () => {
    app = startApp();
    await members(
      app,
      admin('anna'),
      admin('here', [HERE]),
      admin('elsewhere', [ELSEWHERE]),
      user('otto', [HERE]),
      user('far', [ELSEWHERE]),
    );
    for (const name of ['anna', 'here', 'elsewhere', 'otto', 'far']) await install(app, name);
    await app.receive({ ...inbound({ team: [teammate('bo')] }, new Date(MONDAY)), id: 'r1', mpnId: HERE });
    await app.settled();
  });
  afterEach(() => app.close());

  const ask = (name = 'otto') =>
    requestAccess(app.deps, {
      organization: 'contoso',
      referralId: 'R1',
      personId: `${TENANT}:${name}`,
    });
  const grant = (asker = 'otto', by = 'anna', member: Membership | undefined = everything) =>
    grantDeal(app.deps, app.organization, {
      organization: 'contoso',
      referralId: 'r1',
      personId: `${TENANT}:${by}`,
      member,
      commandId: `press-${Math.random()}`,
      askerId: `${TENANT}:${asker}`,
    });
  const stateOf = async (name = 'otto') =>
    (
      await app.store.read<'ask'>(
        accessRequestPartition('contoso', 'r1'),
        accessRequestId(`${TENANT}:${name}`),
      )
    )?.body.state;
  const asksIn = (name: string) =>
    app.messenger.in(chatOf(name)).flatMap(({ content }) => (content.type === 'ask' ? [content] : []));
  const outcomesFor = (name: string) =>
    app.messenger
      .in(chatOf(name))
      .flatMap(({ content }) => (content.type === 'asked' ? [content.state] : []));

  it('given a deal, when somebody asks, then the admins of its location are told, each once, and nobody else', async () => {
    assert.deepEqual(await ask(), { kind: 'asked' });
    await app.settled();
    for (const name of ['anna', 'here']) {
      assert.deepEqual(
        asksIn(name).map(({ askerName, state }) => [askerName, state]),
        [['otto', 'open']],
        name,
      );
    }
    for (const name of ['elsewhere', 'otto', 'far']) assert.deepEqual(asksIn(name), [], name);
  });

  it('given somebody who asked, when they ask again, at once or later, then it counts once', async () => {
    const kinds = (await Promise.all([ask(), ask(), ask()])).map(({ kind }) => kind);
    assert.deepEqual(kinds.sort(), ['asked', 'waiting', 'waiting']);
    await app.settled();
    assert.deepEqual(await ask(), { kind: 'waiting' });
    await app.settled();
    assert.equal(asksIn('anna').length, 1);
  });

  it('given a request, when an admin grants it, then the deal is handed over and everybody told how it ended', async () => {
    await ask();
    await app.settled();
    const owner = { organization: 'contoso', personId: `${TENANT}:otto` };
    const earlier = {
      ...(await recordOf(app, 'r1')).referral,
      team: [{ name: 'otto', email: mailOf('otto'), phone: '+1 2' }],
    };
    await rememberDeal(app.deps, owner, earlier, [mailOf('otto')]);
    const outcome = await grant();
    assert.equal(kindOf(outcome), 'done');
    await app.settled();
    const { referral } = await recordOf(app, 'r1');
    assert.equal(referral.holder, mailOf('otto'));
    assert.equal(referral.team.find(({ email }) => email === mailOf('otto'))?.phone, '+1 2', 'CR-22');
    assert.equal(await stateOf(), 'granted');
    for (const name of ['anna', 'here'])
      assert.deepEqual(
        asksIn(name).map(({ state, byName }) => [state, byName]),
        [['granted', 'anna']],
        name,
      );
    assert.deepEqual(outcomesFor('otto'), ['granted']);
    const card = cardIn(app, 'otto');
    assert.deepEqual([card?.why, card?.handedByName, card?.withContacts], ['handed', 'anna', true]);
  });

  it('given a request that was granted, when it is granted again, then nothing more happens', async () => {
    await ask();
    await app.settled();
    await Promise.all([grant(), grant('otto', 'here', { ...everything, locations: [HERE] })]);
    await app.settled();
    const before = app.messenger.messages.length;
    assert.equal(kindOf(await grant()), 'done');
    await app.settled();
    assert.equal((await recordOf(app, 'r1')).referral.revision, 2);
    assert.equal(app.messenger.messages.length, before);
  });

  it('given a granted deal that was handed on since, when an old card grants it again, then whoever has it keeps it', async () => {
    await members(app, admin('anna'), user('otto', [HERE]), user('olga', [HERE]));
    await ask();
    await app.settled();
    await grant();
    await app.settled();
    const to = { name: 'olga', email: mailOf('olga') };
    const by = { organization: 'contoso', referralId: 'r1', personId: `${TENANT}:otto`, member: everything };
    await handOverDeal(app.deps, { ...by, commandId: 'hand-on', to });
    await app.settled();
    const outcome = await grant();
    assert.deepEqual([outcome.kind, 'state' in outcome && outcome.state], ['settled', 'taken']);
    await app.settled();
    assert.equal((await recordOf(app, 'r1')).referral.holder, mailOf('olga'));
  });

  it('given two who ask, when one is granted, then the other hears who has it', async () => {
    await members(app, admin('anna'), user('otto', [HERE]), user('olga', [HERE]));
    await install(app, 'olga');
    await Promise.all([ask('otto'), ask('olga')]);
    await app.settled();
    await grant('olga');
    await app.settled();
    assert.deepEqual([await stateOf('otto'), await stateOf('olga')], ['taken', 'granted']);
    assert.deepEqual([outcomesFor('otto'), outcomesFor('olga')], [['taken'], ['granted']]);
    assert.deepEqual(
      asksIn('anna')
        .map(({ state }) => state)
        .sort(),
      ['granted', 'taken'],
    );
  });

  it('given a request, when the deal is closed, then it is over for everybody and can’t be granted (CR-50)', async () => {
    await ask();
    await app.settled();
    await decline(app, 'r1');
    await app.settled();
    assert.deepEqual([await stateOf(), outcomesFor('otto')], ['open', []]);
    await app.final();
    assert.deepEqual([await stateOf(), outcomesFor('otto')], ['closed', ['closed']]);
    assert.deepEqual(
      asksIn('anna').map(({ state }) => state),
      ['closed'],
    );
    assert.equal(kindOf(await grant()), 'already-declined');
  });

  it('given somebody of another location, when granted, then it says that they could not see it (CR-4)', async () => {
    await ask('far');
    await app.settled();
    const outcome = await grant('far');
    assert.equal(outcome.kind === 'obstacle' && outcome.obstacle, 'elsewhere');
    assert.equal((await recordOf(app, 'r1')).referral.holder, undefined);
    assert.equal(await stateOf('far'), 'open');
  });

  it('given nobody who asked, or somebody who may not grant, then there is nothing to grant (CR-3)', async () => {
    assert.equal((await grant()).kind, 'unknown');
    await ask();
    const elsewhere: Membership = { role: 'referrals-admin', locations: [ELSEWHERE], addresses: [] };
    const seller: Membership = { role: 'referrals-user', locations: 'all', addresses: [mailOf('bo')] };
    for (const member of [elsewhere, seller])
      assert.equal((await grant('otto', 'x', member)).kind, 'unknown');
  });

  it('given a request that ended, when they ask again, then the admins are told again', async () => {
    await ask();
    await app.settled();
    await accept(app, 'r1');
    await grant();
    await app.settled();
    app.clock.advance(60_000);
    assert.deepEqual(await ask(), { kind: 'asked' });
    await app.settled();
    // Whoever may see it has no need to ask: the next change of the deal ends the request.
    assert.deepEqual(
      asksIn('anna').map(({ state }) => state),
      ['open'],
    );
  });

  it('given people who may grant, then they are known with or without the bot', async () => {
    await install(app, 'here', { installed: false });
    const { referral } = await recordOf(app, 'r1');
    const granters = await grantersOf(app.deps, app.organization, referral);
    assert.deepEqual(granters.map(({ person, reachable }) => [person.profile.name, reachable]).sort(), [
      ['anna', true],
      ['here', false],
    ]);
  });

  it('given the cards of a deal, when asked for it, then none of them changes', async () => {
    const before = app.messenger.calls.length;
    await ask();
    await app.settled();
    assert.deepEqual(shownIn(app, chatOf('anna')), ['card received', 'ask received']);
    assert.equal(app.messenger.calls.slice(before).filter(({ kind }) => kind === 'edit').length, 0);
  });
});

function kindOf(outcome: GrantOutcome): string {
  if (outcome.kind !== 'decided') return outcome.kind;
  return outcome.outcome.kind === 'refused' ? outcome.outcome.rejection : outcome.outcome.kind;
}

function cardIn(app: App, name: string): Extract<Content, { type: 'referral-card' }> | undefined {
  const contents = app.messenger.in(chatOf(name)).map(({ content }) => content);
  return contents.find((content) => content.type === 'referral-card');
}
