import { statSync } from 'node:fs';
import { about, type Finding } from './finding.ts';

const { ok, warning, wrong } = about('files');

/** A file that the bot lives by. */
export interface KeptFile {
  path: string;
  what: string;
  /** Nobody else on the machine should read it. */
  isPrivate: boolean;
}

const OTHERS_WRITE = 0o002;
const OTHERS_READ = 0o004;

/** Who else on the machine may read or change them; those that are not there are told elsewhere. */
export function lookAtFiles(files: readonly KeptFile[]): Finding[] {
  // Windows has no such rights.
  if (process.platform === 'win32') return [];
  const there = files.flatMap((file) => {
    const mode = modeOf(file.path);
    return mode === undefined ? [] : [{ ...file, mode }];
  });
  const amiss = there.flatMap(({ path, what, isPrivate, mode }) => [
    ...(mode & OTHERS_WRITE
      ? [wrong(`${path} (${what}): everybody on this machine may change it; chmod o-w ${path}`)]
      : []),
    ...(isPrivate && mode & OTHERS_READ
      ? [warning(`${path} (${what}): everybody on this machine may read it; chmod o-r ${path}`)]
      : []),
  ]);
  if (there.length === 0 || amiss.length > 0) return amiss;
  return [ok(`out of reach of others: ${there.map(({ path }) => path).join(', ')}`)];
}

/** Undefined where it is not there, or lies where this user may not look. */
function modeOf(path: string): number | undefined {
  try {
    return statSync(path).mode;
  } catch {
    return undefined;
  }
}
