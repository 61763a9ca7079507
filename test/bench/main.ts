import { benchAccept } from './accept.ts';
import { benchBot } from './bot.ts';
import { benchCustomers } from './customers.ts';
import { benchDigest } from './digest.ts';
import { benchFanOut } from './fanOut.ts';
import { benchFigures } from './figures.ts';
import { benchFinding } from './finding.ts';
import { comparable, stillWorse, worseThan } from './frame/check.ts';
import type { MeasuredPart, Part } from './frame/figure.ts';
import { measurePart } from './frame/measuring.ts';
import { readReport, writePart } from './frame/report.ts';
import { benchWithinLimits } from './limits/withinLimits.ts';
import { benchPartnerCenter } from './partnerCenter.ts';
import { benchSizing } from './sizing.ts';
import { benchTelemetry } from './telemetry.ts';
import { benchTimeline } from './timeline.ts';

const parts: Readonly<Record<string, Part>> = {
  accept: benchAccept,
  bot: benchBot,
  customers: benchCustomers,
  digest: benchDigest,
  'fan-out': benchFanOut,
  figures: benchFigures,
  finding: benchFinding,
  'partner-center': benchPartnerCenter,
  sizing: benchSizing,
  telemetry: benchTelemetry,
  timeline: benchTimeline,
  'within-limits': benchWithinLimits,
};

const LARGEST = 1_000_000;

/**
 * `npm run bench` measures everything and writes docs/bench anew; `-- customers 100000` one part, and no larger than
 * that. `-- check` writes nothing: it compares with what is written there, and fails where something got worse by more
 * than a third.
 */
async function main(given: readonly string[]): Promise<void> {
  const checks = given.includes('check');
  const names = given.filter((one) => one !== 'check' && !/^\d+$/.test(one));
  const unknown = names.filter((name) => !Object.hasOwn(parts, name));
  if (unknown.length > 0) {
    process.stderr.write(`no such part: ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}\n`);
    process.exitCode = 1;
    return;
  }
  const largest = Number(given.find((one) => /^\d+$/.test(one)) ?? LARGEST);
  const chosen = Object.entries(parts).filter(([name]) => names.length === 0 || names.includes(name));
  for (const [name, part] of chosen) {
    process.stdout.write(`${name}\n`);
    const measured = await measurePart(part, largest);
    if (!checks) await writePart(name, measured);
    else if (await gotWorse(name, measured, () => measurePart(part, largest))) process.exitCode = 1;
  }
}

/** What looks worse is measured once more: only what is worse both times counts, because a machine has other things to do. */
async function gotWorse(
  name: string,
  measured: MeasuredPart,
  again: () => Promise<MeasuredPart>,
): Promise<boolean> {
  const report = readReport();
  const suspects = worseThan(report, name, measured);
  const worse = suspects.length > 0 ? stillWorse(suspects, worseThan(report, name, await again())) : [];
  for (const { words } of worse) process.stdout.write(`WORSE  ${words}\n`);
  const count = comparable(report, name, measured);
  process.stdout.write(`${name}: ${worse.length} of ${count} figures are worse by more than a third\n`);
  return worse.length > 0;
}

await main(process.argv.slice(2));
