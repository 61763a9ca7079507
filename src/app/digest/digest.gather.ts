import { standsInFor } from '#app/contact/awayRecord.ts';
import { type PersonRecord, personDocumentId } from '#app/contact/contactRecord.ts';
import { muteEffect } from '#app/news/muteEffect.ts';
import { mutesOf } from '#app/news/muteRecord.ts';
import { hoursOf } from '#app/notice/workingTime.ts';
import { membershipOf } from '#app/organization/member.ts';
import {
  type DigestDay,
  type DigestRow,
  digestPart,
  isLastChance,
  sectionOfWaiting,
} from '#domain/digest/digest.ts';
import { type Mutes, muteFor } from '#domain/news/mute.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { type Membership, may } from '#domain/referral/rights.ts';
import type { Instant } from '#domain/values/instant.ts';
import type { Calendar } from '#ports/calendar.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';
import type { Organization } from '#ports/organizations.ts';
import { type FoundRows, workSections } from './digestSections.ts';
import { waitingFor } from './digestWaiting.ts';

export interface DayDeps {
  store: DocumentStore;
  clock: Clock;
  calendar: Calendar;
}

/**
 * How much is wanted: everything; the referrals that wait, all of them or those for which this morning is the last in
 * time, with the one before and the next.
 */
export type DayWanted = 'all' | 'waiting' | { before: Instant; now: Instant; next: Instant };

/** Rows of a message. */
const MOST_ROWS = 10;
/** And of what waits for one of those for whom the reader stands in. */
const MOST_FOR_OTHERS = 5;

/**
 * What needs a person now, from the lists of what they may see (CR-2 to CR-4); undefined where nothing does. What they
 * muted is left out, unless nobody else would hear of it. Costs the same however many deals there are.
 */
export async function gatherDay(
  deps: DayDeps,
  organization: Organization,
  person: PersonRecord,
  wanted: DayWanted = 'all',
): Promise<DigestDay | undefined> {
  const member = await membershipOf(deps, organization, person);
  if (!member) return undefined;
  const silences = await mutesOf(deps, organization.id, person.personId);
  const reader = { organization, person, member, silences };
  const waiting = await waitingRows(deps, reader, wanted);
  const work = wanted === 'all' ? await workRows(deps, reader) : nothing;
  const rows = [...waiting.rows, ...work.rows];
  const part = digestPart(rows, MOST_ROWS, waiting.more || work.more);
  const forOthers = wanted === 'all' ? await absentRows(deps, reader, rows) : [];
  if (part.total === 0 && forOthers.length === 0) return undefined;
  return { ...part, despite: waiting.despite, forOthers };
}

/** What waits for those for whom a person stands in, as far as the person may see it and is not told of it anyway. */
async function absentRows(
  deps: DayDeps,
  { organization, person, member, silences }: DayReader,
  own: readonly DigestRow[],
): Promise<DigestDay['forOthers']> {
  const now = deps.clock.now().toISOString();
  const found: DigestDay['forOthers'][number][] = [];
  for (const { personId, until } of await standsInFor(deps, organization.id, person.personId, now)) {
    const absent = await deps.store.read<'person'>(organization.id, personDocumentId(personId));
    const absentMember = absent && (await membershipOf(deps, organization, absent.body));
    if (!absentMember) continue;
    const theirs = { organization, person: absent.body, member: absentMember, silences };
    const { referrals, more } = await waitingFor(deps, organization, absentMember);
    const work = await workRows(deps, theirs);
    const waiting = referrals
      .filter(({ expiresAt }) => expiresAt > now)
      .map((referral): DigestRow => ({ section: sectionOfWaiting(referral, now), referral }));
    const rows = [...waiting, ...work.rows].filter(
      ({ referral }) =>
        may(member, 'referral.view', referral) &&
        muteFor(silences, referral.id, now) === undefined &&
        !own.some((row) => row.referral.id === referral.id),
    );
    if (rows.length === 0) continue;
    const { name } = absent.body.profile;
    found.push({ ...digestPart(rows, MOST_FOR_OTHERS, more || work.more), name, until });
  }
  return found;
}

interface DayReader {
  organization: Organization;
  person: PersonRecord;
  member: Membership;
  silences: Mutes;
}

const nothing: FoundRows = { rows: [], more: false };

async function waitingRows(
  deps: DayDeps,
  { organization, person, member, silences }: DayReader,
  wanted: DayWanted,
): Promise<FoundRows & { despite: boolean }> {
  const now = deps.clock.now().toISOString();
  const { referrals, more } = await waitingFor(deps, organization, member);
  const rows: DigestRow[] = [];
  let despite = false;
  for (const referral of referrals) {
    if (referral.expiresAt <= now) continue;
    if (typeof wanted === 'object' && !isLastChance(referral, wanted)) continue;
    const missed = { referralId: referral.id, what: 'waits' as const };
    const muted = muteFor(silences, referral.id, now);
    const effect = muted && (await muteEffect(deps, organization, referral, person, missed));
    if (effect === 'held') continue;
    despite ||= effect === 'despite';
    rows.push({ section: sectionOfWaiting(referral, now), referral });
  }
  return { rows, more, despite };
}

/** What the deals want that somebody works on; nobody misses it who muted them. */
async function workRows(
  deps: DayDeps,
  { organization, person, member, silences }: DayReader,
): Promise<FoundRows> {
  const now = deps.clock.now().toISOString();
  if (silences.all && muteFor(silences, '', now)) return nothing;
  const { timeZone } = hoursOf(organization, person.chat?.timeZone);
  const found = await workSections(deps, {
    organization: organization.id,
    member,
    now,
    today: deps.calendar.toLocal(now, timeZone).date,
    policy: organization.options.registrationPolicy,
  });
  const isHeard = ({ id }: Referral) => muteFor(silences, id, now) === undefined;
  return { ...found, rows: found.rows.filter(({ referral }) => isHeard(referral)) };
}
