import { isRemoved } from '#app/referral/aliasRecord.ts';
import { say } from '#cards/say.ts';
import type { DocumentStore } from '#ports/documents.ts';
import type { Turn } from './turn.ts';

/**
 * What is said of a deal that is not there, or that the presser may not see: a card of a deal that was removed because it
 * had been closed for long still stands in chats, and somebody with rights hears that.
 */
export async function unknownDeal(
  deps: { store: DocumentStore },
  { organization, member, reader }: Turn,
  referralId: string,
): Promise<string> {
  const removed = member !== undefined && (await isRemoved(deps, organization.id, referralId));
  return say(reader.language, removed ? 'notice.removedDeal' : 'notice.unknownReferral');
}
