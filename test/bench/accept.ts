import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBotProcess } from '#test/support/bot/botProcess.ts';
import { type FakeTeams, startFakeTeams } from '#test/support/bot/fakeTeams.ts';
import { KEY } from '#test/support/bot/startBot.ts';
import { load, startEcho } from './accept/children.ts';
import { acceptances, echoes, type Presser } from './accept/presses.ts';
import { middle, type Round, round, type Side } from './accept/sides.ts';
import { whileOthersAreTold } from './accept/whileOthersAreTold.ts';
import type { Recorder } from './frame/figure.ts';

/** What the bot is compared with: each answers a press with a small card that says what was pressed. */
const libraries = {
  'botbuilder echo': 'echoBotbuilder.child.ts',
  'agents-hosting echo': 'echoAgents.child.ts',
  'teams.apps echo': 'echoTeamsApps.child.ts',
};
const OURS = 'Accept';
const ROUNDS = 3;
const ACCEPTS = 300;
const ECHOES = 1_500;
const A_SECOND = 200;
const PACED = 1_000;

/**
 * *Accept* on a store in a file, answered with the card, beside bots that only echo: each in a process of its own, warm,
 * sixteen at a time from yet another process, in turns, so that what else the machine does meets all of them.
 */
export async function benchAccept(record: Recorder): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cosell-bench-accept-'));
  const bot = await startBotProcess(join(folder, 'bench.db'));
  const teams = await startFakeTeams();
  const others = await Promise.all(Object.values(libraries).map(startEcho));
  try {
    const presser = await installed(bot.url, teams);
    const ours: Side = {
      ...bot,
      name: OURS,
      presses: (count) => acceptances(presser, count),
      amount: ACCEPTS,
    };
    const sides: Side[] = Object.keys(libraries).flatMap((name, at) => {
      const other = others[at];
      const presses = async (count: number) => echoes(presser, count);
      return other ? [{ ...other, name, presses, amount: ECHOES }] : [];
    });
    compare(record, await inTurns([ours, ...sides]));
    const bodies = await acceptances(presser, PACED);
    const url = `${bot.url}/api/messages`;
    const paced = await load({ url, bodies, amount: PACED, connections: 64, rate: A_SECOND });
    record.times(`${OURS}, ${A_SECOND} a second`, paced.times);
  } finally {
    await Promise.all([bot.kill(), ...others.map((one) => one.end())]);
    await teams.close();
    rmSync(folder, { recursive: true });
  }
  await whileOthersAreTold(record);
}

async function installed(url: string, teams: FakeTeams): Promise<Presser> {
  teams.messagesUrl = `${url}/api/messages`;
  const person = teams.person('Anna Berg');
  await teams.install(person, teams.chatOf(person));
  return { url, teams, person, key: KEY };
}

/** Rounds of each side; the first, in which all get warm, does not count. */
async function inTurns(sides: readonly Side[]): Promise<Map<string, Round[]>> {
  const rounds = new Map<string, Round[]>(sides.map(({ name }) => [name, []]));
  for (let number = 0; number <= ROUNDS; number++) {
    for (const side of sides) {
      const one = await round(side);
      if (number > 0) rounds.get(side.name)?.push(one);
    }
  }
  return rounds;
}

function compare(record: Recorder, rounds: ReadonlyMap<string, Round[]>): void {
  for (const [name, all] of rounds) {
    record.figure(`${name}, 16 at a time`, middle(all, 'perSecond'), '/s');
    record.figure(`${name}, 16 at a time, median`, middle(all, 'median'), 'ms');
    record.figure(`${name}, 16 at a time, 99 %`, middle(all, 'p99'), 'ms');
    const processor = middle(all, 'processor');
    if (!Number.isNaN(processor)) record.figure(`${name}, processor time of one`, processor, 'ms');
  }
  const ours = rounds.get(OURS) ?? [];
  for (const name of Object.keys(libraries)) {
    // Each round by itself: the machine was as busy for one as for the other.
    const ratios = (rounds.get(name) ?? []).map((one, at) => ({
      ...one,
      perSecond: (ours[at]?.perSecond ?? 0) / one.perSecond,
    }));
    record.figure(`${OURS}s for each answer of the ${name}`, middle(ratios, 'perSecond'), 'ratio');
  }
}
