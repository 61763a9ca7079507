import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { Tracing } from './tracing.ts';

/** Where traces, metrics and logs go, and which of them. */
export interface ExportTarget {
  /** Of a collector that takes OTLP over HTTP, without `/v1/...`. */
  endpoint: string;
  headers: Readonly<Record<string, string>>;
  /** Who says it, beside the name: such as `deployment.environment.name`. */
  resource: Readonly<Record<string, string>>;
  serviceName: string;
  signals: { traces: boolean; metrics: boolean; logs: boolean };
  sampler: { name: string; share: number };
}

/** What leaves this process for those who look at it from outside. */
export interface Exporting {
  tracing: Tracing;
  /** Takes a line of the log along, as it was written. */
  line?: ((text: string) => void) | undefined;
  /** From here on metrics are sent too, and what could not be sent is told. */
  begin(metrics: Metrics, log: Log): void;
  /** Sends what is left, within two seconds. */
  close(): Promise<void>;
}
