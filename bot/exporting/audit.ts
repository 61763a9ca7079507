import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { keepAct } from '#app/store/audit.ts';
import { type CommandWords, runCommandLine } from '#bot/commandLine.ts';
import { composePersonWork } from '#bot/composeImports.ts';
import { organizationIds } from '#bot/composeOrganizations.ts';
import { readConfig } from '#bot/config/config.ts';
import { auditCsv } from '#bot/tables/auditCsv.ts';
import { organizationAmong } from './organizationAmong.ts';

const usage = `Usage: npm run export:audit -- FILE.csv [--organization ID]

Writes who changed what of an organization into a new file that its owner alone can read, while the bot runs. The columns:
docs/operations.md
`;

interface Asked {
  file: string;
  organization: string | undefined;
}

function read({ words, options }: CommandWords): Asked | string {
  const [file, ...more] = words;
  if (!file || more.length > 0) return 'Exactly one file must be named.';
  const { organization } = options;
  return { file, organization: organization === true ? undefined : organization };
}

// Exit codes: 0 written, 1 not.
process.exitCode = await runCommandLine(
  { usage, failed: 'Nothing was exported:', own: { organization: 'string' }, read },
  async ({ file, organization: asked }: Asked) => {
    const config = readConfig(process.env);
    const organization = organizationAmong(organizationIds(config), asked);
    const work = await composePersonWork(config);
    try {
      const at = work.clock.now().toISOString();
      await keepAct(work, organization, { id: work.newId(), at, by: 'command', what: 'audit.export' });
      // A file that is there is never written over.
      const out = createWriteStream(file, { flags: 'wx', mode: 0o600 });
      await pipeline(Readable.from(auditCsv(work, organization)), out);
      process.stdout.write(`${file}: who changed what of ${organization}.\n`);
      return 0;
    } finally {
      await work.close();
    }
  },
);
