import type { ConnectionRecord } from '#app/sync/connectionRecord.ts';
import { sweepUnsynced } from '#app/sync/sending/unsynced.sweep.ts';
import { plusSeconds } from '#domain/values/instant.ts';
import { type Claim, changeHeld } from './heldConnection.ts';
import type { Reading } from './readDeps.ts';

/** Seconds between two sweeps: what waits is sent by itself, and this finds what was lost on the way. */
const EVERY = 3_600;

/** Whether what waits to be sent is to be gone through: after signing in, once writing is allowed, and every hour. */
export function sweepIsDue({ connections, organization, clock }: Reading, record: ConnectionRecord): boolean {
  const { sweep, connectedAt } = record;
  // Once writing is allowed again it is due at once.
  if (connections.modeOf(organization.id) !== 'write') return sweep !== undefined;
  if (!sweep || sweep.next !== undefined || sweep.at < connectedAt) return true;
  return plusSeconds(sweep.at, EVERY) <= clock.now().toISOString();
}

/** The next step of a sweep. */
export async function goSweep(reading: Reading, claim: Claim, { sweep }: ConnectionRecord): Promise<void> {
  const { connections, organization, clock } = reading;
  const allowed = connections.modeOf(organization.id) === 'write';
  const next = await sweepUnsynced(reading, organization.id, sweep?.next);
  const at = clock.now().toISOString();
  await changeHeld(reading, claim, (present) => ({
    ...present,
    sweep: allowed ? { at, ...(next !== undefined && { next }) } : undefined,
  }));
}
