/** Whole numbers by name; one that is zero does not stand there. */
export type Cells = Readonly<Record<string, number>>;

/** Sums of many deals, with the same by location and by person where they are told apart. */
export interface Sums {
  cells: Cells;
  places?: Readonly<Record<string, Cells>> | undefined;
  people?: Readonly<Record<string, Cells>> | undefined;
}

export const noSums: Sums = { cells: {} };

/** Where those are counted for whom a document has no place left. */
export const OTHERS = 'others';

/** So many locations, and so many people, are told apart in one document: it must stay small. */
export const MOST_ROWS = 400;

/** The sums with a difference added. */
export function plus(sums: Sums, more: Sums, mostRows = MOST_ROWS): Sums {
  return {
    cells: plusCells(sums.cells, more.cells),
    ...rowsOf('places', plusRows(sums.places, more.places, mostRows)),
    ...rowsOf('people', plusRows(sums.people, more.people, mostRows)),
  };
}

/** The same with every number turned into its opposite. */
export function negative(sums: Sums): Sums {
  const rows = (all: Sums['places']) =>
    all && Object.fromEntries(Object.entries(all).map(([name, cells]) => [name, negativeCells(cells)]));
  return {
    cells: negativeCells(sums.cells),
    ...rowsOf('places', rows(sums.places)),
    ...rowsOf('people', rows(sums.people)),
  };
}

/** Whether no number stands in the sums. */
export function isNothing({ cells, places = {}, people = {} }: Sums): boolean {
  return [cells, places, people].every((all) => Object.keys(all).length === 0);
}

function rowsOf<K extends 'places' | 'people'>(name: K, rows: Sums[K]): Pick<Sums, K> | object {
  return rows && Object.keys(rows).length > 0 ? { [name]: rows } : {};
}

function plusCells(cells: Cells, more: Cells): Cells {
  const sums: Record<string, number> = { ...cells };
  for (const [name, number] of Object.entries(more)) {
    const sum = (sums[name] ?? 0) + number;
    if (sum === 0) delete sums[name];
    else sums[name] = sum;
  }
  return sums;
}

function negativeCells(cells: Cells): Cells {
  return Object.fromEntries(Object.entries(cells).map(([name, number]) => [name, -number]));
}

function plusRows(rows: Sums['places'], more: Sums['places'], most: number): Sums['places'] {
  const sums: Record<string, Cells> = { ...rows };
  for (const [name, cells] of Object.entries(more ?? {})) {
    const row = placeOf(sums, name, cells, most);
    const sum = plusCells(sums[row] ?? {}, cells);
    if (Object.keys(sum).length === 0) delete sums[row];
    else sums[row] = sum;
  }
  return sums;
}

/** Whoever found no place is taken out of the others again; the sum of all is right in any case. */
function placeOf(rows: Readonly<Record<string, Cells>>, name: string, cells: Cells, most: number): string {
  if (Object.hasOwn(rows, name)) return name;
  const taken = Object.values(cells).some((number) => number < 0);
  if (taken && Object.hasOwn(rows, OTHERS)) return OTHERS;
  return Object.keys(rows).length < most ? name : OTHERS;
}
