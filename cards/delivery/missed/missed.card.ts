import { openPress } from '#cards/delivery/openPress.ts';
import type { CardJson } from '#cards/expand.ts';
import { cardDateTime, type Reader } from '#cards/format.ts';
import { frameCard } from '#cards/frame/frame.ts';
import { rowPart } from '#cards/frame/row.ts';
import { textPart } from '#cards/frame/text.ts';
import { headline } from '#cards/news/describe.ts';
import { clip } from '#cards/outside.ts';
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
const MOST_NEWS = 4;

/** One line for each thing that is still true of a deal, with what opens it; what waits for an answer first. */
export function missedCard(view: MissedCardView): CardJson {
  const { language, deals } = view;
  const sorted = deals.toSorted((one, other) => Number(other.waits) - Number(one.waits));
  const count = sorted.length - ROWS;
  const more = count > 0 ? say(language, 'referral.card.andMore', { count }) : '';
  return frameCard({
    language,
    title: say(language, 'news.missed.title', { count: deals.length }),
    hints: [say(language, 'news.missed.how')],
    body: [
      ...sorted.slice(0, ROWS).map((deal) =>
        rowPart({
          title: clip(deal.referral.customer.name, 120).trim() || '…',
          lines: linesOf(deal, view),
          moment: deal.waits
            ? say(language, 'referral.card.answerBy', cardDateTime(deal.referral.expiresAt))
            : undefined,
          side: openPress(deal.referral.id, view),
        }),
      ),
      ...(more ? [textPart(more, { subtle: true })] : []),
    ],
    notes: [say(language, 'reminder.advice'), say(language, 'news.missed.why')],
  });
}

function linesOf({ referral, news, ...is }: MissedCardView['deals'][number], view: MissedCardView): string[] {
  const { language } = view;
  const more = news.length - MOST_NEWS;
  return [
    ...(is.expired ? [say(language, 'news.missed.expired')] : []),
    ...(is.joined ? [say(language, 'news.missed.joined')] : []),
    ...news.slice(0, MOST_NEWS).map((one) => headline(one, { ...view, referral })),
    ...(more > 0 ? [say(language, 'referral.card.andMore', { count: more })] : []),
  ];
}
