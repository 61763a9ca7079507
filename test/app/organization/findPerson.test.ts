import assert from 'node:assert/strict';
import { contactDraft, personDocumentId } from '#app/contact/contactRecord.ts';
import { findPicked, findTyped } from '#app/organization/findPerson.ts';
import { findMembers } from '#app/organization/memberList.ts';
import { add, by, remove } from '#test/support/administration/administering.ts';
import { type App, startApp, TENANT } from '#test/support/app/runningApp.ts';
import { admin, install, members } from '#test/support/organization/colleagues.ts';

describe('findPerson', () => {
  let app: App;
  beforeEach(async () => {
    app = startApp();
    await install(app, 'jm', { name: 'Jürgen Müller', email: 'Juergen.Mueller@contoso.example' });
    await install(app, 'lina', { name: '李娜', email: 'li.na@contoso.example' });
    await install(app, 'gina', { name: 'Gina Guest', email: 'gina@else.example', guest: true });
    await install(app, 'fred', { name: 'Fred Foreign', email: 'fred@else.example', homeTenantId: 'other' });
  });
  afterEach(() => app.close());
  const typed = (text: string) => findTyped(app.deps, app.organization, text);

  for (const [text, email] of [
    ['müller', 'juergen.mueller@contoso.example'],
    ['MULLER jurgen', 'juergen.mueller@contoso.example'],
    ['jue', 'juergen.mueller@contoso.example'],
    ['李娜', 'li.na@contoso.example'],
    ['JUERGEN.mueller@CONTOSO.example', 'juergen.mueller@contoso.example'],
    ['nobody.yet@contoso.example', 'nobody.yet@contoso.example'],
  ] as const) {
    it(`given ${text}, then ${email}`, async () => {
      const found = await typed(text);
      assert.ok(found.kind === 'one');
      assert.equal(found.someone.email, email);
    });
  }

  for (const text of [
    'ller',
    'müller hans',
    'x',
    '',
    '@',
    'a@b',
    'a@b@c.example',
    'gina',
    'fred',
    'contoso',
    '%',
    '*',
  ]) {
    it(`given ${text || 'nothing'}, then nobody: no guest, nobody from elsewhere, no part of a word`, async () => {
      assert.equal((await typed(text)).kind, 'unknown');
    });
  }

  it('given several of one name, then all of them', async () => {
    await install(app, 'jm2', { name: 'Jutta Müller', email: 'jutta.mueller@contoso.example' });
    const found = await typed('muller');
    assert.ok(found.kind === 'many');
    assert.deepEqual(found.people.map(({ name }) => name).sort(), ['Jutta Müller', 'Jürgen Müller']);
  });

  it('given a full name that begins others, then it is the one', async () => {
    await install(app, 'jm2', { name: 'Jürgen Müllermann', email: 'jm2@contoso.example' });
    assert.equal((await typed('jürgen müll')).kind, 'many');
    assert.equal((await typed('jürgen müller')).kind, 'one');
  });

  it('given a directory id of the picker, then the person, whatever its case; a guest and a stranger are told apart', async () => {
    const picked = (accountId: string) =>
      findPicked(app.deps, app.organization, { accountId, tenantId: TENANT });
    assert.deepEqual(await picked('JM'), {
      kind: 'one',
      someone: { email: 'juergen.mueller@contoso.example', name: 'Jürgen Müller' },
    });
    assert.equal((await picked('8:orgid:jm')).kind, 'one');
    assert.deepEqual(await picked('gina'), { kind: 'outsider', name: 'Gina Guest' });
    assert.deepEqual(await picked('stranger'), { kind: 'unpicked' });
  });

  it('given a person stored before there were names to search, then found after the next activity', async () => {
    const id = personDocumentId(`${TENANT}:jm`);
    const stored = await app.store.read<'person'>('contoso', id);
    assert.ok(stored);
    const old = { ...contactDraft('contoso', stored.body, undefined), schema: 1, terms: [] };
    assert.ok((await app.store.replace(old, stored.etag)).ok);
    assert.equal((await typed('müller')).kind, 'unknown');
    await install(app, 'jm', { name: 'Jürgen Müller', email: 'Juergen.Mueller@contoso.example' });
    assert.equal((await typed('müller')).kind, 'one');
  });
});

describe('findMembers', () => {
  let app: App;
  beforeEach(async () => {
    app = startApp();
    await members(app, admin('anna'));
  });
  afterEach(() => app.close());
  const found = async (text: string) =>
    (await findMembers(app.deps, app.organization, text)).map(({ member }) => member.email);

  it('given a name, a beginning of the address or the whole of it, then the member; not one who was removed', async () => {
    await add(app, by(app, 'anna'), 'karl.krause');
    await install(app, 'anna', { name: 'Änne Öberg', email: 'anna@contoso.example' });
    assert.deepEqual(await found('karl'), ['karl.krause@contoso.example']);
    assert.deepEqual(await found('KRAUSE'), ['karl.krause@contoso.example']);
    assert.deepEqual(await found('Karl.Krause@contoso.example'), ['karl.krause@contoso.example']);
    assert.deepEqual(await found('oberg'), ['anna@contoso.example']);
    assert.deepEqual(await found('zoltan'), []);
    assert.deepEqual(await found(''), []);
    await remove(app, by(app, 'anna'), 'karl.krause');
    assert.deepEqual(await found('karl'), []);
  });
});
