import { z } from 'zod';
import { chatUrl } from '#cards/deal/link.ts';
import { type CardJson, expand } from '#cards/expand.ts';
import { literal } from '#cards/outside.ts';
import { pressAction } from '#cards/pressAction.ts';
import { acceptForm, declineForm } from '#cards/referral/accept/forms.ts';
import { editForm } from '#cards/referral/edit/editing.ts';
import { handoverForm } from '#cards/referral/edit/handingOver.ts';
import { positionOf } from '#cards/referral/view/around.ts';
import type { ReferralCardView } from '#cards/referral/view/view.ts';
import { say } from '#cards/say.ts';
import { partners } from '#domain/engagement/engagement.ts';
import { type DealAction, dealActions, othersInTeam } from '#domain/list/dealActions.ts';
import template from './buttons.template.json' with { type: 'json' };
import { pressButtons } from './pressButtons.ts';

const actions = z.array(z.record(z.string(), z.unknown()));
const buttonsData = z.object({
  front: actions,
  pages: z.array(z.object({ id: z.string(), actions })),
});

/** So many on one page of what stands under *More*, beside the way on or back: clients show five in a row. */
const ON_PAGE = 4;

/** The buttons of a deal's card as its table has them, three in front and the rest under *More*, page by page; none without any. */
export function buttonsOf(view: ReferralCardView): CardJson | undefined {
  const { referral, audience } = view;
  const others = audience === 'personal' ? othersInTeam(referral, view.you) : [];
  const table = dealActions({
    referral,
    audience,
    reader: view.you,
    others: others.length > 0,
    options: view.options,
  });
  const { front, more } = arranged(view, table);
  if (front.length + more.length === 0) return undefined;
  const button = (action: DealAction, place: 'front' | 'more') => buttonOf(view, action, place, others);
  const ids = Array.from({ length: Math.ceil(more.length / ON_PAGE) }, (_, page) => `rest${page || ''}`);
  const way = (from: string, to: string | undefined) =>
    ids.length === 0 ? [] : [toggleButton(view, to ? 'more' : 'less', from, to ?? 'front')];
  const data = buttonsData.parse({
    front: [...front.map((action) => button(action, 'front')), ...way('front', ids[0])],
    pages: ids.map((id, page) => {
      const here = more.slice(page * ON_PAGE, (page + 1) * ON_PAGE);
      return { id, actions: [...here.map((action) => button(action, 'more')), ...way(id, ids[page + 1])] };
    }),
  });
  return expand(template, data);
}

/** One button: a form that opens in place where it stands in front, a link, or a press. */
function buttonOf(
  view: ReferralCardView,
  action: DealAction,
  place: 'front' | 'more',
  others: readonly string[],
): CardJson {
  const { referral, language, audience } = view;
  // What others do edits the card, and only a form that was opened by a press is known to be open.
  const engaged = partners(referral).length > 0;
  switch (action) {
    case 'referral.accept':
      return formButton(say(language, 'referral.accept.button'), acceptForm(view), 'positive');
    case 'referral.decline':
      return formButton(say(language, 'referral.decline.button'), declineForm(view));
    case 'deal.edit':
      if (!engaged) return formButton(say(language, 'deal.edit.button'), editForm(view));
      break;
    case 'chat': {
      const topic = literal(referral.name).replace(/\s+/g, ' ').slice(0, 100);
      return linkButton(say(language, 'deal.chat.button'), chatUrl(others, topic));
    }
    case 'view':
      return linkButton(say(language, 'referral.card.view'), view.partnerCenterUrl ?? '');
    case 'deal.handover':
      if (place === 'front' && !engaged)
        return formButton(say(language, 'deal.handover.button'), handoverForm(view));
      break;
    default:
    // The others are presses wherever they stand.
  }
  const { title, data = { referral: referral.id, audience, ...positionOf(view) } } =
    pressButtons[action](view);
  const verb = action === 'stage.next' ? 'stage.mark' : action;
  return pressAction({ verb, title, data, inputs: false });
}

function formButton(title: string, form: CardJson, style?: 'positive'): CardJson {
  const card = { type: 'AdaptiveCard', version: '1.5', body: [form] };
  return { type: 'Action.ShowCard', title, ...(style && { style }), card };
}

function linkButton(title: string, url: string): CardJson {
  return { type: 'Action.OpenUrl', title, url };
}

/** The way from one page of buttons to another. */
function toggleButton(
  { language }: ReferralCardView,
  word: 'more' | 'less',
  from: string,
  to: string,
): CardJson {
  const targetElements = [
    { elementId: from, isVisible: false },
    { elementId: to, isVisible: true },
  ];
  return {
    type: 'Action.ToggleVisibility',
    title: say(language, word === 'more' ? 'deal.card.more' : 'deal.card.less'),
    targetElements,
  };
}

/** What is built: with three in front, the way to more and the two of an open form, six stand there at most. */
function arranged(
  view: ReferralCardView,
  table: { front: readonly DealAction[]; more: readonly DealAction[] },
): { front: readonly DealAction[]; more: readonly DealAction[] } {
  const here = (action: DealAction) =>
    (action !== 'view' || view.partnerCenterUrl !== undefined) &&
    (!['deal.ask', 'deal.locate'].includes(action) || view.trial !== true);
  const front = table.front.filter(here);
  const more = table.more.filter(here);
  // A way to more that leads to one button only is one too many.
  return more.length === 1 ? { front: [...front, ...more], more: [] } : { front, more };
}
