import { leftOverHooks } from './leftOverHooks.ts';

// Where something is left over for certain, nobody need wait for it.
export const mochaHooks = leftOverHooks(100);
