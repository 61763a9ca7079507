import { exportSomeone } from '#app/person/person.export.ts';
import type { DataSubject } from '#app/person/personWalk.ts';
import { keepAct } from '#app/store/audit.ts';
import { readConfig } from '#bot/config/config.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { actOf } from './act.ts';
import { runForSomeone } from './someone.ts';

const usage = `Usage: npm run person:export --silent -- EMAIL|ID [--organization ID] > person.json

All that is stored about a person in one organization, as JSON. What it holds: docs/operations.md, Data protection
`;

/** Writes the export piece by piece; gives back how many there were. */
export async function writeExport(
  deps: { store: DocumentStore },
  who: DataSubject,
  write: (text: string) => unknown,
): Promise<number> {
  let count = 0;
  write(`${JSON.stringify(who).slice(0, -1)},"data":[`);
  for await (const data of exportSomeone(deps, who)) {
    write(`${count++ === 0 ? '' : ','}\n${JSON.stringify(data)}`);
  }
  write('\n]}\n');
  return count;
}

// Exit codes: 0 done, 2 nothing is stored about this person, 1 nothing could be done.
if (process.argv[1] === import.meta.filename) {
  process.exitCode = await runForSomeone(
    { usage, failed: "The person can't be exported:", readSettings: () => readConfig(process.env) },
    async (work, who) => {
      await keepAct(work, who.organization, actOf(work, 'person.export'));
      const count = await writeExport(work, who, (text) => process.stdout.write(text));
      process.stderr.write(`${count} entries, from organization ${who.organization}.\n`);
      return count > 0 ? 0 : 2;
    },
  );
}
