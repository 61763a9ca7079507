/** What a decision record says of itself above its text. */
interface Heading {
  title?: string | undefined;
  status?: string | undefined;
  date?: string | undefined;
}

/**
 * What is missing or differs in decision records: each says its number, title, status and date, and the index has one
 * row for each that says the same.
 *
 * @param records Text of each record by the name of its file, such as `0001-layers.md`.
 */
export function recordProblems(records: Readonly<Record<string, string>>, index: string): string[] {
  const names = Object.keys(records).sort();
  const expected = names.map((name) => indexRow(name, headingOf(name, records[name] ?? '')));
  const rows = rowsOf(index);
  return [
    ...names.flatMap((name, place) => [
      // Several are written at once, each with its number: a gap closes when the others come.
      ...(numberOf(name) === numberOf(names[place - 1] ?? '') ? [`${name}: its number is taken`] : []),
      ...missingIn(headingOf(name, records[name] ?? '')).map((what) => `${name}: no ${what}`),
    ]),
    ...expected.filter((row) => !rows.includes(row)).map((row) => `the index lacks ${row}`),
    ...rows.filter((row) => !expected.includes(row)).map((row) => `the index has, but no record says ${row}`),
  ];
}

function headingOf(name: string, text: string): Heading {
  const lines = text.split(/^## /m, 1)[0] ?? '';
  return {
    title: new RegExp(`^# ${numberOf(name)}\\. (.+)\n`).exec(lines)?.[1],
    status: /^- Status: (accepted|(?:accepted, in part )?superseded by \[\d+\]\(\d{4}-[\w-]+\.md\))$/m.exec(
      lines,
    )?.[1],
    date: /^- Date: (\d{4}-\d\d-\d\d)$/m.exec(lines)?.[1],
  };
}

function missingIn({ title, status, date }: Heading): string[] {
  return Object.entries({ title, status, date })
    .filter(([, found]) => !found)
    .map(([what]) => what);
}

function indexRow(name: string, { title, status, date }: Heading): string {
  return [numberOf(name), `[${title}](${name})`, status, date].join(' | ');
}

function rowsOf(index: string): string[] {
  return [...index.matchAll(/^\|\s*(\d+ .*) \|$/gm)].map(([, cells = '']) =>
    cells
      .split('|')
      .map((cell) => cell.trim())
      .join(' | '),
  );
}

function numberOf(name: string): number {
  return Number(name.slice(0, 4));
}
