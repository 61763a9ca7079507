import { z } from 'zod';
import { chatUrl } from '#cards/deal/link.ts';
import { type CardJson, expand } from '#cards/expand.ts';
import { muteText, unmuteButton } from '#cards/mute/mute.ts';
import { muteForm } from '#cards/mute/muteForm.ts';
import { optional, optionalText } from '#cards/optional.ts';
import { clip, literal } from '#cards/outside.ts';
import { pressAction } from '#cards/pressAction.ts';
import { say, type TextKey } from '#cards/say.ts';
import type { ShownMute } from '#domain/news/mute.ts';
import { partyOfNews } from '#domain/news/news.ts';
import { describe } from './describe.ts';
import template from './news.template.json' with { type: 'json' };
import type { NewsCardView } from './view.ts';

const whyTexts = {
  inviter: 'news.why.inviter',
  team: 'news.why.team',
  handed: 'news.why.handed',
  admin: 'news.why.admin',
  'location-admin': 'news.why.location-admin',
  everyone: 'news.why.everyone',
  channel: 'news.why.channel',
  card: 'news.why.card',
  holder: 'news.why.holder',
  reviewer: 'news.why.reviewer',
} satisfies Record<string, TextKey>;

const parts = z.object({ shown: z.boolean(), items: z.array(z.record(z.string(), z.unknown())) });
const newsData = z.object({
  lang: z.string().length(2),
  summary: z.string().min(1),
  resultLine: optionalText,
  news: z
    .array(
      z.object({
        style: z.enum(['accent', 'good', 'attention', 'warning', 'emphasis']),
        title: z.string().min(1),
        when: optionalText,
        lines: z.array(z.object({ line: z.string() })),
      }),
    )
    .min(1),
  customer: z.string(),
  deal: optionalText,
  next: optionalText,
  form: parts,
  buttons: parts,
  why: z.string().min(1),
});

/** A record holds few notes at a time; a message need not show more at once. */
const MOST_NEWS = 5;

/** What happened to a deal: by whom, what one can do now, why one is told and how to stop it (CR-52 to CR-55). */
export function newsCard(view: NewsCardView): CardJson {
  const { language, referral } = view;
  const told = view.news.slice(0, MOST_NEWS).map((one) => describe(one, view));
  const customer = clip(literal(referral.customer.name).trim(), 200) || '…';
  const deal = clip(literal(referral.name).replace(/\s+/g, ' ').trim(), 200);
  const buttons = view.form ? [] : buttonsOf(view);
  const data: z.input<typeof newsData> = {
    lang: language.slice(0, 2),
    summary: `${told[0]?.title ?? ''}: ${clip(customer, 100)}`,
    resultLine: optional(view.resultLine && clip(literal(view.resultLine), 300)),
    news: told.map(({ style, title, when, lines }) => ({
      style,
      title,
      when: optional(when),
      lines: lines.map((line) => ({ line })),
    })),
    customer,
    deal: optional(deal === customer ? '' : deal),
    next: optional(told.find(({ next }) => next)?.next),
    form: {
      shown: view.form !== undefined,
      items: view.form ? [muteForm(view, view.form, idsOf(view), 'news.snooze')] : [],
    },
    buttons: { shown: buttons.length > 0, items: buttons },
    why: whyText(view),
  };
  return expand(template, newsData.parse(data));
}

function buttonsOf(view: NewsCardView): CardJson[] {
  const { language, referral, news } = view;
  const sellers = news.flatMap((one) => partyOfNews(one, referral)?.seller?.email?.trim() || []);
  const chat = sellers.slice(0, 1).map((address) => {
    return { type: 'Action.OpenUrl', title: say(language, 'news.chat'), url: chatUrl([address], '') };
  });
  const open = { referral: referral.id, audience: 'personal', from: 'reminder' };
  return [
    ...chat,
    pressAction({ verb: 'referral.view', title: say(language, 'news.open'), data: open }),
    ...(view.mute
      ? [unmute(view, view.mute)]
      : [
          pressAction({ verb: 'news.mute', title: say(language, 'news.mute.button'), data: idsOf(view) }),
          pressAction({ verb: 'news.snooze', title: say(language, 'news.snooze.button'), data: idsOf(view) }),
        ]),
  ];
}

function unmute(view: NewsCardView, mute: ShownMute): CardJson {
  const { title, data } = unmuteButton(mute, view);
  return pressAction({ verb: 'news.unmute', title, data: { ...idsOf(view), ...data } });
}

/** What the buttons carry: by the occasion this very message is shown again. */
function idsOf({ referral, occasion }: NewsCardView): Record<string, unknown> {
  return { referral: referral.id, on: occasion };
}

/** Why it came and how to stop it (CR-55); where it is stopped, that. */
function whyText(view: NewsCardView): string {
  const { why, language, despite, mute } = view;
  const how = mute ? muteText(mute, view) : say(language, despite ? 'news.despite' : 'news.how');
  return `${say(language, whyTexts[why])} ${how}`;
}
