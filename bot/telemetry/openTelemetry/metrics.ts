import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import type { Metrics } from '#bot/telemetry/metrics.ts';
import { addressOfSignal, SCOPE, type SignalGiven } from './given.ts';
import { metricsOf } from './metricData.ts';

/** Sends once a minute what `/metrics` shows, under the same names. */
export function exportMetrics(
  { target, resource, failures }: SignalGiven,
  { registry }: Metrics,
): { close(): Promise<void> } {
  const exporter = failures.watched('metrics', new OTLPMetricExporter(addressOfSignal(target, 'metrics')));
  const since = Date.now();
  const reader = new PeriodicExportingMetricReader({
    exporter,
    metricProducers: [
      {
        async collect() {
          const metrics = metricsOf(await registry.getMetricsAsJSON(), since, Date.now());
          return {
            resourceMetrics: { resource, scopeMetrics: [{ scope: { name: SCOPE }, metrics }] },
            errors: [],
          };
        },
      },
    ],
  });
  const provider = new MeterProvider({ resource, readers: [reader] });
  return { close: () => provider.shutdown() };
}
