import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type FakeTeams, startFakeTeams } from '#test/support/bot/fakeTeams.ts';
import { check } from './check/check.ts';
import type { Evidence } from './check/evidence.ts';
import { connectorFaults } from './world/connectorFaults.ts';
import { befall } from './world/faultPlan.ts';
import { startFleet } from './world/fleet.ts';
import { startLoad } from './world/load.ts';
import { organizations, type Reader, readersIn } from './world/people.ts';
import { comeToRest } from './world/rest.ts';
import { cosmosStore, fileStore } from './world/stores.ts';

export interface ChaosOptions {
  seed: number;
  /** How long things go wrong; setting up and coming to rest take their own time. */
  seconds: number;
  processes: number;
  cosmos: boolean;
  /** How many times as fast as ours the bots' time runs. */
  speed: number;
  /** A checkout of another version that works on the same store. */
  beside?: string | undefined;
}

/** What was found, and what it is worth: how much was done and befell. */
export interface ChaosResult {
  complaints: string[];
  evidence: Evidence;
  counts: Readonly<Record<string, number>>;
}

const LEASE = 60_000;
const PATIENCE = 120_000;

/** Has a fleet of bots work while everything goes wrong, lets it come to rest, and checks what is left. */
export async function runChaos({
  seed,
  seconds,
  processes,
  cosmos,
  speed,
  beside,
}: ChaosOptions): Promise<ChaosResult> {
  const folder = await mkdtemp(join(tmpdir(), 'cosell-chaos-'));
  const [file, listed] = [join(folder, 'store.db'), join(folder, 'organizations.json')];
  await writeFile(listed, JSON.stringify(organizations()));
  const since = Date.now();
  const now = () => new Date(since + (Date.now() - since) * speed);
  const teams = await startFakeTeams();
  const readers = readersIn(teams);
  const store = cosmos ? await cosmosStore(seed) : fileStore(file);
  const plan = { count: processes, speed, since, file, organizations: listed, beside };
  const fleet = await startFleet({ ...plan, settings: (which) => store.settings(which) });
  try {
    await install(teams, readers, fleet.urls()[0] ?? '');
    const connector = connectorFaults(seed);
    teams.disturb = connector.disturb;
    const patience = 15_000 / speed;
    const load = startLoad({ teams, readers, urls: () => fleet.urls(), store, now, patience, seed });
    connector.chance = 0.15;
    store.disturb(0.05);
    const trouble = new AbortController();
    const befalling = befall({ fleet, store, lease: LEASE / speed, count: processes, seed }, trouble.signal);
    await wait(seconds * 1_000);
    trouble.abort();
    const befallen = await befalling;
    await load.end();
    connector.chance = 0;
    store.disturb(0);
    const left = await comeToRest(
      () => store.everything(),
      now,
      () => connector.log.length,
      PATIENCE,
    );
    const evidence: Evidence = {
      ...load,
      ...befallen,
      lives: fleet.lives,
      calls: connector.log,
      stored: await store.everything(),
      messages: teams.messages.map(({ id, conversationId, activity }) => ({
        id,
        conversation: conversationId,
        content: activity,
      })),
      conversations: readers.flatMap(({ organization, places }) =>
        places.map(({ conversationId: conversation }) => ({ conversation, organization })),
      ),
    };
    const unrest = left.map(({ partition, id, dueAt }) => `never at rest: ${partition} ${id}, due ${dueAt}`);
    return { complaints: [...unrest, ...check(evidence)], evidence, counts: countsOf(evidence, befallen) };
  } finally {
    await fleet.close();
    await store.close();
    await teams.close();
    await rm(folder, { recursive: true });
  }
}

async function install(teams: FakeTeams, readers: readonly Reader[], url: string): Promise<void> {
  teams.messagesUrl = `${url}/api/messages`;
  for (const { person, places } of readers) {
    for (const place of places) await teams.install(person, place);
  }
  const [anna] = readers;
  const channel = anna?.places[1];
  if (anna && channel) await teams.press(anna.person, channel, 'channel.on', {});
}

function countsOf(
  { acknowledged, calls, messages, stored, lives }: Evidence,
  { kills, ends, stills, aways }: Awaited<ReturnType<typeof befall>>,
): Record<string, number> {
  const told = Object.groupBy(acknowledged, ({ what }) => what);
  return {
    ...Object.fromEntries(Object.entries(told).map(([what, those]) => [what, those?.length ?? 0])),
    documents: stored.length,
    messages: messages.length,
    calls: calls.length,
    refused: calls.filter(({ answered }) => answered === 'refused').length,
    astray: calls.filter(({ answered }) => answered === 'lost').length,
    ...{ kills, ends, stills, aways: aways.length },
    unwritten: lives.reduce((sum, { unwritten }) => sum + unwritten.length, 0),
  };
}
