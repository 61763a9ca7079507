import type { CardJson } from '../expand.ts';
import type { ReferralCardView } from './view.ts';

/** The last changes of the deal. */
export function historyOf(_view: ReferralCardView): CardJson[] {
  return [];
}
