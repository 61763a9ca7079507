import type { ConnectionRecord } from '#app/sync/connectionRecord.ts';
import { askPage } from './askPage.ts';
import { type Claim, changeHeld } from './heldConnection.ts';
import { minutesBefore, newestOf } from './moments.ts';
import { isPendingDue, nextPollAfter } from './pace.ts';
import type { Reading } from './readDeps.ts';
import { takeRows } from './takingRows.ts';
import { withoutWanted, withWanted } from './wanted.ts';

/**
 * How far behind the watermark is read again, in minutes. Partner Center's machines have clocks of their own, and a
 * record may come into lists later than it was changed: what it missed by then is found as long as it is not later than
 * this.
 */
const OVERLAP = 10;
/** Once a day it is read much further back, for what came later still. */
const LOOK_BACK = 48 * 60;
const LOOK_BACK_EVERY = 24 * 3_600_000;
const MOST_PENDING_PAGES = 50;

/**
 * One page of what changed, the newest first, until everything since the watermark is read; only then the watermark
 * moves, and to what was the newest when it began: what moves to the front meanwhile is newer than that and is found the
 * next time.
 */
export async function readChanges(reading: Reading, claim: Claim, record: ConnectionRecord): Promise<void> {
  const { organization, format } = reading;
  const began = reading.clock.now().toISOString();
  const since = record.reading?.since ?? sinceOf(record, began);
  const page = await askPage(reading, { kind: 'changes' }, record.reading?.next);
  const rows = page.referrals.map((row) => ({ row, ...format.glance(row) }));
  // Without a moment nothing says that it is old.
  const fresh = rows.filter(({ updated }) => updated === '' || updated >= since);
  const taken = await takeRows(
    reading,
    fresh.map(({ row }) => row),
  );
  const newest = record.reading?.newest ?? newestOf(rows.map(({ updated }) => updated));
  const changed = (record.reading?.changed ?? 0) + taken.changed;
  const reached = isInOrder(rows) && fresh.length < rows.length;
  const next = reached ? undefined : page.next;
  // Where Partner Center does not show all of it, the rest stays to be read.
  const whole = reached || !page.incomplete;
  const ids = new Set(fresh.map(({ id }) => id));
  const now = reading.clock.now().toISOString();
  await changeHeld(reading, claim, (present) => {
    if (present.reading?.next !== record.reading?.next) return present;
    const seen = (present.wanted ?? []).filter(({ id, at }) => ids.has(id) && at <= began);
    // Where lists don't show Microsoft's record, ours that moved is the sign to look for it.
    const lists = present.listsMicrosoft || taken.microsofts > 0;
    const wanted = [...taken.early, ...(lists ? [] : taken.stirred)];
    const kept = withWanted(withoutWanted(present, seen), wanted, { at: now, related: true });
    const read = {
      ...kept,
      lastRead: now,
      ...(taken.microsofts > 0 && { listsMicrosoft: true as const }),
    };
    if (next !== undefined) return { ...read, reading: { since, newest, next, changed } };
    const quietPolls = changed > 0 ? 0 : present.quietPolls + 1;
    const lookedBack = since < minutesBefore(present.watermark ?? '', OVERLAP);
    return {
      ...read,
      reading: undefined,
      ...(whole && { watermark: newestOf([present.watermark ?? '', newest]) }),
      ...(lookedBack && { lastLookBack: now }),
      quietPolls,
      nextPoll: nextPollAfter(reading.calendar, organization, now, { ...reading, quietPolls }),
    };
  });
}

/** All that waits for an answer: short, and nothing is remembered between its pages. */
export async function readPending(reading: Reading, claim: Claim): Promise<void> {
  let next: string | undefined;
  let changed = 0;
  const early: string[] = [];
  for (let pages = 0; pages < MOST_PENDING_PAGES; pages++) {
    const page = await askPage(reading, { kind: 'pending' }, next);
    const taken = await takeRows(reading, page.referrals);
    changed += taken.changed;
    early.push(...taken.early);
    next = page.next;
    if (next === undefined) break;
  }
  const now = reading.clock.now().toISOString();
  await changeHeld(reading, claim, (present) => {
    const kept = withWanted(present, early, { at: now, related: true });
    return { ...kept, lastPending: now, ...(changed > 0 && { quietPolls: 0 }) };
  });
}

/** Whether the list of what waits is due, after the changes were read. */
export function pendingIsDue(reading: Reading, { lastPending }: ConnectionRecord): boolean {
  return isPendingDue(reading.clock.now().toISOString(), lastPending, reading);
}

function sinceOf({ watermark = '', lastLookBack }: ConnectionRecord, now: string): string {
  const due = lastLookBack === undefined || Date.parse(now) - Date.parse(lastLookBack) >= LOOK_BACK_EVERY;
  return minutesBefore(watermark, due ? LOOK_BACK : OVERLAP);
}

/** Whether the rows come the newest first, so that what follows an old one is old as well. */
function isInOrder(rows: readonly { updated: string }[]): boolean {
  const moments = rows.map(({ updated }) => updated).filter((one) => one !== '');
  return moments.every((one, at) => at === 0 || (moments[at - 1] ?? one) >= one);
}
