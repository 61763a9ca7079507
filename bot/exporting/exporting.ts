import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type AuditWhat, keepAct } from '#app/store/audit.ts';
import { type CommandWords, runCommandLine } from '#bot/commandLine.ts';
import { composePersonWork, type PersonWork } from '#bot/composeImports.ts';
import { organizationIds } from '#bot/composeOrganizations.ts';
import type { Config } from '#bot/config/config.ts';
import { organizationAmong } from './organizationAmong.ts';

/** A command line that writes something of an organization into a file. */
interface Exporting {
  usage: string;
  what: AuditWhat;
  /** Its text, piece by piece. */
  pieces: (work: PersonWork, organization: string) => AsyncIterable<string>;
  /** What is in the file, in words. */
  told: (organization: string) => string;
}

interface Asked {
  file: string;
  organization: string | undefined;
}

/** Runs it: first it is kept that it was done. A file that is there is never written over. Exit codes: 0 written, 1 not. */
export function runExport(config: () => Config, { usage, what, pieces, told }: Exporting): Promise<number> {
  return runCommandLine(
    { usage, failed: 'Nothing was exported:', own: { organization: 'string' }, read },
    async ({ file, organization: asked }: Asked) => {
      const settings = config();
      const organization = organizationAmong(organizationIds(settings), asked);
      const work = await composePersonWork(settings);
      try {
        const at = work.clock.now().toISOString();
        await keepAct(work, organization, { id: work.newId(), at, by: 'command', what });
        const out = createWriteStream(file, { flags: 'wx', mode: 0o600 });
        await pipeline(Readable.from(pieces(work, organization)), out);
        process.stdout.write(`${file}: ${told(organization)}.\n`);
        return 0;
      } finally {
        await work.close();
      }
    },
  );
}

function read({ words, options }: CommandWords): Asked | string {
  const [file, ...more] = words;
  if (!file || more.length > 0) return 'Exactly one file must be named.';
  const { organization } = options;
  return { file, organization: organization === true ? undefined : organization };
}
