import { setImmediate as othersFirst } from 'node:timers/promises';
import type { RequestHandler } from 'restify';
import { importCustomers } from '#app/import/customers.import.ts';
import { importSolutions } from '#app/import/solutions.import.ts';
import type { SourceRow } from '#app/import/sourceRow.ts';
import { fieldOf, headerWords, lineWords } from '#bot/tables/problemWords.ts';
import { columnOf, solutionTableWords, solutionWords } from '#bot/tables/solutionWords.ts';
import type { CustomerRegister } from '#ports/customers.ts';
import type { Organizations } from '#ports/organizations.ts';
import type { SolutionImport } from '#ports/solutions.ts';
import type { InTurn } from './inTurn.ts';
import { type KeyedDeps, keyed } from './keyed.ts';
import { readTable } from './readTable.ts';

/** So many rows are written together: more would keep presses waiting for the disk. */
const BATCH = 25;

export interface TableDeps extends KeyedDeps {
  organizations: Organizations;
  register: CustomerRegister;
  /** Into the catalog of an organization. */
  solutionsInto: (organization: string) => SolutionImport;
  /** One table after the other, so that many who send at once are no heavier than one. */
  inTurn: InTurn;
}

/** One thing wrong with a row, and where. */
interface RowProblem {
  /** From 1; of a CSV file the line. */
  row: number;
  /** As the column is called in the guide; absent for the row as a whole. */
  field?: string | undefined;
  message: string;
}

/** What became of the rows of a table; each is in one of the four counts. */
interface TakenTable {
  ok: true;
  counts: { new: number; changed: number; unchanged: number; refused: number };
  problems: readonly RowProblem[];
  /** What was left out of rows that were taken over. */
  notes: readonly RowProblem[];
  /** Names of columns that mean nothing here. */
  ignored: readonly string[];
}

/** In words why nothing of it could be taken over. */
type NoTable = { ok: false; messages: readonly string[] };

/** `POST /api/customers`: into the directory that all organizations of the deployment share. */
export function postCustomers(deps: TableDeps): RequestHandler {
  const may = (organization: string) => mayFillCustomers(deps.organizations, organization);
  return postTable(deps, { table: 'customers', event: 'customers.import', may }, (_organization, rows) =>
    takeCustomers(deps, rows),
  );
}

/** `POST /api/solutions`: into the catalog of the organization to which the key belongs. */
export function postSolutions(deps: TableDeps): RequestHandler {
  const may = () => true;
  return postTable(deps, { table: 'solutions', event: 'solutions.import', may }, (organization, rows) =>
    takeSolutions(deps, organization, rows),
  );
}

function postTable(
  deps: TableDeps,
  { table, event, may }: { table: string; event: string; may: (organization: string) => boolean },
  take: (organization: string, rows: readonly SourceRow[]) => Promise<TakenTable | NoTable>,
): RequestHandler {
  const route = {
    event,
    away: 'not all of it is stored: please send it again later',
    refused: (status: number) => deps.metrics.tables.inc({ table, outcome: `refused_${status}` }),
  };
  return keyed(deps, route, async (organizationId, request, response, refuse) => {
    // The rest of a body that is not read would be taken for the next request.
    const unread = () => response.header('Connection', 'close');
    if (!may(organizationId)) {
      unread();
      const message =
        'all organizations share the directory of customers: this one may fill it only with customersByHttp in the organizations file';
      return refuse(403, [{ path: '', message }]);
    }
    const read = await readTable(request);
    if (!read.ok) {
      unread();
      return refuse(read.status, [{ path: '', message: read.message }]);
    }
    const taking = deps.inTurn(() => take(organizationId, read.rows));
    if (!taking) {
      response.header('Retry-After', '5');
      return refuse(429, [
        { path: '', message: 'too much is being sent at once: send it again in a moment' },
      ]);
    }
    const taken = await taking;
    if (!taken.ok)
      return refuse(
        400,
        taken.messages.map((message) => ({ path: '', message })),
      );
    const { counts, problems, notes, ignored } = taken;
    deps.metrics.tables.inc({ table, outcome: 'taken' });
    for (const [outcome, count] of Object.entries(counts))
      deps.metrics.tableRows.inc({ table, outcome }, count);
    deps.log.info({ event, organizationId, ...counts });
    response.send(200, { ...counts, problems, notes, ignored });
  });
}

/** Where others share it, the one who fills it must be meant to. */
function mayFillCustomers(organizations: Organizations, id: string): boolean {
  return organizations.all().length === 1 || organizations.byId(id)?.customersByHttp === true;
}

async function takeCustomers(
  { register }: TableDeps,
  rows: readonly SourceRow[],
): Promise<TakenTable | NoTable> {
  const [problems, notes]: [RowProblem[], RowProblem[]] = [[], []];
  const into = (list: RowProblem[]) => (row: number, some: readonly Parameters<typeof lineWords>[0][]) => {
    for (const one of some) list.push({ row, field: fieldOf(one), message: lineWords(one) });
  };
  const told = { onBadLine: into(problems), onLeftOut: into(notes), onProgress: () => undefined };
  const outcome = await importCustomers({ register, ...told }, oneByOne(rows), BATCH);
  if (!outcome.ok) return { ok: false, messages: outcome.problems.map(headerWords) };
  const { created, changed, unchanged, bad } = outcome.counts;
  const counts = { new: created, changed, unchanged, refused: bad };
  return { ok: true, counts, problems, notes, ignored: outcome.ignored };
}

async function takeSolutions(
  { solutionsInto }: TableDeps,
  organization: string,
  rows: readonly SourceRow[],
): Promise<TakenTable | NoTable> {
  const problems: RowProblem[] = [];
  const outcome = await importSolutions(
    {
      target: solutionsInto(organization),
      onBadLine: (row, some) => {
        for (const one of some) problems.push({ row, field: columnOf(one), message: solutionWords(one) });
      },
    },
    oneByOne(rows),
    'organization',
    BATCH,
  );
  if (!outcome.ok) return { ok: false, messages: [solutionTableWords(outcome.problem)] };
  const { added, changed, unchanged, bad } = outcome.counts;
  const counts = { new: added, changed, unchanged, refused: bad };
  return { ok: true, counts, problems, notes: [], ignored: outcome.ignored };
}

/** Rows that only turn out to be there already wait for nothing, so that others would not get their turn. */
async function* oneByOne(rows: readonly SourceRow[]): AsyncGenerator<SourceRow> {
  for (const [at, row] of rows.entries()) {
    if (at % BATCH === 0) await othersFirst();
    yield row;
  }
}
