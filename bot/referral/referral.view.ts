import { addressOf } from '#app/contact/contactRecord.ts';
import { shownMute } from '#app/news/muteRecord.ts';
import { cardFactsOf } from '#app/notice/cardFacts.ts';
import { whyTold } from '#app/notice/recipients.ts';
import { formVersionOf } from '#cards/form/inputs.ts';
import { say } from '#cards/say.ts';
import type { ActionOnDeal, DealDeps } from '#dialogs/turn/action.ts';
import { cardForPresser } from '#dialogs/turn/dealCardAnswer.ts';
import { viewableReferralOf } from '#dialogs/turn/dealOfPress.ts';
import type { Messenger } from '#ports/messenger.ts';

/**
 * Shows a referral as it is now: in place of the pressed card, which is also how *Cancel* closes a form; from a
 * reminder as a message of its own, which from then on is kept true like any other copy.
 */
export const referralView: ActionOnDeal<DealDeps & { messenger: Messenger }> = async (deps, press) => {
  const { turn, data } = press;
  const found = await viewableReferralOf(deps, press);
  if ('answer' in found) return found.answer;
  const { referral } = found;
  const address = addressOf(turn.person);
  const why = await whyTold(deps, turn.organization, referral, turn.person);
  if (data.from !== 'reminder' || !address || !why || !turn.contactId) {
    return { card: await cardForPresser(deps, turn, referral, { formVersion: formVersionOf(data) + 1 }) };
  }
  const delivery = await deps.messenger.post(address, {
    type: 'referral-card',
    referral,
    why,
    ...(await cardFactsOf(deps, turn.organization, referral, turn.member)),
    mute: await shownMute(deps, turn.person.personId, referral),
    withContacts: true,
  });
  const { language } = turn.reader;
  if (delivery.outcome !== 'sent') return { text: say(language, 'notice.notPosted') };
  return { text: say(language, 'notice.openedBelow'), posted: delivery.activityId };
};
