import type { ReadEvent } from '#app/sync/reading/readDeps.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';

const MOST_REMEMBERED = 1_000;

/**
 * Counts and writes down what reading from Partner Center does: ids and paths, never what a record says. What is met again
 * with every look, such as a record that can't be read, is written down once by each process.
 */
export function createReadNotes(log: Log, metrics: Metrics): (event: ReadEvent) => void {
  const said = new Set<string>();
  const isNew = (...parts: (string | undefined)[]): boolean => {
    const key = parts.join('\n');
    if (said.has(key)) return false;
    if (said.size >= MOST_REMEMBERED) said.clear();
    said.add(key);
    return true;
  };
  return ({ organization: organizationId, ...event }) => {
    switch (event.kind) {
      case 'asked':
        metrics.partnerCenterRequests.inc({ what: event.what });
        return;
      case 'taken': {
        const { id: referralId, outcome } = event;
        metrics.partnerCenterRows.inc({ outcome });
        log.info({ event: 'sync.read', referralId, organizationId, outcome });
        return;
      }
      case 'unreadable': {
        const { id: referralId, paths } = event;
        metrics.partnerCenterRows.inc({ outcome: 'unreadable' });
        if (isNew(organizationId, referralId, ...paths))
          log.warn({ event: 'sync.unreadable', referralId, organizationId, paths });
        return;
      }
      case 'faulty': {
        const { id: referralId, error } = event;
        metrics.partnerCenterRows.inc({ outcome: 'faulty' });
        if (isNew(organizationId, referralId, 'faulty'))
          log.error({ event: 'sync.faulty', referralId, organizationId, err: error });
        return;
      }
      case 'missing':
        metrics.partnerCenterRows.inc({ outcome: 'missing' });
        log.info({ event: 'sync.missing', referralId: event.id, organizationId });
        return;
      case 'imported': {
        const { kind: _, ...counts } = event;
        log.info({ event: 'sync.imported', organizationId, ...counts });
        return;
      }
      case 'away': {
        const { code, attempts } = event;
        metrics.partnerCenterFailures.inc({ code });
        // The first time, and then more and more rarely.
        if ((attempts & (attempts - 1)) === 0)
          log.warn({ event: 'sync.away', organizationId, code, attempts });
        return;
      }
      default:
        event satisfies never;
    }
  };
}
