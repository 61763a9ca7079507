import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import { CONNECTION_ID, type ConnectionRecord } from '#app/sync/connectionRecord.ts';
import { TOKEN_ID } from '#app/sync/signIn/tokenRecord.ts';
import { REFERRALS_USER, type StandInAccount, standInAccounts } from '#bot/demo/standIn/signIn/accounts.ts';
import { type StandIn, startStandIn } from '#bot/demo/standIn/standIn.ts';
import { runCommand, settingsFor } from '#test/support/sync/connectingCommands.ts';
import { vaultKey } from '#test/support/sync/signedInStore.ts';

const WAITING = /Enter\s+([A-Z]+)[\s\S]*Waiting/;

describe('npm run partner-center:connect and disconnect', () => {
  let standIn: StandIn;
  let folder: string;
  let settings: Record<string, string>;
  beforeEach(async () => {
    standIn = await startStandIn();
    folder = await mkdtemp(join(tmpdir(), 'cosell-connect-'));
    const file = join(folder, 'cosell.db');
    settings = settingsFor(standIn, file, vaultKey());
    await openSqliteStore({ file }).close();
  });
  afterEach(async () => {
    await standIn.close();
    await rm(folder, { recursive: true });
  });
  const stored = async () => {
    const store = openSqliteStore({ file: settings.SQLITE_FILE ?? '' });
    const connection = await store.read<ConnectionRecord>('local', CONNECTION_ID);
    const token = await store.read('local', TOKEN_ID);
    await store.close();
    return { account: connection?.body.account.username, token: token !== undefined };
  };
  const connect = (as: StandInAccount | 'nobody' | undefined, args: string[] = [], changes = {}) => {
    let entered = false;
    return runCommand('connect', args, { ...settings, ...changes }, (said) => {
      const code = WAITING.exec(said)?.[1];
      if (!code || entered) return;
      entered = true;
      if (as === 'nobody') standIn.signIn.deny(code);
      else standIn.signIn.approve(code, as);
    });
  };
  const [service, anna, , nora, ida] = standInAccounts;

  it('given somebody enters the code, then it says who it is and what it sees, and keeps it; disconnect forgets it', async () => {
    standIn.state.put({ type: 'Independent', name: 'Deal', organizationId: standIn.organizationId });
    const { code, out, err } = await connect(service);
    assert.equal(code, 0, err);
    assert.match(out, /Open {3}http:\/\/127\.0\.0\.1:\d+\/device/);
    assert.match(out, /Signed in as Referral Sync <referral\.sync@contoso\.example>, tenant bbbb/);
    assert.match(
      out,
      /Second factor: yes\n {2}Role: Referrals admin\n {2}Referrals that it sees: 1, the newest of 20/,
    );
    assert.match(out, /Local is connected/);
    assert.deepEqual(await stored(), { account: 'referral.sync@contoso.example', token: true });
    const asked = await runCommand('disconnect', [], settings);
    assert.deepEqual([asked.code, (await stored()).token], [1, true]);
    assert.match(asked.err, /End the connection of Local as referral\.sync@contoso\.example\?\n.*--yes/);
    const ended = await runCommand('disconnect', ['--yes'], settings);
    assert.equal(ended.code, 0, ended.err);
    assert.match(ended.out, /Revoke sessions/);
    assert.deepEqual(await stored(), { account: undefined, token: false });
    assert.match((await runCommand('disconnect', [], settings)).out, /Local is not connected/);
  });

  it('given it is declined, or has no second factor or no role, then nothing is kept, and it is said why', async () => {
    const declined = await connect('nobody');
    assert.deepEqual([declined.code, declined.err], [1, 'The sign-in was declined. Nothing was changed.\n']);
    const weak = await connect(nora);
    assert.equal(weak.code, 1);
    assert.match(weak.err, /nora\.falk@contoso\.example signed in without a second factor/);
    const idle = await connect(ida);
    assert.equal(idle.code, 1);
    assert.match(idle.err, /can not be connected:\n {2}- Partner Center does not let this account do that/);
    assert.deepEqual(await stored(), { account: undefined, token: false });
  });

  it('given another account is connected, then it is replaced only when somebody agrees', async () => {
    await connect(service);
    const asked = await connect(anna);
    assert.equal(asked.code, 1);
    assert.match(asked.out, new RegExp(`Role: ${REFERRALS_USER}`));
    assert.match(
      asked.err,
      /connected as referral\.sync@contoso\.example\. Replace it by anna\.berg@contoso\.example\?/,
    );
    assert.equal((await stored()).account, 'referral.sync@contoso.example');
    assert.equal((await connect(anna, ['local', '--yes'], { PARTNER_CENTER_MODE: 'read' })).code, 0);
    assert.equal((await stored()).account, 'anna.berg@contoso.example');
    assert.equal((await connect(anna)).code, 0, 'the same account is replaced without a question');
  });

  it('given the wrong app, no settings, no such organization or no store, then it is said what to do', async () => {
    const other = await connect(service, [], {
      PARTNER_CENTER_CLIENT_ID: 'cccc0000-0000-4000-8000-000000000001',
    });
    assert.match(other.err, /^The app registration is gone.*\(AADSTS700016\) Nothing was changed\.$/m);
    const { SQLITE_FILE = '' } = settings;
    assert.match(
      (await runCommand('connect', [], { SQLITE_FILE })).err,
      /PARTNER_CENTER_CLIENT_ID is missing/,
    );
    assert.match(
      (await connect(service, ['fabrikam'])).err,
      /There is no organization fabrikam\. There are: local\./,
    );
    const nowhere = await connect(service, [], { SQLITE_FILE: join(folder, 'slip.db') });
    assert.match(nowhere.err, /there is no file .*slip\.db/);
    const help = await runCommand('connect', ['--help'], {});
    assert.deepEqual([help.code, help.err], [0, '']);
    assert.match(help.out, /^Usage: npm run partner-center:connect/);
    assert.match((await runCommand('connect', ['--what'], {})).err, /--what[\s\S]*Usage:/);
  });

  it('given Ctrl+C while it waits, then it stops and keeps nothing', async () => {
    const ended = await runCommand('connect', [], settings, (said, child) => {
      if (WAITING.test(said)) child.kill('SIGINT');
    });
    assert.deepEqual([ended.code, ended.err], [130, 'Stopped. Nothing was changed.\n']);
    assert.deepEqual(await stored(), { account: undefined, token: false });
  });
});
