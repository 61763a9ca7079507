import { bare } from '#dialogs/reading/fold.ts';
import { notesNeeded } from '#domain/draft/dealProblems.ts';
import type { TextContext } from './textContext.ts';

/** Where a company requires notes (CR-21) and all else is there, what is typed are they. */
export function onlyNotesMissing({ view: { draft, options } }: TextContext): boolean {
  const { name, location, value, closeDate, notes } = draft;
  const rest = Boolean(name && location && value && closeDate);
  return rest && !notes?.trim() && notesNeeded(draft, options);
}

const partnerLed: ReadonlySet<string> = new Set(
  [
    'partner-led',
    'partner led',
    'partnergeführt',
    'partnerledd',
    '合作伙伴主导',
    'ведёт партнёр',
    'guidata dal partner',
  ].map(bare),
);

/** Whether somebody answers that Microsoft may see the deal without helping (CR-12), where that is an option. */
export function saysPartnerLed(text: string, { options }: TextContext['view']): boolean {
  return options?.partnerLed === true && partnerLed.has(bare(text));
}
