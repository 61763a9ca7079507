import { createHash } from 'node:crypto';
import { type CopyCounts, copyStore } from '#app/store/copyStore.ts';
import { inventoryOf, type KindSum } from '#app/store/inventory.ts';
import { type CommandWords, runCommandLine } from '#bot/commandLine.ts';
import { type CopyPlace, openPlace } from '#bot/composeCopy.ts';
import { readConfig } from '#bot/config/config.ts';
import { agreed } from './agreed.ts';

const usage = `Usage: npm run store:copy -- FROM TO [--yes]

Copies every document from one store into another one: each is the path of a file of SQLite, or the word cosmos for the
account that COSMOS_ENDPOINT names. Stop every bot on both first. Run again it goes on where it was stopped. At the end both
are counted and compared kind by kind. --yes: nothing is asked where there is something in TO already.
`;

interface Given {
  from: string;
  to: string;
  yes: boolean;
}

async function copy({ from, to, yes }: Given): Promise<number> {
  const config = readConfig(process.env);
  const source = await openPlace(config, from, { made: false });
  try {
    const target = await openPlace(config, to, { made: true });
    try {
      return await copyInto(source, target, yes);
    } finally {
      await target.store.close();
    }
  } finally {
    await source.store.close();
  }
}

async function copyInto(source: CopyPlace, target: CopyPlace, yes: boolean): Promise<number> {
  const now = new Date().toISOString();
  if (await holdsAnything(target)) {
    process.stdout.write(
      `${target.where} holds something already. What stands there under the same id becomes what it is in ${source.where}.\n`,
    );
    if (!yes && !(await agreed('Go on? Type yes: '))) {
      process.stderr.write('Nothing was changed.\n');
      return 1;
    }
  }
  const counts = await copyStore({ from: source.store, to: target.store, onProgress: everySoOften() }, now);
  process.stdout.write(`${inWords(counts)}\n`);
  return compared(source, target, now);
}

async function holdsAnything({ store }: CopyPlace): Promise<boolean> {
  for await (const documents of store.everything()) if (documents.length > 0) return true;
  return false;
}

/** A line now and then, on a terminal and in a file alike. */
function everySoOften(): (counts: CopyCounts) => void {
  let next = 10_000;
  return (counts) => {
    const done = counts.written + counts.replaced + counts.same;
    if (done < next) return;
    next = done + 10_000;
    process.stdout.write(`${inWords(counts)} so far\n`);
  };
}

function inWords({ written, replaced, same }: CopyCounts): string {
  return `${written + replaced + same} documents: ${written} new, ${replaced} changed, ${same} there already`;
}

/** Counts and sums of both, kind by kind. Exit code 2 where they differ. */
async function compared(source: CopyPlace, target: CopyPlace, now: string): Promise<number> {
  const had = await inventoryOf(source.store, now, digest);
  const has = await inventoryOf(target.store, now, digest);
  const kinds = [...new Set([...had.keys(), ...has.keys()])].sort();
  const different = kinds.filter((kind) => !isSame(had.get(kind), has.get(kind)));
  for (const kind of kinds) {
    const [one, other] = [had.get(kind), has.get(kind)];
    const mark = different.includes(kind) ? '  DIFFERENT' : '';
    process.stdout.write(
      `  ${kind}: ${one?.count ?? 0} -> ${other?.count ?? 0}, ${other?.checksum ?? '-'}${mark}\n`,
    );
  }
  if (different.length === 0) {
    process.stdout.write(`${target.where} holds the same as ${source.where}.\n`);
    return 0;
  }
  process.stderr.write(
    `${target.where} is not the same: it held something else before, or somebody wrote meanwhile. Stop every bot and run it again; what is in ${target.where} alone stays there.\n`,
  );
  return 2;
}

function isSame(one: KindSum | undefined, other: KindSum | undefined): boolean {
  return one?.count === other?.count && one?.checksum === other?.checksum;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

function read({ words, options }: CommandWords): Given | string {
  const [from, to, ...more] = words;
  if (!from || !to || more.length > 0) return '';
  return from === to ? 'FROM and TO are the same.' : { from, to, yes: options.yes === true };
}

// Exit codes: 0 copied and the same, 1 nothing done or not to the end, 2 copied, and they differ.
process.exitCode = await runCommandLine(
  {
    usage,
    failed: 'The copy did not come to its end; the same command goes on:',
    own: { yes: 'boolean' },
    read,
  },
  copy,
);
