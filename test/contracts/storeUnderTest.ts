import type { WholeStore } from '#ports/documents.ts';

/** A document as a second way into the storage finds it. */
interface RawDocument {
  kind: string;
  schema: number;
  dueAt: string | undefined;
  body: unknown;
}

export interface StoreUnderTest {
  store: WholeStore;
  /** Reads past the adapter. */
  raw(partition: string, id: string): Promise<RawDocument | undefined>;
  close(): Promise<void>;
}

/** The orderings a store under test must be opened with. */
export const contractOrderings = [
  { where: 'stage', orderBy: 'created' },
  { terms: 'team:', orderBy: 'created' },
] as const;
