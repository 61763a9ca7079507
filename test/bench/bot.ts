import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningBot, startBot, until } from '#test/support/bot/startBot.ts';
import { inbound } from '#test/support/referral/referrals.ts';
import { acceptEntries } from './accepting.ts';
import { distribution } from './distribution.ts';

/** Measures the whole bot on the embedded store (a file) with a stand-in for Teams on this machine. */
export async function benchBot(): Promise<void> {
  await measured('from the 202 of the intake to the card at Teams', (bot) => delivery(bot, 40));
  await measured('from a press (accept) to its answer', (bot) => presses(bot, 200));
  await measured('1,000 people, never seen before, accept one referral at once', (bot) => accepts(bot, 1000));
  await measured('intake, 20 senders at once', (bot) => intake(bot, 1000));
}

/** Each measurement on a store of its own, so that none pays for what another left to do. */
async function measured(what: string, measure: (bot: RunningBot) => Promise<string>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cosell-bench-'));
  const bot = await startBot({ SQLITE_FILE: join(folder, 'bench.db') });
  try {
    const result = await measure(bot);
    const megabytes = Math.round(process.memoryUsage().rss / 1024 / 1024);
    process.stdout.write(`${what}\n    ${result}; ${megabytes} MB with the stand-in\n`);
  } finally {
    await bot.stop();
    rmSync(folder, { recursive: true });
  }
}

/** At rest: one referral at a time. The pause keeps below Teams' limit of messages per chat. */
async function delivery(bot: RunningBot, count: number): Promise<string> {
  const anna = bot.teams.person('Anna Berg');
  await bot.teams.install(anna, bot.teams.chatOf(anna));
  const times: number[] = [];
  for (let formVersion = 0; formVersion < count; formVersion++) {
    const before = bot.teams.messages.length;
    await bot.intake(inbound());
    const start = performance.now();
    await until('the card', () => bot.teams.messages.length > before);
    times.push(performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, 600));
  }
  return distribution(times);
}

async function presses(bot: RunningBot, count: number): Promise<string> {
  const anna = bot.teams.person('Anna Berg');
  const chat = bot.teams.chatOf(anna);
  const times: number[] = [];
  for (let formVersion = 0; formVersion < count; formVersion++) {
    const referral = inbound();
    await bot.intake(referral);
    const start = performance.now();
    await bot.teams.press(anna, chat, 'referral.accept', acceptEntries(referral));
    times.push(performance.now() - start);
  }
  return distribution(times);
}

async function accepts(bot: RunningBot, count: number): Promise<string> {
  const channel = bot.teams.channel('19:sales@thread.tacv2');
  const referral = inbound();
  await bot.intake(referral);
  const people = Array.from({ length: count }, (_, number) => bot.teams.person(`Seller ${number}`));
  const start = performance.now();
  await Promise.all(
    people.map((person) => bot.teams.press(person, channel, 'referral.accept', acceptEntries(referral))),
  );
  const seconds = (performance.now() - start) / 1000;
  return `${seconds.toFixed(1)} s for all`;
}

async function intake(bot: RunningBot, count: number): Promise<string> {
  const bodies = Array.from({ length: count }, () => inbound({ direction: 'Outgoing' }));
  const start = performance.now();
  for (let first = 0; first < count; first += 20) {
    await Promise.all(bodies.slice(first, first + 20).map((body) => bot.intake(body)));
  }
  const each = count / ((performance.now() - start) / 1000);
  return `${Math.round(each)} referrals/s`;
}
