import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { addressOf } from '#test/support/bot/botProcess.ts';
import { pathOf } from '#test/support/repository.ts';
import type { Load, Loaded } from './loading.ts';

/** A bot that only echoes, in a process of its own. */
export interface Echo {
  url: string;
  pid: number;
  end(): Promise<void>;
}

export async function startEcho(file: string): Promise<Echo> {
  const child = started(file, 'ignore');
  const gone = once(child, 'exit');
  return {
    url: await addressOf(child),
    pid: child.pid ?? 0,
    async end() {
      child.kill();
      await gone;
    },
  };
}

/** Sends it from a process of its own, so that making load costs nobody who is measured; throws if an answer was no card. */
export async function load(what: Load): Promise<Loaded> {
  const child = started('load.child.ts', 'pipe');
  child.stdin?.end(JSON.stringify(what));
  const [said] = await Promise.all([child.stdout ? text(child.stdout) : '', once(child, 'exit')]);
  const loaded = JSON.parse(said) as Loaded;
  if (loaded.wrong > 0 || loaded.times.length === 0)
    throw new Error(`${loaded.wrong} of ${loaded.times.length} answers were no card`);
  return loaded;
}

function started(file: string, stdin: 'ignore' | 'pipe'): ChildProcess {
  const program = pathOf(`test/bench/accept/${file}`);
  return spawn(process.execPath, [program], { stdio: [stdin, 'pipe', 'inherit'] });
}
