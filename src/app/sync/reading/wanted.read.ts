import type { ConnectionRecord, Wanted } from '#app/sync/connectionRecord.ts';
import { plusSeconds } from '#domain/values/instant.ts';
import { askPage } from './askPage.ts';
import { type Claim, changeHeld } from './heldConnection.ts';
import type { Reading } from './readDeps.ts';
import { takeRows } from './takingRows.ts';
import { withoutWanted } from './wanted.ts';

/** Seconds until what was not to be found is looked for once more; after the last it is dropped. */
const AGAIN = [5, 20, 60, 300];
const MOST_PAGES = 5;

/** What is to be read by itself now, the oldest first; undefined where nothing is. */
export function wantedNow({ wanted = [] }: ConnectionRecord, now: string): Wanted | undefined {
  return wanted
    .filter(({ at }) => at <= now)
    .reduce<Wanted | undefined>((first, one) => (first && first.at <= one.at ? first : one), undefined);
}

/**
 * Reads one record that a webhook named, and where that may be Microsoft's or our own (related-referral-*) its whole
 * engagement. One that is not there yet is looked for a few times more, and then dropped: the list of changes has it.
 */
export async function readWanted(reading: Reading, claim: Claim, wanted: Wanted): Promise<void> {
  const { organization, onRead, format } = reading;
  const found = await reading.api.one(wanted.id);
  onRead({ organization: organization.id, kind: 'asked', what: 'one', rows: found ? 1 : 0 });
  const taken = found && (await takeRows(reading, [found.wire]));
  if (found && wanted.related) await readEngagement(reading, format.glance(found.wire).engagementId);
  const early = taken && taken.early.length > 0;
  const pause = AGAIN[wanted.attempts];
  const again = (!found || early) && pause !== undefined;
  if (!found && !again) onRead({ organization: organization.id, kind: 'missing', id: wanted.id });
  const now = reading.clock.now().toISOString();
  await changeHeld(reading, claim, (present) => {
    const kept = withoutWanted(present, [wanted]);
    const asked = kept.wanted?.some(({ id }) => id === wanted.id);
    const later = { ...wanted, at: plusSeconds(now, pause ?? 0), attempts: wanted.attempts + 1 };
    const changed = taken && taken.changed > 0;
    return {
      ...kept,
      lastRead: now,
      ...(again && !asked && { wanted: [...(kept.wanted ?? []), later] }),
      ...(changed && { quietPolls: 0 }),
    };
  });
}

/** Reads all records of an engagement that are shown, Microsoft's among them. */
export async function readEngagement(reading: Reading, engagementId: string | undefined): Promise<void> {
  if (engagementId === undefined) return;
  const { organization } = reading;
  let next: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const page = await askPage(reading, { kind: 'engagement', engagementId }, next);
    await takeRows(reading, page.referrals, { knownAlone: organization.partnerCenterId === undefined });
    next = page.next;
    if (next === undefined) return;
  }
}
