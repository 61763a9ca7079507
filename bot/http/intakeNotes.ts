import { noteReferrals } from '#app/organization/status.note.ts';
import type { Log } from '#bot/telemetry/log.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';
import type { Organization } from '#ports/organizations.ts';

/** Notes a referral that came in, where that is news; costs the caller nothing. */
export type NoteIntake = (organization: Organization, location: string | undefined) => void;

const EVERY = 60_000;
const MOST_REMEMBERED = 200;

/**
 * At most one write a minute and organization, apart from locations that were not seen before: those are few, and one
 * that the organization does not list must not be missed.
 */
export function createIntakeNotes(deps: { store: DocumentStore; clock: Clock; log: Log }): NoteIntake {
  const written = new Map<string, number>();
  const seen = new Set<string>();
  return (organization, location) => {
    const now = deps.clock.now().getTime();
    const key = `${organization.id}|${location ?? ''}`;
    const fresh = location !== undefined && !seen.has(key);
    if (!fresh && now - (written.get(organization.id) ?? 0) < EVERY) return;
    if (seen.size >= MOST_REMEMBERED) seen.clear();
    seen.add(key);
    written.set(organization.id, now);
    noteReferrals(deps, organization, location === undefined ? [] : [location]).catch((error: unknown) => {
      seen.delete(key);
      written.delete(organization.id);
      deps.log.warn({ event: 'status.note', organizationId: organization.id, err: error });
    });
  };
}
