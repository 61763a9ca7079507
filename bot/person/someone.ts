import { type DataSubject, findSomeone } from '#app/person/personWalk.ts';
import { type CommandWords, complain, runCommandLine } from '#bot/commandLine.ts';
import { composePersonWork, type PersonWork } from '#bot/composeImports.ts';
import { organizationIds } from '#bot/composeOrganizations.ts';
import type { Config } from '#bot/config/config.ts';
import type { DocumentStore } from '#ports/documents.ts';

/** What a command line asks for. */
export interface PersonCommand {
  who: string;
  organization?: string | undefined;
}

/** An address or id and an organization; a text is what is wrong with it. */
export function readPersonCommand({ words, options }: CommandWords): PersonCommand | string {
  const [who, ...more] = words;
  if (!who?.trim() || more.length > 0) return 'Exactly one e-mail address or id must be named.';
  const { organization } = options;
  return { who: who.trim(), organization: organization === true ? undefined : organization };
}

/**
 * Who is meant, in which organization: the one that is named, else the only one that knows the person, else the only one
 * there is. In words where that is not clear.
 */
export async function someoneIn(
  deps: { store: DocumentStore },
  organizations: readonly string[],
  { who, organization }: PersonCommand,
): Promise<DataSubject | { problem: string }> {
  const all = `There are: ${organizations.join(', ')}.`;
  if (organization !== undefined && !organizations.includes(organization)) {
    return { problem: `There is no organization ${organization}. ${all}` };
  }
  const asked = organization === undefined ? organizations : [organization];
  const found = await Promise.all(asked.map((one) => findSomeone(deps, one, who)));
  const possible = found.filter((one) => one !== undefined);
  const known = possible.filter((one) => one.known);
  const [first, ...others] = known.length > 0 ? known : possible;
  if (!first)
    return {
      problem: 'Nobody is known by this id. Where only deals name somebody, give the e-mail address.',
    };
  if (others.length === 0) return first;
  const where = known.length > 0 ? known.map((one) => one.organization) : organizations;
  return { problem: `Say of which --organization: ${where.join(', ')}.` };
}

/**
 * Runs a command line that is about one person: `work` gives its exit code. 1 where it can't be done, and why on standard
 * error: `failed` begins that.
 */
export async function runForSomeone(
  { usage, failed, readSettings }: { usage: string; failed: string; readSettings: () => Config },
  work: (deps: PersonWork, who: DataSubject) => Promise<number>,
): Promise<number> {
  const line = { usage, failed, own: { organization: 'string' } as const, read: readPersonCommand };
  return await runCommandLine(line, async (asked) => {
    const config = readSettings();
    const deps = await composePersonWork(config);
    try {
      const who = await someoneIn(deps, organizationIds(config), asked);
      return 'problem' in who ? complain(who.problem) : await work(deps, who);
    } finally {
      await deps.close();
    }
  });
}
