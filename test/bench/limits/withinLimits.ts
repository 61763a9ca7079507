import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Recorder } from '#test/bench/frame/figure.ts';
import { watchMemory } from '#test/bench/memory.ts';
import { type BotProcess, startBotProcess } from '#test/support/bot/botProcess.ts';
import { intakeApi } from '#test/support/bot/startBot.ts';
import { inbound } from '#test/support/referral/referrals.ts';
import { writePeople } from './manyPeople.ts';
import { type StrictTeams, type StrictTeamsFacts, startStrictTeams } from './strictTeams.ts';

/** So many notices by default: a minute for each of the ways to send them. */
const NOTICES = 2_000;
const LONGEST = 15 * 60_000;

/**
 * One notice to each of many conversations, through a connector that takes 100 ms and refuses what is over the published
 * limits: by one process, by four on one store, and by a plain loop that awaits each send. A number asks for more notices.
 */
export async function benchWithinLimits(record: Recorder, largest: number): Promise<void> {
  const notices = largest < 1_000_000 ? largest : NOTICES;
  for (const processes of [1, 4]) await byProcesses(record, processes, notices);
  const teams = await startStrictTeams();
  for (let number = 0; number < 100; number++) {
    const url = `${teams.url}v3/conversations/a:${number}/activities`;
    await fetch(url, { method: 'POST', body: '{}' }).then((response) => response.text());
  }
  const { calls, lasted } = await teams.tell({});
  record.figure('a plain loop that awaits each: notices a second', calls / (lasted / 1_000), '/s');
  teams.close();
}

async function byProcesses(record: Recorder, processes: number, notices: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cosell-bench-'));
  const file = join(folder, 'bench.db');
  const teams = await startStrictTeams();
  await writePeople(
    file,
    teams.url,
    Array.from({ length: notices }, (_, number) => `person${number}`),
  );
  const bots: BotProcess[] = [];
  for (let one = 0; one < processes; one++) bots.push(await startBotProcess(file));
  const peaks = bots.map(({ url }) => watchMemory(url));
  try {
    await intakeApi(() => bots[0]?.url ?? '').intake(inbound({ team: [] }));
    const facts = await allSent(teams, notices);
    const who = processes === 1 ? 'one process' : `${processes} processes`;
    record.figure(`${who}: of 50 a second`, notices / (facts.lasted / 1_000) / 50, 'share', notices);
    record.figure(`${who}: most calls in a second`, facts.busiest, 'requests', notices);
    record.figure(`${who}: refused with 429`, facts.refused, 'requests', notices);
    const most = Math.max(...peaks.map(({ megabytes }) => megabytes()));
    record.figure(`${who}: memory of each at most`, most, 'MB', notices);
  } finally {
    for (const { stop } of peaks) stop();
    for (const bot of bots) await bot.kill();
    teams.close();
    rmSync(folder, { recursive: true });
  }
}

async function allSent(teams: StrictTeams, notices: number): Promise<StrictTeamsFacts> {
  const end = performance.now() + LONGEST;
  for (;;) {
    const facts = await teams.tell({});
    if (facts.conversations >= notices || performance.now() > end) return facts;
    await sleep(500);
  }
}
