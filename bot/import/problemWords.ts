import type { CustomerField, HeaderProblem } from '#app/import/customerColumns.ts';
import type { LineProblem } from '#app/import/customers.import.ts';

const fields: Readonly<Record<CustomerField, string>> = {
  name: 'name',
  address: 'address',
  address2: 'address2',
  city: 'city',
  state: 'state',
  postalCode: 'postal code',
  country: 'country',
  duns: 'D-U-N-S',
  microsoftAccountId: 'Microsoft account id',
};

/** What is wrong with a line, for whoever prepares the file. */
export function lineWords(problem: LineProblem): string {
  switch (problem.code) {
    case 'missing':
      return `${fields[problem.field]} is missing`;
    case 'too-long':
      return `${fields[problem.field]} is longer than ${problem.most} characters`;
    case 'no-letters':
      return `${fields[problem.field]} "${problem.value}" has no letter or digit`;
    case 'unknown-country':
      return `"${problem.value}" is no country: its two letters (ISO 3166-1, such as US or DE) or its English name`;
    case 'not-duns':
      return `"${problem.value}" is no D-U-N-S number: nine digits (a spreadsheet may have dropped zeros in front)`;
    case 'undecodable':
      return `${fields[problem.field]} has characters that can't be read: save the file as UTF-8`;
    case 'too-many-cells':
      return `${problem.cells} values, but the header has ${problem.columns} columns: a value with a separator in it needs quotes`;
    case 'quote-not-closed':
      return 'a value begins with a quote that is never closed';
    case 'line-too-long':
      return 'the line is longer than 64 KB';
    case 'malformed':
      return "the quotes don't match";
  }
}

/** Why a whole file can't be imported. */
export function headerWords(problem: HeaderProblem | { code: 'empty' }): string {
  switch (problem.code) {
    case 'empty':
      return 'the file is empty';
    case 'no-header':
      return 'the first line has no names of columns: it must have at least name and country (a spreadsheet has to be saved as CSV first)';
    case 'column-missing':
      return `there is no column for the ${fields[problem.field]}; the columns are: ${problem.given.join(', ')}`;
    case 'column-twice':
      return `more than one column is for the ${fields[problem.field]}: ${problem.given.join(', ')}`;
  }
}
