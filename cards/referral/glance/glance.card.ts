import type { CardJson } from '#cards/expand.ts';
import { frameCard } from '#cards/frame/frame.ts';
import { textPart } from '#cards/frame/text.ts';
import { clip, oneLine } from '#cards/outside.ts';
import { forChannel } from '#cards/people/people.ts';
import { type Pressable, refreshedBy } from '#cards/pressAction.ts';
import { headOf, overduePart } from '#cards/referral/parts/head.ts';
import { partyLines } from '#cards/referral/parts/partyLines.ts';
import { stageBar } from '#cards/referral/parts/stageBar.ts';
import { stripOf } from '#cards/referral/parts/strip.ts';
import type { ReferralCardView } from '#cards/referral/view/view.ts';
import { type Language, say } from '#cards/say.ts';
import { defaultOptions } from '#domain/values/options.ts';

/** What a press says that was made on such a card: `{ on: ON_GLANCE }`. It may stand where the bot is not. */
export const ON_GLANCE = 'glance';

/** The card of a deal that somebody put into a chat, as one reader sees it. */
export type GlanceCardView =
  /** As everybody has it who reads there, with a right to the deal or without: nothing of it. */
  | { kind: 'shared'; language: Language; referral: string; sharedBy: string }
  /** As somebody sees it who may see the deal: what a channel's copy shows, and nothing that is for fewer people. */
  | ({ kind: 'deal' } & ReferralCardView)
  /** As it is for everybody else, whether there is such a deal or not; `ask`: where they may ask for it. */
  | { kind: 'hidden'; language: Language; sentence?: string | undefined; ask?: string | undefined };

/** A deal in a chat between people: live for who may see it, and a closed door for everybody else. */
export function glanceCard(view: GlanceCardView): CardJson {
  switch (view.kind) {
    case 'shared':
      return sharedCard(view);
    case 'deal':
      return dealCard(view);
    case 'hidden':
      return hiddenCard(view);
    default:
      return view satisfies never;
  }
}

/** The card that everybody has, as a pasted link unfolds to it: clients take 1.3 at most there, which knows no refresh. */
export function unfoldedCard(view: Extract<GlanceCardView, { kind: 'shared' }>): CardJson {
  const { refresh: _none, ...card } = glanceCard(view);
  return { ...card, version: '1.3' };
}

function sharedCard({ language, referral, sharedBy }: Extract<GlanceCardView, { kind: 'shared' }>): CardJson {
  const name = clip(oneLine(sharedBy), 80) || say(language, 'referral.someone');
  const show: Pressable = {
    verb: 'deal.glance',
    title: say(language, 'glance.show'),
    data: { referral, on: ON_GLANCE },
  };
  const card = frameCard({
    language,
    summary: say(language, 'glance.summary', { name }),
    title: say(language, 'glance.title'),
    hints: [say(language, 'glance.sharedBy', { name })],
    buttons: [{ ...show, style: 'positive' }],
  });
  return { ...card, refresh: refreshedBy(show) };
}

function dealCard(given: Extract<GlanceCardView, { kind: 'deal' }>): CardJson {
  const options = given.options ?? defaultOptions;
  const view: ReferralCardView = {
    ...given,
    audience: 'channel',
    referral: forChannel(given.referral, options),
  };
  const { language, referral } = view;
  const { customer, value, about } = headOf(view);
  const { title, style, day } = stripOf(view);
  const data = { referral: referral.id, on: ON_GLANCE };
  return frameCard({
    language,
    strips: [{ text: [title, day.shown ? day.text : ''].filter(Boolean).join(' · '), tone: style }],
    title: customer,
    figure: value.missing ? undefined : value.text,
    hints: [about.shown ? about.text : ''],
    body: [...overduePart(view), ...stageBar(view), ...partyLines(view)],
    buttons: [
      {
        verb: 'deal.glance',
        title: say(language, 'answer.open'),
        data: { ...data, open: 'yes' },
        style: 'positive',
      },
      { verb: 'deal.glance', title: say(language, 'glance.update'), data },
    ],
    notes: [say(language, 'glance.only')],
  });
}

function hiddenCard({ language, sentence, ask }: Extract<GlanceCardView, { kind: 'hidden' }>): CardJson {
  return frameCard({
    language,
    title: say(language, 'glance.title'),
    body: [textPart(sentence ?? say(language, 'glance.hidden'))],
    buttons: ask
      ? [
          {
            verb: 'deal.ask',
            title: say(language, 'deal.ask.button'),
            data: { referral: ask, on: ON_GLANCE },
          },
        ]
      : [],
  });
}
