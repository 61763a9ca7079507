/** Why a record has no cells; `encoding` and `workbook` are said of a whole file. */
export type SourceProblem = 'quote-not-closed' | 'line-too-long' | 'malformed' | 'encoding' | 'workbook';

/** One record of a file: its cells, or why it has none. */
export interface SourceRow {
  /** The line of the file on which it begins, from 1. */
  line: number;
  record: readonly string[] | { problem: SourceProblem };
}

/** Whether a file can't be read at all: nothing of it may be taken over. */
export function isHopeless(problem: SourceProblem): problem is 'encoding' | 'workbook' {
  return problem === 'encoding' || problem === 'workbook';
}
