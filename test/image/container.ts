import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { IMAGE } from './building.ts';
import { anythingSaidBy, isThere, saidBy } from './programs.ts';

/** The bot in a container that runs. */
export interface Container {
  url: string;
  /** Milliseconds from the command to the line that says it listens. */
  startedAfter: number;
  /** Runs Node in it, and gives back what that writes. */
  node(words: readonly string[], settings?: Readonly<Record<string, string>>): string;
  /** The same of a program that may end in any way. */
  anything(words: readonly string[]): string;
  /** Sends SIGTERM, as whoever stops containers does. */
  terminate(): void;
  /** Its exit code. */
  ended: Promise<number>;
}

interface Given {
  name: string;
  port: number;
  volume: string;
  /** Path of the file with the intake key. */
  key: string;
}

// Less than what engines give, which whoever builds this may not be allowed to give.
const limits = ['--ulimit', 'nofile=1024:1024', '--ulimit', 'nproc=1024:1024'];
// crun, which comes first, refuses some machines that runc serves.
const runtime = isThere('runc') ? ['--runtime', 'runc'] : [];

/** Starts it as the guide says: nothing can be written but the volume, no rights, and the secret in a file. */
export async function startContainer({ name, port, volume, key }: Given): Promise<Container> {
  const closed = [
    '--read-only',
    '--read-only-tmpfs=false',
    '--cap-drop=all',
    '--security-opt=no-new-privileges',
  ];
  const settings = [`PORT=${port}`, 'INTAKE_KEY_FILE=/secrets/intake-key', 'LOG_LEVEL=warn'];
  const child = spawn('podman', [
    ...runtime,
    ...['run', '--rm', '--name', name, '--network', 'host', ...limits, ...closed],
    ...['--volume', `${volume}:/data`, '--volume', `${key}:/secrets/intake-key:ro`],
    ...settings.flatMap((one) => ['--env', one]),
    IMAGE,
  ]);
  const from = performance.now();
  const ended = once(child, 'exit').then(([code]) => Number(code));
  await listening(child);
  return {
    url: `http://127.0.0.1:${port}`,
    startedAfter: performance.now() - from,
    node: (words, more = {}) => {
      const given = Object.entries(more).flatMap(([setting, value]) => ['--env', `${setting}=${value}`]);
      return saidBy('podman', [...runtime, 'exec', ...given, name, 'node', ...words]);
    },
    anything: (words) => anythingSaidBy('podman', [...runtime, 'exec', name, 'node', ...words]),
    terminate: () => void saidBy('podman', ['kill', '--signal', 'TERM', name]),
    ended,
  };
}

function listening(child: ChildProcess): Promise<void> {
  let said = '';
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk;
      if (/Listening on http/.test(said)) resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`the container did not start: ${said}`)));
  });
}
