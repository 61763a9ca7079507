import type { Solution } from '#domain/referral/referral.ts';
import { canonical } from '#domain/values/canonical.ts';
import type { DocumentStore, StoredDocument } from '#ports/documents.ts';
import { UnavailableError } from '#ports/errors.ts';
import type { Organization } from '#ports/organizations.ts';
import type { SolutionCounts, SolutionImport } from '#ports/solutions.ts';
import {
  catalogPartition,
  type SolutionRecord,
  solutionDocumentId,
  solutionDraft,
  solutionIn,
} from './solutionDocument.ts';

const ATTEMPTS = 12;
const PAGE = 500;
const AT_ONCE = 32;

/**
 * Brings the solutions of the organizations file into the store, at start. One that left the file goes, unless an
 * import has it too. Throws UnavailableError when the store can't be reached.
 */
export async function loadSolutions(store: DocumentStore, organization: Organization): Promise<void> {
  const listed = new Map(organization.solutions.map((one) => [solutionDocumentId(one.id), one]));
  for (const solution of listed.values()) {
    await change(store, organization.id, solution.id, (record) => ({ ...record, file: solution }));
  }
  for await (const { id, body } of recordsOf(store, organization.id)) {
    if (!body.file || listed.has(id)) continue;
    await change(store, organization.id, body.file.id, ({ file: _left, ...record }) => record);
  }
}

/** An import into one catalog, of an organization by its id or of `EVERYBODY`. Carried out twice it changes nothing. */
export function createSolutionImport(store: DocumentStore, owner: string): SolutionImport {
  const seen = new Set<string>();
  return {
    async put(solutions): Promise<SolutionCounts> {
      const counts = { added: 0, changed: 0, unchanged: 0 };
      for (let at = 0; at < solutions.length; at += AT_ONCE) {
        const chunk = solutions.slice(at, at + AT_ONCE);
        for (const { id } of chunk) seen.add(solutionDocumentId(id));
        const done = await Promise.all(chunk.map((solution) => put(store, owner, solution)));
        for (const what of done) counts[what]++;
      }
      return counts;
    },
    async dropOthers(): Promise<number> {
      let dropped = 0;
      for await (const { id, body } of recordsOf(store, owner)) {
        if (!body.imported || seen.has(id)) continue;
        const { imported } = body;
        await change(store, owner, imported.id, ({ imported: _gone, ...record }) => record);
        dropped++;
      }
      return dropped;
    },
  };
}

async function put(store: DocumentStore, owner: string, solution: Solution) {
  let what: keyof SolutionCounts = 'unchanged';
  await change(store, owner, solution.id, (record) => {
    what = !record.imported
      ? 'added'
      : canonical(record.imported) === canonical(solution)
        ? 'unchanged'
        : 'changed';
    return what === 'unchanged' ? record : { ...record, imported: solution };
  });
  return what as keyof SolutionCounts;
}

/** Changes one record; one that no source has any more is removed. Lost races are decided again. */
async function change(
  store: DocumentStore,
  owner: string,
  id: string,
  decide: (record: SolutionRecord) => SolutionRecord,
): Promise<void> {
  const partition = catalogPartition(owner);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const document = await store.read<'solution'>(partition, solutionDocumentId(id));
    const record = decide(document?.body ?? {});
    const solution = solutionIn(record);
    if (document && canonical(record) === canonical(document.body)) return;
    if (!document && !solution) return;
    const written = await write(store, owner, document, record, solution);
    if (written) return;
  }
  throw new UnavailableError('contention');
}

async function write(
  store: DocumentStore,
  owner: string,
  document: StoredDocument<SolutionRecord> | undefined,
  record: SolutionRecord,
  solution: Solution | undefined,
): Promise<boolean> {
  if (document && !solution) {
    return (await store.remove(document.partition, document.id, document.etag)).ok;
  }
  if (!solution) return true;
  const draft = solutionDraft(owner, record, solution);
  return (document ? await store.replace(draft, document.etag) : await store.create(draft)).ok;
}

async function* recordsOf(
  store: DocumentStore,
  owner: string,
): AsyncGenerator<StoredDocument<SolutionRecord>> {
  let cursor: string | undefined;
  do {
    const page = await store.list<'solution'>({
      partition: catalogPartition(owner),
      kind: 'solution',
      limit: PAGE,
      ...(cursor && { cursor }),
    });
    yield* page.documents;
    cursor = page.cursor;
  } while (cursor);
}
