import { exportDeals } from '#app/list/deals.export.ts';
import { dealColumns } from '#domain/list/dealRow.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { csvHead, csvLines } from './csv.ts';

/** All deals of an organization as CSV, piece by piece (docs/operations.md has the columns). */
export async function* dealsCsv(
  deps: { store: DocumentStore },
  organization: string,
): AsyncGenerator<string> {
  yield csvHead(dealColumns);
  for await (const rows of exportDeals(deps, organization)) yield csvLines(rows);
}
