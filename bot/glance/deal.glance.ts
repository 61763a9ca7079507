import { z } from 'zod';
import { visibleDeal } from '#app/list/deal.favorite.ts';
import { cardFactsOf } from '#app/notice/cardFacts.ts';
import { isOutsider } from '#app/organization/member.ts';
import { readReferralRecord } from '#app/referral/referral.read.ts';
import type { CardJson } from '#cards/expand.ts';
import { glanceCard } from '#cards/referral/glance/glance.card.ts';
import { say } from '#cards/say.ts';
import type { Action, DealDeps } from '#dialogs/turn/action.ts';
import { dealBelow } from '#dialogs/turn/dealBelow.ts';
import { cardShown } from '#dialogs/turn/decisionAnswer.ts';
import type { Turn } from '#dialogs/turn/turn.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { may } from '#domain/referral/rights.ts';
import type { Messenger } from '#ports/messenger.ts';

const data = z.looseObject({
  referral: z.string().min(1).max(200),
  /** *Open*: the deal's own card, in the presser's own chat. */
  open: z.string().optional(),
});

/**
 * A card that somebody put into a chat comes into view, or *Show* is pressed on it: what this one reader may see of the
 * deal now. A deal that is not there and one that they may not see are told alike (CR-2 to CR-5).
 */
export const dealGlance: Action<DealDeps & { messenger: Messenger }> = async (deps, { turn, data: sent }) => {
  const { language } = turn.reader;
  const parsed = data.safeParse(sent);
  if (!parsed.success) return { text: say(language, 'notice.oldButton') };
  const { referral: referralId, open } = parsed.data;
  const { organization, member } = turn;
  const referral = await visibleDeal(deps, { organization: organization.id, member, referralId });
  if (!referral) return { card: await hiddenFor(deps, turn, referralId), alone: true };
  if (!open) return { card: await liveFor(deps, turn, referral), alone: true };
  return (await dealBelow(deps, turn, referral)) ?? { text: say(language, 'notice.noPersonalChat') };
};

/** The deal as it is now, compact. */
async function liveFor(deps: DealDeps, turn: Turn, referral: Referral): Promise<CardJson> {
  const facts = await cardFactsOf(deps, turn.organization, referral, undefined);
  const connection = deps.links.connection(referral.organization);
  return glanceCard({ ...turn.reader, ...facts, kind: 'deal', referral, audience: 'channel', connection });
}

/** Who was shown the deal elsewhere may ask for it; of anybody else it is not said that there is one. */
async function hiddenFor(deps: DealDeps, turn: Turn, referralId: string): Promise<CardJson> {
  const { organization, person, member, reader } = turn;
  const { language } = reader;
  if (isOutsider(organization, person))
    return glanceCard({ kind: 'hidden', language, sentence: say(language, 'notice.guest') });
  const record = await readReferralRecord(deps, { organization: organization.id, referralId });
  const asks =
    record !== undefined &&
    record.referral.stage !== 'closed' &&
    may(member, 'deal.ask', record.referral) &&
    (await cardShown(deps, turn, record.referral)) !== undefined;
  return glanceCard({ kind: 'hidden', language, ask: asks ? record.referral.id : undefined });
}
