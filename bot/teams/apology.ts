import { randomUUID } from 'node:crypto';
import type { TurnContext } from 'botbuilder';
import type { Log } from '#bot/telemetry/log.ts';
import { languageOf, say } from '#cards/say.ts';
import { UnavailableError } from '#ports/errors.ts';
import type { Identified } from './identify.ts';

/** The one place that turns what went wrong into words, and writes it down. */
export function apologize(log: Log, context: TurnContext, event: string, error: unknown): string {
  const language = languageOf(context.activity.locale);
  if (error instanceof UnavailableError) {
    log.warn({ event, code: error.code, err: error });
    return say(language, 'notice.unavailable');
  }
  const correlationId = randomUUID().slice(0, 8);
  log.error({ event, correlationId, err: error });
  return say(language, 'notice.bug', { correlationId });
}

/** What is said to whoever the bot does not work for. */
export function refusalOf(identified: Exclude<Identified, { kind: 'known' }>, context: TurnContext): string {
  const language = languageOf(context.activity.locale);
  if (identified.kind === 'unknown-tenant') {
    return say(language, 'notice.unknownTenant', { tenantId: identified.tenantId || '–' });
  }
  return say(language, 'notice.guest');
}
