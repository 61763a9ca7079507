import type { Referral } from '#domain/referral/referral.ts';
import type { Instant } from '#domain/values/instant.ts';
import { isUndecided } from './takingPart.ts';

/** Since when the oldest invitation of an open deal waits for its answer, or for it again; undefined where none does. */
export function unansweredSince({
  stage,
  parties = [],
}: Pick<Referral, 'parties' | 'stage'>): Instant | undefined {
  if (stage === 'closed') return undefined;
  const since = parties.filter(isUndecided).flatMap(({ invited, reminded }) => reminded ?? invited?.at ?? []);
  return since.sort()[0];
}
