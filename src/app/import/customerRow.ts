import { readCountry } from '#domain/values/countries.ts';
import { wordsOf } from '#domain/values/searchTerms.ts';
import type { CustomerFacts } from '#ports/customers.ts';
import type { Columns, CustomerField } from './customerColumns.ts';

/** Why a record is no customer; `value` is what stands there, cut. */
export type RowProblem =
  | { code: 'missing'; field: CustomerField }
  | { code: 'too-long'; field: CustomerField; most: number }
  | { code: 'no-letters'; field: CustomerField; value: string }
  | { code: 'unknown-country'; value: string }
  | { code: 'not-duns'; value: string }
  | { code: 'undecodable'; field: CustomerField }
  | { code: 'too-many-cells'; cells: number; columns: number };

/** In characters. */
const longest: Readonly<Record<CustomerField, number>> = {
  name: 200,
  address: 200,
  address2: 200,
  city: 100,
  state: 100,
  postalCode: 20,
  country: 100,
  duns: 30,
  microsoftAccountId: 100,
};
const SHOWN = 40;

/** Reads a record by its columns; everything that is wrong with it is told at once. */
export function readCustomer(
  columns: Columns,
  cells: readonly string[],
): { ok: true; facts: CustomerFacts } | { ok: false; problems: RowProblem[] } {
  const beyond = cells.slice(columns.width).some((cell) => cell.trim() !== '');
  if (beyond) {
    // The values have moved against the names of their columns: none of them can be trusted.
    return { ok: false, problems: [{ code: 'too-many-cells', cells: cells.length, columns: columns.width }] };
  }
  const problems: RowProblem[] = [];
  const text = (field: CustomerField): string | undefined => {
    const at = columns[field];
    const value = at === undefined ? '' : tidy(cells[at] ?? '');
    if ([...value].length > longest[field]) problems.push({ code: 'too-long', field, most: longest[field] });
    if (value.includes('\ufffd')) problems.push({ code: 'undecodable', field });
    return value === '' ? undefined : value;
  };
  const name = text('name');
  if (name === undefined) problems.push({ code: 'missing', field: 'name' });
  else if (wordsOf(name).length === 0) problems.push({ code: 'no-letters', field: 'name', value: cut(name) });
  const given = text('country');
  const country = given === undefined ? undefined : readCountry(given);
  if (given === undefined) problems.push({ code: 'missing', field: 'country' });
  else if (country === undefined) problems.push({ code: 'unknown-country', value: cut(given) });
  const number = text('duns');
  const duns = number?.replace(/[\s.-]/g, '');
  if (duns !== undefined && !/^[0-9]{9}$/.test(duns))
    problems.push({ code: 'not-duns', value: cut(number ?? '') });
  const facts = {
    name: name ?? '',
    addressLines: [text('address'), text('address2')].filter((line) => line !== undefined),
    city: text('city'),
    state: text('state'),
    postalCode: text('postalCode'),
    country: country ?? '',
    duns,
    microsoftAccountId: text('microsoftAccountId'),
  };
  return problems.length > 0 ? { ok: false, problems } : { ok: true, facts };
}

/** Without control characters, and without gaps that nobody sees. */
function tidy(text: string): string {
  return text.replace(/[\p{Cc}\p{Z}\ufeff]+/gu, ' ').trim();
}

function cut(text: string): string {
  const letters = [...text];
  return letters.length > SHOWN ? `${letters.slice(0, SHOWN).join('')}…` : text;
}
