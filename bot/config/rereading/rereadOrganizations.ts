import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type LoadedOrganizations, loadOrganizations } from '#bot/config/organizationsFile.ts';
import type { Log } from '#bot/telemetry/log.ts';
import type { Metrics } from '#bot/telemetry/metrics.ts';
import { ConfigError, UnavailableError } from '#ports/errors.ts';
import type { CurrentOrganizations } from './currentOrganizations.ts';
import { organizationChanges } from './organizationChanges.ts';
import { createTakeover, type TakenOver, type Takeover } from './takeover.ts';

const SETTING = 'ORGANIZATIONS_FILE';

interface RereadOrganizations {
  path: string;
  /** What the file held when it was read at start. */
  first: string;
  current: CurrentOrganizations;
  /** Brings into the store what it must know of them. */
  bringIn: (next: LoadedOrganizations) => Promise<void>;
  log: Log;
  metrics: Metrics;
}

/**
 * Takes over the organizations file when it changes: checked as at start, and as a whole or not at all. Each process looks
 * by itself.
 */
export function rereadOrganizations(deps: RereadOrganizations): Takeover {
  const { path, log, metrics } = deps;
  const read = () => fingerprintOf(path);
  return createTakeover(SETTING, deps.first, read, async () => {
    const outcome = await takeOver(deps).catch((error: unknown): TakenOver => {
      if (error instanceof ConfigError) {
        log.error({ event: 'organizations.refused', problems: error.problems.map(withoutPeople) });
        return 'refused';
      }
      if (!(error instanceof UnavailableError)) throw error;
      log.warn({ event: 'organizations.refused', err: error });
      return 'again';
    });
    metrics.reread.inc({ setting: SETTING, outcome });
    return outcome;
  });
}

async function takeOver({ path, current, bringIn, log }: RereadOrganizations): Promise<TakenOver> {
  const next = loadOrganizations(path);
  const changes = organizationChanges(current, next);
  // Who is new can do something at once, and who is gone can do nothing any more before anything else goes.
  await bringIn(next);
  current.replace(next);
  for (const change of changes) log.info({ event: 'organizations.changed', ...change });
  return 'taken';
}

/** What a file holds, as far as it can be told from what it held before. */
export function fingerprintOf(path: string): string {
  try {
    return createHash('sha256').update(readFileSync(path)).digest('hex');
  } catch (error) {
    return (error as Error).message;
  }
}

/** A line of the log names nobody: of what is no JSON its library quotes a piece, of members their addresses are said. */
function withoutPeople(problem: string): string {
  return problem.replace(/, \S*".*" is not valid JSON/s, '').replace(/[^\s"]+@[^\s"]+/g, '…');
}
