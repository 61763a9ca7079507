import type { ConnectionRecord } from '#app/sync/connectionRecord.ts';
import { askPage } from './askPage.ts';
import { type Claim, changeHeld } from './heldConnection.ts';
import { newestOf } from './moments.ts';
import type { Reading } from './readDeps.ts';
import { takeRows } from './takingRows.ts';
import { withWanted } from './wanted.ts';

type Importing = NonNullable<ConnectionRecord['importing']>;

/** Tells people of what came with an import that began then and waits for an answer. */
export type TellImported = (organization: Reading['organization'], startedAt: string) => Promise<void>;

/**
 * Before anything is imported: notes how new the newest change is, so that what changes meanwhile is read afterwards.
 */
export async function noteWatermark(reading: Reading, claim: Claim): Promise<void> {
  const page = await askPage(reading, { kind: 'changes' });
  const rows = page.referrals.map((row) => reading.format.glance(row).updated);
  await changeHeld(reading, claim, (record) => ({
    ...record,
    watermark: record.watermark ?? newestOf(rows),
  }));
}

/**
 * One page of the first import, in the order of creation, with its progress in one write: whoever goes on after a crash
 * reads a page once more, which changes nothing. What waits for an answer gets no card: at the end each person is told by
 * one list.
 */
export async function importPage(
  reading: Reading & { tellImported: TellImported },
  claim: Claim,
  importing: Importing,
): Promise<void> {
  const { organization, onRead } = reading;
  const page = await askPage(reading, { kind: 'everything' }, importing.next);
  const taken = await takeRows(reading, page.referrals, { quiet: importing.startedAt });
  const progress: Importing = {
    startedAt: importing.startedAt,
    ...(page.next !== undefined && { next: page.next }),
    read: importing.read + taken.read,
    pending: importing.pending + taken.pending,
    failed: importing.failed + taken.failed,
  };
  const now = reading.clock.now().toISOString();
  const done = page.next === undefined;
  // Before it is written down that it is done: told twice is told once, not told is never told.
  if (done) await reading.tellImported(organization, importing.startedAt);
  const incomplete = page.incomplete;
  const written = await changeHeld(reading, claim, (present) => {
    const record = withWanted(present, taken.early, { at: now, related: true });
    const isSame = record.importing?.startedAt === importing.startedAt;
    if (!isSame || record.importing?.next !== importing.next) return present;
    const more = {
      lastRead: now,
      ...(taken.microsofts > 0 && { listsMicrosoft: true as const }),
    };
    if (!done) return { ...record, ...more, importing: progress };
    const { read, failed } = progress;
    const imported = { at: now, read, failed, ...(incomplete && { incomplete }) };
    const ended = { importing: undefined, imported, lastPending: now, lastLookBack: now };
    return { ...record, ...more, ...ended, nextPoll: now, quietPolls: 0 };
  });
  if (done && written) {
    const { read, pending, failed } = progress;
    onRead({
      ...{ organization: organization.id, kind: 'imported', read, pending, failed },
      incomplete: incomplete === true,
    });
  }
}
