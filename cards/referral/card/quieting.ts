import type { CardJson } from '#cards/expand.ts';
import { quietText, unmuteButton } from '#cards/mute/quiet.ts';
import { quietForm } from '#cards/mute/quietForm.ts';
import { pressAction } from '#cards/pressAction.ts';
import { placeOf } from '#cards/referral/view/around.ts';
import type { ReferralCardView } from '#cards/referral/view/view.ts';
import { say } from '#cards/say.ts';

/** The small press beside the reason why one gets the card: to mute or snooze the deal, or to end that (CR-55). */
export function quietPressOf(view: ReferralCardView): CardJson[] {
  const { language, silence, audience, why } = view;
  if (audience !== 'personal' || why === undefined) return [];
  const unmute = silence && unmuteButton(silence, view);
  const text = unmute?.title ?? say(language, 'news.quiet.choose');
  const press = { ...idsOf(view), ...unmute?.data };
  return [
    {
      type: 'Container',
      selectAction: pressAction({ verb: unmute ? 'news.unmute' : 'news.snooze', title: text, data: press }),
      items: [{ type: 'TextBlock', text, size: 'Small', color: 'Accent', wrap: true }],
    },
  ];
}

/** That the reader silenced the deal, or nothing. */
export function quietStateOf(view: ReferralCardView): string {
  return view.silence && view.audience === 'personal' ? quietText(view.silence, view) : '';
}

/** The form of muting and snoozing the deal. */
export function quietDealForm(view: ReferralCardView): CardJson {
  const form = view.form?.kind === 'quiet' ? view.form : { round: 0, typed: {}, problems: {} };
  return quietForm(view, form, idsOf(view), 'referral.view');
}

function idsOf(view: ReferralCardView): Record<string, unknown> {
  return { referral: view.referral.id, ...placeOf(view) };
}
