import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningBot, startBot } from '#test/support/bot/startBot.ts';
import { inbound } from '#test/support/referral/referrals.ts';
import { type OtlpReceiver, startOtlpReceiver } from '#test/support/telemetry/otlpReceiver.ts';
import { acceptEntries } from './accepting.ts';
import type { Recorder } from './frame/figure.ts';
import { quantile } from './quantile.ts';

const PRESSES = 150;
const ROUNDS = 4;

/** What OpenTelemetry costs a press: two bots in one process, one that exports and one that does not, in turns. */
export async function benchTelemetry(record: Recorder): Promise<void> {
  const receiver = await startOtlpReceiver();
  const folder = mkdtempSync(join(tmpdir(), 'cosell-bench-'));
  const bots = await Promise.all([
    startBot({ SQLITE_FILE: join(folder, 'off.db') }),
    startBot({ SQLITE_FILE: join(folder, 'on.db'), OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url }),
  ]);
  const times: [off: number[], on: number[]] = [[], []];
  try {
    // The first round warms up.
    for (let round = 0; round <= ROUNDS; round++) {
      for (const [at, bot] of bots.entries()) {
        const taken = await presses(bot, PRESSES / ROUNDS);
        if (round > 0) times[at]?.push(...taken);
        forget(receiver);
      }
    }
    const [off, on] = times;
    record.times('from a press (accept) to its answer, nothing exported', off);
    record.times('from a press (accept) to its answer, everything exported', on);
    record.figure(
      'a press (accept) with everything exported, against one without',
      quantile(on, 0.5) / quantile(off, 0.5),
      'times',
    );
  } finally {
    await Promise.all(bots.map((bot) => bot.stop()));
    await receiver.close();
    rmSync(folder, { recursive: true });
  }
}

/** Milliseconds of each. */
async function presses(bot: RunningBot, count: number): Promise<number[]> {
  const anna = bot.teams.person('Anna Berg');
  const chat = bot.teams.chatOf(anna);
  const times: number[] = [];
  for (let number = 0; number < count; number++) {
    const referral = inbound();
    await bot.intake(referral);
    const start = performance.now();
    await bot.teams.press(anna, chat, 'referral.accept', acceptEntries(referral));
    times.push(performance.now() - start);
  }
  return times;
}

/** What was received is no matter of the bench, and would fill the memory. */
function forget(receiver: OtlpReceiver): void {
  receiver.bodies.length = 0;
}
