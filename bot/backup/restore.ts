import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { composeBackup, type StoreFile } from '#bot/composeBackup.ts';
import { readConfig } from '#bot/config/config.ts';
import { failureWords } from '#bot/config/failureWords.ts';

const usage = `Usage: npm run restore -- FILE [--yes]

Puts a copy that npm run backup made in the place of the store, after it was checked and you were told what would be lost.
Stop the bot first. What stood there is kept beside it. --yes: nothing is asked.
`;

/** Exit codes: 0 restored, 1 not. */
async function main(): Promise<number> {
  let given: { file: string | undefined; yes: boolean; help: boolean };
  try {
    given = read();
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${usage}`);
    return 1;
  }
  if (given.help) {
    process.stdout.write(usage);
    return 0;
  }
  if (!given.file) {
    process.stderr.write(usage);
    return 1;
  }
  try {
    const store = composeBackup(readConfig(process.env));
    tellWhatChanges(store, given.file);
    if (!given.yes && !(await agreed())) {
      process.stderr.write('Nothing was changed.\n');
      return 1;
    }
    const aside = `${store.file}.before-${new Date().toISOString().replaceAll(/[-:.]/g, '')}`;
    const { kept } = await store.restore(given.file, aside);
    process.stdout.write(
      `${store.file} is what ${given.file} was.${kept ? ` What stood there: ${kept}` : ''}\n`,
    );
    return 0;
  } catch (error) {
    process.stderr.write(
      `Nothing was restored:\n${failureWords(error)
        .map((line) => `  - ${line}\n`)
        .join('')}`,
    );
    return 1;
  }
}

function read() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { yes: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  });
  const [file, ...more] = positionals;
  return { file: more.length > 0 ? undefined : file, yes: values.yes ?? false, help: values.help ?? false };
}

function tellWhatChanges(store: StoreFile, copy: string): void {
  const { documents } = store.check(copy);
  const loss = store.loss(copy);
  const what = loss
    ? `${store.file} has ${loss.missing} documents that are not in it and ${loss.older} that are older there: that would be lost.`
    : `${store.file} holds nothing yet.`;
  process.stdout.write(`${copy}: ${documents} documents, checked.\n${what}\n`);
}

async function agreed(): Promise<boolean> {
  if (!process.stdin.isTTY) {
    process.stderr.write('There is nobody to ask; with --yes it is done without.\n');
    return false;
  }
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await asking.question('Restore it? Type yes: ');
  asking.close();
  return answer.trim().toLowerCase() === 'yes';
}

process.exitCode = await main();
