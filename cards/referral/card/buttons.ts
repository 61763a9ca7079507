import { chatUrl } from '#cards/deal/link.ts';
import type { CardJson } from '#cards/expand.ts';
import { literal } from '#cards/outside.ts';
import { pressAction } from '#cards/pressAction.ts';
import { acceptForm, declineForm } from '#cards/referral/accept/forms.ts';
import { editForm } from '#cards/referral/edit/editing.ts';
import { positionOf } from '#cards/referral/view/around.ts';
import type { ReferralCardView } from '#cards/referral/view/view.ts';
import { say } from '#cards/say.ts';
import { partners } from '#domain/engagement/engagement.ts';
import { type DealAction, dealActions, othersInTeam } from '#domain/list/dealActions.ts';
import { pressButtons } from './pressButtons.ts';

/**
 * The buttons of a deal's card in one row: the next step as the only primary one, *Details*, and the rest behind the menu
 * that clients draw for what is secondary.
 */
export function buttonsOf(view: ReferralCardView): CardJson {
  const { referral, audience } = view;
  const others = audience === 'personal' ? othersInTeam(referral, view.you) : [];
  const table = dealActions({
    referral,
    audience,
    reader: view.you,
    others: others.length > 0,
    options: view.options,
  });
  const button = (action: DealAction, place: object) => ({ ...buttonOf(view, action, others), ...place });
  const here = (action: DealAction) => isHere(view, action);
  const [first, ...front] = table.front.filter(here);
  return {
    type: 'ActionSet',
    spacing: 'Medium',
    actions: [
      ...(first ? [button(first, isStep(first) ? { style: 'positive' } : {})] : []),
      ...front.map((action) => button(action, {})),
      detailsButton(view),
      ...table.more.filter(here).map((action) => button(action, { mode: 'secondary' })),
    ],
  };
}

/** What moves the deal on; a copy, a link or a request never stands out. */
function isStep(action: DealAction): boolean {
  return !['deal.start', 'deal.ask', 'view', 'chat', 'deal.handover'].includes(action);
}

/** One button: a form that opens in place, a link, or a press. */
function buttonOf(view: ReferralCardView, action: DealAction, others: readonly string[]): CardJson {
  const { referral, language, audience } = view;
  switch (action) {
    case 'referral.accept':
      return formButton(say(language, 'referral.accept.button'), acceptForm(view));
    case 'referral.decline':
      return formButton(say(language, 'referral.decline.button'), declineForm(view));
    case 'deal.edit':
      // What others do edits the card, and only a form that was opened by a press is known to be open.
      if (partners(referral).length === 0)
        return formButton(say(language, 'deal.edit.button'), editForm(view));
      break;
    case 'chat': {
      const topic = literal(referral.name).replace(/\s+/g, ' ').slice(0, 100);
      return linkButton(say(language, 'deal.chat.button'), chatUrl(others, topic));
    }
    case 'view':
      return linkButton(say(language, 'referral.card.view'), view.partnerCenterUrl ?? '');
    default:
    // The others are presses wherever they stand.
  }
  const { title, data = { referral: referral.id, audience, ...positionOf(view) } } =
    pressButtons[action](view);
  const verb = action === 'stage.next' ? 'stage.mark' : action;
  return pressAction({ verb, title, data, inputs: false });
}

function formButton(title: string, form: CardJson): CardJson {
  const card = { type: 'AdaptiveCard', version: '1.5', body: [form] };
  return { type: 'Action.ShowCard', title, card };
}

function linkButton(title: string, url: string): CardJson {
  return { type: 'Action.OpenUrl', title, url };
}

/** Unfolds what is not needed to decide now, without a round trip. */
function detailsButton({ language }: ReferralCardView): CardJson {
  const title = say(language, 'deal.card.details');
  return { type: 'Action.ToggleVisibility', title, targetElements: ['details'] };
}

/** What leads somewhere, and is asked of somebody, here. */
function isHere({ partnerCenterUrl, trial }: ReferralCardView, action: DealAction): boolean {
  if (action === 'view') return partnerCenterUrl !== undefined;
  return !['deal.ask', 'deal.locate'].includes(action) || trial !== true;
}
