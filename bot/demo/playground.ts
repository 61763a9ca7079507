import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export interface Playground {
  url: string;
  port: number;
  /** Resolves when its process has ended, for whatever reason. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

const START_DEADLINE = 60_000;
const STOP_DEADLINE = 3_000;

/**
 * Starts the Microsoft 365 Agents Playground against a bot, with the people and places of a configuration file.
 * It takes another port by itself where the wished one is taken, so its own word on the port counts.
 */
export function startPlayground(options: {
  messagesUrl: string;
  configFile: string;
  port: number;
  logFile: string;
  /** Where its people are; otherwise where this machine is. */
  timeZone?: string;
}): Promise<Playground> {
  const require = createRequire(import.meta.url);
  const root = dirname(require.resolve('@microsoft/m365agentsplayground/package.json'));
  mkdirSync(dirname(options.logFile), { recursive: true });
  const child: ChildProcess = spawn(
    process.execPath,
    [
      ...['--import', new URL('./loopback.ts', import.meta.url).href],
      join(root, 'cli.js'),
      'start',
      ...['-e', options.messagesUrl],
      ...['-c', 'msteams'],
      ...['-p', String(options.port)],
      '--disable-telemetry',
    ],
    {
      env: {
        ...process.env,
        TEAMSAPPTESTER_BROWSER: 'none',
        ...(options.timeZone && { TZ: options.timeZone }),
        M365_AGENTS_PLAYGROUND_LOGFILE: options.logFile,
        M365_AGENTS_PLAYGROUND_CONFIG_PATH: options.configFile,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const kill = () => child.kill('SIGKILL');
  // However this process ends, the other one does not stay behind.
  process.once('exit', kill);
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => {
      process.off('exit', kill);
      resolve();
    });
  });
  const stop = async () => {
    child.kill();
    const patience = setTimeout(kill, STOP_DEADLINE);
    await ended;
    clearTimeout(patience);
  };
  return new Promise((resolve, reject) => {
    const fail = (why: string) => {
      clearTimeout(timer);
      kill();
      reject(new Error(`the Agents Playground did not start: ${why}; see ${options.logFile}`));
    };
    const timer = setTimeout(() => fail('it took too long'), START_DEADLINE);
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const port = /Listening on (\d+)/.exec(output)?.[1];
      if (!port) return;
      clearTimeout(timer);
      resolve({ url: `http://localhost:${port}`, port: Number(port), ended, stop });
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code) => fail(`it ended with code ${code}`));
  });
}
