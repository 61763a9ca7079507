import type { Audience } from '#cards/audience.ts';
import { MOST_ID, MOST_NAME } from '#cards/form/limits.ts';
import { markOf } from '#cards/form/mark.ts';
import type { AcceptField, Typed } from '#cards/form/problems.ts';
import type { Reader } from '#cards/format.ts';
import { formatAmount } from '#cards/money/formatMoney.ts';
import { bytesOf, clip } from '#cards/outside.ts';
import { maskOf } from '#cards/people/people.ts';
import { teamText } from '#cards/people/team.ts';
import type { Referral } from '#domain/referral/referral.ts';

/** The most bytes that notes or a team may take in a card that has to stay small. */
const ROOM = 2400;
/** What the form of acceptance starts with. */
export interface Prefill {
  values: Record<AcceptField, string>;
  /** Fields whose content is added to what is there, because that could not be shown, or not here. */
  adds: readonly ('notes' | 'team')[];
}

/**
 * What stands in the form at first. In a channel without people; nothing that is cut short can be replaced by its own
 * shortened form, so long notes and teams are added to instead.
 */
export function prefillOf(
  referral: Referral,
  audience: Audience,
  reader: Pick<Reader, 'language' | 'locale'>,
): Prefill {
  const mask = audience === 'channel' ? maskOf(referral) : undefined;
  const shown = (text: string | undefined) => mask?.(text ?? '') ?? text ?? '';
  // What people typed is not read out to a channel by a form either: what is left as it stands stays as it was.
  const notes = mask ? '' : (referral.notes ?? '').trim();
  const name = mask ? referral.customer.name : referral.name;
  const team = audience === 'channel' ? '' : teamText(referral.team);
  const addsNotes = notes !== (referral.notes ?? '').trim() || bytesOf(notes) > ROOM;
  const addsTeam = audience === 'channel' || bytesOf(team) > ROOM;
  return {
    values: {
      name: clip(name.replace(/\s+/g, ' ').trim(), MOST_NAME),
      value: referral.value ? formatAmount(referral.value.amount, reader) : '',
      // What is no code can't be chosen; whoever accepts the deal has to.
      currency: /^[A-Z]{3}$/.test(referral.value?.currency ?? '') ? (referral.value?.currency ?? '') : '',
      closeDate: /^\d{4}-\d{2}-\d{2}$/.test(referral.closeDate ?? '') ? (referral.closeDate ?? '') : '',
      notes: addsNotes ? '' : notes,
      crmId: clip(shown(referral.crmId).trim(), MOST_ID),
      campaignId: clip(shown(referral.campaignId).trim(), MOST_ID),
      solutions: solutionMarks(referral),
      solution: '',
      search: '',
      team: addsTeam ? '' : team,
    },
    adds: [...(addsNotes ? (['notes'] as const) : []), ...(addsTeam ? (['team'] as const) : [])],
  };
}

/** The solutions of the referral as a choice of several posts them. */
function solutionMarks({ solutions = [] }: Pick<Referral, 'solutions'>): string {
  return solutions.map(({ id }) => markOf(id)).join(',');
}

/** Fields which a press leaves as they are when their text is still the one the form started with. */
export const watched = ['name', 'notes', 'crmId', 'campaignId', 'team'] as const;
export type Watched = (typeof watched)[number];

/**
 * Marks of what the form started with. They travel in the button, so that a field nobody touched does not undo what
 * Partner Center changed since the card was posted.
 */
export function marksOf(values: Typed): Record<Watched, string> {
  const marks = watched.map((field) => [field, markOf(values[field] ?? '')] as const);
  return Object.fromEntries(marks) as Record<Watched, string>;
}
