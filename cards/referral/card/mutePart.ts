import type { CardJson } from '#cards/expand.ts';
import { muteText, unmuteButton } from '#cards/mute/mute.ts';
import { muteForm } from '#cards/mute/muteForm.ts';
import { pressAction } from '#cards/pressAction.ts';
import { positionOf } from '#cards/referral/view/around.ts';
import type { ReferralCardView } from '#cards/referral/view/view.ts';
import { say } from '#cards/say.ts';

/** The small press beside the reason why one gets the card: to mute or snooze the deal, or to end that (CR-55). */
export function mutePressOf(view: ReferralCardView): CardJson[] {
  const { language, mute, audience, why } = view;
  if (audience !== 'personal' || why === undefined) return [];
  const unmute = mute && unmuteButton(mute, view);
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

/** That the reader muted the deal, or nothing. */
export function muteStateOf(view: ReferralCardView): string {
  return view.mute && view.audience === 'personal' ? muteText(view.mute, view) : '';
}

/** The form of muting and snoozing the deal. */
export function muteDealForm(view: ReferralCardView): CardJson {
  const form = view.form?.kind === 'quiet' ? view.form : { formVersion: 0, typed: {}, problems: {} };
  return muteForm(view, form, idsOf(view), 'referral.view');
}

function idsOf(view: ReferralCardView): Record<string, unknown> {
  return { referral: view.referral.id, ...positionOf(view) };
}
