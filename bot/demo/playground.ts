import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export interface Playground {
  url: string;
  stop(): void;
}

const START_DEADLINE = 60_000;

/**
 * Starts the Microsoft 365 Agents Playground against a bot, with the people and places of a configuration file.
 * It takes another port by itself where the wished one is taken, so its own word on the port counts.
 */
export function startPlayground(options: {
  messagesUrl: string;
  configFile: string;
  port: number;
  logFile: string;
}): Promise<Playground> {
  const require = createRequire(import.meta.url);
  const root = dirname(require.resolve('@microsoft/m365agentsplayground/package.json'));
  const child: ChildProcess = spawn(
    process.execPath,
    [
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
        M365_AGENTS_PLAYGROUND_LOGFILE: options.logFile,
        M365_AGENTS_PLAYGROUND_CONFIG_PATH: options.configFile,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  return new Promise((resolve, reject) => {
    const fail = (why: string) => {
      child.kill();
      reject(new Error(`The Agents Playground did not start: ${why}; see ${options.logFile}`));
    };
    const timer = setTimeout(() => fail('it took too long'), START_DEADLINE);
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const port = /Listening on (\d+)/.exec(output)?.[1];
      if (!port) return;
      clearTimeout(timer);
      resolve({ url: `http://localhost:${port}`, stop: () => child.kill() });
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`it ended with code ${code}`);
    });
  });
}
