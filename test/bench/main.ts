import { benchAccept } from './accept.ts';
import { benchBot } from './bot.ts';
import { benchCustomers } from './customers.ts';
import { benchDigest } from './digest.ts';
import { benchFanOut } from './fanOut.ts';
import { benchFigures } from './figures.ts';
import { benchFinding } from './finding.ts';
import { benchPartnerCenter } from './partnerCenter.ts';
import { benchTimeline } from './timeline.ts';

/** `npm run bench` measures everything, `npm run bench -- customers` that part; a number is the largest size. */
const parts: Readonly<Record<string, (largest: number) => Promise<void>>> = {
  accept: benchAccept,
  bot: benchBot,
  customers: benchCustomers,
  digest: benchDigest,
  'fan-out': benchFanOut,
  figures: benchFigures,
  finding: benchFinding,
  'partner-center': benchPartnerCenter,
  timeline: benchTimeline,
};

async function main(): Promise<void> {
  const given = process.argv.slice(2);
  const names = given.filter((one) => !/^\d+$/.test(one));
  const unknown = names.filter((name) => !Object.hasOwn(parts, name));
  if (unknown.length > 0) {
    process.stderr.write(`no such part: ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}\n`);
    process.exitCode = 1;
    return;
  }
  const largest = Number(given.find((one) => /^\d+$/.test(one)) ?? 1_000_000);
  for (const [name, measure] of Object.entries(parts)) {
    if (names.length > 0 && !names.includes(name)) continue;
    process.stdout.write(`${name}\n`);
    await measure(largest);
  }
}

await main();
