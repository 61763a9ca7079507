/** A document as it stands in the store, read without the product's own code. */
export interface StoredThing {
  partition: string;
  id: string;
  kind: string;
  dueAt: string | undefined;
  leased: boolean;
  body: unknown;
}
