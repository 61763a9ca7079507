import { type ChildProcess, spawn } from 'node:child_process';
import type { StandIn } from '#bot/demo/standIn/standIn.ts';
import { pathOf } from '#test/support/repository.ts';

/** How a command line ended. */
export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** The settings with which a deployment is connected to a stand-in. */
export function settingsFor(standIn: StandIn, file: string, key: string): Record<string, string> {
  return {
    SQLITE_FILE: file,
    PARTNER_CENTER_CLIENT_ID: standIn.clientId,
    PARTNER_CENTER_TOKEN_KEY: key,
    PARTNER_CENTER_API_URL: standIn.apiUrl,
    PARTNER_CENTER_WEBHOOKS_URL: standIn.webhooksUrl,
    PARTNER_CENTER_AUTHORITY: standIn.authority,
    PARTNER_CENTER_CA_FILE: standIn.caFile,
  };
}

/**
 * Runs a command line of bot/connecting as npm does, as a process of its own, without a terminal. `watch` sees what it has
 * said so far each time it says more.
 */
export function runCommand(
  name: 'connect' | 'disconnect' | 'webhooks',
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
  watch: (said: string, child: ChildProcess) => void = () => {},
): Promise<Ended> {
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const env = { PATH, NODE_COMPILE_CACHE, ...settings };
  const program = pathOf(`bot/connecting/${name}.ts`);
  const child = spawn(process.execPath, [program, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout.on('data', (text: Buffer) => {
    out += text;
    watch(out, child);
  });
  child.stderr.on('data', (text: Buffer) => {
    err += text;
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, err })));
}
