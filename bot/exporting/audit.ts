import { readConfig } from '#bot/config/config.ts';
import { auditCsv } from '#bot/tables/auditCsv.ts';
import { runExport } from './exporting.ts';

const usage = `Usage: npm run export:audit -- FILE.csv [--organization ID]

Writes who changed what of an organization into a new file that its owner alone can read, while the bot runs. The columns:
docs/operations.md
`;

process.exitCode = await runExport(() => readConfig(process.env), {
  usage,
  what: 'audit.export',
  pieces: auditCsv,
  told: (organization) => `who changed what of ${organization}`,
});
