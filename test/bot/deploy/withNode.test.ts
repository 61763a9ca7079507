import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathOf } from '#test/support/repository.ts';

describe('The Node that the bot runs on', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'node-'));
    copyFileSync(pathOf('with-node.cjs'), join(folder, 'with-node.cjs'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const run = (options: string[] = []) => {
    const words = [...options, join(folder, 'with-node.cjs'), '-p', 'process.execPath'];
    const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
    return { status, said: stdout.trim(), stderr };
  };

  it('given an installation without its Node, then a Node 24 of the machine runs it', () => {
    const { status, said, stderr } = run();
    assert.deepEqual([status, said], [0, realpathSync(process.execPath)], stderr);
  });

  it('given an installation with its Node, then that one runs it', () => {
    const bin = join(folder, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin');
    mkdirSync(bin, { recursive: true });
    writeFileSync(join(bin, 'node'), '#!/bin/sh\necho "its own: $@"\n');
    chmodSync(join(bin, 'node'), 0o755);
    assert.deepEqual(run(), { status: 0, said: 'its own: -p process.execPath', stderr: '' });
  });

  it('given neither, then it says what is needed and what there is', () => {
    const older = join(folder, 'older.cjs');
    writeFileSync(older, "Object.defineProperty(process.versions, 'node', { value: '22.20.0' });");
    const { status, said, stderr } = run(['--require', older]);
    assert.deepEqual([status, said], [1, '']);
    assert.match(stderr, /needs Node 24.* this is Node 22\.20\.0.* npm ci without --omit=optional/);
  });
});
