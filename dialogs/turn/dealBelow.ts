import { addressOf } from '#app/contact/contactRecord.ts';
import { shownMute } from '#app/news/muteRecord.ts';
import { cardFactsOf } from '#app/notice/cardFacts.ts';
import { whyTold } from '#app/notice/recipients.ts';
import { say } from '#cards/say.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { Messenger } from '#ports/messenger.ts';
import type { DealDeps } from './action.ts';
import type { Answer } from './answer.ts';
import type { Turn } from './turn.ts';

/**
 * Posts a deal's card as a message of its own in the presser's chat. From then on it is the one that is kept true there, and
 * an older one becomes a line. Undefined where the presser has no chat with the bot or may not see the deal.
 */
export async function dealBelow(
  deps: DealDeps & { messenger: Messenger },
  { organization, person, member, reader, conversation }: Turn,
  referral: Referral,
): Promise<Answer | undefined> {
  const address = addressOf(person);
  const why = await whyTold(deps, organization, referral, person);
  if (!address || !why) return undefined;
  const delivery = await deps.messenger.post(address, {
    type: 'referral-card',
    referral,
    why,
    ...(await cardFactsOf(deps, organization, referral, member)),
    mute: await shownMute(deps, person.personId, referral),
    withContacts: true,
  });
  const { language } = reader;
  if (delivery.outcome !== 'sent') return { text: say(language, 'notice.notPosted') };
  const posted = { activityId: delivery.activityId, revision: referral.revision };
  const here = conversation.kind === 'personal';
  return { text: say(language, here ? 'notice.openedBelow' : 'notice.personalChat'), posted };
}
