import assert from 'node:assert/strict';
import { type ColleagueQuery, findColleagues } from '#app/organization/colleague.find.ts';
import { type App, startApp, TENANT } from '#test/support/app/runningApp.ts';
import { admin, contactOf, install, mailOf, members, user } from '#test/support/organization/colleagues.ts';

describe('colleague.find', () => {
  let app: App;
  beforeEach(async () => {
    app = startApp();
    await members(app, admin('anna'), user('uma'), user('paper.only'));
    await install(app, 'anna', { name: 'Anna Berg' });
    await install(app, 'uma', { name: 'Uma Bergström', installed: false });
    await install(app, 'stranger', { name: 'Udo Müller' });
    await install(app, 'guest', { name: 'Gina Bergmann', guest: true });
  });
  afterEach(() => app.close());

  const find = (query: ColleagueQuery) =>
    findColleagues(app.deps, app.organization, { ...query, tenantId: TENANT });
  const names = async (query: ColleagueQuery) => (await find(query)).map(({ name }) => name);

  it('given an account as a people picker gives it, then it is that person, whatever its case and prefix', async () => {
    for (const accountId of ['anna', 'ANNA', '8:orgid:anna', ' anna '])
      assert.deepEqual(await names({ accountId }), ['Anna Berg'], accountId);
    assert.deepEqual(await names({ accountId: 'nobody' }), []);
  });

  it('given an address, then it is that person; case does not matter', async () => {
    const [found] = await find({ text: ` ${mailOf('UMA')} ` });
    assert.deepEqual([found?.name, found?.email, found?.installed], ['Uma Bergström', mailOf('uma'), false]);
    assert.equal(found?.member?.role, 'referrals-user');
  });

  it('given trial mode, when an address is typed that nobody is listed with, then it is somebody all the same', async () => {
    const trial = { ...app.organization, open: true };
    const [found, ...more] = await findColleagues(app.deps, trial, {
      text: mailOf('marco.rossi'),
      tenantId: TENANT,
    });
    assert.deepEqual(more, []);
    assert.deepEqual(
      [found?.name, found?.installed, found?.member?.locations],
      ['Marco Rossi', false, 'all'],
    );
    assert.deepEqual(await findColleagues(app.deps, trial, { text: 'marco@', tenantId: TENANT }), []);
  });

  it('given the address of a member whom the bot never met, then the name is guessed from it', async () => {
    const [found] = await find({ text: mailOf('paper.only') });
    assert.deepEqual([found?.name, found?.person, found?.installed], ['Paper Only', undefined, false]);
    assert.deepEqual(await find({ text: mailOf('nobody') }), []);
  });

  it('given a name or its beginning, then everybody in whose name it stands, in any order and without accents', async () => {
    assert.deepEqual(await names({ text: 'bergstrom uma' }), ['Uma Bergström']);
    assert.deepEqual((await names({ text: 'ber' })).sort(), ['Anna Berg', 'Gina Bergmann', 'Uma Bergström']);
    assert.deepEqual(await names({ text: 'Mueller' }), ['Udo Müller']);
    assert.deepEqual(await names({ text: '  ' }), []);
  });

  it('given a full name that begins others, then it is the one', async () => {
    await install(app, 'anna2', { name: 'Anna Bergmann' });
    assert.deepEqual(await names({ text: 'anna berg' }), ['Anna Berg']);
    assert.equal((await names({ text: 'anna' })).length, 2);
  });

  it('given people without rights and guests, then they are known but members of nothing', async () => {
    for (const text of ['Udo Müller', 'Gina Bergmann'])
      assert.equal((await find({ text }))[0]?.member, undefined);
  });

  it('given a person stored before names were searched, when they do something, then they are found', async () => {
    const id = contactOf('uma');
    const before = await app.store.read<'person'>('contoso', id);
    assert.ok(before);
    const { etag, ...draft } = before;
    await app.store.replace(
      { ...draft, kind: 'person', schema: 1, terms: [`address:${mailOf('uma')}`] },
      etag,
    );
    assert.deepEqual(await names({ text: 'uma' }), []);
    await install(app, 'uma', { name: 'Uma Bergström', installed: false });
    assert.deepEqual(await names({ text: 'uma' }), ['Uma Bergström']);
  });
});
