import { addressOf, type PersonRecord, personDocumentId } from '#app/contact/contactRecord.ts';
import { hoursOf, nextWorkingMoment } from '#app/notice/workingTime.ts';
import { membershipOf } from '#app/organization/member.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import { backoff, leaseAfter } from '#app/store/outbox.ts';
import type { Instant, LocalDate } from '#domain/values/instant.ts';
import type { StoredDocument } from '#ports/documents.ts';
import type { Content, Messenger } from '#ports/messenger.ts';
import type { Organization, Organizations } from '#ports/organizations.ts';
import { type DayDeps, type DayWanted, gatherDay } from './digest.gather.ts';
import { planned } from './digest.plan.ts';
import { type DigestRecord, digestDraft } from './digestRecord.ts';
import { type Mornings, morningAt, morningBefore, morningsOf, nextMorning } from './digestTime.ts';
import { undecidedUntil } from './digestWaiting.ts';

export interface DigestDeps extends DayDeps {
  messenger: Messenger;
  organizations: Organizations;
}

const ATTEMPTS = 8;
const SOON = 1_000;

/**
 * Sends a person what needs them this morning (CR-54), once a day, and writes down that it did; where nothing needs them,
 * or where they want no message, it looks no further. What was missed while the process was down is not made up for: the
 * next message says all of it.
 */
export async function sendDigest(deps: DigestDeps, claimed: StoredDocument<DigestRecord>): Promise<void> {
  const { organization: organizationId, personId } = claimed.body;
  const organization = deps.organizations.byId(organizationId);
  const person = await deps.store.read<'person'>(organizationId, personDocumentId(personId));
  const address = person && addressOf(person.body, organization);
  if (!organization || !person || !address) return rest(deps, claimed);
  const occasion = occasionOf(deps, organization, person.body, claimed.body);
  const settling = { organization, person: person.body };
  if (!occasion) return settle(deps, claimed, settling, {});
  const member = await membershipOf(deps, organization, person.body);
  const undecided = member && (await undecidedUntil(deps, organization.id, member));
  // Whether it still waits for an answer is known in a moment.
  if (undecided) return postpone(deps, claimed, later(deps, undecided), claimed.body.attempts);
  const { kind, wanted, day: today } = occasion;
  const day = await gatherDay(deps, organization, person.body, wanted);
  const { choice } = claimed.body;
  const content: Content | undefined = day && { type: 'digest', day, kind, choice, at: occasion.at };
  const delivery = content && (await deps.messenger.post(address, content));
  if (delivery?.outcome === 'later') {
    const attempts = claimed.body.attempts + (delivery.counts ? 1 : 0);
    const wait = delivery.after ?? backoff(attempts);
    if (attempts < ATTEMPTS) return postpone(deps, claimed, inMilliseconds(deps, wait), attempts);
  }
  await settle(deps, claimed, settling, { told: today, listed: kind === 'list' });
}

/** What there is to send now, if anything: the whole message, the list of an import, or what would be too late tomorrow. */
interface Occasion {
  day: LocalDate;
  at: number;
  kind: Extract<Content, { type: 'digest' }>['kind'];
  wanted: DayWanted;
}

function occasionOf(
  { clock, calendar }: DigestDeps,
  organization: Organization,
  { chat }: PersonRecord,
  { choice, told, list }: DigestRecord,
): Occasion | undefined {
  const now = clock.now().toISOString();
  const hours = hoursOf(organization, chat?.timeZone);
  const mornings = morningsOf(hours, choice);
  const { day, isMorning, whole } = morningAt(calendar, mornings, now);
  if (told === day) return undefined;
  const common = { day, at: mornings.at };
  const all = choice.off ? 'waiting' : 'all';
  if (list && !list.told && (isMorning || nextWorkingMoment(calendar, now, hours) === now)) {
    return { ...common, kind: 'list', wanted: all };
  }
  if (!isMorning) return undefined;
  return whole
    ? { ...common, kind: 'morning', wanted: 'all' }
    : { ...common, kind: 'last', wanted: aroundNow(calendar, { ...mornings, days: hours.days }, now) };
}

function aroundNow(calendar: DayDeps['calendar'], mornings: Mornings, now: Instant): DayWanted {
  const today = calendar.toLocal(now, mornings.timeZone).date;
  const start = calendar.toInstant(today, mornings.at, mornings.timeZone);
  return {
    before: morningBefore(calendar, mornings, start),
    now,
    next: nextMorning(calendar, mornings, now, today),
  };
}

/** Done for now: the next morning follows from what the person chose meanwhile. */
async function settle(
  deps: DigestDeps,
  claimed: StoredDocument<DigestRecord>,
  { organization, person }: { organization: Organization; person: PersonRecord },
  { told, listed }: { told?: LocalDate; listed?: boolean },
): Promise<void> {
  await changeDocument<'digest', void>(deps, claimed.partition, claimed.id, (document) => {
    if (!document) return { result: undefined };
    const { body } = document;
    const list = body.list && listed && { ...body.list, told: true };
    const done = { ...body, attempts: 0, ...(told && { told }), ...(list && { list }) };
    const record = planned(deps, organization, person, done);
    return { draft: digestDraft(record, leaseAfter(document.lease, claimed.lease)), result: undefined };
  });
}

/** Nobody is there to write to; the mornings begin again with the next installation. */
async function rest(deps: DigestDeps, claimed: StoredDocument<DigestRecord>): Promise<void> {
  await changeDocument<'digest', void>(deps, claimed.partition, claimed.id, (document) => {
    if (!document) return { result: undefined };
    const record = { ...document.body, next: undefined, attempts: 0 };
    return { draft: digestDraft(record, leaseAfter(document.lease, claimed.lease)), result: undefined };
  });
}

async function postpone(
  deps: DigestDeps,
  claimed: StoredDocument<DigestRecord>,
  until: Instant,
  attempts: number,
): Promise<void> {
  await changeDocument<'digest', void>(deps, claimed.partition, claimed.id, (document) => {
    if (!document) return { result: undefined };
    const record = { ...document.body, attempts };
    const lease = leaseAfter(document.lease, claimed.lease);
    return { draft: digestDraft(record, lease, until), result: undefined };
  });
}

/** That moment, where it is still to come; else soon. */
function later(deps: DigestDeps, moment: Instant): Instant {
  const soon = inMilliseconds(deps, SOON);
  return moment > soon ? moment : soon;
}

function inMilliseconds({ clock }: DigestDeps, milliseconds: number): Instant {
  return new Date(clock.now().getTime() + milliseconds).toISOString();
}
