import type { LoggedCall } from '#test/chaos/world/wireLog.ts';
import {
  dealKey,
  dealOfCard,
  dealsIn,
  type Evidence,
  noticesIn,
  type StoredDeal,
  textsOf,
} from './evidence.ts';
import { couldNotWrite } from './repeatsRule.ts';

/**
 * Every card that stands somewhere tells how its deal stands in the end; one that nobody can know of may be behind.
 * And whoever was to have a card has one that is true.
 */
export function cardsRule(evidence: Evidence): string[] {
  const deals = dealsIn(evidence.stored);
  const posts = new Map(
    evidence.calls.filter(({ kind }) => kind === 'post').map((one) => [one.activityId, one]),
  );
  const kept = new Set(
    noticesIn(evidence.stored).flatMap(({ notice }) => notice.copies.map(({ activityId }) => activityId)),
  );
  const trueOnes = new Set<string>();
  const untrue: string[] = [];
  for (const { id, conversation, content } of evidence.messages) {
    const referral = dealOfCard(content);
    if (!referral) continue;
    const organization = organizationOf(conversation, evidence);
    const deal = deals.get(dealKey(organization, referral));
    const problem = deal ? problemOf(content, deal, conversation) : 'no such deal';
    if (!problem) trueOnes.add(`${conversation.split(';')[0]} ${referral}`);
    else if (kept.has(id) || !unknown(posts.get(id), evidence)) {
      untrue.push(`untrue card ${id} of ${referral} in ${conversation}: ${problem}`);
    }
  }
  return [...untrue, ...missing(evidence, deals, trueOnes)];
}

/** What a card says that is not so. */
function problemOf(content: unknown, deal: StoredDeal, conversation: string): string | undefined {
  const texts = textsOf(content);
  const all = texts.join('\n');
  // In a channel nobody reads what people typed.
  if (conversation.startsWith('a:') && !all.includes(deal.name))
    return `it does not call the deal ${deal.name}`;
  const accepting = texts.includes('referral.accept');
  if (deal.stage === 'received' && deal.direction === 'inbound')
    return accepting ? undefined : 'it cannot be accepted';
  if (accepting) return `it can be accepted and is ${deal.stage} ${deal.outcome ?? ''}`;
  if (deal.outcome === 'declined') return /Declined by/.test(all) ? undefined : 'it does not say declined';
  if (deal.outcome === 'expired') return /Expired/.test(all) ? undefined : 'it does not say expired';
  if (deal.stage !== 'accepted' || deal.direction !== 'inbound') return undefined;
  const percent = ` ${deal.salesStage ?? 10}%`;
  return texts.some((text) => text.endsWith(percent)) ? undefined : `it does not say${percent}`;
}

/** Nobody could write down that this card stands there. */
function unknown(post: LoggedCall | undefined, { lives }: Evidence): boolean {
  const life = lives.find(({ name }) => name === post?.from);
  if (post?.answered !== 'well' || !life?.heard.has(post.call)) return true;
  const stood = life?.stills.some(({ to }) => to >= post.at) === true;
  return (life?.killedAt ?? 0) >= post.at || stood || couldNotWrite(post, life, Number.POSITIVE_INFINITY);
}

/** Cards that are due and stand nowhere as they should. */
function missing(
  { conversations }: Evidence,
  deals: ReadonlyMap<string, StoredDeal>,
  trueOnes: ReadonlySet<string>,
): string[] {
  return [...deals].flatMap(([key, { id, organization, stage, direction }]) => {
    // Of what was over before it could be sent no card is due; nor of a deal that was created by its own people.
    if (stage === 'closed' || direction === 'outbound') return [];
    return conversations
      .filter((one) => one.organization === organization)
      .filter(({ conversation }) => !trueOnes.has(`${conversation} ${id}`))
      .map(({ conversation }) => `no true card of ${key} in ${conversation}`);
  });
}

function organizationOf(conversation: string, { conversations }: Evidence): string {
  const base = conversation.split(';')[0];
  return conversations.find((one) => one.conversation === base)?.organization ?? '';
}
