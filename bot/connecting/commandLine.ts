import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { type Connecting, composeConnecting } from '#bot/composeConnecting.ts';
import type { Config } from '#bot/config/config.ts';
import { failureWords } from '#bot/config/failureWords.ts';
import type { Organization } from '#ports/organizations.ts';

/** What a command line about a connection was given. */
export interface ConnectingCommand {
  organization?: string | undefined;
  /** Whoever started it agrees to everything. */
  yes: boolean;
  help: boolean;
  /** Of its own options those that were given, with their values. */
  options: Readonly<Record<string, string | true>>;
}

/** What the command works with, once it is known for which organization. */
export interface ConnectingWork extends Connecting {
  organization: Organization;
  command: ConnectingCommand;
  say(line: string): void;
  /** Whether somebody agrees; without a terminal nobody can, unless `--yes` was given. */
  agreed(question: string): Promise<boolean>;
  /** Given when somebody presses Ctrl+C. */
  stopped: AbortSignal;
}

/** A command line: what it is called with, what its failing begins with, and its own options. */
interface CommandLine {
  usage: string;
  failed: string;
  own?: Readonly<Record<string, 'string' | 'boolean'>>;
  readSettings: () => Config;
}

/** Reads such a command line; in words what is wrong with it. */
export function readConnectingCommand(
  args: readonly string[],
  own: NonNullable<CommandLine['own']> = {},
): ConnectingCommand | { problem: string } {
  const flags = { yes: { type: 'boolean' }, help: { type: 'boolean' } } as const;
  const options = Object.fromEntries(Object.entries(own).map(([name, type]) => [name, { type }]));
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { ...options, ...flags },
    });
    const [organization, ...more] = positionals;
    if (more.length > 0) return { problem: 'At most one organization can be named.' };
    const { yes = false, help = false, ...rest } = values as Record<string, string | boolean | undefined>;
    const given = Object.entries(rest).filter(([, value]) => value !== undefined && value !== false);
    return {
      organization,
      yes: yes === true,
      help: help === true,
      options: Object.fromEntries(given) as ConnectingCommand['options'],
    };
  } catch (error) {
    return { problem: (error as Error).message };
  }
}

/** The organization that is meant: the one that is named, else the only one there is. In words where that is not clear. */
export function organizationMeant(
  all: readonly Organization[],
  named: string | undefined,
): Organization | { problem: string } {
  const ids = all.map(({ id }) => id).join(', ');
  const found = named === undefined ? all : all.filter(({ id }) => id === named);
  const [first, ...others] = found;
  if (first && others.length === 0) return first;
  return named === undefined
    ? { problem: `Say for which organization: ${ids}.` }
    : { problem: `There is no organization ${named}. There are: ${ids}.` };
}

/** Runs it: `work` gives its exit code. 1 where it can't be done, and why on standard error. */
export async function runConnecting(
  { usage, failed, own, readSettings }: CommandLine,
  work: (given: ConnectingWork) => Promise<number>,
): Promise<number> {
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  const refuse = (problem: string) => {
    process.stderr.write(`${problem}\n`);
    return 1;
  };
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  process.once('SIGINT', stop);
  try {
    const command = readConnectingCommand(process.argv.slice(2), own);
    if ('problem' in command) return refuse(`${command.problem}\n\n${usage.trimEnd()}`);
    if (command.help) {
      say(usage.trimEnd());
      return 0;
    }
    // The store and its log hold personal data: nobody else on the machine may read what is written here.
    process.umask(0o077);
    const connecting = await composeConnecting(readSettings());
    try {
      const organization = organizationMeant(connecting.organizations.all(), command.organization);
      if ('problem' in organization) return refuse(organization.problem);
      const agreed = async (question: string) => command.yes || (await asked(question));
      return await work({ ...connecting, organization, command, say, agreed, stopped: stopping.signal });
    } finally {
      await connecting.close();
    }
  } catch (error) {
    return refuse([failed, ...failureWords(error).map((one) => `  - ${one}`)].join('\n'));
  } finally {
    process.removeListener('SIGINT', stop);
  }
}

async function asked(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) {
    process.stderr.write(`${question}\nThere is no terminal to ask on: say so with --yes.\n`);
    return false;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^y(es)?$/i.test((await terminal.question(`${question} [y/N] `)).trim());
  } finally {
    terminal.close();
  }
}
