import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { DocumentDraft, StoredDocument, WriteResult } from '#ports/documents.ts';
import type { StoreUnderTest } from './storeUnderTest.ts';

/** An organization that no other test has. */
export function organization(): string {
  return `org-${randomUUID()}`;
}

/** A small document. */
export function draft<B = { note: string }>(
  partition: string,
  id: string,
  more: Partial<DocumentDraft<B>> = {},
): DocumentDraft<B> {
  return { partition, id, kind: 'referral', schema: 1, body: { note: 'first' } as B, ...more };
}

/** The document of a write that must have succeeded. */
export function written<B>(result: WriteResult<B>): StoredDocument<B> {
  assert.ok(result.ok, `the write failed: ${JSON.stringify(result)}`);
  return result.document;
}

/** Creates a document and compares what the store, a read, and a second way into the storage say about it. */
export async function createAndCompare<B>(
  subject: StoreUnderTest,
  wanted: DocumentDraft<B>,
): Promise<StoredDocument<B>> {
  const document = written(await subject.store.create(wanted));
  const { etag, ...rest } = document;
  assert.deepEqual(rest, wanted);
  assert.equal(typeof etag, 'string');
  assert.deepEqual(await subject.store.read(wanted.partition, wanted.id), document);
  const { kind, schema, dueAt, body } = wanted;
  assert.deepEqual(await subject.raw(wanted.partition, wanted.id), { kind, schema, dueAt, body });
  return document;
}
