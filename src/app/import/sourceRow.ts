/** Why a record has no cells; `no-row` and `no-plain-value` are said of rows in JSON, `encoding` and `workbook` are said of a whole file. */
export type SourceProblem =
  | 'quote-not-closed'
  | 'line-too-long'
  | 'malformed'
  | 'no-row'
  | 'no-plain-value'
  | 'encoding'
  | 'workbook';

/** One record of a table: its cells, or why it has none. */
export interface SourceRow {
  /** The line of the file on which it begins, or the number of a row in JSON, from 1. */
  line: number;
  /** `heading`: the column in which it is, where that is known. */
  record: readonly string[] | { problem: SourceProblem; heading?: string | undefined };
}

/** Whether a file can't be read at all: nothing of it may be taken over. */
export function isHopeless(problem: SourceProblem): problem is 'encoding' | 'workbook' {
  return problem === 'encoding' || problem === 'workbook';
}
