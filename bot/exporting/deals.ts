import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { keepAct } from '#app/store/audit.ts';
import { composePersonWork } from '#bot/composeImports.ts';
import { organizationIds } from '#bot/composeOrganizations.ts';
import { readConfig } from '#bot/config/config.ts';
import { failureWords } from '#bot/config/failureWords.ts';
import { dealsCsv } from '#bot/tables/dealsCsv.ts';
import { organizationAmong } from './organizationAmong.ts';

const usage = `Usage: npm run export:deals -- FILE.csv [--organization ID]

Writes all deals of an organization into a new file that its owner alone can read, while the bot runs. The columns:
docs/operations.md
`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { organization: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) return void process.stdout.write(usage);
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw new Error(`Exactly one file must be named.\n\n${usage.trimEnd()}`);
  const config = readConfig(process.env);
  const organization = organizationAmong(organizationIds(config), values.organization);
  const work = await composePersonWork(config);
  try {
    const at = work.clock.now().toISOString();
    await keepAct(work, organization, { id: work.newId(), at, by: 'command', what: 'deals.export' });
    let lines = -1;
    const counted = async function* () {
      for await (const piece of dealsCsv(work, organization)) {
        lines += piece.split('\r\n').length - 1;
        yield piece;
      }
    };
    // A file that is there is never written over.
    await pipeline(Readable.from(counted()), createWriteStream(file, { flags: 'wx', mode: 0o600 }));
    process.stdout.write(`${file}: ${lines} deals of ${organization}.\n`);
  } finally {
    await work.close();
  }
}

// Exit codes: 0 written, 1 not.
main().catch((error: unknown) => {
  process.stderr.write(
    `Nothing was exported:\n${failureWords(error)
      .map((one) => `  - ${one}\n`)
      .join('')}`,
  );
  process.exitCode = 1;
});
