import type { CardJson } from '../expand.ts';
import type { ReferralCardView } from './view.ts';

/** What makes the deal eligible for registration, and how its registration stands (CR-44 to CR-48). */
export function registrationOf(_view: ReferralCardView): CardJson[] {
  return [];
}
