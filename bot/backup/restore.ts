import { type CommandWords, runCommandLine } from '#bot/commandLine.ts';
import { composeBackup, type StoreFile } from '#bot/composeBackup.ts';
import { readConfig } from '#bot/config/config.ts';
import { agreed } from './agreed.ts';

const usage = `Usage: npm run restore -- FILE [--yes]

Puts a copy that npm run backup made in the place of the store, after it was checked and you were told what would be lost.
Stop the bot first. What stood there is kept beside it. --yes: nothing is asked.
`;

interface Given {
  copy: string;
  yes: boolean;
}

async function restore({ copy, yes }: Given): Promise<number> {
  const store = composeBackup(readConfig(process.env));
  tellWhatChanges(store, copy);
  if (!yes && !(await agreed('Restore it? Type yes: '))) {
    process.stderr.write('Nothing was changed.\n');
    return 1;
  }
  const aside = `${store.file}.before-${new Date().toISOString().replaceAll(/[-:.]/g, '')}`;
  const { kept } = await store.restore(copy, aside);
  process.stdout.write(`${store.file} is what ${copy} was.${kept ? ` What stood there: ${kept}` : ''}\n`);
  return 0;
}

function read({ words, options }: CommandWords): Given | string {
  const [copy, ...more] = words;
  return copy && more.length === 0 ? { copy, yes: options.yes === true } : '';
}

function tellWhatChanges(store: StoreFile, copy: string): void {
  const { documents } = store.check(copy);
  const loss = store.loss(copy);
  const what = loss
    ? `${store.file} has ${loss.missing} documents that are not in it and ${loss.older} that are older there: that would be lost.`
    : `${store.file} holds nothing yet.`;
  process.stdout.write(`${copy}: ${documents} documents, checked.\n${what}\n`);
}

// Exit codes: 0 restored, 1 not.
process.exitCode = await runCommandLine(
  { usage, failed: 'Nothing was restored:', own: { yes: 'boolean' }, read },
  restore,
);
