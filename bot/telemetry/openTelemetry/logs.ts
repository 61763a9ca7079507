import { ROOT_CONTEXT, TraceFlags, trace } from '@opentelemetry/api';
import type { AnyValueMap } from '@opentelemetry/api-logs';
import { OTLPLogExporter } from '@opentelemetry/exporter-logs-otlp-http';
import { BatchLogRecordProcessor, LoggerProvider } from '@opentelemetry/sdk-logs';
import { addressOfSignal, SCOPE, type SignalGiven } from './given.ts';

/** Sends the lines of the log as they are written to standard output, apart from nothing. */
export function exportLogs({ target, resource, failures }: SignalGiven): {
  line: (text: string) => void;
  close(): Promise<void>;
} {
  const exporter = failures.watched('logs', new OTLPLogExporter(addressOfSignal(target, 'logs')));
  const provider = new LoggerProvider({
    resource,
    processors: [new BatchLogRecordProcessor({ exporter })],
  });
  const logger = provider.getLogger(SCOPE);
  return {
    line(text) {
      const { level, time, event, trace_id, span_id, ...fields }: Line = JSON.parse(text);
      logger.emit({
        timestamp: new Date(time),
        ...severityOf(level),
        body: event,
        // JSON is what such values are made of.
        attributes: fields as AnyValueMap,
        ...(trace_id && span_id && { context: contextOf(trace_id, span_id) }),
      });
    },
    close: () => provider.shutdown(),
  };
}

/** A line of the log. */
interface Line {
  level: number;
  time: string;
  event: string;
  trace_id?: string;
  span_id?: string;
  [field: string]: unknown;
}

function contextOf(traceId: string, spanId: string) {
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags: TraceFlags.SAMPLED });
}

const severities = [
  { severityNumber: 1, severityText: 'TRACE' },
  { severityNumber: 5, severityText: 'DEBUG' },
  { severityNumber: 9, severityText: 'INFO' },
  { severityNumber: 13, severityText: 'WARN' },
  { severityNumber: 17, severityText: 'ERROR' },
  { severityNumber: 21, severityText: 'FATAL' },
];

/** The levels of the log are 10 for traces up to 60. */
function severityOf(level: number) {
  return severities[Math.round(level / 10) - 1] ?? {};
}
