import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import { CONNECTION_ID, type ConnectionRecord } from '#app/sync/connectionRecord.ts';
import { type StandIn, startStandIn } from '#bot/demo/standIn/standIn.ts';
import type { AnyDocumentStore } from '#ports/documents.ts';
import { type BotProcess, startBotProcess } from '#test/support/bot/botProcess.ts';
import {
  type FakeTeams,
  type Place,
  startFakeTeams,
  TENANT,
  type TestPerson,
} from '#test/support/bot/fakeTeams.ts';
import { intakeApi, until } from '#test/support/bot/startBot.ts';
import { CONTOSO_KEY, temporaryFile, twoOrganizations } from '#test/support/organization/organizations.ts';
import { inbound } from '#test/support/referral/referrals.ts';
import { runCommand, settingsFor } from '#test/support/sync/connectingCommands.ts';
import { vaultKey } from '#test/support/sync/signedInStore.ts';
import { acceptEntries } from './accepting.ts';
import type { Recorder } from './frame/figure.ts';
import { watchMemory } from './memory.ts';
import { countRequests } from './partnerCenterRequests.ts';
import { quantile } from './quantile.ts';

const IMPORTED = 5_000;
const PRESSED_MEANWHILE = 60;
const CHANGES = 20;
const ACCEPTS = 40;
/** Seconds between two looks for changes. */
const POLL = 5;
const PATIENCE = 10 * 60_000;

/** A bot in a process of its own; Partner Center, by https, and Teams are in the one that measures. */
interface World {
  bot: BotProcess;
  standIn: StandIn;
  store: AnyDocumentStore;
  settings: Readonly<Record<string, string>>;
  teams: FakeTeams;
  anna: TestPerson;
  chat: Place;
}

/** The first import, how soon each side has what changes on the other one, and what Partner Center is asked for it. */
export async function benchPartnerCenter(record: Recorder, largest: number): Promise<void> {
  const seed = Array.from({ length: Math.min(IMPORTED, largest) }, (_, number) => decidedLongAgo(number));
  const waiting = Array.from({ length: PRESSED_MEANWHILE }, () => inbound());
  await inWorld([...seed, ...waiting], async (world) => {
    await firstImport(record, world, waiting);
    await changes(record, world, 'polling');
    world.standIn.webhooks.register(`${world.bot.url}/api/partner-center/webhooks/contoso`);
    await changes(record, world, 'webhook');
    await accepts(record, world);
  });
  await countRequests(record);
}

async function inWorld(
  seed: readonly Record<string, unknown>[],
  measure: (world: World) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cosell-bench-'));
  const file = join(folder, 'bench.db');
  const standIn = await startStandIn({ autoApprove: true, seed });
  const settings = {
    ...settingsFor(standIn, file, vaultKey()),
    PARTNER_CENTER_POLL_SECONDS: String(POLL),
    PARTNER_CENTER_CERTIFICATE_HOSTS: new URL(standIn.authority).host,
  };
  const organizations = await temporaryFile(alwaysAtWork(standIn.tenantId));
  const bot = await startBotProcess(file, organizations.path, settings);
  const store = openSqliteStore({ file });
  const teams = await startFakeTeams();
  teams.messagesUrl = `${bot.url}/api/messages`;
  const anna = teams.person('Anna Berg');
  const chat = teams.chatOf(anna);
  try {
    await teams.install(anna, chat);
    const connecting = { ...settings, ORGANIZATIONS_FILE: organizations.path };
    await measure({ bot, standIn, store, settings: connecting, teams, anna, chat });
  } finally {
    await bot.kill();
    await Promise.all([store.close(), teams.close(), standIn.close(), organizations.remove()]);
    rmSync(folder, { recursive: true });
  }
}

/** One company in which people always work, so that it is looked for changes as in working hours whenever this is run. */
function alwaysAtWork(tenantId: string): { organizations: object[] } {
  const { organizations } = twoOrganizations([
    { email: 'anna.berg@contoso.example', role: 'referrals-admin' },
  ]);
  const workingHours = { timeZone: 'UTC', start: '00:00', end: '23:59', days: [1, 2, 3, 4, 5, 6, 7] };
  return {
    organizations: organizations.slice(0, 1).map((one) => ({
      ...one,
      // The first one is that of the sign-in.
      tenantIds: [tenantId, TENANT],
      workingHours,
    })),
  };
}

