/** Work that was begun. `since`: when it was heard of last, in milliseconds since 1970. */
export interface UnderWay {
  organization: string;
  since: number;
}

/** How much is begun at a time: in all, and of one organization never all, so that another one's starts at once. */
const PARALLEL = 64;
export const PER_ORGANIZATION = 32;
/** Work that lasts longer waits for somebody outside who hangs: it keeps its own place and takes none from the others. */
export const HANGS_AFTER = 1_000;
/** What may hang at a time, of one organization and in all. */
const HANGING_PER_ORGANIZATION = 96;
const HANGING = 256;

/** How much may begin now, in all or for one organization: what hangs counts apart from what is at work. */
export function roomBeside(running: Iterable<UnderWay>, now: number, organization?: string): number {
  let working = 0;
  let hanging = 0;
  for (const one of running) {
    if (organization !== undefined && one.organization !== organization) continue;
    if (one.since <= now - HANGS_AFTER) hanging++;
    else working++;
  }
  const [parallel, most] =
    organization === undefined ? [PARALLEL, HANGING] : [PER_ORGANIZATION, HANGING_PER_ORGANIZATION];
  return Math.min(parallel - working, most - hanging);
}
