import { chatUrl } from '#cards/deal/link.ts';
import type { CardJson } from '#cards/expand.ts';
import { frameCard } from '#cards/frame/frame.ts';
import { textPart } from '#cards/frame/text.ts';
import { formatMoney } from '#cards/money/formatMoney.ts';
import { muteText, unmuteButton } from '#cards/mute/mute.ts';
import { muteForm } from '#cards/mute/muteForm.ts';
import { clip, literal, oneLine } from '#cards/outside.ts';
import { standInWhy } from '#cards/people/standIn.ts';
import type { Pressable } from '#cards/pressAction.ts';
import { say, type TextKey } from '#cards/say.ts';
import type { ShownMute } from '#domain/news/mute.ts';
import { partyOfNews } from '#domain/news/news.ts';
import { describe } from './describe.ts';
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
  escalated: 'news.why.escalated',
} satisfies Record<string, TextKey>;

/** A record holds few notes at a time; a message need not show more at once. */
const MOST_NEWS = 5;

/** What happened to a deal: by whom, what one can do now, why one is told and how to stop it (CR-52 to CR-55). */
export function newsCard(view: NewsCardView): CardJson {
  const { language, referral } = view;
  const told = view.news.slice(0, MOST_NEWS).map((one) => describe(one, view));
  const customer = clip(literal(referral.customer.name).trim(), 200);
  const deal = clip(oneLine(referral.name), 200);
  const next = told.find((one) => one.next)?.next;
  return frameCard({
    language,
    summary: `${told[0]?.title ?? ''}: ${clip(customer, 100)}`,
    strips: [
      ...(view.resultLine ? [{ text: view.resultLine, tone: 'emphasis' as const }] : []),
      ...told.map(({ style, title, when }) => ({ text: title, tone: style, moment: when })),
    ],
    title: customer,
    figure: referral.value && formatMoney(referral.value, view),
    hints: [deal === customer ? '' : deal],
    body: [
      ...told.flatMap(({ title, lines }) => linesOf(told.length > 1 ? title : '', lines)),
      ...(next ? [textPart(next)] : []),
      ...(view.form ? [muteForm(view, view.form, idsOf(view), 'news.snooze')] : []),
    ],
    buttons: view.form ? [] : buttonsOf(view),
    notes: [whyText(view)],
  });
}

/** What there is to say of one piece of news; of several, each has its own title before it. */
function linesOf(title: string, lines: readonly string[]): CardJson[] {
  const shown = lines.map((line) => textPart(line));
  return lines.length > 0 && title ? [textPart(title, { bold: true }), ...shown] : shown;
}

function buttonsOf(view: NewsCardView): (Pressable | CardJson)[] {
  const { language, referral, news } = view;
  const sellers = news.flatMap((one) => partyOfNews(one, referral)?.seller?.email?.trim() || []);
  const chat = sellers.slice(0, 1).map((address) => {
    return { type: 'Action.OpenUrl', title: say(language, 'news.chat'), url: chatUrl([address], '') };
  });
  const quiet = { data: idsOf(view), mode: 'secondary' as const };
  const open = { referral: referral.id, audience: 'personal', from: 'reminder' };
  return [
    { verb: 'referral.view', title: say(language, 'news.open'), data: open, style: 'positive' },
    ...chat,
    ...(view.mute
      ? [unmute(view, view.mute)]
      : [
          { ...quiet, verb: 'news.mute' as const, title: say(language, 'news.mute.button') },
          { ...quiet, verb: 'news.snooze' as const, title: say(language, 'news.snooze.button') },
        ]),
  ];
}

function unmute(view: NewsCardView, mute: ShownMute): Pressable {
  const { title, data } = unmuteButton(mute, view);
  return { verb: 'news.unmute', title, data: { ...idsOf(view), ...data } };
}

/** What the buttons carry: by the occasion this very message is shown again. */
function idsOf({ referral, occasion }: NewsCardView): Record<string, unknown> {
  return { referral: referral.id, on: occasion };
}

/** Why it came and how to stop it (CR-55); where it is stopped, that. */
function whyText(view: NewsCardView): string {
  const { why, language, despite, mute } = view;
  const how = mute ? muteText(mute, view) : say(language, despite ? 'news.despite' : 'news.how');
  const told = why === 'deputy' ? standInWhy(view.absent, view) : say(language, whyTexts[why]);
  return `${told} ${how}`;
}
