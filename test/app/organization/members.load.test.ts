import assert from 'node:assert/strict';
import { type MemberRecord, memberDocumentId, memberDraft } from '#app/organization/member.ts';
import { loadMembers } from '#app/organization/members.load.ts';
import type { MemberEntry } from '#ports/organizations.ts';
import { type App, MONDAY, startApp } from '#test/support/app/runningApp.ts';
import {
  admin,
  chatOf,
  HERE,
  install,
  members,
  shownIn,
  user,
} from '#test/support/organization/colleagues.ts';
import { inbound } from '#test/support/referral/referrals.ts';

describe('members.load', () => {
  let app: App;
  beforeEach(() => {
    app = startApp();
  });
  afterEach(() => app.close());
  const stored = async (name: string) =>
    (await app.store.read<'member'>('contoso', memberDocumentId(`${name}@contoso.example`)))?.body;
  const role = async (name: string) => (await stored(name))?.role;
  /** What an administrator does by card. */
  const byCard = async (record: MemberRecord) => {
    const id = memberDocumentId(record.email);
    const present = await app.store.read<'member'>('contoso', id);
    const draft = memberDraft('contoso', { ...present?.body, ...record });
    const written = present ? await app.store.replace(draft, present.etag) : await app.store.create(draft);
    assert.ok(written.ok);
  };

  it('given a file with members, when it is loaded first, then they are in the store', async () => {
    await members(app, admin('anna'), user('uma', [HERE]));
    assert.deepEqual([await role('anna'), await role('uma')], ['referrals-admin', 'referrals-user']);
    assert.deepEqual((await stored('uma'))?.locations, [HERE]);
  });

  it('given nobody, or only people of some locations, then it says that nobody can run the organization', async () => {
    const load = (...list: MemberEntry[]) => loadMembers(app.deps, { ...app.organization, members: list });
    assert.deepEqual(await load(), { companyAdmins: 0 });
    assert.deepEqual(await load({ ...admin('bert'), locations: [HERE] }, user('uma')), { companyAdmins: 0 });
    assert.deepEqual(await load(admin('anna'), user('uma')), { companyAdmins: 1 });
    await byCard({ ...admin('anna'), removed: { at: MONDAY, by: 'somebody' } });
    assert.deepEqual(await load(admin('anna'), user('uma')), { companyAdmins: 0 });
  });

  it('given a member changed by card, when the same file is loaded again, then the change stays', async () => {
    await members(app, user('uma'));
    await byCard(admin('uma'));
    await members(app, user('uma'));
    assert.equal(await role('uma'), 'referrals-admin');
  });

  it('given a member changed by card, when its entry in the file changes, then the file wins', async () => {
    await members(app, user('uma'));
    await byCard(admin('uma'));
    await members(app, user('uma', [HERE]));
    assert.deepEqual([await role('uma'), (await stored('uma'))?.locations], ['referrals-user', [HERE]]);
  });

  it('given a member who left the file, when it is loaded, then the member is removed, changed by card or not', async () => {
    await members(app, admin('anna'), user('uma'), user('lars'));
    await byCard(admin('lars'));
    await members(app, admin('anna'));
    assert.deepEqual(
      [await role('anna'), await role('uma'), await role('lars')],
      ['referrals-admin', undefined, undefined],
    );
  });

  it('given a member who was never in the file, when it is loaded, then that one stays', async () => {
    await byCard(user('guest-of-honour'));
    await members(app, admin('anna'));
    assert.equal(await role('guest-of-honour'), 'referrals-user');
  });

  it('given an address in other capitals, then it is the same member', async () => {
    await members(app, admin('anna'));
    await members(app, { ...admin('anna'), email: 'ANNA@contoso.example' });
    const { documents } = await app.store.list({ partition: 'contoso', kind: 'member', limit: 10 });
    assert.equal(documents.length, 1);
  });

  it('given more members than a page, when they leave, then all are removed', async () => {
    await members(app, ...Array.from({ length: 450 }, (_, number) => user(`user-${number}`)));
    await members(app, admin('anna'));
    const { documents } = await app.store.list({ partition: 'contoso', kind: 'member', limit: 1000 });
    assert.deepEqual(
      documents.map(({ id }) => id),
      ['member:anna@contoso.example'],
    );
  });

  it('given two processes that load the same file at once, then both succeed', async () => {
    await Promise.all([members(app, admin('anna'), user('uma')), members(app, admin('anna'), user('uma'))]);
    assert.deepEqual([await role('anna'), await role('uma')], ['referrals-admin', 'referrals-user']);
  });

  it('given somebody who has the bot already, when the file makes them responsible, then what is undecided comes', async () => {
    await install(app, 'uma');
    await app.receive({ ...inbound({ team: [] }, new Date(MONDAY)), id: 'r1' });
    await app.settled();
    assert.deepEqual(shownIn(app, chatOf('uma')), []);
    await members(app, admin('uma'));
    await app.settled();
    assert.deepEqual(shownIn(app, chatOf('uma')), ['card received']);
    await members(app, admin('uma'));
    await app.settled();
    assert.equal(app.messenger.calls.length, 1);
  });
});
