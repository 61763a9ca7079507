import { failureWords } from '#bot/config/failureWords.ts';

/** A command line: what it is called with, what its failing begins with, and how it is read. */
interface CommandLine<G> {
  usage: string;
  failed: string;
  /** Undefined where something is missing or too much; throws in words where an option means nothing. */
  read: () => { help: boolean; given: G | undefined };
}

/** Runs it: `work` gives its exit code. 1 where it can't be done, and why on standard error. */
export async function runCommandLine<G>(
  { usage, failed, read }: CommandLine<G>,
  work: (given: G) => Promise<number>,
): Promise<number> {
  let asked: ReturnType<typeof read>;
  try {
    asked = read();
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${usage}`);
    return 1;
  }
  if (asked.help) {
    process.stdout.write(usage);
    return 0;
  }
  if (!asked.given) {
    process.stderr.write(usage);
    return 1;
  }
  try {
    return await work(asked.given);
  } catch (error) {
    const lines = failureWords(error).map((line) => `  - ${line}\n`);
    process.stderr.write(`${failed}\n${lines.join('')}`);
    return 1;
  }
}
