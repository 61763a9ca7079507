import { existsSync, readFileSync } from 'node:fs';

/** Milliseconds for which a process was at work until now; undefined where Linux does not say. */
export function processorTime(pid: number): number | undefined {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return undefined;
  // What stands before the last bracket is the name, which may hold anything.
  const [, fields = ''] = readFileSync(file, 'utf8').split(') ');
  const [user, system] = fields.split(' ').slice(11, 13).map(Number);
  return 10 * ((user ?? 0) + (system ?? 0));
}
