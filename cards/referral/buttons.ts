import { z } from 'zod';
import { type DealAction, dealActionNames, dealActions, othersInTeam } from '../../src/domain/dealActions.ts';
import { type CardJson, expand } from '../expand.ts';
import { literal } from '../outside.ts';
import { say } from '../say.ts';
import { placeOf } from './around.ts';
import template from './buttons.template.json' with { type: 'json' };
import { editForm } from './editing.ts';
import { acceptForm, declineForm } from './forms.ts';
import { handoverForm } from './handingOver.ts';
import { chatUrl } from './link.ts';
import type { ReferralCardView } from './view.ts';

/** What has its button yet; the table of the domain knows them all. */
const built: readonly DealAction[] = [
  'accept',
  'decline',
  'edit',
  'ask',
  'handover',
  'chat',
  'team',
  'solutions',
  'copy',
  'view',
];

const flags = z.record(z.enum(dealActionNames), z.boolean());
const texts = z.record(z.string(), z.string());
const press = z.record(z.string(), z.record(z.string(), z.unknown()));
const buttonsData = z.object({
  front: flags,
  more: flags,
  hasMore: z.boolean(),
  titles: texts,
  urls: texts,
  press,
  fallback: press,
  forms: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
});

/** The buttons of a deal's card as its table has them, three in front and the rest under *More*; none without any. */
export function buttonsOf(view: ReferralCardView): CardJson | undefined {
  const { referral, language, audience } = view;
  const others = audience === 'personal' ? othersInTeam(referral, view.you) : [];
  const table = dealActions({ referral, audience, reader: view.you, others: others.length > 0 });
  const { front, more } = arranged(view, table);
  if (front.length + more.length === 0) return undefined;
  const shown = (action: DealAction) => front.includes(action) || more.includes(action);
  const ids = { referral: referral.id, audience, ...placeOf(view) };
  const data = buttonsData.parse({
    front: flagsOf(front),
    more: flagsOf(more),
    hasMore: more.length > 0,
    titles: {
      accept: say(language, 'referral.accept.button'),
      decline: say(language, 'referral.decline.button'),
      edit: say(language, 'deal.edit.button'),
      ask: say(language, 'deal.ask.button'),
      handover: say(language, 'deal.handover.button'),
      chat: say(language, 'deal.chat.button'),
      team: say(language, 'deal.team.button'),
      solutions: say(language, 'deal.solutions.button'),
      copy: say(language, 'deal.copy.button'),
      view: say(language, 'referral.card.view'),
      more: say(language, 'deal.card.more'),
      less: say(language, 'deal.card.less'),
    },
    urls: {
      chat: chatUrl(others, literal(referral.name).replace(/\s+/g, ' ').slice(0, 100)),
      view: view.partnerCenterUrl ?? '',
    },
    press: { ask: ids, handover: ids, team: ids, solutions: ids, copy: { from: referral.id } },
    fallback: {
      ask: { verb: 'deal.ask', ...ids },
      handover: { verb: 'deal.handover', ...ids },
      team: { verb: 'deal.team', ...ids },
      solutions: { verb: 'deal.solutions', ...ids },
      copy: { verb: 'deal.start', from: referral.id },
    },
    forms: {
      accept: shown('accept') ? [acceptForm(view)] : [],
      decline: shown('decline') ? [declineForm(view)] : [],
      edit: shown('edit') ? [editForm(view)] : [],
      handover: front.includes('handover') ? [handoverForm(view)] : [],
    },
  });
  return expand(template, data);
}

/** What is built: with three in front, the way to more and the two of an open form, six stand there at most. */
function arranged(
  view: ReferralCardView,
  table: { front: readonly DealAction[]; more: readonly DealAction[] },
): { front: readonly DealAction[]; more: readonly DealAction[] } {
  const here = (action: DealAction) =>
    built.includes(action) &&
    (action !== 'view' || view.partnerCenterUrl !== undefined) &&
    (action !== 'ask' || view.trial !== true);
  const front = table.front.filter(here);
  const more = table.more.filter(here);
  // A way to more that leads to one button only is one too many.
  return more.length === 1 ? { front: [...front, ...more], more: [] } : { front, more };
}

function flagsOf(actions: readonly DealAction[]): Record<DealAction, boolean> {
  const entries = dealActionNames.map((name) => [name, actions.includes(name)] as const);
  return Object.fromEntries(entries) as Record<DealAction, boolean>;
}
