import { type ReferralRecord, referralDraft, withEvents } from '#app/referral/referralRecord.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import { decideReferral } from '#domain/decide/decideReferral.ts';
import { MICROSOFT } from '#domain/referral/party.ts';
import type { HearMicrosoft } from '#domain/sync/hearMicrosoft.ts';
import type { WireObject } from '#ports/partnerCenter.ts';
import { asInstant } from './moments.ts';
import type { Reading } from './readDeps.ts';

/** `unknown`: nothing of its engagement is here, yet. */
export type MicrosoftOutcome = 'changed' | 'unchanged' | 'unknown';

const MOST_OF_ONE_ENGAGEMENT = 20;

/**
 * Takes in what Microsoft's own record of an engagement says of its standing (CR-9, CR-17): it never becomes a record of
 * ours. Where Microsoft is an organization of this deployment, its own messages tell that.
 */
export async function takeMicrosofts(reading: Reading, row: WireObject): Promise<MicrosoftOutcome> {
  const { organization, organizations, format, onRead, store } = reading;
  if (organizations.byId(MICROSOFT)) return 'unchanged';
  const { id, engagementId, updated } = format.glance(row);
  const read = format.read(row, undefined);
  if (!read.ok) {
    onRead({
      ...{ organization: organization.id, kind: 'unreadable', id },
      paths: read.problems.map(({ path }) => path),
    });
    return 'unchanged';
  }
  if (!engagementId) return 'unchanged';
  const page = await store.list<'referral'>({
    partition: organization.id,
    kind: 'referral',
    where: { engagement: engagementId.toLowerCase() },
    limit: MOST_OF_ONE_ENGAGEMENT,
  });
  if (page.documents.length === 0) return 'unknown';
  const { facts, status } = read.delivery.snapshot;
  const at = reading.clock.now().toISOString();
  const began = facts.createdAt ?? at;
  const command: HearMicrosoft = {
    type: 'sync.microsoft',
    at,
    seq: Date.parse(updated) || 0,
    standing: {
      stage: status.stage,
      since: status.stage === 'received' ? began : (status.at ?? (asInstant(updated) || began)),
      ...(status.stage === 'closed' && { outcome: status.outcome, reason: status.reason }),
      ...(facts.salesStage !== undefined && { salesStage: facts.salesStage }),
    },
  };
  let outcome: MicrosoftOutcome = 'unchanged';
  for (const document of page.documents) {
    if (!(await hear(reading, document.id, command))) continue;
    outcome = 'changed';
    onRead({
      ...{ organization: organization.id, kind: 'taken', outcome: 'microsoft' },
      id: document.body.referral.id,
    });
  }
  if (outcome === 'changed') reading.wake();
  return outcome;
}

async function hear(reading: Reading, documentId: string, command: HearMicrosoft): Promise<boolean> {
  const commandId = reading.newId();
  const { id } = reading.organization;
  return changeDocument<'referral', boolean>(reading, id, documentId, (document) => {
    if (!document) return { result: false };
    const decision = decideReferral(document.body.referral, command);
    if (!decision.ok || decision.state === document.body.referral) return { result: false };
    const record: ReferralRecord = { ...document.body, referral: decision.state };
    const next = withEvents(record, decision.events, reading.clock.now(), { id: commandId, remember: false });
    return { draft: referralDraft(next, document.lease), result: true };
  });
}
