import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { intakeKeys, keyDigest } from '#bot/http/intakeKeys.ts';
import { pathOf } from '#test/support/repository.ts';

describe('npm run intake:key', () => {
  it('given it is run twice, then it prints another key each time, with the digest that the organizations file takes', async () => {
    const script = pathOf('bot/intakeKey.ts');
    const runs = await Promise.all([1, 2].map(() => promisify(execFile)(process.execPath, [script])));
    const pairs = runs.map(({ stdout }) => {
      const [key = '', digest = ''] = stdout.match(/^ {2}\S+$/gm)?.map((line) => line.trim()) ?? [];
      return { key, digest };
    });
    for (const { key, digest } of pairs) {
      // 32 random bytes take that many characters.
      assert.match(key, /^[\w-]{43}$/);
      assert.match(digest, /^[0-9a-f]{64}$/);
      assert.equal(keyDigest(key), digest);
      assert.equal(intakeKeys(() => [{ digest, organizationId: 'contoso' }])(`Bearer ${key}`), 'contoso');
    }
    assert.notEqual(pairs[0]?.key, pairs[1]?.key);
  });
});
