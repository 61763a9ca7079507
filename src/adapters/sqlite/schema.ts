/**
 * Forward steps of the file's layout; step n leads from user_version n to n + 1. Append, never edit: files out there
 * have taken the steps as they stand.
 *
 * - `scopes`: one number for a partition and kind, so that index rows stay small.
 * - `entries`: one row for each document ('' , ''), each index field (name, value) and each ordering
 *   ('filter.field', 'value value'); the primary key is the only order `list` ever walks.
 * - `orderings`: the pairs for which every document has such a row.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE scopes (
    scope INTEGER PRIMARY KEY,
    partition TEXT NOT NULL,
    kind TEXT NOT NULL,
    UNIQUE (partition, kind)
  ) STRICT;
  CREATE TABLE documents (
    partition TEXT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    scope INTEGER NOT NULL,
    organization TEXT NOT NULL,
    schema INTEGER NOT NULL,
    etag TEXT NOT NULL,
    due_at TEXT,
    lease TEXT,
    expires_at TEXT,
    keys TEXT NOT NULL,
    terms TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (partition, id)
  ) STRICT;
  CREATE INDEX documents_due ON documents (organization, due_at) WHERE due_at IS NOT NULL;
  CREATE INDEX documents_expiry ON documents (expires_at) WHERE expires_at IS NOT NULL;
  CREATE TABLE entries (
    scope INTEGER NOT NULL,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (scope, field, value, id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE terms (
    scope INTEGER NOT NULL,
    term TEXT NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (scope, term, id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE orderings (
    filter TEXT NOT NULL,
    field TEXT NOT NULL,
    PRIMARY KEY (filter, field)
  ) STRICT, WITHOUT ROWID;
  `,
];
