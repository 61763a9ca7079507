import { access, constants, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { importSolutions } from '#app/import/solutions.import.ts';
import { composeImport, type Filling } from '#bot/composeImports.ts';
import { organizationIds } from '#bot/composeOrganizations.ts';
import { type Config, readConfig } from '#bot/config/config.ts';
import { failureWords } from '#bot/config/failureWords.ts';
import { readRecords } from '#bot/tables/records.ts';
import { solutionTableWords, solutionWords } from '#bot/tables/solutionWords.ts';
import { fileBytes } from '#bot/tables/textLines.ts';
import { columnLines } from './rehearsalWords.ts';

const USAGE = `Usage: npm run import:solutions -- FILE.csv [--organization ID | --microsoft] [--replace] [--dry-run]

  --organization ID  into the catalog of this organization; may be left out where there is only one
  --microsoft        into Microsoft's catalog, which all organizations share
  --replace          removes what earlier imports brought and this file does not have
  --dry-run          says what would happen, and changes nothing

Format of the file: docs/solutions.md`;

const BATCH = 200;
const MOST_PROBLEMS = 100;

export interface ImportOptions {
  file: string;
  into: { organization: string } | 'microsoft';
  replace: boolean;
  /** Whether `imports` only rehearses: then the columns are told as they were understood. */
  dryRun?: boolean | undefined;
  /** Gets each line of what is reported. */
  say: (line: string) => void;
}

export type ImportEnd = 'done' | 'bad-lines' | 'nothing';

/**
 * Takes in a file of solutions. Each bad line is named and left out, the others are taken in. With bad lines nothing
 * is removed, because they may be the ones that are there already.
 */
export async function importSolutionFile(
  imports: Pick<Filling, 'solutions'>,
  { file, into, replace, dryRun = false, say }: ImportOptions,
): Promise<ImportEnd> {
  const target = imports.solutions(into);
  let [taken, bad] = [0, 0];
  const outcome = await importSolutions(
    {
      target,
      onHeading: ({ understood, ignored }) => {
        if (dryRun) for (const line of columnLines(understood, ignored)) say(line);
      },
      onBadLine: (line, problems) => {
        bad++;
        if (bad <= MOST_PROBLEMS) say(`line ${line}: ${problems.map(solutionWords).join('; ')}`);
        if (bad === MOST_PROBLEMS) say('More bad lines are counted, but not named.');
      },
      onTaken: () => {
        if (++taken % 1000 === 0) say(`${taken} solutions read ...`);
      },
    },
    readRecords(fileBytes(file)),
    into === 'microsoft' ? 'microsoft' : 'organization',
    BATCH,
  );
  if (!outcome.ok) {
    const words = solutionTableWords(outcome.problem);
    throw new Error(outcome.problem.code === 'columns-missing' ? `${file} ${words}` : words);
  }
  const dropped = replace && bad === 0 && taken > 0 ? await target.dropOthers() : 0;
  const { added, changed, unchanged } = outcome.counts;
  say(`Solutions: ${added} new, ${changed} changed, ${unchanged} as before, ${dropped} removed.`);
  if (bad > 0) say(bad === 1 ? '1 bad line was left out.' : `${bad} bad lines were left out.`);
  if (replace && bad > 0) say('Nothing was removed, because there are bad lines: put them right and repeat.');
  if (taken > 0) return bad === 0 ? 'done' : 'bad-lines';
  say(`${bad > 0 ? 'No line could be taken in' : 'The file holds no solution'}; nothing was changed.`);
  return 'nothing';
}

/** Reads the command line; in words what is wrong with it. */
export function readImportCommand(
  args: readonly string[],
  organizations: readonly string[],
): Pick<ImportOptions, 'file' | 'into' | 'replace' | 'dryRun'> | { problem: string } {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return { problem: (error as Error).message };
  }
  const { values, positionals } = parsed;
  const [file, ...more] = positionals;
  if (!file || more.length > 0) return { problem: 'Exactly one file must be named.' };
  const replace = values.replace ?? false;
  const dry = values['dry-run'] ? { dryRun: true } : {};
  if (values.microsoft) {
    if (values.organization === undefined) return { file, into: 'microsoft', replace, ...dry };
    return { problem: 'Either --organization or --microsoft, not both.' };
  }
  const organization = values.organization ?? (organizations.length === 1 ? organizations[0] : undefined);
  const known = `There are: ${organizations.join(', ')}.`;
  if (organization === undefined)
    return { problem: `Say for which --organization, or --microsoft. ${known}` };
  if (!organizations.includes(organization)) {
    return { problem: `There is no organization ${organization}. ${known}` };
  }
  return { file, into: { organization }, replace, ...dry };
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      organization: { type: 'string' },
      microsoft: { type: 'boolean' },
      replace: { type: 'boolean' },
      'dry-run': { type: 'boolean' },
    },
  });
}

const exitCodes: Readonly<Record<ImportEnd, number>> = { done: 0, 'bad-lines': 2, nothing: 1 };

/** Exit codes: 0 all taken in, 2 all but bad lines, 1 nothing was done. */
async function main(args: readonly string[], config: Config): Promise<number> {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  if (args.includes('--help') || args.includes('-h')) {
    say(USAGE);
    return 0;
  }
  const options = readImportCommand(args, organizationIds(config));
  if ('problem' in options) {
    process.stderr.write(`${options.problem}\n\n${USAGE}\n`);
    return 1;
  }
  const { file } = options;
  // Before the store: a slip in the path must not leave an empty one behind.
  await access(file, constants.R_OK);
  if ((await stat(file)).isDirectory()) throw Object.assign(new Error(file), { code: 'EISDIR' });
  const { dryRun = false } = options;
  const imports = await composeImport(config, { dryRun });
  try {
    const end = await importSolutionFile(imports, { ...options, say });
    if (dryRun) say(`This was a dry run: nothing was written to ${imports.where}`);
    else if (end !== 'nothing') say(`The solutions are in ${imports.where}`);
    return exitCodes[end];
  } finally {
    await imports.close();
  }
}

if (process.argv[1] === import.meta.filename) {
  process.umask(0o077);
  try {
    process.exitCode = await main(process.argv.slice(2), readConfig(process.env));
  } catch (error) {
    const lines = failureWords(error).map((one) => `  - ${one}\n`);
    process.stderr.write(`The solutions can't be imported:\n${lines.join('')}`);
    process.exitCode = 1;
  }
}
