import { exportDeals } from '#app/list/deals.export.ts';
import { dealColumns } from '#domain/list/dealRow.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { csvLines } from './csv.ts';

/** What a file begins with, so that spreadsheets read it as UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/** All deals of an organization as CSV, piece by piece (docs/operations.md has the columns). */
export async function* dealsCsv(
  deps: { store: DocumentStore },
  organization: string,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLines([dealColumns]);
  for await (const rows of exportDeals(deps, organization)) yield csvLines(rows);
}
