import { formatDay, formatInstantDay, formatList, formatTime, localDay } from '#cards/format.ts';
import type { Coloured } from '#cards/frame/row.ts';
import { say } from '#cards/say.ts';
import { isPending } from '#domain/list/dealList.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { daysBetween, type Instant, type LocalDate } from '#domain/values/instant.ts';
import type { ListCardView } from './view.ts';

/** Days of which it helps to know how many are left. */
const NEAR = 30;
const URGENT = 3;

/**
 * By when something has to happen in a deal, and how long that is: a list is new whenever it is shown, so it may count
 * days (CR-17). Nothing for a deal without a date.
 */
export function dueText(view: ListCardView, referral: Referral): Coloured | string | undefined {
  const { language, today } = view;
  if (isPending(referral)) return answerBy(view, referral.expiresAt);
  if (referral.closeDate === undefined) return undefined;
  const date = dayText(view, referral.closeDate);
  const closes = say(language, 'find.row.closes', { date });
  if (referral.stage === 'closed') return closes;
  const days = daysBetween(today, referral.closeDate);
  if (days < 0)
    return { text: say(language, 'find.row.daysOver', { days: -days, date }), colour: 'Attention' };
  return withDays(view, closes, days);
}

function answerBy(view: ListCardView, expiresAt: Instant): Coloured | string {
  const { language, today } = view;
  const days = daysBetween(today, localDay(expiresAt, view));
  if (days <= 0) {
    const text = say(language, 'find.row.answerToday', { time: formatTime(expiresAt, view) });
    return { text, colour: 'Attention' };
  }
  const date = formatInstantDay(expiresAt, view, 'short');
  return withDays(view, say(language, 'find.row.answerBy', { date }), days);
}

function withDays(view: ListCardView, text: string, days: number): Coloured | string {
  const { language } = view;
  if (!(days <= NEAR)) return text;
  const left = days === 0 ? say(language, 'find.row.today') : say(language, 'find.row.daysLeft', { days });
  const whole = formatList([text, left], view);
  return days <= URGENT ? { text: whole, colour: 'Warning' } : whole;
}

/** A day, with its year where that is another one. */
function dayText(view: ListCardView, day: LocalDate): string {
  if (day.slice(0, 4) !== view.today.slice(0, 4)) return formatDay(day, view);
  return formatInstantDay(`${day}T00:00:00.000Z`, { ...view, timeZone: 'UTC' }, 'short');
}
