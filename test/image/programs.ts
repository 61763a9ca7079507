import { spawnSync } from 'node:child_process';

/** What the smoke test needs beside Node; packages of Debian, each named as its program. */
const needed = ['buildah', 'podman', 'debootstrap'];

/** Those of them that this machine lacks. */
export function missingPrograms(): string[] {
  return needed.filter((program) => !isThere(program));
}

export function isThere(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
}

/** What a program writes; throws with what it complained of where it fails. */
export function saidBy(program: string, words: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, words, { encoding: 'utf8', maxBuffer: 64e6 });
  if (status !== 0) {
    const complaint = stderr.trim().split('\n').slice(-12).join('\n');
    throw new Error(`${program} ${words.slice(0, 3).join(' ')} … ended with ${status}:\n${complaint}`);
  }
  return stdout.trim();
}

/** All that a program writes, however it ends. */
export function anythingSaidBy(program: string, words: readonly string[]): string {
  const { stdout, stderr } = spawnSync(program, words, { encoding: 'utf8' });
  return stdout + stderr;
}

/** Whether it ends well. */
export function succeeds(program: string, words: readonly string[]): boolean {
  return spawnSync(program, words, { stdio: 'ignore' }).status === 0;
}
