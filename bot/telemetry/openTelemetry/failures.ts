import type { Log } from '#bot/telemetry/log.ts';
import type { Metrics } from '#bot/telemetry/metrics.ts';
import { createOccasional } from '#bot/telemetry/occasional.ts';

/** Which of the three. */
export type SignalName = 'traces' | 'metrics' | 'logs';

/** What could not be sent: counted, and told once a minute. */
export interface Failures {
  begin(metrics: Metrics, log: Log): void;
  /** The same exporter, watched. */
  watched<E extends Exporter>(signal: SignalName, exporter: E): E;
}

/** How sending a batch ended. */
interface Sent {
  code: number;
}

interface Exporter {
  // Each signal has its own kind of items, which are handed on as they are.
  export(items: never, done: (result: Sent) => void): void;
}

const SUCCESS = 0;

export function createFailures(): Failures {
  let told: ((signal: SignalName) => void) | undefined;
  return {
    begin(metrics, log) {
      const tell = createOccasional((signal, count) => log.warn({ event: 'telemetry.lost', signal, count }));
      told = (signal) => {
        metrics.telemetryLost.inc({ signal });
        tell(signal);
      };
    },
    watched(signal, exporter) {
      const send = exporter.export.bind(exporter);
      exporter.export = (items, done) =>
        send(items, (result) => {
          if (result.code !== SUCCESS) told?.(signal);
          done(result);
        });
      return exporter;
    },
  };
}
