import { readConfig } from '#bot/config/config.ts';
import { dealsCsv } from '#bot/tables/dealsCsv.ts';
import { runExport } from './exporting.ts';

const usage = `Usage: npm run export:deals -- FILE.csv [--organization ID]

Writes all deals of an organization into a new file that its owner alone can read, while the bot runs. The columns:
docs/operations.md
`;

let lines = -1;

process.exitCode = await runExport(() => readConfig(process.env), {
  usage,
  what: 'deals.export',
  async *pieces(work, organization) {
    for await (const piece of dealsCsv(work, organization)) {
      lines += piece.split('\r\n').length - 1;
      yield piece;
    }
  },
  told: (organization) => `${lines} deals of ${organization}`,
});
