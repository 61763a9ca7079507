import { changeDocument } from '#app/store/changeDocument.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';
import type { Organization } from '#ports/organizations.ts';
import { personDocumentId, personDraft } from './contactRecord.ts';

/** Keeps the language that a person chose; it wins over every locale. */
export async function chooseLanguage(
  deps: { store: DocumentStore; clock: Clock },
  organization: Organization,
  input: { personId: string; language: string },
): Promise<void> {
  await changeDocument<'person', void>(
    deps,
    organization.id,
    personDocumentId(input.personId),
    (document) => ({
      draft:
        document &&
        personDraft(organization.id, { ...document.body, language: input.language }, document.lease),
      result: undefined,
    }),
  );
}
