import { decideEngagement, invitedReferral } from '#domain/engagement/decideEngagement.ts';
import { saidBy } from '#domain/engagement/notes.ts';
import type { EngagementMessage } from '#domain/referral/party.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { Instant } from '#domain/values/instant.ts';
import { consequences, type ReferralEvent } from './consequences.ts';
import { decideReferral } from './decideReferral.ts';

/**
 * What another party's message makes of our record, which is undefined where there is none yet: an invitation makes it
 * (CR-30), everything later brings it up to date. Undefined where nothing changes.
 */
export function takeMessage(
  present: Referral | undefined,
  message: EngagementMessage,
  at: Instant,
): { state: Referral; events: readonly ReferralEvent[] } | undefined {
  const command = { type: 'engagement.receive', at, message } as const;
  if (present) {
    const decision = decideReferral(present, command);
    return decision.ok && decision.state !== present ? decision : undefined;
  }
  const invited = invitedReferral(message);
  if (!invited) return undefined;
  // A card is made once, from what the invitation and the first word of the inviter come to.
  const first = decideEngagement(invited, command);
  const referral = first.ok ? first.state : invited;
  const by = { kind: 'party' as const, organization: message.from.organization };
  const began = consequences(undefined, referral, {
    what: 'partner.invite',
    by,
    at,
    said: saidBy(invited, command),
  });
  return { state: began.state, events: [{ type: 'referral.changed' }, ...began.events] };
}
