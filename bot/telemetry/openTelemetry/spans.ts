import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type Context,
  SpanKind as Kinds,
  type Span as OpenSpan,
  ROOT_CONTEXT,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import type { SpanFacts, SpanKind, Tracing } from '#bot/telemetry/tracing.ts';

const kinds: Readonly<Record<SpanKind, Kinds>> = {
  server: Kinds.SERVER,
  client: Kinds.CLIENT,
  consumer: Kinds.CONSUMER,
  internal: Kinds.INTERNAL,
};

/** Follows work with spans of this tracer. What is under way is ours to know: nothing global is set. */
export function createTracing(tracer: Tracer): Tracing {
  const present = new AsyncLocalStorage<OpenSpan>();
  return {
    async span({ name, kind, facts = {} }, work, cause) {
      const around = present.getStore();
      const context = around ? trace.setSpan(ROOT_CONTEXT, around) : contextOf(cause);
      const own = tracer.startSpan(
        name,
        // Who asks for something while something is asked of us is a part of it.
        { kind: around && kind === 'server' ? Kinds.INTERNAL : kinds[kind], attributes: named(facts) },
        context,
      );
      try {
        return await present.run(own, work);
      } catch (error) {
        own.setStatus({ code: SpanStatusCode.ERROR });
        own.setAttribute('error.type', kindOf(error));
        throw error;
      } finally {
        own.end();
      }
    },
    note: (facts) => void present.getStore()?.setAttributes(named(facts)),
    here() {
      const span = present.getStore()?.spanContext();
      if (!span) return undefined;
      return `00-${span.traceId}-${span.spanId}-${span.traceFlags.toString(16).padStart(2, '0')}`;
    },
    ids() {
      const span = present.getStore()?.spanContext();
      return span && { trace_id: span.traceId, span_id: span.spanId };
    },
  };
}

/** Names of ours, apart from those that others gave a meaning. */
function named(facts: SpanFacts): SpanFacts {
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [`cosell.${name}`, value]));
}

/** What a trace that goes on from there hangs on; what can't be read is no cause. */
function contextOf(cause: string | undefined): Context {
  const [, traceId, spanId, flags] =
    /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(cause ?? '') ?? [];
  if (!traceId || !spanId || !flags) return ROOT_CONTEXT;
  const traceFlags = Number.parseInt(flags, 16);
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true });
}

/** A code or a name; words of an error may hold anything. */
function kindOf(error: unknown): string {
  const { code, name } = Object(error) as { code?: unknown; name?: unknown };
  return String(code ?? name ?? typeof error);
}
