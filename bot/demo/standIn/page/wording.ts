import { type JsonObject, listIn, objectIn } from '#bot/demo/standIn/exchange.ts';
import type { ChangedBy, HistoryEntry } from '#bot/demo/standIn/referrals/records.ts';
import { ticksOf } from '#bot/demo/standIn/stamps.ts';

const stages: Readonly<Record<string, string>> = {
  10: '10 %',
  20: '20 % Qualified',
  40: '40 % Developed',
  60: '60 % Proposed',
  80: '80 % Negotiated',
  100: '100 % Won',
};
/** Percentages that somebody may mark. */
export const stageChoices = Object.entries(stages);

export function statusText({ status, substatus }: JsonObject): string {
  return status === substatus ? String(status) : `${status} – ${substatus}`;
}

export function stageText({ salesStage }: JsonObject): string {
  return salesStage === null || salesStage === undefined
    ? '–'
    : (stages[String(salesStage)] ?? String(salesStage));
}

export function valueText(referral: JsonObject): string {
  const { dealValue, currency } = objectIn(referral, 'details');
  if (typeof dealValue !== 'number') return '–';
  return `${dealValue.toLocaleString('en-US')} ${currency ?? ''}`.trim();
}

export function momentText(moment: unknown): string {
  if (typeof moment !== 'string') return '–';
  return `${moment.slice(0, 10)} ${moment.slice(11, 19)} UTC`.replace(/ +UTC$/, ' UTC');
}

/** As moments: their texts have fractions of any length, and do not compare. */
export function lastFirst(one: unknown, other: unknown): number {
  return Number((ticksOf(other) ?? 0n) - (ticksOf(one) ?? 0n));
}

export const dayText = (moment: unknown): string => (typeof moment === 'string' ? moment.slice(0, 10) : '–');

export function peopleText(referral: JsonObject, name = 'team'): string {
  const people = listIn(referral, name).map((member) => {
    const { firstName, lastName, email, phoneNumber } = objectIn({ member }, 'member');
    return [[firstName, lastName].filter(Boolean).join(' '), email, phoneNumber].filter(Boolean).join(', ');
  });
  return people.join('\n') || '–';
}

export function byText({ kind, name }: ChangedBy): string {
  return kind === 'api' ? `the bot, as ${name}` : name;
}

/** `Changed by the bot: /status, /substatus`. */
export function happenedText({ what, by }: HistoryEntry): string {
  return `${what === 'created' ? 'Created' : 'Changed'} by ${byText(by)}`;
}

export function fieldText(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
