import { type AwayRecord, awayDocumentId, awayDraft } from '#app/contact/awayRecord.ts';
import { addressesOf, type PersonRecord } from '#app/contact/contactRecord.ts';
import { openDealsOf } from '#app/list/openDeals.ts';
import { hoursOf } from '#app/notice/workingTime.ts';
import type { Colleague } from '#app/organization/colleague.find.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import { may } from '#domain/referral/rights.ts';
import type { Instant, LocalDate } from '#domain/values/instant.ts';
import type { Organization } from '#ports/organizations.ts';
import type { PlanDeps } from './digest.plan.ts';

/** Why a colleague can't stand in. */
export type AwayProblem = 'deputy-self' | 'deputy-no-member' | 'deputy-no-bot' | 'away-past' | 'away-far';

export type AwayOutcome =
  | { ok: true; until: Instant; unseen: { count: number; more: boolean } }
  | { ok: false; problem: AwayProblem };

const MOST_DAYS = 366;
/** Open deals of the one who is away that are looked at for what the deputy may not see. */
const MOST_DEALS = 50;

/**
 * Has a colleague stand in for somebody until a day on their own clock: what is new and what waits goes to both, as far as
 * the colleague may see it, which standing in does not change (CR-2 to CR-4). The worker tells the colleague, and ends it.
 */
export async function setAway(
  deps: PlanDeps & { wake: () => void },
  organization: Organization,
  person: PersonRecord,
  { deputy, day }: { deputy: Colleague; day: LocalDate },
): Promise<AwayOutcome> {
  const { calendar, clock } = deps;
  const now = clock.now().toISOString();
  const { timeZone } = hoursOf(organization, person.chat?.timeZone);
  const until = calendar.toInstant(day, 0, timeZone);
  if (until <= now) return { ok: false, problem: 'away-past' };
  if (day > calendar.addDays(calendar.toLocal(now, timeZone).date, MOST_DAYS)) {
    return { ok: false, problem: 'away-far' };
  }
  if (deputy.person?.personId === person.personId) return { ok: false, problem: 'deputy-self' };
  if (!deputy.member) return { ok: false, problem: 'deputy-no-member' };
  if (!deputy.person || !deputy.installed) return { ok: false, problem: 'deputy-no-bot' };
  const unseen = await unseenBy(deps, organization, person, deputy.member);
  const record: AwayRecord = {
    ...{ organization: organization.id, personId: person.personId, deputy: deputy.person.personId },
    ...{ until, told: false, attempts: 0 },
  };
  await changeDocument<'away', void>(deps, organization.id, awayDocumentId(person.personId), (document) => {
    const { deputy: before, until: lasts } = document?.body ?? {};
    if (document && !document.body.refused && before === record.deputy && lasts === until) {
      return { result: undefined };
    }
    return { draft: awayDraft(record, document?.lease, now), result: undefined };
  });
  deps.wake();
  return { ok: true, until, unseen };
}

/** Ends it before its day; false where nobody was away. */
export async function endAway(
  deps: Pick<PlanDeps, 'store'>,
  organization: string,
  personId: string,
): Promise<boolean> {
  const document = await deps.store.read<'away'>(organization, awayDocumentId(personId));
  if (!document || document.body.refused) return false;
  return (await deps.store.remove(organization, document.id, document.etag)).ok;
}

/** The one who stands in says no; whoever is away hears of it. False where they do not stand in any more. */
export async function refuseAway(
  deps: PlanDeps & { wake: () => void },
  organization: string,
  { absent, deputy }: { absent: string; deputy: string },
): Promise<boolean> {
  const now = deps.clock.now().toISOString();
  const refused = await changeDocument<'away', boolean>(
    deps,
    organization,
    awayDocumentId(absent),
    (document) => {
      if (!document || document.body.deputy !== deputy || document.body.refused) return { result: false };
      const record = { ...document.body, refused: true as const, told: false, attempts: 0 };
      return { draft: awayDraft(record, document.lease, now), result: true };
    },
  );
  deps.wake();
  return refused;
}

/** How many open deals in whose team somebody is the deputy may not see. */
async function unseenBy(
  deps: PlanDeps,
  organization: Organization,
  { profile }: PersonRecord,
  member: NonNullable<Colleague['member']>,
): Promise<{ count: number; more: boolean }> {
  let count = 0;
  let more = false;
  for (const address of addressesOf(profile)) {
    const input = { organization: organization.id, address, limit: MOST_DEALS };
    const { documents, cursor } = await openDealsOf(deps, input);
    count += documents.filter(({ body }) => !may(member, 'referral.view', body.referral)).length;
    more ||= cursor !== undefined;
  }
  return { count, more };
}
