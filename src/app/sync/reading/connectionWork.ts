import type { ConnectionRecord } from '#app/sync/connectionRecord.ts';
import type { DocumentOf } from '#ports/documents.ts';
import { pendingIsDue, readChanges, readPending } from './changes.read.ts';
import { type Claim, changeHeld, heldConnection } from './heldConnection.ts';
import { importPage, noteWatermark, type TellImported } from './import.read.ts';
import { goRound, roundIsDue } from './microsoftRound.ts';
import type { ReadDeps, Reading } from './readDeps.ts';
import { settleFailure, watchAsking } from './readFailure.ts';
import { goSweep, sweepIsDue } from './sweeping.ts';
import { readWanted, wantedNow } from './wanted.read.ts';
import { FEW_WANTED } from './wanted.ts';

export type ConnectionWorkDeps = ReadDeps & { tellImported: TellImported };

/** Then it is somebody else's turn; it goes on at once where nobody else waits. */
const MOST_STEPS = 200;

/**
 * Reads for an organization what is to be read: single records that a webhook named, the first import, changes. Each step
 * is one or few requests and one conditional write of how far it came, so that it may end anywhere and any other process
 * goes on. Where Partner Center can't be asked it is tried later, for as long as it takes.
 */
export async function workConnection(
  deps: ConnectionWorkDeps,
  claimed: DocumentOf<'connection'>,
): Promise<void> {
  const organization = deps.organizations.byId(claimed.partition);
  const opened = organization && (await deps.connections.open(organization.id));
  if (!organization || !opened) return settleFailure(deps, claimed, { code: 'signed-out' });
  const asking = watchAsking(opened);
  const reading = { ...deps, organization, api: asking.api };
  try {
    for (let steps = 0; steps < MOST_STEPS; steps++) {
      const record = await heldConnection(deps, claimed);
      if (!record) return;
      const step = nextStep(reading, claimed, record);
      if (!step) break;
      await step();
    }
    const good = asking.answered() ? { failing: undefined } : {};
    await changeHeld(deps, claimed, (record) => ({ ...record, ...good }), true);
  } catch (error) {
    const failure = asking.failureOf(error);
    if (!failure) throw error;
    await settleFailure(deps, claimed, failure);
  }
}

/** What is to be read next, the most urgent first; undefined where nothing is by now. */
function nextStep(
  reading: Reading & { tellImported: TellImported },
  claim: Claim,
  record: ConnectionRecord,
): (() => Promise<void>) | undefined {
  const now = reading.clock.now().toISOString();
  const { importing, wanted = [], watermark } = record;
  const one = wantedNow(record, now);
  if (one && wanted.length <= FEW_WANTED) return () => readWanted(reading, claim, one);
  if (importing && watermark === undefined) return () => noteWatermark(reading, claim);
  if (importing) return () => importPage(reading, claim, importing);
  if (record.nextPoll <= now || record.reading) return () => readChanges(reading, claim, record);
  if (pendingIsDue(reading, record)) return () => readPending(reading, claim);
  if (one) return () => readWanted(reading, claim, one);
  if (sweepIsDue(reading, record)) return () => goSweep(reading, claim, record);
  return roundIsDue(reading, record) ? () => goRound(reading, claim, record) : undefined;
}
