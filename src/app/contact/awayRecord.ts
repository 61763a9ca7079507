import type { Instant } from '#domain/values/instant.ts';
import type { DocumentStore, DraftOf, Lease } from '#ports/documents.ts';

declare module '#ports/documents.ts' {
  interface DocumentKinds {
    away: AwayRecord;
  }
}

/** Somebody is away, and a colleague stands in: what is new and what waits goes to both until then. */
export interface AwayRecord {
  organization: string;
  /** Who is away, `<tenant>:<aadObjectId>`. */
  personId: string;
  /** Who stands in, likewise. */
  deputy: string;
  until: Instant;
  /** The one who stands in said no: it ends as soon as whoever is away was told. */
  refused?: true | undefined;
  /** Whether it was said to the one whom it concerns: to the deputy that they stand in, else that they refused. */
  told: boolean;
  attempts: number;
}

/** The id of the document in the organization's partition; there is one for each person. */
export function awayDocumentId(personId: string): string {
  return `away:${personId}`;
}

/** The document: due until it is told, then when it ends; found by who stands in. */
export function awayDraft(record: AwayRecord, lease: Lease | undefined, notBefore: Instant): DraftOf<'away'> {
  return {
    partition: record.organization,
    id: awayDocumentId(record.personId),
    kind: 'away',
    schema: 1,
    dueAt: lease ? lease.until : record.told ? record.until : notBefore,
    lease,
    expiresAt: record.until,
    index: { deputy: record.deputy },
    body: record,
  };
}

/** Nobody stands in for more. */
const MOST = 20;

/** How somebody is away now; undefined where they are not. */
export async function awayOf(
  { store }: { store: DocumentStore },
  organization: string,
  personId: string,
  now: Instant,
): Promise<AwayRecord | undefined> {
  const document = await store.read<'away'>(organization, awayDocumentId(personId));
  return document && holds(document.body, now) ? document.body : undefined;
}

/**
 * Who stands in for somebody now: their deputy, and where that one is away too, the deputy's own; no further, and never
 * the person.
 */
export async function deputiesOf(
  deps: { store: DocumentStore },
  organization: string,
  personId: string,
  now: Instant,
): Promise<string[]> {
  const own = await awayOf(deps, organization, personId, now);
  if (!own) return [];
  const next = await awayOf(deps, organization, own.deputy, now);
  return [own.deputy, ...(next && next.deputy !== personId ? [next.deputy] : [])];
}

/** For whom somebody stands in now, and until when: the same the other way round. */
export async function standsInFor(
  deps: { store: DocumentStore },
  organization: string,
  personId: string,
  now: Instant,
): Promise<AwayRecord[]> {
  const direct = await awaysOf(deps, organization, personId, now);
  const further = await Promise.all(
    direct.map(async (one) => awaysOf(deps, organization, one.personId, now)),
  );
  const all = [...direct, ...further.flat()].filter((one) => one.personId !== personId);
  return [...new Map(all.map((one) => [one.personId, one])).values()];
}

async function awaysOf(
  { store }: { store: DocumentStore },
  organization: string,
  deputy: string,
  now: Instant,
): Promise<AwayRecord[]> {
  const query = { partition: organization, kind: 'away' as const, where: { deputy }, limit: MOST };
  const { documents } = await store.list<'away'>(query);
  return documents.map(({ body }) => body).filter((one) => holds(one, now));
}

function holds({ until, refused }: AwayRecord, now: Instant): boolean {
  return until > now && !refused;
}
