import type { Said } from '#dialogs/reading/said/said.ts';

/** One meaning, and the ways in which people say it. */
export type Ways = readonly (readonly [means: Said, texts: readonly string[]])[];

export const contoso = { words: 'Contoso' } as const;
export const fabrikam = { words: 'Fabrikam' } as const;
