import type { ConnectionRecord } from '#app/sync/connectionRecord.ts';
import { microsoftElsewhere, standingOf } from '#domain/engagement/takingPart.ts';
import { hasMicrosoft } from '#domain/referral/dealType.ts';
import { MICROSOFT } from '#domain/referral/party.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { plusSeconds } from '#domain/values/instant.ts';
import { type Claim, changeHeld } from './heldConnection.ts';
import type { Reading } from './readDeps.ts';
import { readEngagement } from './wanted.read.ts';

/** Seconds between two rounds: Microsoft has fourteen days to decide, and a webhook tells it at once. */
const EVERY = 4 * 3_600;
const AT_ONCE = 10;

/**
 * Whether it is to be asked how Microsoft stands in our open deals: where lists don't show its records, nothing else
 * tells of it but a webhook. A deal that Microsoft has closed for itself is not asked for.
 */
export function roundIsDue({ organizations, clock }: Reading, record: ConnectionRecord): boolean {
  if (record.listsMicrosoft || organizations.byId(MICROSOFT)) return false;
  const { round } = record;
  return !round || round.next !== undefined || plusSeconds(round.at, EVERY) <= clock.now().toISOString();
}

/** The next few deals of a round, one request each. */
export async function goRound(reading: Reading, claim: Claim, { round }: ConnectionRecord): Promise<void> {
  const { store, organization } = reading;
  const page = await store.list<'referral'>({
    partition: organization.id,
    kind: 'referral',
    where: { stage: 'accepted', direction: 'outbound' },
    orderBy: { field: 'created', direction: 'ascending' },
    limit: AT_ONCE,
    ...(round?.next !== undefined && { cursor: round.next }),
  });
  for (const { body } of page.documents) {
    if (isAwaited(body.referral)) await readEngagement(reading, body.referral.engagementId);
  }
  const now = reading.clock.now().toISOString();
  const at = round?.next === undefined ? now : round.at;
  await changeHeld(reading, claim, (present) => ({
    ...present,
    round: { at, ...(page.cursor !== undefined && { next: page.cursor }) },
  }));
}

function isAwaited(referral: Referral): boolean {
  const microsoft = microsoftElsewhere(referral);
  if (microsoft) return standingOf(microsoft).stage !== 'closed';
  return referral.engagementId !== undefined && hasMicrosoft(referral);
}
