import type { Action } from '../teams/actions.ts';
import { startDeal } from '../teams/drafting/starting.ts';

/** Begins a deal: by `new deal …`, with a line that says all at once, or from an earlier deal; or goes on with one. */
export const dealStart: Action = startDeal;
