import type { Clock } from '#ports/clock.ts';
import type { AnyDocumentStore } from '#ports/documents.ts';
import type { Messenger } from '#ports/messenger.ts';
import type { Config } from './config/config.ts';
import { createLog, type Log } from './telemetry/log.ts';
import { createMetrics, type Metrics } from './telemetry/metrics.ts';
import { tracedMessenger } from './telemetry/tracedMessenger.ts';
import { tracedStore } from './telemetry/tracedStore.ts';
import { noTracing, type Tracing } from './telemetry/tracing.ts';

/** How the process is seen from outside. */
interface Telemetry {
  log: Log;
  metrics: Metrics;
  tracing: Tracing;
  /** Whether anything is followed at all. */
  isOn: boolean;
  /** The same store and messenger; followed where anything is. */
  store(store: AnyDocumentStore, clock: Clock): AnyDocumentStore;
  messenger(messenger: Messenger): Messenger;
  /** Sends what is left. */
  close(): Promise<void>;
}

/** Loads nothing of OpenTelemetry where nothing is exported. */
export async function composeTelemetry({ telemetry, logLevel }: Config): Promise<Telemetry> {
  const metrics = createMetrics();
  if (!telemetry) {
    return {
      log: createLog(logLevel),
      metrics,
      tracing: noTracing,
      isOn: false,
      store: (store) => store,
      messenger: (messenger) => messenger,
      close: async () => {},
    };
  }
  const { startExporting } = await import('./telemetry/openTelemetry/startExporting.ts');
  const exporting = startExporting(telemetry);
  const { tracing } = exporting;
  const log = createLog(logLevel, exporting);
  exporting.begin(metrics, log);
  return {
    ...{ log, metrics, tracing },
    isOn: true,
    store: (store, clock) => tracedStore(store, tracing, clock),
    messenger: (messenger) => tracedMessenger(messenger, tracing),
    close: () => exporting.close(),
  };
}
