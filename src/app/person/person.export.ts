import type { ReferralRecord } from '#app/referral/referralRecord.ts';
import { isTheirs, names } from '#domain/decide/erasePerson.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { TimelineEntry } from '#domain/referral/timelineEntry.ts';
import type { DocumentStore, StoredDocument } from '#ports/documents.ts';
import { type DataSubject, everyDocument, isOwn } from './personWalk.ts';
import { withoutOthers } from './withoutOthers.ts';

/**
 * One thing that is stored about a person: a document that is theirs, a deal or another document that names them with
 * where it does, or an entry of a deal's timeline that they made or that names them.
 */
export type PersonalData =
  | { about: 'own'; kind: string; id: string; content: unknown }
  | { about: 'deal' | 'other'; kind: string; id: string; name?: string | undefined; places: Place[] }
  | { about: 'timeline'; deal: string; entry: TimelineEntry };

/** Where in a document somebody is named, and what stands there. */
interface Place {
  path: string;
  value: unknown;
}

/**
 * All that an organization stores about a person, one after the other, in the memory of a few documents; without the
 * addresses and numbers of others who stand beside them.
 */
export async function* exportSomeone(
  deps: { store: DocumentStore },
  who: DataSubject,
): AsyncGenerator<PersonalData> {
  for await (const { document, deal } of everyDocument(deps, who.organization)) {
    const data = dataOf(document, deal, who);
    if (data) yield withoutOthers(data, who.addresses) as PersonalData;
  }
}

function dataOf(
  document: StoredDocument,
  deal: Referral | undefined,
  who: DataSubject,
): PersonalData | undefined {
  const { kind, id, body } = document;
  if (isOwn(document, who)) return { about: 'own', kind, id, content: body };
  if (kind === 'timeline' && deal) {
    const entry = body as TimelineEntry;
    return isIn(entry, deal, who) ? { about: 'timeline', deal: deal.id, entry } : undefined;
  }
  const places = placesIn(body, who);
  if (places.length === 0) return undefined;
  if (kind !== 'referral') return { about: 'other', kind, id, places };
  const { referral } = body as ReferralRecord;
  return { about: 'deal', kind, id: referral.id, name: referral.name, places };
}

function isIn(entry: TimelineEntry, { people = {} }: Referral, who: DataSubject): boolean {
  if (entry.by.kind === 'person' && who.personIds.includes(entry.by.personId)) return true;
  const refs = new Set(Object.keys(people).filter((ref) => isTheirs(people[ref], who)));
  const values = entry.changes.flatMap(({ from, to }) => [from, to]);
  const named = values.some((value) => value?.kind === 'people' && value.refs.some((ref) => refs.has(ref)));
  return named || placesIn(entry, who).length > 0;
}

function placesIn(value: unknown, who: DataSubject, path = ''): Place[] {
  if (typeof value === 'string') {
    const theirs = who.personIds.includes(value) || names(value, who);
    return theirs ? [{ path, value }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  if (isTheirs(value, who)) return [{ path, value }];
  return Object.entries(value).flatMap(([key, one]) => placesIn(one, who, path ? `${path}.${key}` : key));
}
