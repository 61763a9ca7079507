import { readCountry } from '#domain/values/countries.ts';
import { isDuns } from '#domain/values/duns.ts';
import { wordsOf } from '#domain/values/searchTerms.ts';
import type { CustomerFacts } from '#ports/customers.ts';
import { isBeyond } from './columns.ts';
import type { Columns } from './customerColumns.ts';
import type { CustomerField } from './customerHeadings.ts';

/** What is wrong with a record, or with a value of it; `value` is what stands there, cut. */
export type RowProblem =
  | { code: 'missing'; field: CustomerField }
  | { code: 'too-long'; field: CustomerField; most: number }
  | { code: 'no-letters'; field: CustomerField; value: string }
  | { code: 'unknown-country'; value: string }
  | { code: 'not-duns'; value: string }
  | { code: 'placeholder-duns'; value: string }
  | { code: 'foreign-id'; value: string }
  | { code: 'undecodable'; field: CustomerField }
  | { code: 'too-many-cells'; cells: number; columns: number };

export type CustomerReading =
  /** `leftOut`: values that a customer can do without, and that are not taken over. */
  { ok: true; facts: CustomerFacts; leftOut: RowProblem[] } | { ok: false; problems: RowProblem[] };

/** In characters. */
const longest: Readonly<Record<CustomerField, number>> = {
  name: 200,
  address: 200,
  address2: 200,
  city: 100,
  state: 100,
  postalCode: 20,
  country: 100,
  duns: 60,
  microsoftAccountId: 100,
};
const SHOWN = 40;
/** What stands in a cell that is meant to be empty. `NA` alone may be Naples or Namibia. */
const nothing =
  /^(?:#?n\/a|n\.\s?a\.|#n\/v|null|\(null\)|undefined|\(?blank\)?|\(none\)|#ref!|#value!|#name\?)$/i;
const signs = /^[\p{P}\p{S}]+$/u;
const nobody =
  /^(?:na|none|nil|no|unknown|tbd|tba|unbekannt|keine?|okänt|saknas|нет|无|未知|nessuno|x+|0+)$/i;

/**
 * Reads a record by its columns (CR-18). Only name and country make a customer; everything else that is wrong is left
 * out and told. What makes it none is told at once. Only a number that can be a company's identifies it.
 */
export function readCustomer(columns: Columns, cells: readonly string[]): CustomerReading {
  if (isBeyond(cells, columns.width)) {
    // The values have moved against the names of their columns: none of them can be trusted.
    return { ok: false, problems: [{ code: 'too-many-cells', cells: cells.length, columns: columns.width }] };
  }
  const problems: RowProblem[] = [];
  const leftOut: RowProblem[] = [];
  const [first] = texts(columns, cells, 'name');
  const name = first === undefined ? undefined : usable('name', first, problems);
  if (first === undefined) problems.push({ code: 'missing', field: 'name' });
  else if (wordsOf(first).length === 0)
    problems.push({ code: 'no-letters', field: 'name', value: cut(first) });
  const country = countryIn(texts(columns, cells, 'country'), problems);
  const optional = (field: CustomerField): string | undefined => {
    const [text] = texts(columns, cells, field);
    return text === undefined ? undefined : usable(field, text, leftOut);
  };
  const facts = {
    name: name ?? '',
    addressLines: [optional('address'), optional('address2')].filter((line) => line !== undefined),
    city: optional('city'),
    state: optional('state'),
    postalCode: optional('postalCode'),
    country: country ?? '',
    duns: dunsIn(optional('duns'), leftOut),
    microsoftAccountId: accountIn(optional('microsoftAccountId'), columns.microsoftIds, leftOut),
  };
  return problems.length > 0 ? { ok: false, problems } : { ok: true, facts, leftOut };
}

/** What stands in the columns of a field, without empty ones. */
function texts(columns: Columns, cells: readonly string[], field: CustomerField): string[] {
  return (columns.at[field] ?? [])
    .map((at) => tidy(cells[at] ?? ''))
    .filter((text) => text !== '' && !nothing.test(text) && (field === 'name' || !signs.test(text)));
}

function usable(field: CustomerField, text: string, problems: RowProblem[]): string | undefined {
  const tooLong = [...text].length > longest[field];
  const undecodable = text.includes('\ufffd');
  if (tooLong) problems.push({ code: 'too-long', field, most: longest[field] });
  if (undecodable) problems.push({ code: 'undecodable', field });
  return tooLong || undecodable ? undefined : text;
}

function countryIn(given: readonly string[], problems: RowProblem[]): string | undefined {
  const read = given.map(readCountry).find((code) => code !== undefined);
  if (given[0] === undefined) problems.push({ code: 'missing', field: 'country' });
  else if (read === undefined) problems.push({ code: 'unknown-country', value: cut(given[0]) });
  return read;
}

/** Nine digits as spreadsheets and programs leave them; never eight, of which nobody knows where one is missing. */
function dunsIn(text: string | undefined, leftOut: RowProblem[]): string | undefined {
  const bare = plainId((text ?? '').normalize('NFKC')).replace(/^d[-.\s]?u[-.\s]?n[-.\s]?s\b[^\d]*/i, '');
  // A program that takes it for a number writes .0 behind it, which is no digit of it.
  const digits = bare.replace(/^(\d+)\.0+$/, '$1').replace(/[\s\p{Pd}.]/gu, '');
  if (isDuns(digits)) return digits;
  if (text === undefined || digits === '') return undefined;
  if (/^\d{9}$/.test(digits)) leftOut.push({ code: 'placeholder-duns', value: digits });
  else if (!nobody.test(bare)) leftOut.push({ code: 'not-duns', value: cut(text) });
  return undefined;
}

/** An id of an account; where nobody says that it is Microsoft's, only one that looks so, such as `6-ABCDEFG23XB`. */
function accountIn(text: string | undefined, named: boolean, leftOut: RowProblem[]): string | undefined {
  const id = plainId(text ?? '').replace(/^Microsoft\s?ID\s?:\s*/i, '');
  if (id === '' || nobody.test(id)) return undefined;
  if (/^\d{1,3}-[A-Z0-9]{4,30}$/i.test(id) || (named && !isSalesforce(id))) return id;
  leftOut.push({ code: 'foreign-id', value: cut(id) });
  return undefined;
}

/** Without what keeps a spreadsheet from taking an id for a number: `="…"`, an apostrophe. */
function plainId(text: string): string {
  return text.replace(/^[='"’‘]+|["'’]+$/g, '').trim();
}

/** Ids of Salesforce differ by case alone, which ours do not. */
function isSalesforce(id: string): boolean {
  return /^001[A-Za-z0-9]{12}(?:[A-Z0-5]{3})?$/.test(id);
}

/** Without control characters, and without gaps that nobody sees. */
function tidy(text: string): string {
  return text.replace(/[\p{Cc}\p{Z}\ufeff\u200b\u2060]+/gu, ' ').trim();
}

function cut(text: string): string {
  const letters = [...text];
  return letters.length > SHOWN ? `${letters.slice(0, SHOWN).join('')}…` : text;
}
