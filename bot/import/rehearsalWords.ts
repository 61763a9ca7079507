import type { CustomerFacts } from '#ports/customers.ts';

/** So many customers show whether the columns were understood. */
export const MOST_SHOWN = 5;

/** How the columns of a file were understood, for a dry run. */
export function columnLines(
  understood: readonly { heading: string; field: string }[],
  ignored: readonly string[],
): string[] {
  return [
    'Columns as understood:',
    ...understood.map(({ heading, field }) => `  ${field} <- ${heading}`),
    ...(ignored.length > 0 ? [`Columns that mean nothing here: ${ignored.join(', ')}`] : []),
  ];
}

/** A customer as it would be taken over, on one line. */
export function customerLine(line: number, facts: CustomerFacts): string {
  const { name, addressLines, city, state, postalCode, country, duns, microsoftAccountId } = facts;
  const place = [...addressLines, city, state, postalCode, country].filter((part) => part);
  const numbers = [duns && `D-U-N-S ${duns}`, microsoftAccountId && `Microsoft ${microsoftAccountId}`];
  return `  line ${line}: ${[name, place.join(', '), ...numbers].filter((part) => part).join(' | ')}`;
}
