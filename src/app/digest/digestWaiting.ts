import { addressOf, type PersonRecord, personDocumentId } from '#app/contact/contactRecord.ts';
import { peopleAt } from '#app/contact/knownPeople.ts';
import { seenBy, teamOf } from '#app/list/dealScope.ts';
import { storedDeals } from '#app/list/dealSource.ts';
import { mutesOf } from '#app/news/muteRecord.ts';
import { noticeDocumentId, noticePartition } from '#app/notice/noticeRecord.ts';
import { whyTold } from '#app/notice/recipients.ts';
import { directionAndStatus } from '#app/referral/dealIndex.ts';
import { isPending } from '#domain/list/dealList.ts';
import { muteFor } from '#domain/news/mute.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { isInTeam, type Membership, may } from '#domain/referral/rights.ts';
import { outward } from '#domain/referral/standing.ts';
import { pendingOf } from '#domain/referral/undoable.ts';
import type { Instant } from '#domain/values/instant.ts';
import type { Clock } from '#ports/clock.ts';
import { cursorAt } from '#ports/documentKeys.ts';
import type { DocumentStore } from '#ports/documents.ts';
import type { Organization } from '#ports/organizations.ts';

interface WaitingDeps {
  store: DocumentStore;
  clock: Clock;
}

const UNDECIDED = [directionAndStatus('inbound', 'received')];
/** Undecided referrals that are shown at most, and so many of other teams that an admin passes over at a time. */
const MOST = 20;
const STRETCHES = 3;

/**
 * The undecided referrals that a member is to answer, the one that expires first at the top (CR-54): those with the member
 * in the team; for an admin also those of which nobody in the team can be reached. `more`: not all was looked at.
 */
export async function waitingFor(
  deps: WaitingDeps,
  organization: Organization,
  member: Membership,
): Promise<{ referrals: Referral[]; more: boolean }> {
  const orderBy = { field: 'expires', direction: 'ascending' } as const;
  const common = { partition: organization.id, orderBy };
  const team = storedDeals(deps.store, { ...common, ...teamOf(member, UNDECIDED) });
  // What is over is closed by the worker any moment.
  const start = cursorAt(deps.clock.now().toISOString(), '');
  const own = await team.read(MOST, start, false);
  const referrals = own.deals.map(({ referral }) => referral);
  if (member.role === 'referrals-user') return { referrals, more: own.cursor !== undefined };
  const seen = storedDeals(deps.store, { ...common, ...seenBy(member, UNDECIDED) });
  let cursor: string | undefined = start;
  const others: Referral[] = [];
  for (let stretch = 0; stretch < STRETCHES && others.length < MOST; stretch++) {
    const found = await seen.read(MOST, cursor, false);
    for (const { referral } of found.deals) {
      if (!isInTeam(member, referral) && !(await teamHears(deps, organization, referral)))
        others.push(referral);
    }
    cursor = found.cursor;
    if (cursor === undefined) break;
  }
  const all = [...referrals, ...others].sort((one, other) => (one.expiresAt < other.expiresAt ? -1 : 1));
  return { referrals: all, more: own.cursor !== undefined || cursor !== undefined };
}

/** Whether somebody of the team can be reached and wants to hear of it: then only the team is reminded (CR-54). */
async function teamHears(
  deps: WaitingDeps,
  organization: Organization,
  referral: Referral,
): Promise<boolean> {
  const addresses = new Set(referral.team.flatMap(({ email }) => email?.trim().toLowerCase() || []));
  for (const address of addresses) {
    for (const person of await peopleAt(deps, organization, address)) {
      if (await hears(deps, organization, referral, person)) return true;
    }
  }
  return false;
}

async function hears(
  deps: WaitingDeps,
  organization: Organization,
  referral: Referral,
  person: PersonRecord,
): Promise<boolean> {
  const why = addressOf(person) && (await whyTold(deps, organization, referral, person));
  if (why !== 'team' && why !== 'handed') return false;
  const silences = await mutesOf(deps, organization.id, person.personId);
  if (muteFor(silences, referral.id, deps.clock.now().toISOString())) return false;
  const id = noticeDocumentId('referral-card', personDocumentId(person.personId));
  const card = await deps.store.read<'notice'>(noticePartition(organization.id, referral.id), id);
  return !card || !['blocked', 'gone', 'failed'].includes(card.body.delivery.state);
}

/**
 * When it is known whether a referral waits for this member that was decided a moment ago and may be taken back; undefined
 * where there is none.
 */
export async function undecidedUntil(
  { store }: WaitingDeps,
  organization: string,
  member: Membership,
): Promise<Instant | undefined> {
  const query = { partition: organization, kind: 'referral' as const, where: { undecided: 'yet' } };
  const { documents } = await store.list<'referral'>({ ...query, limit: MOST });
  const own = documents
    .map(({ body }) => body.referral)
    .filter((referral) => isPending(outward(referral)) && may(member, 'referral.view', referral));
  return own
    .map((referral) => pendingOf(referral)?.until ?? '')
    .sort()
    .at(-1);
}
