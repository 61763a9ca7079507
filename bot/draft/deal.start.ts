import type { DraftingDeps } from '#dialogs/draft/draftContext.ts';
import { startDeal } from '#dialogs/draft/starting.ts';
import type { Action } from '#dialogs/turn/action.ts';

/** Begins a deal: by `new deal …`, with a line that says all at once, or from an earlier deal; or goes on with one. */
export const dealStart: Action<DraftingDeps> = startDeal;
