import { z } from 'zod';
import type { CardJson } from '#cards/expand.ts';
import { clipBytes } from '#cards/outside.ts';
import { pressAction } from '#cards/pressAction.ts';
import { say } from '#cards/say.ts';
import { positionOf } from './around.ts';
import type { DealForm, ReferralCardView } from './view.ts';

export const choices = z.array(z.object({ title: z.string(), value: z.string() }));

/** What every form on a deal's card binds. */
export const commonFields = {
  formVersion: z.number().int(),
  spacing: z.enum(['None', 'Medium']),
  words: z.record(z.string(), z.string()),
  actions: z.array(z.record(z.string(), z.unknown())),
};

/** The version that a form's inputs carry, and what its buttons do; `form`: it stands open in the body. */
export function commonData(view: ReferralCardView, form: { formVersion: number } | undefined, more: object) {
  const formVersion = form?.formVersion ?? view.formVersion ?? 0;
  const ids = { referral: view.referral.id, form: formVersion, audience: view.audience, ...positionOf(view) };
  return {
    formVersion,
    spacing: form ? ('None' as const) : ('Medium' as const),
    press: { ...ids, ...more },
    cancel: ids,
  };
}

/** Shows the deal again as it is; what was typed is left behind. */
export function cancelButton({ language }: ReferralCardView, data: object): CardJson {
  return pressAction({
    verb: 'referral.view',
    title: say(language, 'referral.view.cancel'),
    data,
    inputs: false,
  });
}

/** Unfolds the fields of a form that are seldom filled in. */
export function moreButton({ language }: ReferralCardView, formVersion: number): CardJson {
  const title = say(language, 'referral.accept.more');
  return { type: 'Action.ToggleVisibility', title, targetElements: [`more.${formVersion}`] };
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
