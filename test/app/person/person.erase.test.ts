import assert from 'node:assert/strict';
import { addNote } from '#app/deal/note.add.ts';
import { favoriteDeal } from '#app/list/deal.favorite.ts';
import { readMember } from '#app/organization/member.ts';
import { loadMembers } from '#app/organization/members.load.ts';
import { type EraseCounts, eraseSomeone } from '#app/person/person.erase.ts';
import { exportSomeone, type PersonalData } from '#app/person/person.export.ts';
import { everyDocument, findSomeone } from '#app/person/personWalk.ts';
import { type App, startApp, TENANT, turn } from '#test/support/app/runningApp.ts';
import { command, created, dealOf, invite } from '#test/support/engagement/engaged.ts';
import {
  admin,
  everything,
  install,
  mailOf,
  members,
  teammate,
  user,
} from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';

const bo = { name: 'Bo Lind', email: 'BO@contoso.example', phone: '+46 8 123' };
const personal = /bo@contoso\.example|bo lind|\+46 8 123/i;
const noted = 'Ring Ada about it';

describe('person.export and person.erase', () => {
  let app: App;
  beforeEach(async () => {
    app = startApp({ others: { fabrikam: 'Fabrikam' } });
    await members(app, admin('anna'), user('bo'));
    await install(app, 'bo', { name: 'Bo Lind' });
    await created(app, { id: 'd1', team: [{ name: 'Anna', email: mailOf('anna'), phone: '1' }, bo] });
    await created(app, {
      id: 'd2',
      holder: 'bo@contoso.example',
      team: [bo],
      notes: 'Write to bo@contoso.example, please',
    });
    await created(app, { id: 'd3', customer: { name: 'N', addressLines: [], contacts: [bo] } });
    await invite(app, 'fabrikam', { referralId: 'd1-fabrikam' }, 'd1');
    await app.settled();
    const who = { organization: 'contoso', personId: `${TENANT}:bo`, member: everything };
    await favoriteDeal(app.deps, { ...who, referralId: 'd1', on: true });
    const writer = { name: 'Bo Lind', email: 'bo@contoso.example' };
    await addNote(app.deps, {
      ...who,
      referralId: 'd1',
      commandId: 'n1',
      text: noted,
      audience: 'all',
      writer,
    });
    await command(app, 'contoso', 'd1', { type: 'deal.team', add: [], remove: [mailOf('anna')] });
    await app.settled();
  });
  afterEach(() => app.close());

  it('given a person in several deals and another organization’s view, when erased, then nothing names them there, and history stays', async () => {
    assert.match(await storedBy(app, 'contoso'), personal);
    assert.match(await storedBy(app, 'fabrikam'), personal);
    const counts = await erase(app, 'bo@contoso.example');
    await app.settled();
    assert.equal(counts.deals, 3);
    assert.doesNotMatch(await storedBy(app, 'contoso'), personal);
    assert.doesNotMatch(await storedBy(app, 'fabrikam'), personal);
    assert.deepEqual((await dealOf(app, 'contoso', 'd1'))?.team, []);
    assert.equal((await dealOf(app, 'contoso', 'd2'))?.holder, undefined);
    // What was written stays, as somebody's.
    assert.match(await storedBy(app, 'fabrikam'), new RegExp(noted));
    const inviter = (await dealOf(app, 'fabrikam', 'd1-fabrikam'))?.parties?.[0];
    assert.deepEqual(Object.values(inviter?.view?.writers ?? {}), ['']);
  });

  it('given others whose addresses only contain this one, then they are neither exported nor touched', async () => {
    const others = ['jumbo@contoso.example', 'bo@contoso.example.com', 'bo@contoso.example-west.com'];
    const team = others.map((email) => ({ name: 'Somebody Else', email, phone: '1' }));
    await created(app, {
      id: 'd4',
      team,
      notes: `Ask ${others.join(' or ')}. Or Bo@contoso.example.\n-bo@contoso.example：写信给bo@contoso.example吧`,
    });
    const ofD4 = async () =>
      (await exported(app, 'bo@contoso.example')).flatMap((one) =>
        one.about === 'deal' && one.id === 'd4' ? one.places.map(({ path }) => path) : [],
      );
    assert.deepEqual(await ofD4(), ['referral.notes', 'created.notes']);
    await erase(app, 'bo@contoso.example');
    const deal = await dealOf(app, 'contoso', 'd4');
    assert.equal(deal?.notes, `Ask ${others.join(' or ')}. Or •••.\n-•••：写信给•••吧`);
    assert.deepEqual(deal?.team, team);
  });

  it('given a closed deal, then it is erased there, too, and stays closed', async () => {
    await command(app, 'contoso', 'd2', { type: 'deal.lose', reason: 'other' });
    await erase(app, 'bo@contoso.example');
    const deal = await dealOf(app, 'contoso', 'd2');
    assert.equal(deal?.stage, 'closed');
    assert.deepEqual(deal?.team, []);
  });

  it('given a referral from Partner Center, then the copy as it was received has the person no longer', async () => {
    await app.receive(inbound({ team: [teammate('bo'), teammate('anna')], organizationId: undefined }));
    await app.settled();
    await erase(app, 'bo@contoso.example');
    assert.doesNotMatch(await storedBy(app, 'contoso'), personal);
    assert.match(await storedBy(app, 'contoso'), /"email":"anna@contoso.example"/);
  });

  it('given somebody whom only the copy as it was received names, then whoever follows changes gets it anew', async () => {
    await app.receive(
      inbound({ id: 'copied', organizationId: undefined, remark: { email: 'bo@contoso.example' } }),
    );
    await app.settled();
    app.clock.advance(60_000);
    await erase(app, 'bo@contoso.example');
    const document = await app.store.read<'referral'>('contoso', 'referral:copied');
    assert.equal(document?.body.received?.wire.remark, undefined);
    assert.deepEqual(document?.body.changed?.at, app.clock.instant);
  });

  it('given a person who goes on pressing while it runs, then nothing of that is left either', async () => {
    const who = { organization: 'contoso', personId: `${TENANT}:bo`, member: everything };
    const writer = { name: 'Bo Lind', email: 'bo@contoso.example' };
    const presses = async () => {
      for (let number = 0; number < 6; number++) {
        const audience = number % 2 === 0 ? 'us' : 'all';
        const note = { text: `Number ${number}`, audience, writer } as const;
        await addNote(app.deps, { ...who, ...note, referralId: 'd1', commandId: `press-${number}` });
        await turn();
      }
    };
    await Promise.all([erase(app, 'bo@contoso.example'), presses()]);
    await app.settled();
    assert.doesNotMatch(await storedBy(app, 'contoso'), personal);
    assert.doesNotMatch(await storedBy(app, 'fabrikam'), personal);
  });

  it('given a second run, then it finds nothing left to do and changes nothing', async () => {
    await erase(app, 'bo@contoso.example');
    await app.settled();
    const before = await storedBy(app, 'contoso');
    const again = await erase(app, 'bo@contoso.example');
    assert.deepEqual([again.deals, again.changed, again.removed], [0, 0, 0]);
    assert.equal(await storedBy(app, 'contoso'), before);
  });

  it('given an id in place of an address, then the same person is meant', async () => {
    const found = await findSomeone(app.deps, 'contoso', 'BO');
    assert.deepEqual(found?.addresses, ['bo@contoso.example']);
    assert.equal(await findSomeone(app.deps, 'contoso', 'nobody'), undefined);
  });

  it('given one whom the file lists, then no restart makes them a member again, and only the address is left', async () => {
    const listed = { ...app.organization, members: [admin('anna'), user('bo')] };
    const { listed: left } = await erase(app, 'bo@contoso.example');
    assert.equal(left, 1);
    await loadMembers(app.deps, listed);
    assert.equal(await readMember(app.deps, 'contoso', 'bo@contoso.example'), undefined);
  });

  it('given the only one who may run the organization, then nothing is done', async () => {
    const before = await storedBy(app, 'contoso');
    assert.equal((await outcomeOf(app, mailOf('anna'))).kind, 'last-admin');
    assert.equal(await storedBy(app, 'contoso'), before);
  });

  it('exports all that is erased: profile, membership, favorites, deals with their places, what they did', async () => {
    const all = await exported(app, 'bo@contoso.example');
    const kinds = all.flatMap((one) => (one.about === 'own' ? [one.kind] : [])).toSorted();
    assert.deepEqual([...new Set(kinds)], ['digest', 'favorites', 'member', 'notice', 'person']);
    const places = all.flatMap((one) =>
      one.about === 'deal' ? one.places.map(({ path }) => `${one.id} ${path}`) : [],
    );
    for (const place of [
      'd1 referral.team.0',
      'd2 referral.holder',
      'd2 referral.notes',
      'd3 referral.customer.contacts.0',
    ]) {
      assert.ok(places.includes(place), `${place} of ${places.join(', ')}`);
    }
    const entries = all.flatMap((one) => (one.about === 'timeline' ? [one.entry.what] : []));
    assert.ok(entries.includes('note.add'));
    await erase(app, 'bo@contoso.example');
    const left = await exported(app, 'bo@contoso.example');
    assert.deepEqual(
      left.map(({ about }) => about),
      ['own'],
      'what a restart must know',
    );
  });
});

async function outcomeOf(app: App, who: string) {
  const someone = (await findSomeone(app.deps, 'contoso', who)) ?? assert.fail();
  return eraseSomeone({ ...app.deps, onProgress: () => undefined }, someone);
}

async function erase(app: App, who: string): Promise<EraseCounts> {
  const outcome = await outcomeOf(app, who);
  return outcome.kind === 'done' ? outcome.counts : assert.fail(outcome.kind);
}

async function exported(app: App, who: string): Promise<PersonalData[]> {
  const someone = (await findSomeone(app.deps, 'contoso', who)) ?? assert.fail();
  return Array.fromAsync(exportSomeone(app.deps, someone));
}

/** All that an organization stores, but for what a restart must know of one whom the file lists. */
async function storedBy(app: App, organization: string): Promise<string> {
  const all = await Array.fromAsync(everyDocument(app.deps, organization));
  const texts = all.map(({ document: { id, kind, body } }) =>
    kind === 'member' && (body as { removed?: unknown }).removed ? '' : JSON.stringify([id, body]),
  );
  return texts.join('\n');
}
