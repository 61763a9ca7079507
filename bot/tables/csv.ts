import { stringify } from 'csv-stringify/sync';

/** What a file begins with, so that spreadsheets read it as UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/** How a file of CSV begins: its mark, and the line of its columns. */
export function csvHead(columns: readonly string[]): string {
  return BYTE_ORDER_MARK + csvLines([columns]);
}

/**
 * Lines of a table as CSV (RFC 4180). A text that a spreadsheet would take for a formula, and run, has an apostrophe in front.
 */
export function csvLines(rows: readonly (readonly (string | number | undefined)[])[]): string {
  // A line break begins a new row in some programs, whatever the quotes say.
  const cells = rows.map((row) =>
    row.map((one) => (typeof one === 'string' ? one.replace(/[\r\n]+/g, ' ') : one)),
  );
  return stringify(cells, { record_delimiter: 'windows', escape_formulas: true });
}
