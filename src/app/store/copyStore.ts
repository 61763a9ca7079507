import type { AnyDocumentStore, DocumentDraft, StoredDocument, WholeStore } from '#ports/documents.ts';
import { UnavailableError } from '#ports/errors.ts';

/** How far a copy is. */
export interface CopyCounts {
  /** Documents that were not there. */
  written: number;
  /** Documents that stood there otherwise. */
  replaced: number;
  /** Documents that were there already. */
  same: number;
}

interface CopyDeps {
  from: Pick<WholeStore, 'everything'>;
  to: Pick<AnyDocumentStore, 'read' | 'create' | 'replace'>;
  /** Called after each lot. */
  onProgress: (counts: CopyCounts) => void;
}

/**
 * Copies every document that has not expired by `now` (ISO 8601) from one store into another one, without the claims of
 * workers. Run again it goes on: what is there already is only compared. Nobody else may write meanwhile. Throws
 * `UnavailableError` where a store is away; what was copied until then is kept.
 */
export async function copyStore({ from, to, onProgress }: CopyDeps, now: string): Promise<CopyCounts> {
  const counts: CopyCounts = { written: 0, replaced: 0, same: 0 };
  for await (const documents of from.everything()) {
    const lasting = documents.filter((document) => lasts(document, now));
    const outcomes = await Promise.all(lasting.map((document) => copyOne(to, draftOf(document))));
    for (const outcome of outcomes) counts[outcome]++;
    onProgress({ ...counts });
  }
  return counts;
}

/** Whether a document is worth a copy: what has expired may be removed by anyone. */
export function lasts({ expiresAt }: DocumentDraft, now: string): boolean {
  return expiresAt === undefined || expiresAt > now;
}

/** What is the same in a copy: all but the etag and the claim of a worker that is not there any more. */
function draftOf({ etag: _, lease: __, ...draft }: StoredDocument): DocumentDraft {
  return draft;
}

async function copyOne(to: CopyDeps['to'], draft: DocumentDraft): Promise<keyof CopyCounts> {
  const made = await to.create(draft);
  if (made.ok) return 'written';
  const present = await to.read(draft.partition, draft.id);
  if (present && sameText(present) === sameText(draft)) return 'same';
  const written = present ? await to.replace(draft, present.etag) : await to.create(draft);
  if (!written.ok) throw new UnavailableError('contention');
  return 'replaced';
}

/** All of a document that a copy keeps, as one text that is the same in every store. */
export function sameText(document: DocumentDraft): string {
  const { partition, id, kind, schema, dueAt, expiresAt, index, terms, body } = document;
  return JSON.stringify([
    ...[partition, id, kind, schema, dueAt ?? null, expiresAt ?? null],
    inOrder(index ?? {}),
    [...(terms ?? [])].sort(),
    inOrder(body),
  ]);
}

/** The same value with the keys of its objects in order: a store may keep them in another one. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return entries.sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, one]) => [key, inOrder(one)]);
}
