import { headingOf } from '#app/import/columns.ts';
import type { SourceRow } from '#app/import/sourceRow.ts';

/**
 * The rows of a JSON array as the records of a table, the heading first: all names that occur in it, each once however it
 * is spelled. A row is an object of texts, numbers, true, false and null. Rows are numbered from 1.
 */
export function jsonRows(rows: readonly unknown[]): SourceRow[] {
  const names = new Map<string, string>();
  for (const name of rows.filter(isObject).flatMap((row) => Object.keys(row))) {
    const key = headingOf(name);
    if (key !== '' && !names.has(key)) names.set(key, name);
  }
  const columns = [...names.keys()];
  const records = rows.map((row, at): SourceRow => ({ line: at + 1, record: recordOf(row, columns) }));
  return [{ line: 0, record: [...names.values()] }, ...records];
}

function recordOf(row: unknown, columns: readonly string[]): SourceRow['record'] {
  if (!isObject(row)) return { problem: 'no-row' };
  const cells = new Map<string, string>();
  for (const [name, value] of Object.entries(row)) {
    const text = textOf(value);
    if (text === undefined) return { problem: 'no-plain-value', heading: name };
    const key = headingOf(name);
    // Of two spellings of one name the one counts that says something.
    if (!cells.get(key)) cells.set(key, text);
  }
  // Nothing would be said of a row without any value, since files have empty lines.
  if ([...cells.values()].every((text) => text.trim() === '')) return { problem: 'no-row' };
  return columns.map((key) => cells.get(key) ?? '');
}

function textOf(value: unknown): string | undefined {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
