import type { ContactRecord } from '#app/contact/contactRecord.ts';
import type { NoticeRecord } from '#app/notice/noticeRecord.ts';
import { isStillNews } from '#domain/news/news.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { DocumentStore } from '#ports/documents.ts';
import type { Content } from '#ports/messenger.ts';
import type { Organization } from '#ports/organizations.ts';
import { whyNews } from './news.tell.ts';

export type NewsContent = Extract<Content, { type: 'news' }>;

/** What a message of news says now; undefined where it was overtaken or its reader may not see the deal any more. */
export async function newsContent(
  deps: { store: DocumentStore },
  organization: Organization,
  notice: Pick<NoticeRecord, 'news' | 'occasion'>,
  referral: Referral,
  contact: ContactRecord,
): Promise<NewsContent | undefined> {
  const news = (notice.news ?? []).filter((one) => isStillNews(one, referral));
  if (news.length === 0) return undefined;
  const common = { type: 'news' as const, referral, news, occasion: notice.occasion ?? '' };
  if (contact.kind === 'channel') return { ...common, why: 'channel' };
  const why = await whyNews(deps, organization, referral, contact, news);
  return why && { ...common, why };
}
