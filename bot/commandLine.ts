import { parseArgs } from 'node:util';
import { failureWords } from './config/failureWords.ts';

/** What stood on a command line: words in their order, and of its own options those that were given. */
export interface CommandWords {
  words: readonly string[];
  options: Readonly<Record<string, string | true>>;
}

/** Its own options, and what each takes. */
export type OwnOptions = Readonly<Record<string, 'string' | 'boolean'>>;

/** A command line: what it is called with, and what its failing begins with. */
interface CommandLine<G> {
  usage: string;
  failed: string;
  own?: OwnOptions | undefined;
  /** What it comes to; a text is what is wrong with it, an empty one where the usage says it. */
  read: (typed: CommandWords) => G | string;
}

/** Runs it: `work` gives its exit code. 1 where it can't be done, and why on standard error. */
export async function runCommandLine<G extends object>(
  { usage, failed, own, read }: CommandLine<G>,
  work: (given: G) => Promise<number>,
): Promise<number> {
  const typed = readCommandWords(process.argv.slice(2), own);
  if (typeof typed !== 'string' && typed.options.help) {
    process.stdout.write(usage);
    return 0;
  }
  const given = typeof typed === 'string' ? typed : read(typed);
  if (typeof given === 'string') return complain(`${given && `${given}\n\n`}${usage.trimEnd()}`);
  // What is written here may hold personal data: nobody else on the machine may read it.
  process.umask(0o077);
  try {
    return await work(given);
  } catch (error) {
    return complain([failed, ...failureWords(error).map((one) => `  - ${one}`)].join('\n'));
  }
}

/** Says on standard error why it can't be done; the exit code for that. */
export function complain(words: string): number {
  process.stderr.write(`${words}\n`);
  return 1;
}

/** What stands on a line; a text is what is wrong with it. */
export function readCommandWords(args: readonly string[], own: OwnOptions = {}): CommandWords | string {
  const options = Object.fromEntries(Object.entries(own).map(([name, type]) => [name, { type }]));
  const help = { type: 'boolean', short: 'h' } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { ...options, help },
    });
    const given = Object.entries(values as Record<string, string | boolean | undefined>).flatMap(
      ([name, value]) => (value === undefined || value === false ? [] : [[name, value] as const]),
    );
    return { words: positionals, options: Object.fromEntries(given) };
  } catch (error) {
    return (error as Error).message;
  }
}
