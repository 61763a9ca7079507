import fc from 'fast-check';
import { botBoundaries } from './botBoundaries.ts';
import type { Boundary } from './boundary.ts';
import { formatBoundary } from './formatBoundary.ts';
import { startFuzzedBot } from './fuzzedBot.ts';
import { partnerCenterBoundary } from './partnerCenterBoundary.ts';
import { tableBoundary } from './tableBoundary.ts';

/** How many inputs each boundary got, and what was wrong, with the seed that shows it again. */
export interface FuzzResult {
  sent: Record<string, number>;
  wrong: string[];
}

/** Sends so many inputs to all boundaries, which a seed decides. */
export async function fuzz(count: number, seed: number): Promise<FuzzResult> {
  const bot = await startFuzzedBot();
  const unhandled: string[] = [];
  const note = (reason: unknown) => void unhandled.push(`nobody handled: ${String(reason)}`);
  process.on('unhandledRejection', note);
  try {
    const boundaries = {
      ...botBoundaries(bot),
      'partner-center': partnerCenterBoundary(),
      tables: tableBoundary(),
      format: formatBoundary(),
    };
    const sent: Record<string, number> = {};
    const wrong: string[] = [];
    for (const [name, one] of Object.entries(boundaries)) {
      const runs = Math.ceil((count * one.share) / 100);
      sent[name] = runs;
      const found = await complaintOf(one, runs, seed);
      if (found) wrong.push(`${name}: ${found}`);
    }
    return { sent, wrong: [...wrong, ...(await bot.mistakes()), ...unhandled] };
  } finally {
    process.off('unhandledRejection', note);
    await bot.stop();
  }
}

/** The smallest input that is taken wrongly, and how. */
async function complaintOf(
  { inputs, send }: Boundary,
  runs: number,
  seed: number,
): Promise<string | undefined> {
  const property = fc.asyncProperty(inputs, async (input) => {
    const problem = await send(input);
    if (problem) throw new Error(problem);
  });
  const details = await fc.check(property, { numRuns: runs, seed, endOnFailure: false });
  if (!details.failed) return undefined;
  const [input] = details.counterexample ?? [];
  const why =
    details.errorInstance instanceof Error ? details.errorInstance.stack : String(details.errorInstance);
  return `${why?.slice(0, 600)}\n    for ${JSON.stringify(input)?.slice(0, 600)}`;
}
