import type { Instant } from '#domain/values/instant.ts';
import type { DocumentKind, DocumentStore, DraftOf, StoredDocument } from '#ports/documents.ts';
import { changeDocument } from './changeDocument.ts';

declare module '#ports/documents.ts' {
  interface DocumentKinds {
    audit: AuditEntry;
  }
}

/** What an act of administration does. */
export type AuditWhat =
  | 'member.add'
  | 'member.change'
  | 'member.remove'
  | 'location.add'
  | 'location.remove'
  | 'route.make'
  | 'route.remove'
  | 'channel.on'
  | 'channel.off'
  | 'file.change'
  | 'deals.export'
  | 'deals.remove'
  | 'person.export'
  | 'person.erase'
  | 'audit.export';

/** Who acts without being a person of the bot: the organizations file, a command line, the holder of an intake key. */
export type AuditHand = 'file' | 'command' | 'key';

/** One act of administration. Kept for good; nothing in it is changed but that names of erased people go. */
export interface AuditEntry {
  /** Told apart from others by this, also where it is written twice. */
  id: string;
  at: Instant;
  /** A person's id. */
  by: string | AuditHand;
  what: AuditWhat;
  /** Whom or what it is about: an e-mail address, a location, a channel, a part of the file. Absent: erased, or all. */
  about?: string | undefined;
  /** Role and locations, or what stood in the file, before and after. */
  from?: string | undefined;
  to?: string | undefined;
}

/** What a document carries that was changed by an act which is not kept by itself yet. */
export interface Audited {
  audit?: readonly AuditEntry[] | undefined;
}

const LONGEST = 500;

/** The partition of what administrators did. */
export function auditPartition(organization: string): string {
  return `${organization}/audit`;
}

/** The document of an act. */
function auditDraft(organization: string, entry: AuditEntry): DraftOf<'audit'> {
  const { from, to } = entry;
  return {
    partition: auditPartition(organization),
    id: entry.id,
    kind: 'audit',
    schema: 1,
    index: { at: entry.at },
    body: { ...entry, from: from?.slice(0, LONGEST), to: to?.slice(0, LONGEST) },
  };
}

/** What a changed document carries from now on: what waits already, and this act, in the same write as the change. */
export function withAct(present: Audited | undefined, entry: AuditEntry | undefined): Audited {
  const audit = [...(present?.audit ?? []), ...(entry ? [entry] : [])];
  return audit.length > 0 ? { audit } : {};
}

/** When the acts that a document carries are due to be kept: at once. */
export function auditDue({ audit }: Audited): Instant | undefined {
  return audit?.[0]?.at;
}

/** Keeps an act that changes nothing here. Throws like the store. */
export async function keepAct(
  { store }: { store: DocumentStore },
  organization: string,
  entry: AuditEntry,
): Promise<void> {
  await store.create(auditDraft(organization, entry));
}

/** Keeps the acts that a document carries, before it is removed. Safe to repeat. */
export async function keepAll(
  deps: { store: DocumentStore },
  { partition, body }: Pick<StoredDocument, 'partition' | 'body'>,
): Promise<void> {
  for (const entry of (body as Audited).audit ?? []) await keepAct(deps, partition, entry);
}

/**
 * Keeps the acts that a document carries, then has it carry them no longer. Safe to be cut off anywhere and to repeat: an
 * act has the id that it was given with the change.
 */
export async function keepActs(
  deps: Parameters<typeof changeDocument>[0],
  { partition, id, body }: StoredDocument,
): Promise<void> {
  const { audit = [] } = body as Audited;
  if (audit.length === 0) return;
  await keepAll(deps, { partition, body });
  const kept = new Set(audit.map((entry) => entry.id));
  await changeDocument<DocumentKind, void>(deps, partition, id, (document) => {
    if (!document) return { result: undefined };
    const { etag: _, ...draft } = document;
    const { audit: carried = [], ...rest } = document.body as Audited;
    const left = carried.filter((entry) => !kept.has(entry.id));
    const next = left.length > 0 ? { ...rest, audit: left } : rest;
    // Whatever its kind is, it keeps it; when it is due again is said by whoever writes it next.
    return { draft: { ...draft, body: next } as DraftOf<DocumentKind>, result: undefined };
  });
}
