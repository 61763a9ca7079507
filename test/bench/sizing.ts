import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type BotProcess, startBotProcess } from '#test/support/bot/botProcess.ts';
import { type FakeTeams, startFakeTeams, type TestPerson } from '#test/support/bot/fakeTeams.ts';
import { intakeApi } from '#test/support/bot/startBot.ts';
import { CONTOSO_KEY, temporaryFile, twoOrganizations } from '#test/support/organization/organizations.ts';
import { inbound } from '#test/support/referral/referrals.ts';
import { acceptEntries } from './accepting.ts';
import type { Recorder } from './frame/figure.ts';
import { watchMemory } from './memory.ts';

const SELLERS = [10, 100, 1000];
const REFERRALS = 100;
/** A decision is final after twenty seconds, and only then leaves its card. */
const UNTIL_FINAL = 25_000;
const QUIET = 10_000;

/** What one bot took. */
interface Taken {
  atRest: number;
  atMost: number;
  referralCpu: number;
  quietCpu: number;
  referralDisk: number;
}

/**
 * What a bot takes with so many sellers who have it installed: a process of its own on a file. Each referral comes in for
 * three of them, and one accepts it. The three run at once: what is measured is what each process
 * says of itself, and it says how much of the processor it had, not how long it waited for it.
 */
export async function benchSizing(record: Recorder, largest: number): Promise<void> {
  const sizes = SELLERS.filter((size) => size <= largest);
  const taken = await Promise.all(sizes.map(measure));
  for (const [index, size] of sizes.entries()) {
    const one = taken[index];
    if (!one) continue;
    record.figure('memory at rest, all sellers installed', one.atRest, 'MB', size);
    record.figure(`memory at most, ${REFERRALS} referrals at once`, one.atMost, 'MB', size);
    record.figure('processor for a referral, three cards, Accept and edits', one.referralCpu, 'ms', size);
    record.figure('processor for a quiet minute', one.quietCpu, 'ms', size);
    record.figure('disk for a referral', one.referralDisk, 'bytes', size);
  }
}

async function measure(sellers: number): Promise<Taken> {
  const folder = mkdtempSync(join(tmpdir(), 'cosell-bench-'));
  const file = join(folder, 'bench.db');
  const people = Array.from({ length: sellers }, (_, number) => `Seller Number${number}`);
  const emails = people.map((name) => `${name.toLowerCase().replaceAll(' ', '.')}@contoso.example`);
  const organizations = await temporaryFile(
    // The admin of another location: one who gets a card of each would wait for Teams' limit of one chat.
    twoOrganizations([
      { email: 'admin@contoso.example', role: 'referrals-admin', locations: ['7654321'] },
      ...emails.map((email) => ({ email, role: 'referrals-user' as const })),
    ]),
  );
  const teams = await startFakeTeams();
  let bot = await startBotProcess(file, organizations.path);
  teams.messagesUrl = `${bot.url}/api/messages`;
  try {
    const persons = people.map((name) => teams.person(name));
    for (const person of persons) await teams.install(person, teams.chatOf(person));
    await settled(bot.url);
    // Started again, so that what greeting all of them took is no longer in its memory.
    await bot.terminate();
    bot = await startBotProcess(file, organizations.path);
    teams.messagesUrl = `${bot.url}/api/messages`;
    const before = { disk: statSync(file).size };
    const quietCpu = await quietly(bot.url);
    const peak = watchMemory(bot.url);
    await wait(1_000);
    const atRest = peak.megabytes();
    const cpu = await processorOf(bot.url);
    await month(bot, teams, persons, emails);
    const referralCpu = (((await processorOf(bot.url)) - cpu) * 1_000) / REFERRALS;
    const atMost = peak.megabytes();
    peak.stop();
    await bot.terminate();
    const referralDisk = (statSync(file).size - before.disk) / REFERRALS;
    return { atRest, atMost, referralCpu, quietCpu, referralDisk };
  } finally {
    await bot.kill();
    await teams.close();
    await organizations.remove();
    rmSync(folder, { recursive: true });
  }
}

/** The referrals of a month, all at once; one of those who got a card accepts. */
async function month(
  { url }: BotProcess,
  teams: FakeTeams,
  persons: readonly TestPerson[],
  emails: readonly string[],
): Promise<void> {
  const { intake } = intakeApi(() => url);
  for (let number = 0; number < REFERRALS; number++) {
    const three = [0, 1, 2].map((step) => (number * 3 + step) % persons.length);
    const team = three.map((one) => ({ firstName: 'Seller', lastName: `Number${one}`, email: emails[one] }));
    const referral = inbound({ team });
    await intake(referral, CONTOSO_KEY);
    const seller = persons[three[0] ?? 0];
    if (seller) await teams.press(seller, teams.chatOf(seller), 'referral.accept', acceptEntries(referral));
  }
  await wait(UNTIL_FINAL);
  await settled(url);
}

/** Milliseconds of the processor that a minute takes in which nobody does anything. */
async function quietly(url: string): Promise<number> {
  await settled(url);
  const before = await processorOf(url);
  await wait(QUIET);
  return ((await processorOf(url)) - before) * 1_000 * (60_000 / QUIET);
}

/** Waits until nothing was sent for three seconds. */
async function settled(url: string): Promise<void> {
  let [sent, since] = [-1, performance.now()];
  while (performance.now() - since < 3_000) {
    const now = await figureOf(url, /^cosell_deliveries_total\S* (\S+)/gm);
    if (now !== sent) [sent, since] = [now, performance.now()];
    await wait(200);
  }
}

/** Seconds of the processor that the process has had. */
async function processorOf(url: string): Promise<number> {
  return figureOf(url, /^process_cpu_seconds_total (\S+)/gm);
}

async function figureOf(url: string, pattern: RegExp): Promise<number> {
  const figures = await fetch(`${url}/metrics`).then((response) => response.text());
  return [...figures.matchAll(pattern)].reduce((sum, [, value]) => sum + Number(value), 0);
}
