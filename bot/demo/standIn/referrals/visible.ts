import { isObject, listIn } from '#bot/demo/standIn/exchange.ts';
import { REFERRALS_ADMIN, type StandInAccount } from '#bot/demo/standIn/signIn/accounts.ts';
import type { Switches } from '#bot/demo/standIn/switches.ts';
import { MSFT, ownerOf, type Records, type StandInRecord } from './records.ts';

/** Who calls, and of which organization. */
export interface ReferralCaller {
  account: StandInAccount;
  organizationId: string;
}

/** An admin sees the referrals of the own locations (CR-2, CR-3), a user those of the own team besides (CR-4). */
export function mayRead(
  { account, organizationId }: ReferralCaller,
  record: StandInRecord,
  records: Records,
  { msftCopies }: Switches,
): boolean {
  if (ownerOf(record) === MSFT) {
    if (msftCopies === 'never') return false;
    const siblings = records.ofEngagement(String(record.referral.engagementId));
    return siblings.some((one) => ownerOf(one) === organizationId && inScope(account, one));
  }
  return ownerOf(record) === organizationId && inScope(account, record);
}

function inScope({ username, roles, locations }: StandInAccount, { referral }: StandInRecord): boolean {
  if (locations !== 'all' && !locations.includes(String(referral.mpnId))) return false;
  if (roles.includes(REFERRALS_ADMIN)) return true;
  return listIn(referral, 'team').some(
    (member) => isObject(member) && String(member.email).toLowerCase() === username,
  );
}
