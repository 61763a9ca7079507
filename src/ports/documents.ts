import type { CustomerEntry } from './customers.ts';

/**
 * A value an index field can hold. They sort as false, true, numbers, then texts by UTF-16 code unit; documents with
 * the same value sort by id, in the same direction.
 */
export type IndexValue = string | number | boolean;

/** A worker's claim on a document; nobody else works on its agenda before `until`. */
export interface Lease {
  owner: string;
  /** ISO 8601, UTC, milliseconds. */
  until: string;
}

/** What a writer hands to the store: one document is one atomic unit. */
export interface DocumentDraft<B = unknown> {
  /** `<organization>` or `<organization>/<group>/...`; what stands before the first slash is the organization. */
  partition: string;
  /** Unique within the partition. Any text of 1 to 200 characters. */
  id: string;
  /** What the body is: `referral`, `notice`, `person`. */
  kind: string;
  /** Version of the body's shape. */
  schema: number;
  /** The earliest moment at which something must be done for this document (ISO 8601, UTC, milliseconds). */
  dueAt?: string | undefined;
  lease?: Lease | undefined;
  /** From this moment on the document may be removed by anyone (ISO 8601, UTC, milliseconds). */
  expiresAt?: string | undefined;
  /** Fields that `list` may filter and order by. */
  index?: Readonly<Record<string, IndexValue>> | undefined;
  /** Normalised words that `list` may filter by. */
  terms?: readonly string[] | undefined;
  /** JSON. */
  body: B;
}

/** A document as it stands in the store. */
export interface StoredDocument<B = unknown> extends DocumentDraft<B> {
  /** Changes with every write; opaque. */
  etag: string;
}

/** The outcome of a conditional write; a lost race is a value, not an error. */
export type WriteResult<B = unknown> =
  | { ok: true; document: StoredDocument<B> }
  | { ok: false; reason: 'exists' | 'conflict' | 'missing' };

/** One page of documents within one partition. */
export interface ListQuery {
  partition: string;
  kind?: string;
  /** Each named index field equals the value, or one of the values. */
  where?: Readonly<Record<string, IndexValue | readonly IndexValue[]>>;
  /** The document carries all of these terms; of a group it carries at least one. */
  terms?: readonly (string | readonly string[])[];
  /** One index field, then the id; without it the id alone. Documents without the field are left out. */
  orderBy?: { field: string; direction: 'ascending' | 'descending' };
  /** `cursor` of the page before. */
  cursor?: string;
  /** 1 to 1000. */
  limit: number;
  /**
   * About how many documents that do not fit a store may look at before it gives up; without it, as many as it takes.
   * The page is then short and yet has a cursor, from which the next one looks further. A store that never looks at
   * what does not fit need not heed it.
   */
  effort?: number;
}

/** A filter and an order that occur together so often that a store keeps an index for the pair. */
export type Ordering =
  | {
      /** The index field that equals a value. */
      where: string;
      /** The index field that orders. */
      orderBy: string;
    }
  | {
      /** What the term begins with. */
      terms: string;
      orderBy: string;
    };

export interface Page<B = unknown> {
  documents: StoredDocument<B>[];
  /** Absent on the last page. */
  cursor?: string;
}

/** How many documents a query finds. */
export interface Count {
  /** At most the number that was asked for. */
  count: number;
  /** There are more than that, or may be: the store gave up before it had seen all. */
  more: boolean;
}

/** How many due documents one poll may take. */
export interface DueLimits {
  /** In all. */
  total: number;
  /** Of one organization, so that one with ten thousand cannot starve another. */
  perOrganization: number;
  /**
   * Nobody takes a lease beyond this moment: one that runs longer was taken by a clock that was wrong, and its document
   * is due too.
   */
  leasesEndBy?: string | undefined;
}

/**
 * The kinds of documents that the application keeps, each with its body; the file of each record adds its own. What is
 * written is held against it, so that what is read of a kind has its body.
 */
export interface DocumentKinds {
  customer: CustomerEntry;
}

export type DocumentKind = keyof DocumentKinds;

/** What a writer hands over of one kind. */
export type DraftOf<K extends DocumentKind> = DocumentDraft<DocumentKinds[K]> & { kind: K };

/** A stored document of one kind. */
export type DocumentOf<K extends DocumentKind> = StoredDocument<DocumentKinds[K]>;

/** The store as the application has it: documents are typed by their kind. Otherwise as `AnyDocumentStore`. */
export interface DocumentStore extends Pick<AnyDocumentStore, 'remove' | 'count' | 'due' | 'ping' | 'close'> {
  read<K extends DocumentKind>(partition: string, id: string): Promise<DocumentOf<K> | undefined>;
  create<K extends DocumentKind>(draft: DraftOf<K>): Promise<WriteResult<DocumentKinds[K]>>;
  replace<K extends DocumentKind>(draft: DraftOf<K>, etag: string): Promise<WriteResult<DocumentKinds[K]>>;
  list<K extends DocumentKind>(query: ListQuery & { kind?: K }): Promise<Page<DocumentKinds[K]>>;
}

/**
 * The store of documents, whatever their kind: what an adapter offers. Every operation throws `UnavailableError` when the
 * store cannot be reached or throttles, and never leaves the caller in doubt: after an unknown outcome the adapter finds
 * out before it answers. (One doubt remains: when the answer to a removal is lost while somebody else removes too, both
 * may be told that it was them.) A draft or query against the rules above is a bug of the caller and throws TypeError.
 */
export interface AnyDocumentStore {
  read<B = unknown>(partition: string, id: string): Promise<StoredDocument<B> | undefined>;
  /** Fails with `exists` when the partition already holds the id. */
  create<B>(draft: DocumentDraft<B>): Promise<WriteResult<B>>;
  /** Fails with `conflict` when the document changed since `etag` was read, with `missing` when it is gone. */
  replace<B>(draft: DocumentDraft<B>, etag: string): Promise<WriteResult<B>>;
  /** Fails like `replace`. `document` is what was removed. */
  remove(partition: string, id: string, etag: string): Promise<WriteResult>;
  list<B = unknown>(query: ListQuery): Promise<Page<B>>;
  /** Counts no further than `limit`; order and cursor do not matter. */
  count(query: Omit<ListQuery, 'orderBy' | 'cursor'>): Promise<Count>;
  /** Documents of any partition with `dueAt <= now`, shuffled among organizations. May remove expired ones. */
  due(now: string, limits: DueLimits): Promise<StoredDocument[]>;
  /** Resolves when the store answers and can be written, as far as that can be tried; for readiness checks. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** A store that can be gone through as a whole. */
export interface WholeStore extends AnyDocumentStore {
  /**
   * Every document once, in lots and in an order of the store's own. Whether one that is written meanwhile is among them,
   * or as it was before, is left open: whoever needs to know stops the writers first.
   */
  everything(): AsyncIterable<StoredDocument[]>;
}
