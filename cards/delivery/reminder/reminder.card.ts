import { z } from 'zod';
import { type CardJson, expand } from '#cards/expand.ts';
import { cardDateTime, type Reader } from '#cards/format.ts';
import { formatMoney } from '#cards/money/formatMoney.ts';
import { optional, optionalText } from '#cards/optional.ts';
import { clip, literal } from '#cards/outside.ts';
import { pressAction } from '#cards/pressAction.ts';
import { say, type TextKey } from '#cards/say.ts';
import type { Why } from '#domain/news/why.ts';
import type { ReferralFacts } from '#domain/referral/referral.ts';
import template from './reminder.template.json' with { type: 'json' };

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

export const reminderCardData = z.object({
  lang: z.string().length(2),
  summary: z.string(),
  style: z.enum(['warning', 'accent']),
  title: z.string(),
  how: z.string(),
  rows: z
    .array(
      z.object({
        separator: z.boolean(),
        customer: z.string(),
        value: z.string(),
        until: z.string(),
        button: z.boolean(),
        press: z.record(z.string(), z.unknown()),
      }),
    )
    .min(1),
  more: optionalText,
  advice: z.string(),
  why: z.string(),
});

const ROWS = 10;
/** Teams wants six actions at most on a card. */
const BUTTONS = 6;

/** One line for each referral that waits, with a button that opens it; why it came and how to stop it (CR-55, CR-56). */
export function reminderCard(view: ReminderCardView): CardJson {
  const { language } = view;
  const sorted = view.referrals.toSorted((one, other) => (one.expiresAt < other.expiresAt ? -1 : 1));
  const title = say(language, 'reminder.title', { count: sorted.length });
  const data: z.infer<typeof reminderCardData> = {
    lang: language.slice(0, 2),
    summary: title,
    style: 'warning',
    title,
    how: say(language, view.list ? 'reminder.list' : 'reminder.how'),
    rows: sorted.slice(0, ROWS).map((referral, index) => {
      // Not an edit of this card: the answer is the referral's own card, in a message of its own.
      const ids = { referral: referral.id, audience: 'personal', from: 'reminder' };
      return {
        separator: index > 0,
        customer: clip(literal(referral.customer.name), 120),
        value: referral.value ? `  ·  ${literal(formatMoney(referral.value, view))}` : '',
        until: say(language, 'reminder.until', cardDateTime(referral.expiresAt)),
        button: index < BUTTONS,
        press: pressAction({ verb: 'referral.view', title: say(language, 'referral.view.open'), data: ids }),
      };
    }),
    more: optional(
      sorted.length > ROWS ? say(language, 'referral.card.andMore', { count: sorted.length - ROWS }) : '',
    ),
    advice: say(language, view.list ? 'reminder.list.all' : 'reminder.advice'),
    why: [say(language, whyTexts[view.why]), ...(view.despite ? [say(language, 'news.despite')] : [])].join(
      ' ',
    ),
  };
  return expand(template, reminderCardData.parse(data));
}
