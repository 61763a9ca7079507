/** How a sales stage is written: a percentage as text, one of four words, or a number (point 23). */
export const stageForms = ['percentage', 'word', 'number'] as const;
export type StageForm = (typeof stageForms)[number];

/** The stages that have a word; before the first there is none. */
const words: Readonly<Record<string, string>> = {
  '20': 'Qualify',
  '40': 'Develop',
  '60': 'Propose',
  '80': 'Close',
};

/**
 * A stage, a percentage as text, in the form in which Partner Center shows the one that stands there; in `form` where
 * none does, because what is sent in another form may be refused.
 */
export function stageSent(percentage: unknown, there: unknown, form: StageForm): unknown {
  switch (formOf(there) ?? form) {
    case 'number':
      return Number(percentage);
    case 'word':
      return words[String(percentage)] ?? null;
    case 'percentage':
      return percentage;
  }
}

function formOf(there: unknown): StageForm | undefined {
  if (typeof there === 'number') return 'number';
  if (typeof there !== 'string' || there.trim() === '') return undefined;
  return /^\d/.test(there.trim()) ? 'percentage' : 'word';
}
