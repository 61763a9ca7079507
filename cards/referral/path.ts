import type { CardJson } from '../expand.ts';
import type { ReferralCardView } from './view.ts';

/** The sales stages as a visible path, with the present one (CR-40, CR-41). */
export function pathOf(_view: ReferralCardView): CardJson[] {
  return [];
}
