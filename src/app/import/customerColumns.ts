import { type Column, headingOf, headingReader } from './columns.ts';
import { addressFamilies, type CustomerField, customerHeadings, placeFields } from './customerHeadings.ts';

/** Where the fields stand in a record. */
export interface Columns {
  /** Of each field the columns, from 0, the one that counts most first. */
  at: Readonly<Partial<Record<CustomerField, readonly number[]>>>;
  /** How many columns the header has. */
  width: number;
  /** Whether the ids of accounts are said to be Microsoft's. */
  microsoftIds: boolean;
  /** How the file calls what was taken, and for which field. */
  understood: readonly { heading: string; field: CustomerField }[];
}

export type HeaderProblem =
  | { code: 'no-header' }
  | { code: 'column-missing'; field: CustomerField; given: readonly string[] }
  | { code: 'column-twice'; field: CustomerField; given: readonly string[] };

interface Found extends Column<CustomerField> {
  /** Which of several addresses it belongs to. */
  family: number;
}

const required: readonly CustomerField[] = ['name', 'country'];
const read = headingReader(customerHeadings);
const prefixes = addressFamilies
  .flatMap((names, family) => names.map((name) => ({ prefix: headingOf(name), family })))
  .sort((one, other) => other.prefix.length - one.prefix.length);

/** Finds the columns by the names in the first record, in any order; those it does not know are ignored and told. */
export function readHeader(
  cells: readonly string[],
): { ok: true; columns: Columns; ignored: readonly string[] } | { ok: false; problems: HeaderProblem[] } {
  const found = cells.flatMap((cell, at) => {
    const one = columnOf(cell);
    return one ? [{ ...one, at }] : [];
  });
  if (found.length === 0) return { ok: false, problems: [{ code: 'no-header' }] };
  const used = ofOneAddress(found);
  const given = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const problems: HeaderProblem[] = required
    .filter((field) => !used.some((one) => one.field === field))
    .map((field) => ({ code: 'column-missing', field, given }));
  const names = used.filter(({ field }) => field === 'name');
  const twice = names.filter(({ tier }) => tier === names[0]?.tier);
  if (twice.length > 1) {
    problems.push({
      code: 'column-twice',
      field: 'name',
      given: twice.map(({ at }) => cells[at]?.trim() ?? ''),
    });
  }
  if (problems.length > 0) return { ok: false, problems };
  const taken = used.filter((one) => one.field === 'country' || one === bestOf(used, one.field));
  const at = Map.groupBy(taken, ({ field }) => field);
  const columns = new Set(taken.map((one) => one.at));
  return {
    ok: true,
    columns: {
      at: Object.fromEntries([...at].map(([field, some]) => [field, some.map((one) => one.at)])),
      width: cells.length,
      microsoftIds: bestOf(used, 'microsoftAccountId')?.tier === 0,
      understood: taken
        .toSorted((one, other) => one.at - other.at)
        .map((one) => ({ heading: cells[one.at]?.trim() ?? '', field: one.field })),
    },
    ignored: cells
      .filter((cell, index) => !columns.has(index) && cell.trim() !== '')
      .map((one) => one.trim()),
  };
}

/** What a heading means, by itself or behind what says which address it belongs to. */
function columnOf(cell: string): Omit<Found, 'at'> | undefined {
  // What stands behind in brackets explains: (text only), (ISO 3166-1).
  const heading = headingOf(cell.replace(/\s*\([^()]*\)\s*$/, ''));
  const whole = read(cell) ?? read(heading);
  if (whole) return { ...whole, family: 0 };
  for (const { prefix, family } of prefixes) {
    if (!heading.startsWith(prefix)) continue;
    const one = read(heading.slice(prefix.length));
    const fits = one && (placeFields.includes(one.field) || one.field === 'duns');
    if (fits) return { ...one, family };
  }
  return undefined;
}

/** The columns that count, the best of each field first: the place is that of one address, not mixed of two. */
function ofOneAddress(found: readonly Found[]): Found[] {
  const families = found.filter(({ field }) => field === 'country').map(({ family }) => family);
  const family = Math.min(...families);
  return found
    .filter(({ field, family: own }) => {
      if (!placeFields.includes(field) || own === family) return true;
      // What says of no address that it is its own goes with any that lacks it.
      return own === 0 && !found.some((other) => other.field === field && other.family === family);
    })
    .sort((one, other) => one.tier - other.tier || one.at - other.at);
}

function bestOf(used: readonly Found[], field: CustomerField): Found | undefined {
  return used.find((one) => one.field === field);
}
