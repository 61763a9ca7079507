import { addressOf, type PersonRecord, personDocumentId } from '#app/contact/contactRecord.ts';
import { noticePartition } from '#app/notice/noticeRecord.ts';
import { type Recipient, recipientsOf, whyTold } from '#app/notice/recipients.ts';
import { reachableTeam } from '#app/notice/teamNotices.ts';
import { membershipOf } from '#app/organization/member.ts';
import { allDocuments } from '#app/store/allDocuments.ts';
import { isToldOf } from '#domain/news/escalation.ts';
import { isForChannels, type News, partyOfNews } from '#domain/news/news.ts';
import type { EscalationTarget, Referral } from '#domain/referral/referral.ts';
import { may } from '#domain/referral/rights.ts';
import type { DocumentStore } from '#ports/documents.ts';
import type { NewsWhy } from '#ports/messenger.ts';
import type { Organization } from '#ports/organizations.ts';
import { type GatherDeps, gatherNews } from './news.gather.ts';

/**
 * Tells people what happened to a deal (CR-52, CR-53): the reviewers of a registration; else whoever invited the party, and
 * the deal's team, or, where nobody of these can be reached, the admins, so that no news has nobody. One message a person,
 * however many reasons, and however many steps that come together. Channels that have the card hear what parties
 * answered. Safe to repeat.
 */
export async function tellNews(
  deps: GatherDeps,
  organization: Organization,
  referral: Referral,
  { revision, news }: { revision: number; news: readonly News[] },
): Promise<void> {
  const people = await peopleToTell(deps, organization, referral, news);
  const open = news.filter(isForChannels);
  const channels = open.length > 0 ? await channelsWithCard(deps, organization, referral) : [];
  await gatherNews(deps, referral, String(revision), [
    ...people.map((one) => ({ ...one, news })),
    ...channels.map((one) => ({ ...one, news: open })),
  ]);
}

async function peopleToTell(
  deps: GatherDeps,
  organization: Organization,
  referral: Referral,
  news: readonly News[],
): Promise<Pick<Recipient, 'contactId' | 'why'>[]> {
  const reviews = news.filter(isReview);
  const others = news.filter((one) => !isReview(one) && one.kind !== 'unanswered');
  const unanswered = news.find((one) => one.kind === 'unanswered');
  const passed = unanswered ? await passedOnTo(deps, organization, referral, unanswered.to) : [];
  const reviewers = reviews.length > 0 ? await reviewersOf(deps, organization, referral) : [];
  const told = others.length > 0 ? await teamToTell(deps, organization, referral, others) : [];
  return [...new Map([...reviewers, ...told, ...passed].map((one) => [one.contactId, one])).values()];
}

/** The other admins to whom a referral is passed on that nobody answered. */
async function passedOnTo(
  deps: { store: DocumentStore },
  organization: Organization,
  referral: Referral,
  to: EscalationTarget,
): Promise<Recipient[]> {
  const recipients = await recipientsOf(deps, organization, referral);
  return recipients.filter(({ why }) => isToldOf(to, why));
}

function isReview({ kind }: News): boolean {
  return kind === 'review';
}

/** Microsoft's reviewers: the admins who may decide on registrations and can be reached. */
async function reviewersOf(
  deps: { store: DocumentStore },
  organization: Organization,
  referral: Referral,
): Promise<Recipient[]> {
  const recipients = await recipientsOf(deps, organization, referral);
  const decides = async ({ contact }: Recipient) =>
    contact.kind === 'person' &&
    may(await membershipOf(deps, organization, contact), 'registration.review', referral);
  const allowed = await Promise.all(recipients.map(decides));
  return recipients.filter((_, at) => allowed[at]);
}

async function teamToTell(
  deps: GatherDeps,
  organization: Organization,
  referral: Referral,
  news: readonly News[],
): Promise<Pick<Recipient, 'contactId' | 'why'>[]> {
  const found = new Map(
    (await reachableTeam(deps, organization, referral)).map((one) => [one.contactId, one]),
  );
  for (const contactId of new Set(news.flatMap((one) => inviterOf(one, referral) ?? []))) {
    if (found.has(contactId)) continue;
    const inviter = await deps.store.read<'person' | 'channel'>(organization.id, contactId);
    if (inviter?.body.kind !== 'person' || !addressOf(inviter.body)) continue;
    const why = await whyTold(deps, organization, referral, inviter.body);
    if (why) found.set(contactId, { contactId, why });
  }
  if (found.size > 0) return [...found.values()];
  return (await recipientsOf(deps, organization, referral)).filter(
    ({ contact }) => contact.kind === 'person',
  );
}

/** Contact of our person who invited the party that it is about; a registration is the team's matter (CR-53). */
function inviterOf(news: News, referral: Referral): string | undefined {
  if (news.kind === 'registration') return undefined;
  const by = partyOfNews(news, referral)?.invited?.by;
  return by?.kind === 'person' ? personDocumentId(by.personId) : undefined;
}

async function channelsWithCard(
  { store }: { store: DocumentStore },
  organization: Organization,
  referral: Referral,
): Promise<Pick<Recipient, 'contactId' | 'why'>[]> {
  const cards = await allDocuments<'notice'>(store, {
    partition: noticePartition(organization.id, referral.id),
    where: { type: 'referral-card', state: 'delivered' },
  });
  return cards.map(({ body }) => body).filter(({ why }) => why === 'channel' || why === 'route');
}

/** Why this person is told news, or undefined for somebody who may not see the deal: the nearest reason counts. */
export async function whyNews(
  deps: { store: DocumentStore },
  organization: Organization,
  referral: Referral,
  person: PersonRecord,
  news: readonly News[],
): Promise<NewsWhy | undefined> {
  const why = await whyTold(deps, organization, referral, person);
  const contactId = personDocumentId(person.personId);
  if (why && news.every(isReview)) return 'reviewer';
  if (why && news.every(({ kind }) => kind === 'unanswered')) return 'escalated';
  const invited = why && news.some((one) => inviterOf(one, referral) === contactId);
  return invited ? 'inviter' : why;
}
