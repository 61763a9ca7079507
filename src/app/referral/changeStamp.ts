import type { Referral } from '#domain/referral/referral.ts';
import type { Instant } from '#domain/values/instant.ts';

/** When a deal changed last, for those who follow the changes of all deals in their order. */
export interface ChangeStamp {
  /** On the clock of the process that decided it. */
  at: Instant;
  /** The change was met in the store soon after `at`. Until somebody met it, the deal stays due. */
  landed?: true | undefined;
}

interface Stamped {
  changed?: ChangeStamp | undefined;
}

/** A change that is met in the store within so many milliseconds of its stamp did not land late. */
const LANDING = 5_000;

/**
 * So old, in milliseconds, is a change before it is handed out. A write may land long after its stamp was taken: a
 * process was stopped in between, the network held it up. Behind those who follow it would never be met. So each change
 * is looked for after it was written (`withLanding`), and one that was not there within 5 seconds gets a new stamp. The
 * ten seconds that are left are for what nobody can see: by how much the clocks of two processes differ, and how far a
 * replica of the store lags behind.
 */
export const SETTLING = 15_000;

/** The first moment of all: what nobody knows the last change of comes before everything else. */
const LONG_AGO = '2000-01-01T00:00:00.000Z';

/** The record as changed now. Not for what only this program keeps: a lease, a step of the outbox. */
export function withStamp<R extends Stamped>(record: R, now: Date): R {
  return { ...record, changed: { at: now.toISOString() } };
}

/**
 * The record as it was just read from the store, with its last change as landed; where too much time has passed to be
 * sure of it, as changed now instead, to be looked for once more. `now` is read after the record was.
 */
export function withLanding<R extends Stamped>(record: R, now: Date): R {
  const { changed } = record;
  if (!changed || changed.landed) return record;
  const away = Math.abs(now.getTime() - Date.parse(changed.at));
  return away > LANDING ? withStamp(record, now) : { ...record, changed: { ...changed, landed: true } };
}

/** When somebody must look whether the last change landed; undefined where that is known. */
export function landingDue({ changed }: Stamped): Instant | undefined {
  return changed && !changed.landed ? changed.at : undefined;
}

/** When a deal changed last; of one from before this was written down, as far as its timeline tells. */
export function changedAt({ changed, referral }: Stamped & { referral: Referral }): Instant {
  return changed?.at ?? referral.recent?.at(-1)?.at ?? LONG_AGO;
}
