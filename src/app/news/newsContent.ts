import type { ContactRecord } from '#app/contact/contactRecord.ts';
import type { NoticeRecord } from '#app/notice/noticeRecord.ts';
import { absentColleague } from '#app/notice/standingIn.ts';
import { locationName } from '#app/organization/locations.ts';
import { isStillNews } from '#domain/news/news.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';
import type { Content } from '#ports/messenger.ts';
import type { Organization } from '#ports/organizations.ts';
import { whyNews } from './news.tell.ts';

export type NewsContent = Extract<Content, { type: 'news' }>;

/** What a message of news says now; undefined where it was overtaken or its reader may not see the deal any more. */
export async function newsContent(
  deps: { store: DocumentStore; clock: Clock },
  organization: Organization,
  notice: Pick<NoticeRecord, 'news' | 'occasion' | 'why'>,
  referral: Referral,
  contact: ContactRecord,
): Promise<NewsContent | undefined> {
  const news = (notice.news ?? []).filter((one) => isStillNews(one, referral));
  if (news.length === 0) return undefined;
  const place = news.some(({ kind }) => kind === 'unanswered')
    ? await locationName(deps, organization, referral.location)
    : undefined;
  const common = { type: 'news' as const, referral, news, place, occasion: notice.occasion ?? '' };
  if (contact.kind === 'channel') return { ...common, why: 'channel' };
  const why = await whyNews(deps, organization, referral, contact, news);
  const absent = why && (await absentColleague(deps, organization, referral, contact, notice.why));
  return why && { ...common, ...(absent ? { why: 'deputy', absent } : { why }) };
}
