import { stageOf } from '#domain/deal/decideProgress.ts';
import { takesPart } from '#domain/engagement/takingPart.ts';
import { dealTypeOf, hasMicrosoft } from '#domain/referral/dealType.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { LocalDate } from '#domain/values/instant.ts';
import { beginsWords, wordsOf } from '#domain/values/searchTerms.ts';
import {
  type DealFilters,
  dealStatusOf,
  registrationFilterOf,
  registrationsOf,
  statusesOf,
  type Worth,
} from './dealList.ts';
import { isOverdue, isQuiet } from './dueDay.ts';

/** Whether a deal fits what a list was narrowed to, by everything but words. `today` in the reader's zone. */
export function fitsFilters(referral: Referral, filters: DealFilters, today: LocalDate): boolean {
  const { country, type, status, registration, stage, overdue, quiet } = filters;
  return (
    (country === undefined || referral.customer.country === country) &&
    (type === undefined || dealTypeOf(referral) === type) &&
    (registration === undefined ||
      registrationsOf(registration).some((one) => one === registrationFilterOf(referral))) &&
    statusesOf(status).includes(dealStatusOf(referral)) &&
    (stage === undefined || (referral.stage === 'accepted' && stageOf(referral) === stage)) &&
    isWorth(referral, filters) &&
    closesWithin(referral, filters) &&
    (!overdue || isOverdue(referral, today)) &&
    (!quiet || isQuiet(referral, today))
  );
}

/** Whether a deal has all words that a list was narrowed to. */
export function fitsWords(referral: Referral, filters: DealFilters): boolean {
  const { customer = '', solution = '', partner = '', words = '' } = filters;
  const solutions = (referral.solutions ?? []).flatMap(({ id, name }) => [id, name]);
  return (
    beginsWords(wordsOf(customer), [referral.customer.name]) &&
    beginsWords(wordsOf(solution), [...solutions, ...referral.wanted.solutions]) &&
    beginsWords(wordsOf(partner), partnerNames(referral)) &&
    hasWords(referral, wordsOf(words))
  );
}

/** Whether each word begins one of the name, the customer's or the id, or stands in the notes (CR-16). */
export function hasWords(referral: Referral, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const names = [referral.name, referral.customer.name, referral.id];
  const notes = new Set(wordsOf(`${referral.notes ?? ''} ${referral.senderNotes ?? ''}`));
  return words.every((word) => notes.has(word) || beginsWords([word], names));
}

/** The names of the other parties that take part, or that it came from; Microsoft by its own as soon as it sees the deal. */
export function partnerNames(referral: Referral): string[] {
  const others = (referral.parties ?? []).filter(takesPart).map(({ name }) => name);
  const sender = referral.direction === 'inbound' && referral.sender?.name ? [referral.sender.name] : [];
  return [...others, ...sender, ...(hasMicrosoft(referral) ? ['Microsoft'] : [])];
}

function isWorth({ value }: Referral, { over, under }: DealFilters): boolean {
  const inCurrency = ({ currency }: Worth) => currency === undefined || currency === value?.currency;
  if (over && !(value && inCurrency(over) && value.amount >= over.amount)) return false;
  return !under || (value !== undefined && inCurrency(under) && value.amount <= under.amount);
}

function closesWithin({ closeDate }: Referral, { closingFrom, closingTo }: DealFilters): boolean {
  if (closingFrom !== undefined && !(closeDate !== undefined && closeDate >= closingFrom)) return false;
  return closingTo === undefined || (closeDate !== undefined && closeDate <= closingTo);
}
