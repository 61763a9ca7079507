import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathOf, root } from '#test/support/repository.ts';
import { saidBy, succeeds } from './programs.ts';

/** The bases stay, because a Debian takes minutes to make; the image is made anew each time. */
const BUILDING = 'localhost/cosell-base:building';
const RUNNING = 'localhost/cosell-base:running';
export const IMAGE = 'localhost/cosell-bot:smoke';

/** Makes the bases where they are not there yet. */
export function makeBases(): void {
  if ([BUILDING, RUNNING].every((name) => succeeds('podman', ['image', 'exists', name]))) return;
  const folder = mkdtempSync(join(tmpdir(), 'cosell-base-'));
  try {
    saidBy('debootstrap', ['--variant=minbase', 'stable', join(folder, 'debian')]);
    cpSync(process.execPath, join(folder, 'node'));
    const global = saidBy('npm', ['root', '--global']);
    cpSync(join(global, 'npm'), join(folder, 'npm'), { recursive: true, verbatimSymlinks: true });
    writeRegistry(folder);
    const file = pathOf('test/image/base.Containerfile');
    build(['--target', 'building', '--tag', BUILDING, '--file', file, folder]);
    build(['--target', 'running', '--tag', RUNNING, '--file', file, folder]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Builds the image as the guide says it, on these bases. */
export function buildImage(): void {
  const revision = saidBy('git', ['-C', root, 'rev-parse', 'HEAD']);
  const told = [`BUILD_IMAGE=${BUILDING}`, `BASE_IMAGE=${RUNNING}`, `REVISION=${revision}`];
  const args = told.flatMap((one) => ['--build-arg', one]);
  build([...args, '--tag', IMAGE, '--file', pathOf('Containerfile'), root]);
}

/** Bytes of the image, and those of them that its base has not. */
export function sizes(): { all: number; beside: number } {
  const sizeOf = (name: string) =>
    Number(saidBy('podman', ['image', 'inspect', '--format', '{{.Size}}', name]));
  const all = sizeOf(IMAGE);
  return { all, beside: all - sizeOf(RUNNING) };
}

/** Where packages come from, and whom this machine trusts for it. */
function writeRegistry(folder: string): void {
  const asked = (name: string) => saidBy('npm', ['config', 'get', name]);
  const trusted = asked('cafile');
  const own = trusted !== 'null' && trusted !== '';
  const lines = [`registry=${asked('registry')}`, ...(own ? ['cafile=/usr/local/etc/ca.pem'] : [])];
  writeFileSync(join(folder, 'npmrc'), `${lines.join('\n')}\n`);
  writeFileSync(join(folder, 'ca.pem'), own ? readFileSync(trusted) : '');
}

// By chroot no daemon and no right to make namespaces is needed; the other format keeps no health check.
function build(words: readonly string[]): void {
  saidBy('buildah', ['build', '--isolation', 'chroot', '--format', 'docker', ...words]);
}
