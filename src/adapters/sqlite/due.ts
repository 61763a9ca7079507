import type { DueLimits } from '#ports/documents.ts';
import { fairShare } from '#ports/fairShare.ts';
import type { Row } from './rows.ts';
import type { Connection } from './statements.ts';

/**
 * The rows that are due, and whether some have expired. Steps from organization to organization on the index, so the
 * cost follows the number of organizations, not of what waits.
 */
export function due(
  connection: Connection,
  now: string,
  limits: DueLimits,
): { rows: Row[]; expired: boolean } {
  return connection.snapshot(() => {
    const keys = connection.sql(
      `SELECT rowid AS number, organization, due_at AS dueAt FROM documents
       WHERE organization = ? AND due_at <= ? ORDER BY due_at LIMIT ?`,
    );
    const waiting = organizations(connection).flatMap((organization) =>
      keys.all(organization, now, limits.perOrganization).map((row) => ({
        number: Number(row.number),
        organization,
        dueAt: String(row.dueAt),
      })),
    );
    if (limits.leasesEndBy !== undefined)
      waiting.push(...heldTooLong(connection, limits.leasesEndBy, limits));
    const row = connection.sql('SELECT * FROM documents WHERE rowid = ?');
    const rows = fairShare(waiting, limits).map(({ number }) => row.get(number) as unknown as Row);
    const expired =
      connection.sql('SELECT 1 FROM documents WHERE expires_at <= ? LIMIT 1').get(now) !== undefined;
    return { rows, expired };
  });
}

/** What somebody holds whose clock was wrong; few are leased at a time, and they have an index of their own. */
function heldTooLong(connection: Connection, beyond: string, { perOrganization }: DueLimits) {
  return connection
    .sql(
      `SELECT rowid AS number, organization, due_at AS dueAt FROM documents
       WHERE lease IS NOT NULL AND due_at > ? ORDER BY due_at LIMIT ?`,
    )
    .all(beyond, perOrganization)
    .map(({ number, organization, dueAt }) => ({
      ...{ number: Number(number), organization: String(organization), dueAt: String(dueAt) },
    }));
}

function organizations(connection: Connection): string[] {
  const next = connection.sql(
    'SELECT min(organization) AS name FROM documents WHERE due_at IS NOT NULL AND organization > ?',
  );
  const names: string[] = [];
  for (let name = next.get('')?.name; typeof name === 'string'; name = next.get(name)?.name) names.push(name);
  return names;
}
