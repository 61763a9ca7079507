import { type ReceiveDeps, receiveReferral } from '#app/referral/referral.receive.ts';
import {
  type ReferralRecord,
  referralDocumentId,
  referralDraft,
  withEvents,
} from '#app/referral/referralRecord.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import type { Holding } from '#app/store/workerDeps.ts';
import { decideReferral } from '#domain/decide/decideReferral.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { outward } from '#domain/referral/standing.ts';
import type { SyncField, SyncRefusal } from '#domain/referral/unsynced.ts';
import type { SyncCommand } from '#domain/sync/decideSync.ts';
import { sendable } from '#domain/sync/decideSync.ts';
import { isPlain, sameField } from '#domain/sync/differences.ts';
import type { Organization } from '#ports/organizations.ts';
import type { ReferralFormat, WireObject } from '#ports/partnerCenter.ts';
import type { Connections, Fetched, PartnerCenterApi, SyncFormat } from '#ports/partnerCenterApi.ts';
import type { SyncRules } from './syncRules.ts';

export interface SendDeps extends ReceiveDeps {
  connections: Connections;
  format: Pick<ReferralFormat, 'read'>;
  syncFormat: SyncFormat;
  /** `usualRules` where it is absent. */
  syncRules?: SyncRules | undefined;
}

/** One deal that is being brought to Partner Center. */
export interface Sending {
  deps: SendDeps;
  api: PartnerCenterApi;
  organization: Organization;
  /** Our id. */
  referralId: string;
  /** Whether nobody else does it by now: a record must not be asked for twice. */
  holding: Holding;
}

/** The record as it is now for Partner Center: a decision that can still be taken back was not made. */
export async function recordOf({
  deps,
  organization,
  referralId,
}: Sending): Promise<ReferralRecord | undefined> {
  const id = referralDocumentId(referralId);
  const record = (await deps.store.read<'referral'>(organization.id, id))?.body;
  return record && { ...record, referral: outward(record.referral) };
}

/** Takes in what Partner Center says of the deal. False where that can't be read. */
export async function takeAnswer(
  { deps, organization, referralId }: Sending,
  { wire }: Fetched,
): Promise<boolean> {
  const read = deps.format.read(wire, organization);
  if (!read.ok) return false;
  await receiveReferral(deps, { organization: organization.id, delivery: read.delivery, referralId });
  return true;
}

/**
 * Changes what is noted in the record beside the deal itself, as long as the deal is still the one that was seen: what
 * is sent is then what is noted. The record as it is from then on, or undefined where somebody changed the deal.
 */
export async function noteBeside(
  { deps, organization, referralId }: Sending,
  seen: Referral,
  change: (record: ReferralRecord) => Partial<ReferralRecord>,
): Promise<ReferralRecord | undefined> {
  const id = referralDocumentId(referralId);
  return changeDocument<'referral', ReferralRecord | undefined>(deps, organization.id, id, (document) => {
    if (document?.body.referral.revision !== seen.revision) return { result: undefined };
    const next = { ...document.body, ...change(document.body) };
    return {
      draft: referralDraft(next, document.lease),
      result: { ...next, referral: outward(next.referral) },
    };
  });
}

/** What came of it is decided like everything that happens to a deal; a creation that it was about is over. */
export async function conclude(
  { deps, organization, referralId }: Sending,
  decide: (at: string, record: ReferralRecord) => SyncCommand | undefined,
): Promise<void> {
  const commandId = deps.newId();
  const id = referralDocumentId(referralId);
  await changeDocument<'referral', void>(deps, organization.id, id, (document) => {
    if (!document) return { result: undefined };
    const now = deps.clock.now();
    const command = decide(now.toISOString(), document.body);
    const decision = command && decideReferral(document.body.referral, command);
    if (!command || !decision?.ok) return { result: undefined };
    const { creating } = document.body;
    const over = 'fields' in command && creating && command.fields.includes(createdField[creating.step]);
    const record = {
      ...document.body,
      referral: decision.state,
      creating: over ? undefined : creating,
      // What was refused was not heard.
      told: command.type === 'sync.refuse' ? undefined : document.body.told,
    };
    const next = withEvents(record, decision.events, now, { id: commandId, remember: false });
    return { draft: referralDraft(next, document.lease), result: undefined };
  });
  deps.wake();
}

const createdField = { own: 'deal', microsoft: 'microsoft' } as const;

/**
 * Partner Center did not take what was sent, or we can't send it: what a person is told by its code. What was changed here
 * meanwhile, or is no longer to be sent, is not refused.
 */
export async function refuse(
  sending: Sending,
  sent: Referral,
  fields: readonly SyncField[],
  refusal: Omit<SyncRefusal, 'at'>,
): Promise<void> {
  await conclude(sending, (at, { referral }) => {
    const open = sendable(referral).filter(
      (field) => fields.includes(field) && isAsSent(field, sent, outward(referral)),
    );
    return open.length > 0
      ? { type: 'sync.refuse', at, fields: open, refusal: { ...refusal, at } }
      : undefined;
  });
}

function isAsSent(field: SyncField, sent: Referral, now: Referral): boolean {
  if (isPlain(field)) return sameField(field, sent, now);
  return field !== 'decision' || sent.stage === now.stage;
}

/** The id that a record says it has. */
export function idOf(wire: WireObject): string | undefined {
  return typeof wire.id === 'string' && wire.id !== '' ? wire.id.toLowerCase() : undefined;
}
