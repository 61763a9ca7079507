import type { DocumentStore, StoredDocument } from '#ports/documents.ts';

declare module '#ports/documents.ts' {
  interface DocumentKinds {
    reminder: OldReminder;
  }
}

/** What was planned for one person and day before the mornings took its place; nothing of it is sent any more. */
export interface OldReminder {
  organization: string;
  contactId: string;
  referralIds: readonly string[];
}

/** Where those of one contact are; the id within is the day. */
export function reminderPartition(organization: string, contactId: string): string {
  return `${organization}/reminders/${contactId}`;
}

/** Removes one whose day has come: what it would have said stands in the message of the morning. */
export async function dropReminder(
  { store }: { store: DocumentStore },
  { partition, id, etag }: StoredDocument<OldReminder>,
): Promise<void> {
  await store.remove(partition, id, etag);
}
