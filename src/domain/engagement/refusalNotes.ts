import type { Referral } from '#domain/referral/referral.ts';

/** Signs: fifty of them must fit into the record of whoever invited. */
export const MOST_DECLINE_NOTES = 1000;

/** What is said with a refusal, for the one who asked (CR-36, CR-52). */
export function notesOfRefusal(referral: Referral): string | undefined {
  if (referral.stage !== 'closed' || referral.outcome !== 'declined' || !referral.closingNotes)
    return undefined;
  return [...referral.closingNotes].slice(0, MOST_DECLINE_NOTES).join('');
}
