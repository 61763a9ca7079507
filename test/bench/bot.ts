import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningBot, startBot, until } from '#test/support/bot/startBot.ts';
import { inbound } from '#test/support/referral/referrals.ts';
import { acceptEntries } from './accepting.ts';
import type { Recorder } from './frame/figure.ts';

/** Measures the whole bot on the embedded store (a file) with a stand-in for Teams on this machine. */
export async function benchBot(record: Recorder): Promise<void> {
  record.times('from the 202 of the intake to the card at Teams', await measured((bot) => delivery(bot, 40)));
  const together = '1,000 people, never seen before, accept one referral at once';
  record.figure(together, await measured((bot) => accepts(bot, 1000)), 's');
  record.figure(`${together}, memory with the stand-in`, process.memoryUsage().rss / 2 ** 20, 'MB');
  record.figure('referrals taken in, 20 senders at once', await measured((bot) => intake(bot, 1000)), '/s');
}

/** Each measurement on a store of its own, so that none pays for what another left to do. */
async function measured<T>(measure: (bot: RunningBot) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'cosell-bench-'));
  const bot = await startBot({ SQLITE_FILE: join(folder, 'bench.db') });
  try {
    return await measure(bot);
  } finally {
    await bot.stop();
    rmSync(folder, { recursive: true });
  }
}

/** At rest: one referral at a time. The pause keeps below Teams' limit of messages per chat. */
async function delivery(bot: RunningBot, count: number): Promise<number[]> {
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
  return times;
}

async function accepts(bot: RunningBot, count: number): Promise<number> {
  const channel = bot.teams.channel('19:sales@thread.tacv2');
  const referral = inbound();
  await bot.intake(referral);
  const people = Array.from({ length: count }, (_, number) => bot.teams.person(`Seller ${number}`));
  const start = performance.now();
  await Promise.all(
    people.map((person) => bot.teams.press(person, channel, 'referral.accept', acceptEntries(referral))),
  );
  return (performance.now() - start) / 1000;
}

/** A second. */
async function intake(bot: RunningBot, count: number): Promise<number> {
  const bodies = Array.from({ length: count }, () => inbound({ direction: 'Outgoing' }));
  const start = performance.now();
  for (let first = 0; first < count; first += 20) {
    await Promise.all(bodies.slice(first, first + 20).map((body) => bot.intake(body)));
  }
  return count / ((performance.now() - start) / 1000);
}
