import type { Solution, SolutionKind } from '#domain/referral/referral.ts';
import { isSolutionId } from '#domain/referral/solutions.ts';
import type { SolutionColumn } from './solutionHeadings.ts';

/** What is wrong with a row; `value` is what stands there, cut. */
export type SolutionRowProblem =
  | { code: 'missing'; field: 'id' | 'name' }
  | { code: 'no-solution-id'; field: 'id' }
  | { code: 'too-long'; field: 'name' | 'publisher'; most: number }
  | { code: 'unknown-kind'; field: 'kind'; value: string }
  | { code: 'not-shared'; field: 'kind'; kind: SolutionKind }
  | { code: 'neither-yes-nor-no'; field: 'incentive' | 'ipCosell'; value: string };

export type SolutionReading =
  | { ok: true; solution: Solution }
  | { ok: false; problems: SolutionRowProblem[] };

const kinds: Readonly<Record<string, SolutionKind>> = {
  own: 'own',
  mine: 'own',
  ours: 'own',
  mycompany: 'own',
  microsoft: 'microsoft',
  ms: 'microsoft',
  '1p': 'microsoft',
  firstparty: 'microsoft',
  thirdparty: 'third-party',
  '3rdparty': 'third-party',
  '3p': 'third-party',
  other: 'third-party',
  assessment: 'assessment',
  solutionassessment: 'assessment',
};

const flags: Readonly<Record<string, boolean>> = {
  '': false,
  yes: true,
  y: true,
  true: true,
  ja: true,
  j: true,
  si: true,
  sì: true,
  да: true,
  是: true,
  wahr: true,
  sant: true,
  vero: true,
  истина: true,
  '1': true,
  x: true,
  no: false,
  n: false,
  false: false,
  nein: false,
  nej: false,
  нет: false,
  否: false,
  falsch: false,
  falskt: false,
  falso: false,
  ложь: false,
  'n/a': false,
  '0': false,
  '-': false,
};

const MOST_NAME = 250;
const SHOWN = 60;

/**
 * Reads one row (CR-23). `into`: the catalog it goes into, which decides what a row without kind is, and what may
 * not stand there: only Microsoft's own solutions and assessments are shared by all organizations.
 */
export function readSolutionRow(
  cells: Readonly<Partial<Record<SolutionColumn, string>>>,
  into: 'organization' | 'microsoft',
): SolutionReading {
  const cell = (column: SolutionColumn) => cells[column]?.replace(/\s+/g, ' ').trim() ?? '';
  const [id, name, publisher] = [cell('id'), cell('name'), cell('publisher')];
  const kind = kindOf(cell('kind'), into);
  const incentive = flags[cell('incentive').toLowerCase()];
  const ipCosell = flags[cell('ipCosell').toLowerCase()];
  const problems: SolutionRowProblem[] = [];
  if (id === '') problems.push({ code: 'missing', field: 'id' });
  else if (!isSolutionId(id)) problems.push({ code: 'no-solution-id', field: 'id' });
  if (name === '') problems.push({ code: 'missing', field: 'name' });
  if (name.length > MOST_NAME) problems.push({ code: 'too-long', field: 'name', most: MOST_NAME });
  if (publisher.length > MOST_NAME) problems.push({ code: 'too-long', field: 'publisher', most: MOST_NAME });
  if (kind === undefined) problems.push({ code: 'unknown-kind', field: 'kind', value: cut(cell('kind')) });
  if (into === 'microsoft' && (kind === 'own' || kind === 'third-party')) {
    problems.push({ code: 'not-shared', field: 'kind', kind });
  }
  for (const field of ['incentive', 'ipCosell'] as const) {
    if ((field === 'incentive' ? incentive : ipCosell) !== undefined) continue;
    problems.push({ code: 'neither-yes-nor-no', field, value: cut(cell(field)) });
  }
  if (problems.length > 0 || kind === undefined) return { ok: false, problems };
  return {
    ok: true,
    solution: {
      id,
      name,
      kind,
      ...(publisher && { publisher }),
      ...(incentive && { incentive }),
      ...(ipCosell && { ipCosell }),
    },
  };
}

function kindOf(text: string, into: 'organization' | 'microsoft'): SolutionKind | undefined {
  if (text === '') return into === 'microsoft' ? 'microsoft' : 'own';
  const word = text.toLowerCase().replace(/[^a-z0-9]/g, '');
  return Object.hasOwn(kinds, word) ? kinds[word] : undefined;
}

function cut(text: string): string {
  return text.slice(0, SHOWN);
}
