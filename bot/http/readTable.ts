import type { Request } from 'restify';
import { z } from 'zod';
import type { SourceRow } from '#app/import/sourceRow.ts';
import { jsonRows } from '#bot/tables/jsonRows.ts';
import { readRecords } from '#bot/tables/records.ts';
import { heldBytes } from '#bot/tables/textLines.ts';
import { type Refused, readBytes, readJsonBody } from './readBody.ts';

const LIMIT = 1024 * 1024;
const MOST_ROWS = 1_000;

const content = z.strictObject({ value: z.array(z.unknown()) });
const tooMany = {
  ok: false,
  status: 413,
  message: `there are more than ${MOST_ROWS} rows: send them in several requests`,
} as const;

/** A table that somebody sent, the heading first; nothing of it was looked at yet. */
export type SentTable = { ok: true; rows: readonly SourceRow[] } | Refused;

/** Reads the rows of a request, as `{"value": […]}` or as a CSV file: at most 1,000 in 1 MB. */
export async function readTable(request: Request): Promise<SentTable> {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
  return type === 'text/csv' ? readCsv(request) : readJson(request);
}

async function readJson(request: Request): Promise<SentTable> {
  const body = await readJsonBody(request, LIMIT, 'application/json or text/csv');
  if (!body.ok) return body;
  const read = content.safeParse(body.value);
  if (!read.success) {
    return { ok: false, status: 400, message: 'must be {"value": [ … ]} with a row in each place' };
  }
  const { value } = read.data;
  if (value.length === 0) return { ok: false, status: 400, message: 'value has no rows' };
  return value.length > MOST_ROWS ? tooMany : { ok: true, rows: jsonRows(value) };
}

async function readCsv(request: Request): Promise<SentTable> {
  const body = await readBytes(request, LIMIT);
  if (!body.ok) return body;
  const rows: SourceRow[] = [];
  for await (const row of readRecords(heldBytes(body.bytes))) {
    if (!('problem' in row.record) && row.record.every((cell) => cell.trim() === '')) continue;
    rows.push(row);
    if (rows.length > MOST_ROWS + 1) return tooMany;
  }
  return { ok: true, rows };
}
