import { addressOf, type PersonRecord, personDocumentId } from '#app/contact/contactRecord.ts';
import { type MuteRecord, muteDraft } from '#app/news/muteRecord.ts';
import { whyTold } from '#app/notice/recipients.ts';
import { readReferralRecord } from '#app/referral/referral.read.ts';
import { changeDocument } from '#app/store/changeDocument.ts';
import { backoff, leaseAfter } from '#app/store/outbox.ts';
import { type Missed, muteFor, presentMutes } from '#domain/news/mute.ts';
import { isStillNews, type News } from '#domain/news/news.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { StoredDocument } from '#ports/documents.ts';
import type { MissedDeal } from '#ports/messenger.ts';
import type { Organization } from '#ports/organizations.ts';
import type { DeliverDeps } from './notice.deliver.ts';

const ATTEMPTS = 8;

/**
 * When a snooze ends, tells in one message what was missed and is still true; where that is nothing, nothing is said. What
 * another mute still covers waits for its end, or is dropped where that is a mute.
 */
export async function catchUp(deps: DeliverDeps, claimed: StoredDocument<MuteRecord>): Promise<void> {
  const { organization: organizationId, personId, silences, missed, attempts } = claimed.body;
  const now = deps.clock.now().toISOString();
  const organization = deps.organizations.byId(organizationId);
  const person = await deps.store.read<'person'>(organizationId, personDocumentId(personId));
  const address = person && addressOf(person.body, organization);
  const heard = missed.filter(({ referralId }) => !muteFor(silences, referralId, now));
  const deals = organization && address ? await stillTrue(deps, organization, person.body, heard) : [];
  const delivery =
    deals.length > 0 && address ? await deps.messenger.post(address, { type: 'missed', deals }) : undefined;
  const tries = attempts + (delivery?.outcome === 'later' && delivery.counts ? 1 : 0);
  const again = delivery?.outcome === 'later' && tries < ATTEMPTS;
  const wait = again ? (delivery.after ?? backoff(tries)) : 0;
  await changeDocument<'silence', void>(deps, claimed.partition, claimed.id, (document) => {
    if (!document) return { result: undefined };
    const { body } = document;
    const told = new Set(again ? [] : heard.map((one) => JSON.stringify(one)));
    const left = body.missed.filter((one) => !told.has(JSON.stringify(one)) && mayBeTold(one, body, now));
    const record = {
      ...body,
      silences: presentMutes(body.silences, now),
      missed: left,
      attempts: again ? tries : 0,
    };
    // Somebody may have unmuted meanwhile: what they hear of now is told next.
    const more = left.some(({ referralId }) => !muteFor(record.silences, referralId, now));
    const due = again ? new Date(Date.parse(now) + wait).toISOString() : more ? now : undefined;
    return { draft: muteDraft(record, leaseAfter(document.lease, claimed.lease), due), result: undefined };
  });
}

/** Not under a mute: nobody wants to hear of it. */
function mayBeTold({ referralId }: Missed, { silences }: MuteRecord, now: string): boolean {
  const mute = muteFor(silences, referralId, now);
  return !mute || mute.until !== undefined;
}

/** What was missed, deal by deal, in the order in which it was; only what this person may still see. */
async function stillTrue(
  deps: DeliverDeps,
  organization: Organization,
  person: PersonRecord,
  missed: readonly Missed[],
): Promise<MissedDeal[]> {
  const deals: MissedDeal[] = [];
  const now = deps.clock.now().toISOString();
  for (const referralId of new Set(missed.map((one) => one.referralId))) {
    const record = await readReferralRecord(deps, { organization: organization.id, referralId });
    if (!record || !(await whyTold(deps, organization, record.referral, person))) continue;
    const { referral } = record;
    const own = missed.filter((one) => one.referralId === referralId);
    const has = (what: Missed['what']) => own.some((one) => one.what === what);
    const news = own.flatMap((one) => one.news ?? []).filter((one) => isStillNews(one, referral));
    const waits = isPending(referral, now) && (has('card') || has('waits'));
    const deal = {
      referral,
      news: unlike(news),
      waits,
      expired: has('expired') && referral.stage === 'closed' && referral.outcome === 'expired',
      joined: has('card') && referral.stage === 'accepted',
    };
    if (news.length > 0 || deal.waits || deal.expired || deal.joined) deals.push(deal);
  }
  return deals;
}

function isPending(referral: Referral, now: string): boolean {
  return referral.stage === 'received' && referral.direction === 'inbound' && referral.expiresAt > now;
}

/** Who was reminded twice is told once. */
function unlike(news: readonly News[]): News[] {
  const last = new Map(news.map((one) => [one.kind === 'reminded' ? 'reminded' : JSON.stringify(one), one]));
  return [...last.values()];
}
