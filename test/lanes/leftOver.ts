import { leftOverHooks } from './leftOverHooks.ts';

// For a busy machine.
export const mochaHooks = leftOverHooks(10_000);
