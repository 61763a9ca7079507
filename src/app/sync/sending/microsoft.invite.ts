import type { ReferralRecord } from '#app/referral/referralRecord.ts';
import type { Fetched } from '#ports/partnerCenterApi.ts';
import { askFor, attemptAt, LOOK_AGAIN, refusalIn, wouldBeListed } from './creatingThere.ts';
import { lookThrough } from './listPages.ts';
import { conclude, idOf, noteBeside, refuse, type Sending, takeAnswer } from './sending.ts';
import { usualRules } from './syncRules.ts';

/**
 * Invites Microsoft to a deal that is in Partner Center (CR-25, CR-26), once: by a second record of the same engagement,
 * which is looked for before. Where one can't find out whether an invitation arrived, a person has to look there. Returns
 * 'on', or the milliseconds after which to look again. Throws UnavailableError when Partner Center or the store is away.
 */
export async function inviteMicrosoft(
  sending: Sending,
  record: ReferralRecord,
  there: Fetched,
): Promise<'on' | number> {
  const { deps, organization } = sending;
  const { referral, creating } = record;
  const read = deps.format.read(there.wire, organization);
  const engagementId = read.ok ? read.delivery.snapshot.facts.engagementId : undefined;
  if (engagementId === undefined) return refused(sending, record, { code: 'not-sendable' });
  const found = await findMicrosofts(sending, engagementId);
  if (typeof found === 'object') return invited(sending);
  if (creating?.step === 'microsoft' && creating.unsure) {
    if (!wouldBeListed(sending, creating)) return LOOK_AGAIN;
    const { microsoftListed } = deps.syncRules ?? usualRules;
    if (!microsoftListed || found === 'unsure') return refused(sending, record, { code: 'unsure' });
  }
  const noted = await noteBeside(sending, referral, (now) => ({
    creating: attemptAt(sending, now, 'microsoft'),
  }));
  if (!noted) return 'on';
  const body = deps.syncFormat.microsoftBody(noted.referral, organization, engagementId);
  const outcome = await askFor(sending, noted, body);
  if (outcome.kind === 'done') {
    // The answer may be Microsoft's record or our own.
    if (idOf(outcome.referral.wire) === idOf(there.wire)) await takeAnswer(sending, outcome.referral);
    return invited(sending);
  }
  const refusal = refusalIn(outcome);
  // Microsoft takes part already.
  if (refusal.status === 409) return invited(sending);
  return refused(sending, noted, refusal);
}

function findMicrosofts({ deps, api, organization }: Sending, engagementId: string) {
  return lookThrough(api, { kind: 'engagement', engagementId }, async (rows) =>
    rows.find((wire) => deps.syncFormat.isMicrosofts(wire, organization)),
  );
}

async function invited(sending: Sending): Promise<'on'> {
  await conclude(sending, (at) => ({ type: 'sync.sent', at, fields: ['microsoft'] }));
  return 'on';
}

async function refused(
  sending: Sending,
  { referral }: ReferralRecord,
  refusal: Parameters<typeof refuse>[3],
): Promise<'on'> {
  await refuse(sending, referral, ['microsoft'], refusal);
  return 'on';
}
