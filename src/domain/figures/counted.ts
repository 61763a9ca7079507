import type { Referral } from '#domain/referral/referral.ts';
import type { Instant, LocalDate } from '#domain/values/instant.ts';
import type { Actor, Money } from '#domain/values/parts.ts';

/** A calendar month, such as `2026-11`. */
export type Month = string;

/** How far an open deal is: nobody has answered, or the percentage of its stage (CR-40, CR-41). */
export const openSteps = ['received', '10', '20', '40', '60', '80'] as const;
export type OpenStep = (typeof openSteps)[number];

/** Hours within which inbound referrals are answered; what took longer than the last is in a bucket of its own. */
export const answerHours = [1, 4, 8, 24, 48, 72, 168] as const;

/** What the sums hold of one deal: everything that is added up anywhere, and nothing else. */
export interface CountedDeal {
  location?: string | undefined;
  /** Open now; `month`: of the close date, or `none`. */
  open?: { step: OpenStep; month: Month; money?: Money | undefined } | undefined;
  /** When it came to us; inbound ones alone. */
  came?: Month | undefined;
  answer?: Answered | undefined;
  end?: Ended | undefined;
}

/** How an inbound referral was answered. */
export interface Answered {
  how: 'accepted' | 'declined' | 'expired';
  month: Month;
  reason?: string | undefined;
  /** The bucket of the time that it took, one of `answerHours` or `more`; where one of our people answered it here. */
  within?: string | undefined;
  /** Id of that person. */
  by?: string | undefined;
}

/** How a deal ended that was worked on. */
export interface Ended {
  how: 'won' | 'lost';
  month: Month;
  reason?: string | undefined;
  money?: Money | undefined;
  /** Id of the person who had it in hand, or ended it. */
  by?: string | undefined;
}

/** What the world outside the deal adds. */
export interface Counting {
  /** The day of a moment where the organization is. */
  dayOf: (at: Instant) => LocalDate;
  /** Id of the person who has the deal in hand, where the bot knows them. */
  inHand?: string | undefined;
}

/** A location that is longer is none of ours. */
const LONGEST_LOCATION = 100;

/** What of a deal is counted, as it is now. Values count in whole units of their currency. */
export function countedOf(referral: Referral, counting: Counting): CountedDeal {
  const { location, createdAt, direction } = referral;
  const monthOf = (at: Instant) => counting.dayOf(at).slice(0, 7);
  return {
    ...(location && location.length <= LONGEST_LOCATION && { location }),
    open: openOf(referral),
    came: direction === 'inbound' ? monthOf(createdAt) : undefined,
    answer: direction === 'inbound' ? answerOf(referral, monthOf) : undefined,
    end: endOf(referral, monthOf, counting.inHand),
  };
}

function openOf(referral: Referral): CountedDeal['open'] {
  if (referral.stage === 'closed') return undefined;
  const step = referral.stage === 'received' ? 'received' : stepOf(referral.salesStage);
  return { step, month: closeMonthOf(referral.closeDate), money: moneyOf(referral.value) };
}

function stepOf(stage: number | undefined): OpenStep {
  return openSteps.find((step) => step === String(stage)) ?? '10';
}

/** The month of a close date, or `none` where nobody said one that can be meant. */
function closeMonthOf(day: LocalDate | undefined): Month {
  return day && /^(19[5-9]|20\d|21[0-4])\d-(0[1-9]|1[0-2])-\d\d$/.test(day) ? day.slice(0, 7) : 'none';
}

/** Amounts more than that is no deal, and would spoil every sum. */
const MOST = 1e13;

/** An amount that can be added up; undefined for one in no known currency, and for none. */
function moneyOf(value: Money | undefined): Money | undefined {
  if (!value || !/^[A-Z]{3}$/.test(value.currency)) return undefined;
  const amount = Math.round(value.amount);
  return amount > 0 && amount <= MOST ? { amount, currency: value.currency } : undefined;
}

function answerOf(referral: Referral, monthOf: (at: Instant) => Month): Answered | undefined {
  if (referral.stage === 'received') return undefined;
  const { acceptedAt, acceptedBy, createdAt } = referral;
  if (acceptedAt) {
    return { how: 'accepted', month: monthOf(acceptedAt), ...timed(createdAt, acceptedAt, acceptedBy) };
  }
  if (referral.stage !== 'closed') return undefined;
  const { outcome, closedAt, closedBy, reason } = referral;
  const month = monthOf(closedAt);
  if (outcome === 'expired') return { how: 'expired', month };
  if (outcome !== 'declined') return undefined;
  return { how: 'declined', month, reason: reason ?? 'other', ...timed(createdAt, closedAt, closedBy) };
}

/** When somebody answered elsewhere is known only as far as Partner Center tells: it is no time that was taken here. */
function timed(from: Instant, to: Instant, by: Actor | undefined): Pick<Answered, 'within' | 'by'> {
  if (by?.kind !== 'person') return {};
  const hours = (Date.parse(to) - Date.parse(from)) / 3_600_000;
  return { within: String(answerHours.find((most) => hours <= most) ?? 'more'), by: by.personId };
}

function endOf(
  referral: Referral,
  monthOf: (at: Instant) => Month,
  inHand: string | undefined,
): Ended | undefined {
  if (referral.stage !== 'closed') return undefined;
  const { outcome, closedAt, closedBy, reason } = referral;
  if (outcome !== 'won' && outcome !== 'lost') return undefined;
  const by = inHand ?? (closedBy.kind === 'person' ? closedBy.personId : undefined);
  return {
    how: outcome,
    month: monthOf(closedAt),
    ...(outcome === 'lost' && { reason: reason ?? 'other' }),
    money: moneyOf(referral.value),
    ...(by !== undefined && { by }),
  };
}
