import type { CardJson } from '#cards/expand.ts';
import { cardDateTime, type Reader } from '#cards/format.ts';
import { frameCard } from '#cards/frame/frame.ts';
import { rowPart } from '#cards/frame/row.ts';
import { textPart } from '#cards/frame/text.ts';
import { formatMoney } from '#cards/money/formatMoney.ts';
import { clip } from '#cards/outside.ts';
import type { Pressable } from '#cards/pressAction.ts';
import { say, type TextKey } from '#cards/say.ts';
import type { Why } from '#domain/news/why.ts';
import type { ReferralFacts } from '#domain/referral/referral.ts';

const whyTexts = {
  handed: 'reminder.why.handed',
  admin: 'reminder.why.admin',
  'location-admin': 'reminder.why.location-admin',
  team: 'reminder.why.team',
  everyone: 'reminder.why.everyone',
  mixed: 'reminder.why.mixed',
} satisfies Record<string, TextKey>;

/** Undecided referrals of one person, due on the same day (CR-54). */
export interface ReminderCardView extends Reader {
  /** The most urgent ones are shown first, whatever the order here. */
  referrals: readonly Pick<ReferralFacts, 'id' | 'customer' | 'value' | 'expiresAt'>[];
  /** `mixed`: admin of some, in the team of others. */
  why: Exclude<Why, 'channel' | 'route'> | 'mixed';
  /** The reader muted some of them, and so did everybody else who could answer. */
  despite?: boolean | undefined;
  /** They waited when the company connected with Partner Center, and got no card each. */
  list?: boolean | undefined;
}

const ROWS = 10;

/** One line for each referral that waits, with what opens it; why it came and how to stop it (CR-55, CR-56). */
export function reminderCard(view: ReminderCardView): CardJson {
  const { language, referrals, list } = view;
  const sorted = referrals.toSorted((one, other) => (one.expiresAt < other.expiresAt ? -1 : 1));
  const count = sorted.length - ROWS;
  const more = count > 0 ? say(language, 'referral.card.andMore', { count }) : '';
  return frameCard({
    language,
    title: say(language, 'reminder.title', { count: sorted.length }),
    hints: [say(language, list ? 'reminder.list' : 'reminder.how')],
    body: [
      ...sorted.slice(0, ROWS).map((referral) =>
        rowPart({
          title: clip(referral.customer.name, 120),
          value: referral.value && formatMoney(referral.value, view),
          moment: say(language, 'reminder.until', cardDateTime(referral.expiresAt)),
          side: openPress(referral.id, view),
        }),
      ),
      ...(more ? [textPart(more, { subtle: true })] : []),
    ],
    notes: [
      say(language, list ? 'reminder.list.all' : 'reminder.advice'),
      [say(language, whyTexts[view.why]), ...(view.despite ? [say(language, 'news.despite')] : [])].join(' '),
    ],
  });
}

/** No edit of the card it stands on: the answer is the referral's own card, in a message of its own. */
export function openPress(referral: string, { language }: Pick<Reader, 'language'>): Pressable {
  const data = { referral, audience: 'personal', from: 'reminder' };
  return { verb: 'referral.view', title: say(language, 'referral.view.open'), data };
}
