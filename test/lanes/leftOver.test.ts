import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { root } from '#test/support/repository.ts';

describe('A file of tests that leaves something running', () => {
  it('given a timer that nobody clears and several processes, then its file fails and is named with what is left', () => {
    const words = ['--no-config', '--parallel', '--require', 'test/lanes/leftOver.soon.ts'];
    const { status, stdout } = spawnSync(
      process.execPath,
      ['node_modules/mocha/bin/mocha.js', ...words, 'test/lanes/leaking.child.ts'],
      { cwd: root, encoding: 'utf8' },
    );
    assert.notEqual(status, 0);
    assert.match(stdout, /still running after \S*leaking\.child\.ts: 1 Timeout/);
  });
});
