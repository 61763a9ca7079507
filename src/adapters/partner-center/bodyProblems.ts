import type { z } from 'zod';
import type { BodyProblem } from '#ports/partnerCenter.ts';

/** Whoever sends twenty mistakes makes one of them twenty times; to spell out thousands would stop everybody else. */
const MOST_PROBLEMS = 20;

/** What is wrong with a body, each by its path as the sender spells it; what is beyond twenty is counted. */
export function bodyProblems(
  issues: readonly z.core.$ZodIssue[],
  more: readonly BodyProblem[],
  body: unknown,
): BodyProblem[] {
  const count = issues.length + more.length;
  const room = count > MOST_PROBLEMS ? MOST_PROBLEMS - 1 : MOST_PROBLEMS;
  const named = [
    ...more.map(({ path, message }) => ({ path: spelledPath([path], body), message })),
    ...issues.slice(0, Math.max(0, room - more.length)).map((issue) => problemOf(issue, body)),
  ];
  if (count <= named.length) return named;
  return [...named, { path: '', message: `and ${count - named.length} more problems` }];
}

function problemOf(issue: z.core.$ZodIssue, body: unknown): BodyProblem {
  const path = spelledPath(issue.path, body);
  if (issue.code === 'invalid_type') {
    return {
      path,
      message: issue.message.endsWith('undefined') ? 'is required' : `must be ${article(issue.expected)}`,
    };
  }
  return { path, message: issue.code === 'custom' ? issue.message : 'has a value of the wrong kind' };
}

function article(kind: string): string {
  return /^[aeiou]/.test(kind) ? `an ${kind}` : `a ${kind}`;
}

/** The path with the names as documented or, where the sender spelled them in its own way, as the sender did. */
export function spelledPath(path: readonly PropertyKey[], body: unknown): string {
  let here: unknown = body;
  return path
    .flatMap((step) => {
      if (typeof step === 'number') {
        // A single member may stand where a list is read.
        if (!Array.isArray(here)) return [];
        here = here[step];
        return [String(step)];
      }
      const names = here !== null && typeof here === 'object' ? Object.keys(here) : [];
      const name =
        names.find((one) => one.toLowerCase() === String(step)) ??
        documentedNames.find((one) => one.toLowerCase() === String(step)) ??
        String(step);
      here = (here as Record<string, unknown> | undefined)?.[name];
      return [name];
    })
    .join('.');
}

const documentedNames = [
  'customerProfile',
  'createdDateTime',
  'updatedDateTime',
  'expirationDateTime',
  'acceptedDateTime',
  'closedDateTime',
  'closingDateTime',
  'inviteContext',
];
