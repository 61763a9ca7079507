import { hasMicrosoft } from '#domain/referral/dealType.ts';
import { MICROSOFT, type Party } from '#domain/referral/party.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { isAssessment } from '#domain/referral/solutions.ts';
import { MOST_PARTIES } from './engagement.ts';
import { partyOf, standingOf, takesPart } from './takingPart.ts';

/** Why somebody can't be invited; each code has words in every language. */
export const inviteProblems = [
  'invite-closed',
  'invite-received',
  'invite-assessment',
  'invite-inbound-partner',
  'invite-inbound-microsoft',
  'invite-self',
  'invite-already',
  'invite-microsoft-already',
  'invite-too-many',
] as const;
export type InviteProblem = (typeof inviteProblems)[number];

/**
 * The one place that says who may still be invited to a deal (CR-31 to CR-33): nobody to a closed one or to a solution
 * assessment, nobody from an inbound record, Microsoft once, a partner not again while its invitation is open or
 * accepted. Undefined where the organization may be invited.
 */
export function inviteProblem(referral: Referral, organization: string): InviteProblem | undefined {
  const microsoft = organization === MICROSOFT;
  if (referral.stage === 'closed') return 'invite-closed';
  if (referral.solutions?.some(isAssessment)) return 'invite-assessment';
  if (referral.direction === 'inbound')
    return microsoft ? 'invite-inbound-microsoft' : 'invite-inbound-partner';
  if (referral.stage === 'received') return 'invite-received';
  if (organization === referral.organization) return 'invite-self';
  const party = partyOf(referral, organization);
  if (party && isTaken(party)) return microsoft ? 'invite-microsoft-already' : 'invite-already';
  if (microsoft && !party && hasMicrosoft({ ...referral, microsoft: undefined, partnerLed: undefined }))
    return 'invite-microsoft-already';
  if (!party && (referral.parties ?? []).length >= MOST_PARTIES) return 'invite-too-many';
  return undefined;
}

/** Whether an invitation is open or was accepted, whatever became of the deal over there (CR-33). */
function isTaken(party: Party): boolean {
  return takesPart(party) || standingOf(party).outcome === 'lost';
}
