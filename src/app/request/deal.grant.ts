import { handOverDeal } from '#app/deal/deal.handover.ts';
import { phoneOf } from '#app/draft/phoneOf.ts';
import { type Colleague, findColleagues } from '#app/organization/colleague.find.ts';
import type { DecideDeps, DecideInput, DecideOutcome } from '#app/referral/decideRecord.ts';
import { readReferralRecord } from '#app/referral/referral.read.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { may } from '#domain/referral/rights.ts';
import type { Organization } from '#ports/organizations.ts';
import { accessRequestId, accessRequestPartition } from './accessRequestRecord.ts';

/** Why a colleague can't take a deal: no rights here, none for its location, or no address. */
export type Obstacle = 'no-member' | 'elsewhere' | 'no-address';

export type GrantOutcome =
  | { kind: 'decided'; outcome: DecideOutcome; colleague: Colleague }
  | { kind: 'obstacle'; obstacle: Obstacle; colleague: Colleague; referral: Referral }
  /** The request was answered before, and the deal has gone on since: to somebody else, or back to nobody. */
  | { kind: 'settled'; state: 'granted' | 'taken'; colleague: Colleague; referral: Referral }
  /** There is no such request, or it may not be granted by this person. */
  | { kind: 'unknown' };

/** What stands in the way of somebody taking a deal: whoever is in its team must also be allowed to see it (CR-4). */
export function obstacleFor(colleague: Colleague, referral: Referral): Obstacle | undefined {
  const { name, email, member } = colleague;
  if (!member) return 'no-member';
  if (!email) return 'no-address';
  const joined = { ...referral, team: [...referral.team, { name, email }] };
  return may(member, 'referral.view', joined) ? undefined : 'elsewhere';
}

/**
 * Grants a request for a deal: it is handed over to the one who asked. Granting it again changes nothing, also
 * where the deal was handed on since. The request itself is settled by the worker, as after every change of a deal.
 */
export async function grantDeal(
  deps: DecideDeps,
  organization: Organization,
  input: DecideInput & { askerId: string },
): Promise<GrantOutcome> {
  const [record, ask] = await Promise.all([
    readReferralRecord(deps, { organization: organization.id, referralId: input.referralId }),
    deps.store.read<'ask'>(
      accessRequestPartition(organization.id, input.referralId),
      accessRequestId(input.askerId),
    ),
  ]);
  if (!record || !ask || !may(input.member, 'deal.grant', record.referral)) return { kind: 'unknown' };
  const { referral } = record;
  const [tenantId = '', accountId = ''] = input.askerId.split(':');
  const [colleague] = await findColleagues(deps, organization, { accountId, tenantId });
  if (!colleague) return { kind: 'unknown' };
  const { state } = ask.body;
  const moved = referral.stage !== 'closed' && referral.holder !== colleague.email;
  if (moved && (state === 'granted' || state === 'taken')) {
    return { kind: 'settled', state: referral.holder ? 'taken' : state, colleague, referral };
  }
  const obstacle = obstacleFor(colleague, referral);
  if (obstacle) return { kind: 'obstacle', obstacle, colleague, referral };
  const { name, email } = colleague;
  const phone = await phoneOf(deps, organization.id, colleague.person?.personId);
  const outcome = await handOverDeal(deps, { ...input, to: { name, email, phone } });
  return { kind: 'decided', outcome, colleague };
}
