import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import { contactDraft } from '#app/contact/contactRecord.ts';
import { createdRecord, referralDraft } from '#app/referral/referralRecord.ts';
import { readPersonCommand, someoneIn } from '#bot/person/someone.ts';
import { accepted } from '#test/support/referral/samples.ts';
import { pathOf } from '#test/support/repository.ts';

const bo = { name: 'Bo Lind', email: 'bo@contoso.example', phone: '1' };
const person = {
  kind: 'person' as const,
  personId: 'tenant:bo',
  profile: { name: 'Bo Lind', email: bo.email, guest: false, asOf: '2026-11-16T09:00:00.000Z' },
  welcomed: true,
  outbox: [],
};

describe('npm run person:export and person:erase', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cosell-person-'));
    file = join(folder, 'bot.db');
    const store = openSqliteStore({ file });
    await store.create(contactDraft('local', person, undefined));
    const referral = accepted({ organization: 'local', id: 'd1', team: [bo] });
    await store.create(referralDraft(createdRecord(referral), undefined));
    await store.close();
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const run = (command: 'export' | 'erase', args: string[], env: Record<string, string> = {}) => {
    const entry = pathOf(`bot/person/${command}.ts`);
    const { SQLITE_FILE: _, ...own } = process.env;
    const { status, stdout, stderr } = spawnSync(process.execPath, [entry, ...args], {
      env: { ...own, SQLITE_FILE: file, ...env },
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };

  it('given somebody who is known, then they are exported as JSON, erased, and then nothing is stored', () => {
    const exported = run('export', [bo.email]);
    assert.equal(exported.status, 0, exported.stderr);
    const { organization, data } = JSON.parse(exported.stdout) as { organization: string; data: object[] };
    assert.equal(organization, 'local');
    assert.equal(data.length, 2);
    const erased = run('erase', ['bo']);
    assert.equal(erased.status, 0, erased.stderr);
    assert.match(erased.stdout, /1 deals and 0 other documents changed, 1 removed/);
    assert.doesNotMatch(erased.stdout + erased.stderr, /Lind|@/, 'what is written may stand in logs');
    assert.equal(run('erase', [bo.email]).status, 0, 'again');
    assert.equal(run('export', [bo.email]).status, 2);
  });

  it('given a bot that runs, then what is erased stands neither in the file nor in its companions', async () => {
    const running = openSqliteStore({ file });
    // A long text goes over pages of its own, and an earlier one of it is free space by now.
    const wordy = {
      ...person,
      profile: { ...person.profile, userPrincipalName: `${'b'.repeat(20_000)}@x.example` },
    };
    const present = await running.read('local', 'person:tenant:bo');
    assert.ok(present);
    const first = await running.replace(contactDraft('local', wordy, undefined), present.etag);
    assert.ok(first.ok);
    await running.replace(contactDraft('local', person, undefined), first.document.etag);
    const traces = () => {
      const files = [file, `${file}-wal`].filter((one) => existsSync(one));
      const bytes = Buffer.concat(files.map((one) => readFileSync(one))).toString('latin1');
      return [bo.email, 'Bo Lind', 'b'.repeat(2000)].filter((one) => bytes.includes(one));
    };
    assert.equal(traces().length, 3, 'before');
    const erased = run('erase', [bo.email]);
    assert.equal(erased.status, 0, erased.stderr);
    assert.deepEqual(traces(), []);
    assert.equal(await running.read('local', 'person:tenant:bo'), undefined);
    assert.equal(
      (await running.list({ partition: 'local', kind: 'referral', limit: 9 })).documents.length,
      1,
    );
    await running.close();
  });

  it('given nobody, too many, an unknown id, organization or file, then it says so and ends with 1', () => {
    assert.equal(run('erase', []).status, 1);
    assert.equal(run('erase', ['a@b.example', 'c@d.example']).status, 1);
    assert.match(run('erase', ['nobody']).stderr, /Nobody is known/);
    assert.match(run('export', [bo.email, '--organization', 'x']).stderr, /no organization x/);
    assert.match(run('erase', [bo.email], { SQLITE_FILE: join(folder, 'slip.db') }).stderr, /no file/);
  });

  it('given somebody known to two organizations, then which one must be said', async () => {
    const store = openSqliteStore({ file });
    await store.create(contactDraft('fabrikam', person, undefined));
    const all = ['local', 'fabrikam', 'litware'];
    const asked = await someoneIn({ store }, all, { who: bo.email });
    assert.deepEqual(asked, { problem: 'Say of which --organization: local, fabrikam.' });
    const told = await someoneIn({ store }, all, { who: bo.email, organization: 'fabrikam' });
    assert.equal('organization' in told && told.organization, 'fabrikam');
    // Nobody knows a contact of a customer as their own.
    assert.ok('problem' in (await someoneIn({ store }, all, { who: 'kim@customer.example' })));
    await store.close();
  });

  it('reads the command line', () => {
    const typed = { words: ['A@b.example'], options: { organization: 'x' } };
    assert.deepEqual(readPersonCommand(typed), { who: 'A@b.example', organization: 'x' });
    assert.match(String(readPersonCommand({ ...typed, words: [] })), /^Exactly one/);
  });
});
