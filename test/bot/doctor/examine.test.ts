import assert from 'node:assert/strict';
import { chmodSync, closeSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import { troubleDraft } from '#app/delivery/troubleRecord.ts';
import { composeDoctor } from '#bot/composeDoctor.ts';
import { examine } from '#bot/doctor/examine.ts';
import { type Finding, findingLine, isAmiss, type Subject, type Verdict } from '#bot/doctor/finding.ts';
import { type Deployment, deployment, TOKEN_KEY } from '#test/support/bot/deployment.ts';
import { APP_SECRET, type Outside, startOutside } from '#test/support/bot/outside.ts';
import { pathOf } from '#test/support/repository.ts';

const now = new Date('2031-05-05T12:00:00.000Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString();

describe('npm run doctor, everything in one pass', () => {
  let outside: Outside;
  let old: Outside;
  let set: Deployment;
  before(async () => {
    outside = await startOutside();
    old = await startOutside('TLSv1.2');
  });
  after(async () => {
    await outside.close();
    await old.close();
  });
  beforeEach(async () => {
    outside.ahead = 0;
    set = await deployment(outside, now);
  });
  afterEach(() => set.remove());

  const look = async (env: Record<string, string> = {}, teams = outside.url): Promise<Finding[]> => {
    const looking = composeDoctor({ authority: outside.url, roots: outside.roots });
    const { url: authority } = outside;
    const keys = authority.replace('127.0.0.1', 'localhost');
    const found = await examine({
      ...{ env: { ...set.env, ...env }, looking, now },
      service: { authority, keys, teams },
    });
    // What this machine is, the tests of the lines say.
    return found.filter(({ subject }) => subject !== 'program');
  };
  const wordsOf = (found: readonly Finding[]) => found.map(findingLine).join('\n');

  it('given a deployment that is right, then everything is ok, nothing is changed and nothing secret said', async () => {
    const before = set.everything();
    const found = await look();
    assert.deepEqual([...new Set(found.map(({ mark }) => mark))], ['ok'], wordsOf(found));
    assert.deepEqual(
      [...new Set(found.map(({ subject }) => subject))],
      [
        'settings',
        'organizations',
        'files',
        'store',
        'delivery',
        'partner center',
        'network',
        'clock',
        'identity',
      ],
    );
    assert.equal(set.everything(), before);
    for (const secret of [APP_SECRET, TOKEN_KEY, 'a secret'])
      assert.ok(!JSON.stringify(found).includes(secret));
  });

  it('given a bot that runs, then the same, and it goes on', async () => {
    const running = openSqliteStore({ file: set.file });
    await running.create({ partition: 'contoso', id: 'n', kind: 'note', schema: 1, body: {} });
    assert.equal(isAmiss(await look()), false);
    await running.create({ partition: 'contoso', id: 'm', kind: 'note', schema: 1, body: {} });
    await running.close();
  });

  type Case = [
    given: string,
    change: () => unknown,
    subject: Subject,
    mark: Verdict,
    words: RegExp,
    env?: Record<string, string>,
  ];
  const cases: readonly Case[] = [
    [
      'a secret that is wrong',
      () => writeFileSync(set.secret, 'wrong'),
      ...(['identity', 'wrong', /MicrosoftAppPassword is wrong: .*AADSTS7000215/] as const),
    ],
    [
      'a file of a secret that is not there',
      () => undefined,
      ...(['settings', 'wrong', /^MicrosoftAppPassword_FILE .*no such file/] as const),
      { MicrosoftAppPassword_FILE: '/nowhere/secret' },
    ],
    [
      'a clock ten minutes behind',
      () => (outside.ahead = 600_000),
      ...(['clock', 'wrong', /^\d+ s behind of others/] as const),
    ],
    [
      'an organizations file that everybody may read',
      () => chmodSync(set.organizations, 0o644),
      ...(['files', 'warning', /everybody on this machine may read it; chmod o-r/] as const),
    ],
    [
      'one that everybody may change',
      () => chmodSync(set.organizations, 0o642),
      ...(['files', 'wrong', /everybody on this machine may change it; chmod o-w/] as const),
    ],
    [
      'a secret that everybody may read',
      () => chmodSync(set.secret, 0o604),
      ...(['files', 'warning', /app-password \(MicrosoftAppPassword\): everybody/] as const),
    ],
    [
      'no admin and no key in the organizations file',
      () => changeOrganization({ members: [], intakeKeyDigests: [] }),
      ...(['organizations', 'warning', /^contoso lists no referrals admin/] as const),
    ],
    [
      'no way for referrals to come in',
      () => changeOrganization({ intakeKeyDigests: [] }),
      ...(['organizations', 'warning', /no referral can come in/] as const),
      { PARTNER_CENTER_CLIENT_ID: '', PARTNER_CENTER_TOKEN_KEY: '', ...withoutAddresses() },
    ],
    [
      'a path of the store that is another one',
      () => undefined,
      ...(['store', 'warning', /there is no file .*other\.db yet/] as const),
      { SQLITE_FILE: join(tmpdir(), 'other.db') },
    ],
    [
      'a path that leads through a file',
      () => undefined,
      ...(['store', 'wrong', /this user may not make it/] as const),
      { SQLITE_FILE: `${pathOf('package.json')}/cosell.db` },
    ],
    [
      'a file that is no store',
      () => writeFileSync(set.file, 'Dear all, '.repeat(1_000)),
      ...(['store', 'wrong', /can't be read as a store/] as const),
    ],
    [
      'a file of a later version',
      () => changeFile('PRAGMA user_version = 99'),
      ...(['store', 'wrong', /written by a later version \(layout 99/] as const),
    ],
    [
      'a file that is damaged',
      () => damage(set.file),
      ...(['store', 'wrong', /is damaged|can't be read/] as const),
    ],
    [
      'something that waits since an hour ago',
      () =>
        set.put({
          ...{ partition: 'contoso', id: 'late', kind: 'note', schema: 1, body: {} },
          dueAt: daysAgo(1 / 24),
        }),
      ...(['store', 'warning', /^1 to be done, the first since 2031-05-05T11:00/] as const),
    ],
    [
      'a message that did not arrive',
      () => set.put(troubleDraft('contoso', { what: 'nobody', referralId: 'r1', at: daysAgo(1) })),
      ...([
        'delivery',
        'warning',
        /^Contoso.*: 1 that did not arrive or were set aside: a referrals admin types delivery/,
      ] as const),
    ],
    [
      'settings of two stores',
      () => undefined,
      ...(['store', 'warning', /^not looked at/] as const),
      { COSMOS_ENDPOINT: 'https://127.0.0.1:9' },
    ],
    [
      'an organization that is not connected',
      () => changeFile("DELETE FROM documents WHERE kind LIKE '%connection%'"),
      ...([
        'partner center',
        'warning',
        /is not connected: npm run partner-center:connect -- contoso/,
      ] as const),
    ],
    [
      'one that is signed out',
      () => set.connected({ signedOut: { code: 'AADSTS50173', at: daysAgo(1) } }),
      ...(['partner center', 'wrong', /signed out since 2031-05-04.*\(AADSTS50173\)/] as const),
    ],
    [
      'another key for sign-ins',
      () => undefined,
      ...(['partner center', 'wrong', /TOKEN_KEY is not the key it was kept under/] as const),
      { PARTNER_CENTER_TOKEN_KEY: Buffer.alloc(32, 'x').toString('base64') },
    ],
    [
      'a sign-in that nobody renews',
      () => set.connected({}, { renewedAt: daysAgo(20) }),
      ...(['partner center', 'warning', /renewed 20 days ago, which a running bot does hourly/] as const),
    ],
    [
      'one that is dead',
      () => set.connected({}, { renewedAt: daysAgo(91) }),
      ...(['partner center', 'wrong', /renewed 91 days ago, and after 90 days/] as const),
    ],
    [
      'reading that fails',
      () => set.connected({ failing: { code: 'throttled', since: daysAgo(1), attempts: 3 } }),
      ...(['partner center', 'warning', /reading fails since 2031-05-04.*\(throttled\)/] as const),
    ],
  ];
  for (const [given, change, subject, mark, words, env] of cases) {
    it(`given ${given}, then ${mark}, what it is and what to do, in one line`, async () => {
      await change();
      const found = await look(env);
      assert.ok(
        found.some((one) => one.subject === subject && one.mark === mark && words.test(one.words)),
        wordsOf(found),
      );
    });
  }

  it('given a folder into which this user may not look, then that is said, and the rest is looked at', async function () {
    if (process.getuid?.() === 0) {
      process.stdout.write('  skipped: root may look everywhere\n');
      return this.skip();
    }
    chmodSync(set.folder, 0o000);
    const found = await look();
    chmodSync(set.folder, 0o700);
    assert.match(wordsOf(found), /^wrong +store +this user may not look into/m);
    assert.match(wordsOf(found), /^ok +network/m);
  });

  it('given several things wrong at once, then each is told in one pass', async () => {
    changeOrganization({ name: '', language: 'xx' });
    const found = await look({ PORT: 'x', LOG_LEVEL: 'x' });
    const wrong = found.filter(({ mark }) => mark === 'wrong');
    assert.deepEqual(
      wrong.map(({ subject }) => subject),
      ['settings', 'settings', 'organizations', 'organizations'],
      wordsOf(found),
    );
  });

  it('given nobody where Teams is, or something that opens TLS on the way, then that line is wrong and no other', async () => {
    for (const [teams, words] of [
      ['https://127.0.0.1:9', /nobody listens there.*ECONNREFUSED/],
      [old.url, /TLS 1\.2 where it takes 1\.3 alone/],
    ] as const) {
      const wrong = (await look({}, teams)).filter(({ mark }) => mark === 'wrong');
      assert.equal(wrong.length, 1, wordsOf(wrong));
      assert.match(wrong[0]?.words ?? '', words);
    }
  });

  it('given certificates that nobody here trusts, then it is said how they are trusted', async () => {
    const looking = composeDoctor({ authority: outside.url, roots: [] });
    const found = await examine({
      env: { ...set.env },
      looking,
      now,
      service: { ...everywhere(outside.url) },
    });
    assert.match(wordsOf(found), /wrong {4}network .*NODE_EXTRA_CA_CERTS/);
    assert.match(wordsOf(found), /wrong {4}identity .*the sign-in of Microsoft does not answer/);
  });

  const everywhere = (url: string) => ({ authority: url, keys: url, teams: url });
  const changeOrganization = (change: object) => {
    const { organizations } = JSON.parse(readFileSync(set.organizations, 'utf8')) as {
      organizations: object[];
    };
    writeFileSync(set.organizations, JSON.stringify({ organizations: [{ ...organizations[0], ...change }] }));
  };
  const changeFile = (sql: string) => {
    const db = new DatabaseSync(set.file);
    db.exec(sql);
    db.close();
  };
  const damage = (file: string) => {
    const { size } = statSync(file);
    const handle = openSync(file, 'r+');
    writeSync(handle, Buffer.alloc(size - 8_192, 0x5a), 0, size - 8_192, 8_192);
    closeSync(handle);
  };
});

function withoutAddresses(): Record<string, string> {
  const names = ['AUTHORITY', 'API_URL', 'WEBHOOKS_URL', 'CERTIFICATE_HOSTS'];
  return Object.fromEntries(names.map((name) => [`PARTNER_CENTER_${name}`, '']));
}
