import { resourceFromAttributes } from '@opentelemetry/resources';
import type { Exporting, ExportTarget } from '#bot/telemetry/exporting.ts';
import { noTracing } from '#bot/telemetry/tracing.ts';
import { createFailures } from './failures.ts';
import { exportLogs } from './logs.ts';
import { exportMetrics } from './metrics.ts';
import { exportTraces } from './traces.ts';

/** What ends waits no longer for whoever takes it. */
const LAST = 2_000;

/** One of the three, as it is ended. */
interface Signal {
  close(): Promise<void>;
}

/** Sends traces, metrics and logs by OTLP over HTTP. Nothing that happens to them disturbs the work. */
export function startExporting(target: ExportTarget): Exporting {
  const { signals } = target;
  const resource = resourceFromAttributes({ ...target.resource, 'service.name': target.serviceName });
  const failures = createFailures();
  const given = { target, resource, failures };
  const traces = signals.traces ? exportTraces(given) : undefined;
  const logs = signals.logs ? exportLogs(given) : undefined;
  const open: Signal[] = [traces, logs].filter((one) => one !== undefined);
  return {
    tracing: traces?.tracing ?? noTracing,
    line: logs?.line,
    begin(metrics, log) {
      failures.begin(metrics, log);
      if (signals.metrics) open.push(exportMetrics(given, metrics));
    },
    async close() {
      const { promise: late, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, LAST);
      await Promise.race([Promise.allSettled(open.map((one) => one.close())), late]);
      clearTimeout(timer);
    },
  };
}
