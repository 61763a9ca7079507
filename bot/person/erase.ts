import { type EraseCounts, eraseSomeone } from '../../src/app/person.erase.ts';
import { composePersonWork, importableOrganizations } from '../composeImports.ts';
import { readConfig } from '../config.ts';
import { readArguments, someoneIn, wordsFor } from './someone.ts';

const USAGE = `Usage: npm run person:erase -- EMAIL|ID [--organization ID]

Takes a person out of all that one organization stores. Safe beside a running bot and to run again. What goes and what
stays: docs/operations.md, Data protection
`;
const STEP = 1_000;

/** Exit codes: 0 done, 2 done, but the organizations file still lists them, 1 nothing or not all could be done. */
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
    let shown = 0;
    const onProgress = ({ documents }: EraseCounts) => {
      if (documents < shown + STEP) return;
      shown = documents;
      process.stdout.write(`${documents} documents looked at ...\n`);
    };
    const outcome = await eraseSomeone({ ...work, onProgress }, who);
    if (outcome.kind === 'last-admin') {
      process.stderr.write(
        'Nobody else may run this organization: make somebody else a referrals admin first.\n',
      );
      return 1;
    }
    process.stdout.write(`${summary(outcome.counts)}\n`);
    if (outcome.counts.listed === 0) return 0;
    process.stdout.write('The organizations file still lists this person: take them out of it as well.\n');
    return 2;
  } finally {
    await work.close();
  }
}

function summary({ documents, deals, changed, removed }: EraseCounts): string {
  return `${documents} documents looked at: ${deals} deals and ${changed} other documents changed, ${removed} removed.`;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const lines = wordsFor(error).map((one) => `  - ${one}\n`);
  process.stderr.write(`Not all could be erased; what was, stays so:\n${lines.join('')}`);
  process.exitCode = 1;
}
