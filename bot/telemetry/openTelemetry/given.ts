import type { Resource } from '@opentelemetry/resources';
import type { ExportTarget } from '#bot/telemetry/exporting.ts';
import type { Failures, SignalName } from './failures.ts';

/** What each of the three works with. */
export interface SignalGiven {
  target: ExportTarget;
  resource: Resource;
  failures: Failures;
}

/** Where one of the three is sent; how long it may take, and whether it is compressed, the exporters read themselves. */
export function addressOfSignal({ endpoint, headers }: ExportTarget, signal: SignalName) {
  return { url: `${endpoint.replace(/\/+$/, '')}/v1/${signal}`, headers: { ...headers } };
}

/** Under what name the bot's own code speaks. */
export const SCOPE = 'cosell-bot';
