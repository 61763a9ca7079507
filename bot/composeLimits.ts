import { createLimits, type SendingLimits } from './teams/sending/limits/limits.ts';
import { wholeShare } from './teams/sending/limits/tenant.ts';
import type { Ticking } from './teams/sending/limits/ticking.ts';
import type { Takes } from './teams/sending/limits/windows.ts';

/** What a test may put in place of the real thing. */
export interface LimitReplacements {
  /** The calls that Teams takes. */
  teamsTakes?: Takes;
  /** The time by which they are counted. */
  ticking?: Ticking;
}

/** The limits of calls to Teams, for this process. */
export function composeLimits({
  teamsTakes,
  ticking,
}: LimitReplacements & { ticking: Ticking }): SendingLimits {
  return createLimits({ ticking, takes: teamsTakes, shareOf: () => wholeShare });
}
