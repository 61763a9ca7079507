import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '#test/support/repository.ts';
import { KEY } from './startBot.ts';

/** The bot as a process of its own, which can be ended without warning. */
export interface BotProcess {
  url: string;
  pid: number;
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
  /** SIGTERM; resolves with the exit code. */
  terminate(): Promise<number | null>;
}

/**
 * Starts bot/main.ts on the file as `npm start` does and waits until it listens; with `organizations` that file counts.
 * `onLine` hears what it writes from then on. `home` is the checkout it runs from, where it is another than this one.
 */
export async function startBotProcess(
  file: string,
  organizations?: string,
  settings: Readonly<Record<string, string>> = {},
  onLine: (line: string) => void = () => undefined,
  home = root,
): Promise<BotProcess> {
  const main = join(home, 'bot/main.ts');
  // With the same options for its memory as the command has.
  const { scripts } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  const options = String(scripts.start).match(/--\S+/g) ?? [];
  const rights = organizations ? { ORGANIZATIONS_FILE: organizations } : { INTAKE_KEY: KEY };
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const env = {
    PATH,
    NODE_COMPILE_CACHE,
    PORT: '0',
    SQLITE_FILE: file,
    LOG_LEVEL: 'silent',
    ...rights,
    ...settings,
  };
  const child = spawn(process.execPath, [...options, main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const url = await addressOf(child);
  createInterface({ input: child.stdout ?? process.stdin }).on('line', onLine);
  return {
    url,
    pid: child.pid ?? 0,
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
    terminate() {
      child.kill('SIGTERM');
      return gone;
    },
  };
}

/** Where a process listens, from what it prints. */
export function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  let found = false;
  return new Promise((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      // What comes later is not kept: it may be a lot.
      if (found) return;
      said += chunk;
      const address = /Listening on (http:\/\/\S+)/.exec(said)?.[1];
      found = address !== undefined;
      if (address) resolve(address);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`the bot did not start: ${said}`)));
  });
}
