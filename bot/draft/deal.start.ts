import type { Action } from '#bot/dispatch/verbs.ts';
import { startDeal } from './starting.ts';

/** Begins a deal: by `new deal …`, with a line that says all at once, or from an earlier deal; or goes on with one. */
export const dealStart: Action = startDeal;
