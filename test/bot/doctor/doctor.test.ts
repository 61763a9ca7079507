import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { indexingPolicy } from '#adapters/cosmos/policy.ts';
import { orderings } from '#bot/composeStore.ts';
import { pathOf } from '#test/support/repository.ts';

describe('npm run doctor', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'cosell-doctor-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  const run = (args: readonly string[], settings: Record<string, string> = {}) => {
    const { PATH, NODE_COMPILE_CACHE } = process.env;
    const env = { PATH, NODE_COMPILE_CACHE, SQLITE_FILE: join(folder, 'cosell.db'), ...settings };
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [pathOf('bot/doctor/doctor.ts'), ...args],
      {
        env,
        encoding: 'utf8',
      },
    );
    return { status, stdout, stderr };
  };

  it('given Local mode before its first start, then it ends with 0, one line each, and makes no file', () => {
    const { status, stdout, stderr } = run([]);
    assert.equal(status, 0, stdout + stderr);
    const lines = stdout.trimEnd().split('\n');
    assert.match(lines.at(-1) ?? '', /^\d+ ok, \d+ to look at, 0 wrong$/);
    for (const line of lines.slice(0, -1)) assert.match(line, /^(ok|warning) +[a-z ]+ \S/);
    assert.deepEqual(readdirSync(folder), []);
  });

  it('given a setting that is wrong, then it ends with 1; --json says the same to machines', () => {
    const { status, stdout } = run(['--json'], { PORT: 'x' });
    assert.equal(status, 1);
    const said = JSON.parse(stdout) as { ok: boolean; findings: object[] };
    assert.equal(said.ok, false);
    assert.deepEqual(
      said.findings.find((one) => 'mark' in one && one.mark === 'wrong'),
      { subject: 'settings', mark: 'wrong', words: 'PORT must be a port number from 0 to 65535' },
    );
  });

  it('given --policy, then it prints the indexes as they are entered, and nothing else; given both, then how it is called', () => {
    assert.deepEqual(JSON.parse(run(['--policy']).stdout), indexingPolicy(orderings));
    assert.match(run(['--policy', '--json']).stderr, /^Usage: npm run doctor/);
  });
});
