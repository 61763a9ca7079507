import { exportSomeone } from '../../src/app/person.export.ts';
import type { Someone } from '../../src/app/personWalk.ts';
import type { DocumentStore } from '../../src/ports/documents.ts';
import { composePersonWork, importableOrganizations } from '../composeImports.ts';
import { readConfig } from '../config.ts';
import { readArguments, someoneIn, wordsFor } from './someone.ts';

const USAGE = `Usage: npm run person:export --silent -- EMAIL|ID [--organization ID] > person.json

All that is stored about a person in one organization, as JSON. What it holds: docs/operations.md, Data protection
`;

/** Writes the export piece by piece; gives back how many there were. */
export async function writeExport(
  deps: { store: DocumentStore },
  who: Someone,
  write: (text: string) => unknown,
): Promise<number> {
  let count = 0;
  write(`${JSON.stringify(who).slice(0, -1)},"data":[`);
  for await (const data of exportSomeone(deps, who)) {
    write(`${count++ === 0 ? '' : ','}\n${JSON.stringify(data)}`);
  }
  write('\n]}\n');
  return count;
}

/** Exit codes: 0 done, 2 nothing is stored about this person, 1 nothing could be done. */
async function main(args: readonly string[]): Promise<number> {
  const asked = readArguments(args);
  if ('problem' in asked) {
    process.stderr.write(`${asked.problem}\n\n${USAGE}`);
    return 1;
  }
  const config = readConfig(process.env);
  const work = await composePersonWork(config);
  try {
    const who = await someoneIn(work, importableOrganizations(config), asked);
    if ('problem' in who) {
      process.stderr.write(`${who.problem}\n`);
      return 1;
    }
    const count = await writeExport(work, who, (text) => process.stdout.write(text));
    process.stderr.write(`${count} entries, from organization ${who.organization}.\n`);
    return count > 0 ? 0 : 2;
  } finally {
    await work.close();
  }
}

if (process.argv[1] === import.meta.filename) {
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    const lines = wordsFor(error).map((one) => `  - ${one}\n`);
    process.stderr.write(`The person can't be exported:\n${lines.join('')}`);
    process.exitCode = 1;
  }
}
