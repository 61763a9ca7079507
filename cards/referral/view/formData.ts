import { z } from 'zod';
import { clipBytes } from '#cards/outside.ts';
import { positionOf } from './around.ts';
import type { DealForm, ReferralCardView } from './view.ts';

export const choices = z.array(z.object({ title: z.string(), value: z.string() }));
const press = z.record(z.string(), z.unknown());

/** What every form on a deal's card binds. */
export const commonFields = {
  round: z.number().int(),
  spacing: z.enum(['None', 'Medium']),
  refused: z.boolean(),
  words: z.record(z.string(), z.string()),
  press,
  pressFallback: press,
  cancel: press,
  cancelFallback: press,
};

/** The buttons of a form and the round that its inputs carry; `form`: it stands open in the body. */
export function commonData(
  view: ReferralCardView,
  verb: string,
  form: { round: number } | undefined,
  more: object,
) {
  const round = form?.round ?? view.round ?? 0;
  const ids = { referral: view.referral.id, form: round, audience: view.audience, ...positionOf(view) };
  return {
    round,
    refused: form !== undefined,
    spacing: form ? ('None' as const) : ('Medium' as const),
    press: { ...ids, ...more },
    pressFallback: { verb, ...ids, ...more },
    cancel: ids,
    cancelFallback: { verb: 'referral.view', ...ids },
  };
}

/** What was typed goes back whole as far as a card can hold it. */
const ROOM: Readonly<Record<string, number>> = {
  notes: 9000,
  closingNotes: 9000,
  name: 1000,
  search: 1000,
  person: 1000,
};

export function typedIn(form: DealForm | undefined, field: string): string {
  return clipBytes(form?.typed[field] ?? '', ROOM[field] ?? 500);
}
