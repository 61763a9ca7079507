import type { EscalationTarget } from '#domain/referral/referral.ts';
import type { Why } from './why.ts';

/** Whether somebody is told that nobody answered: the admins of the location first, then those of the whole company. */
export function isToldOf(to: EscalationTarget, why: Why): boolean {
  return why === (to === 'location' ? 'location-admin' : 'admin') || (to === 'company' && why === 'everyone');
}
