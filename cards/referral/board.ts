import type { CardJson } from '../expand.ts';
import type { ReferralCardView } from './view.ts';

/** The invitation board: every other party with its status, its part, since when, and who decided (CR-30). */
export function boardOf(_view: ReferralCardView): CardJson[] {
  return [];
}
