import type { PersonRecord } from '#app/contact/contactRecord.ts';
import { personalPartition } from '#app/contact/personal.ts';
import { hoursOf, nextWorkingMoment } from '#app/notice/workingTime.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import { type DigestChoice, usualDigest, withChoice } from '#domain/digest/digestChoice.ts';
import { earliest, type Instant } from '#domain/values/instant.ts';
import type { Calendar } from '#ports/calendar.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';
import type { Organization } from '#ports/organizations.ts';
import { DIGEST_ID, type DigestRecord, digestDraft } from './digestRecord.ts';
import { morningsOf, nextMorning } from './digestTime.ts';

export interface PlanDeps {
  store: DocumentStore;
  clock: Clock;
  calendar: Calendar;
}

/** Has the mornings of somebody begin who became reachable; who has them goes on as they are. */
export async function planDigest(
  deps: PlanDeps,
  organization: Organization,
  person: PersonRecord,
): Promise<void> {
  await change(deps, organization, person, (record) =>
    record.next ? record : planned(deps, organization, person, record),
  );
}

/**
 * Brings the deals of an import with a message of its own, at the next working moment, or with that of the next morning
 * where today's has gone out. Once for each import.
 */
export async function planList(
  deps: PlanDeps,
  organization: Organization,
  person: PersonRecord,
  startedAt: Instant,
): Promise<void> {
  await change(deps, organization, person, (record) => {
    const known = record.list !== undefined && record.list.startedAt >= startedAt;
    return known
      ? record
      : planned(deps, organization, person, { ...record, list: { startedAt, told: false } });
  });
}

/** Keeps how somebody wants it from now on; answers how they had it. */
export async function chooseDigest(
  deps: PlanDeps,
  organization: Organization,
  person: PersonRecord,
  chosen: DigestChoice & { on?: true; whole?: true },
): Promise<{ before: DigestChoice; after: DigestChoice }> {
  const { whole, ...named } = chosen;
  let before = usualDigest;
  const record = await change(deps, organization, person, (present) => {
    before = present.choice;
    const choice = whole ? named : withChoice(present.choice, named);
    return planned(deps, organization, person, { ...present, choice });
  });
  return { before, after: record.choice };
}

/** The record with the next moment at which there is something to look at. */
export function planned(
  { clock, calendar }: Pick<PlanDeps, 'clock' | 'calendar'>,
  { workingHours }: Organization,
  { chat }: PersonRecord,
  record: DigestRecord,
): DigestRecord {
  const now = clock.now().toISOString();
  const hours = hoursOf({ workingHours }, chat?.timeZone);
  const mornings = morningsOf(hours, record.choice);
  const morning = nextMorning(calendar, mornings, now, record.told);
  if (!record.list || record.list.told) return { ...record, next: morning };
  const today = calendar.toLocal(now, hours.timeZone).date;
  const soon = record.told === today ? morning : nextWorkingMoment(calendar, now, hours);
  return { ...record, next: earliest([soon, morning]) };
}

async function change(
  deps: PlanDeps,
  organization: Organization,
  { personId }: PersonRecord,
  decide: (record: DigestRecord) => DigestRecord,
): Promise<DigestRecord> {
  const partition = personalPartition(organization.id, personId);
  return changeDocument<'digest', DigestRecord>(deps, partition, DIGEST_ID, (document) => {
    const present = document?.body ?? {
      organization: organization.id,
      personId,
      choice: usualDigest,
      attempts: 0,
    };
    const record = decide(present);
    if (document && record === present) return { result: present };
    return { draft: digestDraft(record, document?.lease), result: record };
  });
}
