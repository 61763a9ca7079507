import type { z } from 'zod';
import { reminderCardData } from '#cards/delivery/reminder/reminder.card.ts';
import template from '#cards/delivery/reminder/reminder.template.json' with { type: 'json' };
import { type CardJson, expand } from '#cards/expand.ts';
import { cardDateTime, type Reader } from '#cards/format.ts';
import { headline } from '#cards/news/describe.ts';
import { optional } from '#cards/optional.ts';
import { clip, escaped, literal } from '#cards/outside.ts';
import { pressAction } from '#cards/pressAction.ts';
import { say } from '#cards/say.ts';
import type { News } from '#domain/news/news.ts';
import type { Referral } from '#domain/referral/referral.ts';

/** What somebody missed who had snoozed. */
export interface MissedCardView extends Reader {
  deals: readonly {
    referral: Referral;
    news: readonly News[];
    waits: boolean;
    expired: boolean;
    joined: boolean;
  }[];
}

const ROWS = 10;
const BUTTONS = 6;
const MOST_NEWS = 4;

/** One line for each thing that is still true of a deal, with a button that opens it; what waits for an answer first. */
export function missedCard(view: MissedCardView): CardJson {
  const { language, deals } = view;
  const title = say(language, 'news.missed.title', { count: deals.length });
  const sorted = deals.toSorted((one, other) => Number(other.waits) - Number(one.waits));
  const rows = sorted.slice(0, ROWS).map((deal, index) => {
    const data = { referral: deal.referral.id, audience: 'personal', from: 'reminder' };
    return {
      separator: index > 0,
      customer: clip(literal(deal.referral.customer.name), 120) || '…',
      value: '',
      until: linesOf(deal, view).join('\n\n'),
      button: index < BUTTONS,
      press: pressAction({ verb: 'referral.view', title: say(language, 'referral.view.open'), data }),
    };
  });
  const data: z.input<typeof reminderCardData> = {
    lang: language.slice(0, 2),
    summary: title,
    style: 'accent',
    title,
    how: say(language, 'news.missed.how'),
    rows,
    more: optional(
      sorted.length > ROWS ? say(language, 'referral.card.andMore', { count: sorted.length - ROWS }) : '',
    ),
    advice: say(language, 'reminder.advice'),
    why: say(language, 'news.missed.why'),
  };
  return expand(template, reminderCardData.parse(data));
}

function linesOf({ referral, news, ...is }: MissedCardView['deals'][number], view: MissedCardView): string[] {
  const { language } = view;
  const more = news.length - MOST_NEWS;
  return [
    ...(is.waits ? [say(language, 'reminder.until', cardDateTime(referral.expiresAt))] : []),
    ...(is.expired ? [say(language, 'news.missed.expired')] : []),
    ...(is.joined ? [say(language, 'news.missed.joined')] : []),
    ...news.slice(0, MOST_NEWS).map((one) => escaped(headline(one, { ...view, referral }))),
    ...(more > 0 ? [say(language, 'referral.card.andMore', { count: more })] : []),
  ];
}
