import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  type Sampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import type { ExportTarget } from '#bot/telemetry/exporting.ts';
import type { Tracing } from '#bot/telemetry/tracing.ts';
import { addressOfSignal, SCOPE, type SignalGiven } from './given.ts';
import { createTracing } from './spans.ts';

/** Follows work and sends what was seen, a batch every few seconds. */
export function exportTraces({ target, resource, failures }: SignalGiven): {
  tracing: Tracing;
  close(): Promise<void>;
} {
  const exporter = failures.watched('traces', new OTLPTraceExporter(addressOfSignal(target, 'traces')));
  const provider = new TracerProvider({
    resource,
    sampler: samplerOf(target.sampler),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  });
  return { tracing: createTracing(provider.getTracer(SCOPE)), close: () => provider.shutdown() };
}

/** By the names of the specification. */
function samplerOf({ name, share }: ExportTarget['sampler']): Sampler {
  const root = name.endsWith('always_off')
    ? new AlwaysOffSampler()
    : name.endsWith('traceidratio')
      ? new TraceIdRatioBasedSampler(share)
      : new AlwaysOnSampler();
  return name.startsWith('parentbased') ? new ParentBasedSampler({ root }) : root;
}
