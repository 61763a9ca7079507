import type { z } from 'zod';

/** What is wrong with a value of a file of settings, for whoever writes it. */
export function issueWords(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `there is no setting ${issue.keys.join(', ')}`;
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.join(', ')}`;
  if (issue.code === 'too_small') return limitWords('at least', Number(issue.minimum), issue.origin);
  if (issue.code === 'too_big') return limitWords('at most', Number(issue.maximum), issue.origin);
  if (issue.code !== 'invalid_type') return issue.message;
  return issue.message.endsWith('undefined') ? 'is missing' : `must be of type ${issue.expected}`;
}

function limitWords(which: 'at least' | 'at most', limit: number, origin: string): string {
  if (origin === 'array') return `must have ${which} ${limit === 1 ? 'one entry' : `${limit} entries`}`;
  if (origin === 'string') {
    return limit === 1 ? 'must not be empty' : `must have ${which} ${limit} characters`;
  }
  return `must be ${which} ${limit}`;
}
