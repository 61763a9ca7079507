import type { SolutionColumn } from '#app/import/solutionHeadings.ts';
import type { SolutionLineProblem, SolutionTableProblem } from '#app/import/solutions.import.ts';
import { sourceWords } from './problemWords.ts';

/** The columns as people are told of them. */
const columnWords: Readonly<Record<SolutionColumn, string>> = {
  id: 'id',
  name: 'name',
  kind: 'kind',
  publisher: 'publisher',
  incentive: 'incentive',
  ipCosell: 'IP co-sell',
};

/** What is wrong with a row of a table of solutions, for whoever prepares it. */
export function solutionWords(problem: SolutionLineProblem): string {
  switch (problem.code) {
    case 'missing':
      return `the ${columnWords[problem.field]} is missing`;
    case 'no-solution-id':
      return 'the id must have 1 to 100 characters without blanks and commas';
    case 'too-long':
      return `the ${columnWords[problem.field]} is longer than ${problem.most} characters`;
    case 'unknown-kind':
      return `the kind "${problem.value}" is none of own, microsoft, third-party, assessment`;
    case 'not-shared':
      return `a solution of the kind ${problem.kind} belongs to one organization: import it with --organization`;
    case 'neither-yes-nor-no':
      return `${columnWords[problem.field]} "${problem.value}" is neither yes nor no`;
    case 'twice':
      return `the id ${problem.id} stands in line ${problem.line} already`;
    case 'too-many-cells':
      return `${problem.cells} values, but the heading has ${problem.columns} columns: a value with a separator in it needs quotes`;
    case 'undecodable':
      return "there are characters that can't be read: save the file as UTF-8";
    default:
      return sourceWords(problem.code);
  }
}

/** The column that a problem is about, as people are told of it; undefined for the row as a whole. */
export function columnOf(problem: SolutionLineProblem): string | undefined {
  if ('field' in problem) return columnWords[problem.field];
  return 'heading' in problem ? problem.heading : undefined;
}

/** Why nothing of a table of solutions can be taken over. */
export function solutionTableWords(problem: SolutionTableProblem): string {
  return problem.code === 'columns-missing'
    ? `has ${problem.missing.map((column) => `no column ${columnWords[column]}`).join(' and ')} (see docs/solutions.md)`
    : `${sourceWords(problem.code)} (line ${problem.line})`;
}
