import { solutionId } from '#bot/config/organizationEntry.ts';
import type { Solution, SolutionKind } from '#domain/referral/referral.ts';
import type { SolutionColumn } from './solutionHeadings.ts';

export type SolutionRow = { ok: true; solution: Solution } | { ok: false; problem: string };

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

/**
 * Reads one line (CR-23). `into`: the catalog it goes into, which decides what a line without kind is, and what may
 * not stand there: only Microsoft's own solutions and assessments are shared by all organizations.
 */
export function readSolutionRow(
  cells: Readonly<Partial<Record<SolutionColumn, string>>>,
  into: 'organization' | 'microsoft',
): SolutionRow {
  const cell = (column: SolutionColumn) => cells[column]?.replace(/\s+/g, ' ').trim() ?? '';
  const [id, name, publisher] = [cell('id'), cell('name'), cell('publisher')];
  const kind = kindOf(cell('kind'), into);
  const incentive = flags[cell('incentive').toLowerCase()];
  const ipCosell = flags[cell('ipCosell').toLowerCase()];
  const problems = [
    ...(id === '' ? ['the id is missing'] : []),
    ...(id !== '' && !solutionId.test(id)
      ? ['the id must have 1 to 100 characters without blanks and commas']
      : []),
    ...(name === '' ? ['the name is missing'] : []),
    ...(name.length > MOST_NAME ? [`the name is longer than ${MOST_NAME} characters`] : []),
    ...(publisher.length > MOST_NAME ? [`the publisher is longer than ${MOST_NAME} characters`] : []),
    ...(kind === undefined
      ? [`the kind ${quoted(cell('kind'))} is none of own, microsoft, third-party, assessment`]
      : []),
    ...(into === 'microsoft' && (kind === 'own' || kind === 'third-party')
      ? [`a solution of the kind ${kind} belongs to one organization: import it with --organization`]
      : []),
    ...(incentive === undefined ? [`incentive ${quoted(cell('incentive'))} is neither yes nor no`] : []),
    ...(ipCosell === undefined ? [`IP co-sell ${quoted(cell('ipCosell'))} is neither yes nor no`] : []),
  ];
  if (problems.length > 0 || kind === undefined) return { ok: false, problem: problems.join('; ') };
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

function quoted(text: string): string {
  return `"${text.slice(0, 60)}"`;
}
