import { createInterface } from 'node:readline/promises';
import { type CommandWords, complain, type OwnOptions, runCommandLine } from '#bot/commandLine.ts';
import { type Connecting, composeConnecting } from '#bot/composeConnecting.ts';
import type { Config } from '#bot/config/config.ts';
import type { Organization } from '#ports/organizations.ts';

/** What a command line about a connection was given. */
export interface ConnectingCommand {
  organization?: string | undefined;
  /** Whoever started it agrees to everything. */
  yes: boolean;
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

interface ConnectingLine {
  usage: string;
  failed: string;
  own?: OwnOptions;
  readSettings: () => Config;
}

/** Reads such a command line; a text is what is wrong with it. */
export function readConnectingCommand({ words, options }: CommandWords): ConnectingCommand | string {
  const [organization, ...more] = words;
  if (more.length > 0) return 'At most one organization can be named.';
  const { yes, ...rest } = options;
  return { organization, yes: yes === true, options: rest };
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
  { usage, failed, own = {}, readSettings }: ConnectingLine,
  work: (given: ConnectingWork) => Promise<number>,
): Promise<number> {
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  const line = { usage, failed, own: { ...own, yes: 'boolean' } as const, read: readConnectingCommand };
  return await runCommandLine(line, async (command) => {
    process.once('SIGINT', stop);
    const connecting = await composeConnecting(readSettings());
    try {
      const organization = organizationMeant(connecting.organizations.all(), command.organization);
      if ('problem' in organization) return complain(organization.problem);
      const agreed = async (question: string) => command.yes || (await asked(question));
      const say = (words: string) => void process.stdout.write(`${words}\n`);
      return await work({ ...connecting, organization, command, say, agreed, stopped: stopping.signal });
    } finally {
      await connecting.close();
    }
  }).finally(() => process.removeListener('SIGINT', stop));
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
