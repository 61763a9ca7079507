import type { Action } from '#bot/turn/action.ts';
import type { DraftingDeps } from './setting.ts';
import { startDeal } from './starting.ts';

/** Begins a deal: by `new deal …`, with a line that says all at once, or from an earlier deal; or goes on with one. */
export const dealStart: Action<DraftingDeps> = startDeal;
