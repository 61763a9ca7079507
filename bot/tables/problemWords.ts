import type { CustomerField } from '#app/import/customerHeadings.ts';
import type { FileProblem, LineProblem } from '#app/import/customers.import.ts';
import type { SourceProblem } from '#app/import/sourceRow.ts';

/** The fields as people are told of them. */
export const fieldWords: Readonly<Record<CustomerField, string>> = {
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
      return `${fieldWords[problem.field]} is missing`;
    case 'too-long':
      return `${fieldWords[problem.field]} is longer than ${problem.most} characters`;
    case 'no-letters':
      return `${fieldWords[problem.field]} "${problem.value}" has no letter or digit`;
    case 'unknown-country':
      return `"${problem.value}" is no country: its two letters (ISO 3166-1, such as US or DE) or its name`;
    case 'not-duns':
      return `"${problem.value}" is no D-U-N-S number: nine digits (a spreadsheet may have dropped zeros in front)`;
    case 'placeholder-duns':
      return `"${problem.value}" is a D-U-N-S number that no company has`;
    case 'foreign-id':
      return `"${problem.value}" looks like the id of another system, not like a Microsoft account id`;
    case 'undecodable':
      return `${fieldWords[problem.field]} has characters that can't be read: save the file as UTF-8`;
    case 'too-many-cells':
      return `${problem.cells} values, but the header has ${problem.columns} columns: a value with a separator in it needs quotes`;
    default:
      return sourceWords(problem.code);
  }
}

/** The field that a problem of a line is about, as people are told of it; undefined for the line as a whole. */
export function fieldOf(problem: LineProblem): string | undefined {
  switch (problem.code) {
    case 'unknown-country':
      return fieldWords.country;
    case 'not-duns':
    case 'placeholder-duns':
      return fieldWords.duns;
    case 'foreign-id':
      return fieldWords.microsoftAccountId;
    default:
      return 'field' in problem
        ? fieldWords[problem.field]
        : 'heading' in problem
          ? problem.heading
          : undefined;
  }
}

/** What of a line is left out, while the customer is taken over. */
export function leftOutWords(problems: readonly LineProblem[]): string {
  return `taken over without ${problems.map((problem) => `${fieldOf(problem)}: ${lineWords(problem)}`).join('; without ')}`;
}

/** Why a record of a file, or the whole file, can't be read. */
export function sourceWords(problem: SourceProblem): string {
  switch (problem) {
    case 'quote-not-closed':
      return 'a value begins with a quote that is never closed';
    case 'line-too-long':
      return 'the line is longer than 1 MB';
    case 'malformed':
      return "the quotes don't match";
    case 'no-row':
      return 'is no row: an object with names of columns and values';
    case 'no-plain-value':
      return 'a value is neither text nor number, true, false or null';
    case 'encoding':
      return 'the file is neither UTF-8 nor UTF-16: save it as "CSV UTF-8" (other encodings would change letters)';
    case 'workbook':
      return 'this is a workbook, not a CSV file: save it as "CSV UTF-8"';
  }
}

/** Why a whole file can't be imported. */
export function headerWords(problem: FileProblem): string {
  switch (problem.code) {
    case 'encoding':
      return `${sourceWords('encoding')}; line ${problem.line} shows it`;
    case 'workbook':
      return sourceWords('workbook');
    case 'empty':
      return 'the file is empty';
    case 'no-header':
      return 'the first line has no names of columns: it must have at least name and country';
    case 'column-missing':
      return `there is no column for the ${fieldWords[problem.field]}; the columns are: ${problem.given.join(', ')}`;
    case 'column-twice':
      return `more than one column is for the ${fieldWords[problem.field]}: ${problem.given.join(', ')}`;
  }
}
