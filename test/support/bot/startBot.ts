import { setTimeout as wait } from 'node:timers/promises';
import { systemClock, systemTicking } from '#adapters/system/clock.ts';
import { type Composed, compose, type Replacements } from '#bot/compose.ts';
import { readAllSettings, readConfig } from '#bot/config/config.ts';
import { listen } from '#bot/http/listening.ts';
import type { Clock } from '#ports/clock.ts';
import { type FakeTeams, startFakeTeams } from './fakeTeams.ts';

/** What waits for its turn at Teams is not what a test of something else waits for. */
const ALMOST_ALL = { within: 10, conversation: [] };

export const KEY = 'test-intake-key-0000';

export interface HttpAnswer {
  status: number;
  body: Record<string, unknown>;
}

/** A whole bot with a whole Teams beside it, both on free ports of this machine. */
export interface RunningBot {
  composed: Composed;
  teams: FakeTeams;
  url: string;
  intake(body: unknown, key?: string): Promise<HttpAnswer>;
  read(referralId: unknown, key?: string): Promise<HttpAnswer>;
  /** Ends the bot alone; its Teams goes on and can be given to the next one. */
  close(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a bot; with `teams` of an earlier one it finds people and chats as they were left. */
export async function startBot(
  settings: Readonly<Record<string, string>> = {},
  replaced: Replacements = {},
  earlier?: { teams: FakeTeams },
): Promise<RunningBot> {
  const env = {
    PORT: '0',
    ...(replaced.store || settings.SQLITE_FILE ? {} : { SQLITE_FILE: ':memory:' }),
    ...(settings.ORGANIZATIONS_FILE ? {} : { INTAKE_KEY: KEY }),
    TIME_ZONE: 'Europe/Berlin',
    LOG_LEVEL: 'silent',
    ...settings,
  };
  const reread = () => readAllSettings(env);
  const ticking = tickingWith(replaced.clock ?? systemClock);
  // No test asks Microsoft for a token.
  const proveApp = async () => undefined;
  const given = { newsWait: 0, teamsTakes: ALMOST_ALL, ticking, reread, proveApp, ...replaced };
  const composed = await compose(readConfig(env), given);
  await listen(composed.server, 0, '127.0.0.1');
  composed.worker.start();
  const url = `http://127.0.0.1:${composed.server.address().port}`;
  const teams = earlier?.teams ?? (await startFakeTeams());
  teams.messagesUrl = `${url}/api/messages`;
  const api = intakeApi(() => url);
  return {
    composed,
    teams,
    url,
    ...api,
    close: () => composed.close(),
    async stop() {
      await composed.close();
      await teams.close();
    },
  };
}

/** Where a test moves the clock, limits of calls move with it. */
function tickingWith(clock: Clock) {
  let latest = 0;
  const now = () => {
    latest = Math.max(latest, clock.now().getTime());
    return latest;
  };
  return { ...systemTicking, now };
}

/** The intake of a bot as another system uses it. */
export function intakeApi(url: () => string): Pick<RunningBot, 'intake' | 'read'> {
  const call = async (path: string, key: string, init: RequestInit = {}): Promise<HttpAnswer> => {
    const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' };
    const response = await fetch(`${url()}${path}`, { ...init, headers });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  return {
    intake: (body, key = KEY) => call('/api/referrals', key, { method: 'POST', body: JSON.stringify(body) }),
    read: (referralId, key = KEY) => call(`/api/referrals/${referralId}`, key),
  };
}

/**
 * Waits until something holds; throws with what it is about when it does not within `patience` ms: much longer than
 * anything takes, because a busy machine is no fault.
 */
export async function until<T>(
  what: string,
  find: () => T | undefined | false | Promise<T | undefined | false>,
  patience = 60_000,
): Promise<T> {
  const deadline = Date.now() + patience;
  for (;;) {
    const found = await find();
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`waited in vain: ${what}`);
    await wait(10);
  }
}
