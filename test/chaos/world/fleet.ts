import { pathToFileURL } from 'node:url';
import { type BotProcess, startBotProcess } from '#test/support/bot/botProcess.ts';
import { pathOf, root } from '#test/support/repository.ts';

/** One life of one process: from its start until it ended, or until now. */
export interface Life {
  /** As its calls say, such as `2.5`: the fifth life of the second process. */
  name: string;
  /** When it ended without warning. */
  killedAt?: number;
  /** When it was told to end, and did. */
  endedAt?: number;
  /** When it stood still, longer than a lease. */
  stills: { from: number; to: number }[];
  /** What it said it could not write down, because the store was away: when, and of which document. */
  unwritten: { at: number; partition: string; id: string }[];
  /** The calls whose answers it heard. */
  heard: Set<string>;
}

/** Processes of a bot that share a store, each of which may end at any time. */
export interface Fleet {
  lives: readonly Life[];
  /** Addresses of those that live. */
  urls(): readonly string[];
  kill(which: number): Promise<void>;
  terminate(which: number): Promise<void>;
  /** Has a process stand still for that many milliseconds. */
  still(which: number, milliseconds: number): Promise<void>;
  start(which: number): Promise<void>;
  close(): Promise<void>;
}

export interface FleetPlan {
  count: number;
  /** How many times as fast as ours their time runs. */
  speed: number;
  since: number;
  file: string;
  organizations: string;
  /** A checkout of another version, with its packages: each process is of the one and of the other by turns. */
  beside?: string | undefined;
  /** Settings of one process. */
  settings: (which: number) => Readonly<Record<string, string>>;
}

/** Takes down which answers were heard, and that something could not be written. */
function hear(life: Life, line: string): void {
  if (line.startsWith('{"heard"')) {
    life.heard.add((JSON.parse(line) as { heard: string }).heard);
    return;
  }
  if (!line.includes('store-unavailable') && !line.includes('contention')) return;
  const { event, partition, id } = JSON.parse(line) as Record<string, string>;
  if (event === 'work' && partition && id) life.unwritten.push({ at: Date.now(), partition, id });
}

const STARTS = 20;

/** A process that finds the store away ends, and whoever runs it starts it again. */
async function started(start: () => Promise<BotProcess>): Promise<BotProcess> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await start();
    } catch (error) {
      const away = /the store is away|does not answer|is locked/.test(String(error));
      if (!away || attempt >= STARTS) throw error;
    }
  }
}

export async function startFleet(plan: FleetPlan): Promise<Fleet> {
  const running = new Map<number, { bot: BotProcess; life: Life }>();
  const lives: Life[] = [];
  const preload = pathToFileURL(pathOf('test/chaos/fastTime.ts')).href;

  const start = async (which: number) => {
    const number = lives.filter(({ name }) => name.startsWith(`${which}.`)).length + 1;
    const life: Life = { name: `${which}.${number}`, stills: [], unwritten: [], heard: new Set() };
    lives.push(life);
    const settings = {
      NODE_OPTIONS: `--import ${preload}`,
      CHAOS_SPEED: String(plan.speed),
      CHAOS_SINCE: String(plan.since),
      CHAOS_PROCESS: life.name,
      LOG_LEVEL: 'error',
      DRAIN_SECONDS: '0',
      // A minute or so after it came.
      REMINDER_HOURS: '1.02',
      ...plan.settings(which),
    };
    const home = plan.beside !== undefined && (which + number) % 2 === 0 ? plan.beside : root;
    const bot = await started(() =>
      startBotProcess(plan.file, plan.organizations, settings, (line) => hear(life, line), home),
    );
    running.set(which, { bot, life });
  };
  const taken = (which: number) => {
    const found = running.get(which);
    running.delete(which);
    return found;
  };

  const fleet: Fleet = {
    lives,
    urls: () => [...running.values()].map(({ bot }) => bot.url),
    start,
    async kill(which) {
      const found = taken(which);
      if (!found) return;
      found.life.killedAt = Date.now();
      await found.bot.kill();
    },
    async terminate(which) {
      const found = taken(which);
      if (!found) return;
      await found.bot.terminate();
      found.life.endedAt = Date.now();
    },
    async still(which, milliseconds) {
      const found = running.get(which);
      if (!found) return;
      const from = Date.now();
      process.kill(found.bot.pid, 'SIGSTOP');
      await new Promise((resolve) => {
        setTimeout(resolve, milliseconds);
      });
      process.kill(found.bot.pid, 'SIGCONT');
      found.life.stills.push({ from, to: Date.now() });
    },
    async close() {
      await Promise.all([...running.values()].map(({ bot }) => bot.kill()));
      running.clear();
    },
  };
  // The first alone, because it makes the store's tables.
  await start(1);
  await Promise.all(Array.from({ length: plan.count - 1 }, (_, number) => start(number + 2)));
  return fleet;
}
