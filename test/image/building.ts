import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
    const file = pathOf('test/image/base.Containerfile');
    build(['--target', 'building', '--tag', BUILDING, '--file', file, folder]);
    build(['--target', 'running', '--tag', RUNNING, '--file', file, folder]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Builds the image as the guide says it, on these bases. */
export function buildImage(): void {
  const folder = mkdtempSync(join(tmpdir(), 'cosell-image-'));
  try {
    const bases = [`BUILD_IMAGE=${BUILDING}`, `BASE_IMAGE=${RUNNING}`];
    const revision = saidBy('git', ['-C', root, 'rev-parse', 'HEAD']);
    const args = [...bases, `REVISION=${revision}`].flatMap((one) => ['--build-arg', one]);
    build([...args, ...registryOf(folder), '--tag', IMAGE, '--file', pathOf('Containerfile'), root]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Bytes of the image, and those of them that its base has not. */
export function sizes(): { all: number; beside: number } {
  const sizeOf = (name: string) =>
    Number(saidBy('podman', ['image', 'inspect', '--format', '{{.Size}}', name]));
  const all = sizeOf(IMAGE);
  return { all, beside: all - sizeOf(RUNNING) };
}

/** Where packages come from, and whom this machine trusts for it, as secrets of the build. */
function registryOf(folder: string): string[] {
  const lines = [`registry=${saidBy('npm', ['config', 'get', 'registry'])}`];
  const file = saidBy('npm', ['config', 'get', 'cafile']);
  const trusted = file !== 'null' && file !== '';
  if (trusted) lines.push('cafile=/run/secrets/ca');
  const settings = join(folder, 'npmrc');
  writeFileSync(settings, `${lines.join('\n')}\n`);
  return ['--secret', `id=npmrc,src=${settings}`, ...(trusted ? ['--secret', `id=ca,src=${file}`] : [])];
}

// By chroot no daemon and no right to make namespaces is needed; the other format keeps no health check.
function build(words: readonly string[]): void {
  saidBy('buildah', ['build', '--isolation', 'chroot', '--format', 'docker', ...words]);
}
