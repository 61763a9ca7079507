import { everyAct } from '#app/administration/audit.show.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { csvHead, csvLines } from './csv.ts';

const columns = ['at', 'by', 'by_name', 'what', 'about', 'channel', 'from', 'to'];

/** All that administrators did in an organization as CSV, the oldest first, piece by piece. */
export async function* auditCsv(
  deps: { store: DocumentStore },
  organization: string,
): AsyncGenerator<string> {
  yield csvHead(columns);
  for await (const acts of everyAct(deps, organization)) {
    yield csvLines(
      acts.map(({ at, by, byName, what, about, channelName, from, to }) => {
        return [at, by, byName, what, about, channelName, from, to];
      }),
    );
  }
}