/** From signing in to the end of the import; meanwhile somebody accepts, one after the other, what came before it. */
async function firstImport(
  record: Recorder,
  world: World,
  waiting: readonly Record<string, unknown>[],
): Promise<void> {
  const { bot, store, settings, teams, chat } = world;
  const { intake } = intakeApi(() => bot.url);
  for (const referral of waiting) await intake(referral, CONTOSO_KEY);
  await until('the cards', () => teams.in(chat).length >= waiting.length, PATIENCE);
  const memory = watchMemory(bot.url);
  await wait(1_000);
  const before = memory.megabytes();
  const connected = await runCommand('connect', ['contoso', '--yes'], settings);
  if (connected.code !== 0) throw new Error(connected.err);
  const connection = async () =>
    (await store.read<ConnectionRecord>('contoso', CONNECTION_ID))?.body as ConnectionRecord;
  await until('it begins', async () => {
    const { importing, imported } = await connection();
    return (importing?.read ?? 0) > 0 || imported;
  });
  const firstPage = (await connection()).importing?.read ?? 0;
  const start = performance.now();
  let over = false;
  const pressing = pressUntil(world, waiting, () => over);
  const { imported } = await until(
    'the import',
    async () => {
      const state = await connection();
      return state.imported && state;
    },
    PATIENCE,
  );
  const seconds = (performance.now() - start) / 1000;
  over = true;
  const times = await pressing;
  memory.stop();
  const read = imported?.read ?? 0;
  record.figure('first import', (read - firstPage) / seconds, '/s', read);
  record.figure('memory before the first import', before, 'MB');
  record.figure('memory at most during the first import', memory.megabytes(), 'MB', read);
  record.times('a press (accept) during the first import', times);
}

async function pressUntil(
  { teams, anna, chat }: World,
  waiting: readonly Record<string, unknown>[],
  isOver: () => boolean,
): Promise<number[]> {
  const times: number[] = [];
  for (const referral of waiting) {
    if (isOver()) break;
    const start = performance.now();
    await teams.press(anna, chat, 'referral.accept', acceptEntries(referral));
    times.push(performance.now() - start);
    await wait(500);
  }
  return times;
}

async function changes(record: Recorder, world: World, by: 'polling' | 'webhook'): Promise<void> {
  const { standIn, teams, chat } = world;
  const referral = await arrives(world);
  const [times, handling]: [number[], number[]] = [[], []];
  for (let number = 0; number < CHANGES; number++) {
    // At different moments between two looks, and below Teams' limit of messages per chat.
    await wait(600 + (by === 'polling' ? (POLL * 1_000 * number) / CHANGES : 0));
    const name = `Renamed ${by} ${number}`;
    const [asked, start] = [standIn.requests.length, performance.now()];
    const begun = Date.now();
    standIn.state.change(String(referral.id), (one) => {
      one.name = name;
    });
    await until('the edited card', () => JSON.stringify(teams.in(chat).slice(-5)).includes(name));
    const took = performance.now() - start;
    times.push(took);
    const look = standIn.requests.slice(asked).find(({ path }) => path.endsWith('/referrals'));
    if (look) handling.push(took - (Date.parse(look.at) - begun));
  }
  const looked = by === 'polling' ? `a look every ${POLL} s` : 'a webhook';
  record.times(`from a change there to the edited card, by ${looked}`, times);
  if (by === 'polling') record.figure('of which from the look to the card', quantile(handling, 0.5), 'ms');
}

async function accepts(record: Recorder, world: World): Promise<void> {
  const { standIn, teams, anna, chat } = world;
  const [pressed, arrived]: [number[], number[]] = [[], []];
  for (let number = 0; number < ACCEPTS; number++) {
    const referral = await arrives(world);
    await wait(600);
    const start = performance.now();
    const there = until('it is accepted there', () => {
      return standIn.state.get(String(referral.id))?.substatus === 'Accepted';
    });
    await teams.press(anna, chat, 'referral.accept', acceptEntries(referral));
    pressed.push(performance.now() - start);
    await there;
    arrived.push(performance.now() - start);
  }
  record.times('a press (accept) to its answer, connected', pressed);
  record.times('from the press to its arrival in Partner Center', arrived);
}

/** A referral that Microsoft sends and whose card has come. */
async function arrives({ standIn, teams, chat }: World): Promise<Record<string, unknown>> {
  const now = new Date().toISOString();
  const referral = inbound({ createdDateTime: now, updatedDateTime: now });
  standIn.state.put(referral);
  const id = String(referral.id);
  await until('its card', () => JSON.stringify(teams.in(chat).slice(-5)).includes(id));
  return referral;
}

function decidedLongAgo(number: number): Record<string, unknown> {
  const at = new Date(Date.now() - (IMPORTED - number) * 60_000).toISOString();
  return inbound({
    createdDateTime: at,
    updatedDateTime: at,
    status: 'Closed',
    substatus: number % 2 === 0 ? 'Won' : 'Lost',
    acceptedDateTime: at,
    closedDateTime: at,
    expirationDateTime: null,
  });
}
