import { pressPart } from '#cards/pressAction.ts';
import type { ReferralCardView } from '#cards/referral/view/view.ts';
import { say } from '#cards/say.ts';

/** The reader's heart at the deal (CR-14), where it is known; a press leaves the card with its way through the list. */
export function heartOf(
  { referral, favorite, audience, around, language }: ReferralCardView,
  shown: boolean,
) {
  const data = {
    referral: referral.id,
    on: favorite ? 'no' : 'yes',
    stay: 'yes',
    ...around?.back,
  };
  return {
    shown: shown && favorite !== undefined && audience === 'personal',
    sign: favorite ? '♥' : '♡',
    press: pressPart({
      verb: 'deal.favorite',
      title: say(language, favorite ? 'find.heart.remove' : 'find.heart.add'),
      data,
    }),
  };
}
