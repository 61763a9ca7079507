import { createServer, type IncomingHttpHeaders } from 'node:http';
import { closed, listening } from '#bot/demo/standIn/servers.ts';

/** A span as it came over the wire. */
export interface SentSpan {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  attributes: { name: string; value: unknown }[];
}

/** A metric as it came over the wire. */
export interface SentMetric {
  isMonotonic?: boolean;
  dataPoints?: {
    asDouble?: number;
    attributes: object[];
    count?: number;
    bucketCounts?: number[];
    explicitBounds?: number[];
  }[];
}

/** A collector of OTLP over HTTP that keeps what it is sent. */
export interface OtlpReceiver {
  url: string;
  /** What it answers with; undefined: nothing at all. */
  status: number | undefined;
  /** Every body as it came. */
  bodies: { path: string; headers: IncomingHttpHeaders; text: string }[];
  spans(): SentSpan[];
  /** A metric of a kind as it was sent last; empty where there was none. */
  metrics(kind: 'sum' | 'gauge' | 'histogram', name: string): SentMetric;
  logs(): Record<string, unknown>[];
  close(): Promise<void>;
}

/** Listens on 127.0.0.1. */
export async function startOtlpReceiver(): Promise<OtlpReceiver> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      receiver.bodies.push({
        path: request.url ?? '',
        headers: request.headers,
        text: Buffer.concat(chunks).toString(),
      });
      if (receiver.status === undefined) return;
      response.writeHead(receiver.status, { 'Content-Type': 'application/json' });
      response.end('{}');
    });
  });
  const items = <T>(path: string, outer: string, scope: string, inner: string): T[] =>
    receiver.bodies
      .filter((body) => body.path === path)
      .flatMap(({ text }) => JSON.parse(text)[outer])
      .flatMap((resource) => resource[scope])
      .flatMap((scoped) => scoped[inner]);
  const receiver: OtlpReceiver = {
    url: '',
    status: 200,
    bodies: [],
    spans: () =>
      items<Omit<SentSpan, 'attributes'> & { attributes: { key: string; value: object }[] }>(
        '/v1/traces',
        'resourceSpans',
        'scopeSpans',
        'spans',
      ).map((span) => ({
        ...span,
        attributes: span.attributes.map(({ key, value }) => ({ name: key, value: Object.values(value)[0] })),
      })),
    metrics: (kind, name) =>
      items<{ name: string } & Record<string, SentMetric>>(
        '/v1/metrics',
        'resourceMetrics',
        'scopeMetrics',
        'metrics',
      ).findLast((one) => one.name === name)?.[kind] ?? {},
    logs: () => items('/v1/logs', 'resourceLogs', 'scopeLogs', 'logRecords'),
    close: () => closed(server),
  };
  receiver.url = `http://127.0.0.1:${await listening(server)}`;
  return receiver;
}
