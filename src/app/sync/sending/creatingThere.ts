import type { Creating, ReferralRecord } from '#app/referral/referralRecord.ts';
import type { SyncRefusal } from '#domain/referral/unsynced.ts';
import { UnavailableError } from '#ports/errors.ts';
import type { WriteOutcome } from '#ports/partnerCenterApi.ts';
import { noteBeside, type Sending } from './sending.ts';
import { usualRules } from './syncRules.ts';

/** How often the lists are looked at for a record of which nobody knows whether it is there, in milliseconds. */
export const LOOK_AGAIN = 60_000;

/** What is thrown with these was certainly not done. */
const notDone: readonly string[] = ['throttled', 'signed-out'];

/** Asks for a record that was noted; that it was certainly not made is noted too. */
export async function askFor(
  sending: Sending,
  { creating, referral }: ReferralRecord,
  body: Parameters<Sending['api']['create']>[0],
): Promise<WriteOutcome> {
  if (!sending.holding()) throw new UnavailableError('taken-over');
  try {
    return await sending.api.create(body, creating?.requestId ?? sending.deps.newId());
  } catch (error) {
    if (error instanceof UnavailableError && notDone.includes(error.code) && creating) {
      await noteBeside(sending, referral, () => ({ creating: { ...creating, unsure: false } }));
    }
    throw error;
  }
}

/** The attempt that is being made now, as it is noted: the first one's request id and moment stay. */
export function attemptAt({ deps }: Sending, { creating }: ReferralRecord, step: Creating['step']): Creating {
  const askedAt = deps.clock.now().toISOString();
  const before = creating?.step === step ? creating : undefined;
  return {
    step,
    requestId: before?.requestId ?? deps.newId(),
    begunAt: before?.begunAt ?? askedAt,
    askedAt,
    unsure: true,
  };
}

/** Whether the lists would show by now what was asked for. */
export function wouldBeListed({ deps }: Sending, { askedAt }: Creating): boolean {
  const { listLag } = deps.syncRules ?? usualRules;
  return deps.clock.now().getTime() - Date.parse(askedAt) >= listLag;
}

/** Why a record was not created. */
export function refusalIn(outcome: Exclude<WriteOutcome, { kind: 'done' }>): Omit<SyncRefusal, 'at'> {
  return outcome.kind === 'refused' ? outcome.refusal : { code: outcome.kind };
}
