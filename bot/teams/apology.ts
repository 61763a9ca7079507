import { randomUUID } from 'node:crypto';
import type { TurnContext } from 'botbuilder';
import type { Log } from '#bot/telemetry/log.ts';
import { type Language, languageOf, say } from '#cards/say.ts';
import { UnavailableError } from '#ports/errors.ts';
import type { Organization } from '#ports/organizations.ts';
import { somethingWritten } from './changes.ts';
import type { Identified } from './identify.ts';

/**
 * The one place that turns what went wrong into words, and writes it down. That nothing was saved is said only where
 * that is known.
 */
export function apologize(
  log: Log,
  { activity }: TurnContext,
  event: string,
  error: unknown,
  organization?: Organization,
): string {
  const language = languageOf(activity.locale, organization?.language);
  if (error instanceof UnavailableError) {
    log.warn({ event, code: error.code, err: error });
    return say(language, somethingWritten() ? 'notice.unsure' : 'notice.unavailable');
  }
  const correlationId = randomUUID().slice(0, 8);
  log.error({ event, correlationId, err: error });
  return say(language, 'notice.bug', { correlationId });
}

/** What is said to whoever the bot does not work for, or does not know. */
export function refusalOf(
  identified: Exclude<Identified, { kind: 'known' }>,
  { activity }: TurnContext,
): string {
  const language = strangersLanguage(identified, activity.locale);
  switch (identified.kind) {
    case 'other-channel':
      return say(language, 'notice.otherChannel');
    case 'unknown-tenant':
      return say(language, 'notice.unknownTenant', { tenantId: identified.tenantId || '–' });
    case 'nobody':
      return say(language, identified.final ? 'notice.unsaid' : 'notice.unsaidNow');
    default:
      return identified satisfies never;
  }
}

/** The language of somebody of whom no more is known than what the activity says. */
export function strangersLanguage(
  identified: Exclude<Identified, { kind: 'known' }>,
  locale: string | undefined,
): Language {
  return languageOf(locale, 'organization' in identified ? identified.organization.language : undefined);
}
