import { allDocuments } from '#app/store/allDocuments.ts';
import { type Audited, auditDue } from '#app/store/audit.ts';
import { nextDue, type OutboxEvent } from '#app/store/outbox.ts';
import { type RouteRule, ruleKey } from '#domain/referral/routing.ts';
import type { Instant } from '#domain/values/instant.ts';
import type { DocumentStore, DraftOf, Lease } from '#ports/documents.ts';
import type { Organization, RouteEntry } from '#ports/organizations.ts';
import { entryText, type Kept, overlay } from './fileOverlay.ts';

declare module '#ports/documents.ts' {
  interface DocumentKinds {
    route: RouteRecord;
  }
}

/** A rule and the channel it leads to. */
export type Route = RouteEntry & RouteRule;

/** How the last marked test card of a route ended. */
export interface RouteTest {
  state: 'waiting' | 'delivered' | 'failed';
  /** When it was asked for, then when it ended. */
  at: Instant;
  /** Why it failed, in the words of the other side. */
  reason?: string | undefined;
}

/** A route that was made, removed or tested by card. */
export interface RouteRecord extends Kept<Route>, Audited {
  /** Who made it by card, and when; absent on old ones and on those of the file. */
  made?: { by: string; at: Instant } | undefined;
  test?: RouteTest | undefined;
  /** Asked for by this person. */
  outbox: (OutboxEvent<'route.test'> & { by?: string | undefined })[];
}

/** A route with how its last test ended. */
export type TestedRoute = Route & { key: string; test?: RouteTest | undefined; made?: RouteRecord['made'] };

/** The channel routes of an organization that count: those of the file with what was done by card laid over them. */
export async function routesOf(
  deps: { store: DocumentStore },
  organization: Organization,
): Promise<TestedRoute[]> {
  const stored = await allDocuments<'route'>(deps.store, { partition: organization.id, kind: 'route' });
  const kept = new Map(stored.map(({ body }) => [ruleKey(body.entry), body]));
  return [...overlay(fileRoutes(organization), kept)].map(([key, route]) => {
    const own = kept.get(key);
    // A test says something of the channel that it went to, and of no other.
    const same = own?.entry.channel === route.channel ? own : undefined;
    return { ...route, key, test: same?.test, made: same?.made };
  });
}

/** A route in force with what the file says of the same rule; undefined where there is none (any more). */
export async function routeInForce(
  deps: { store: DocumentStore },
  organization: Organization,
  key: string,
): Promise<{ entry: Route; fileEntry: string | undefined } | undefined> {
  const present = (await routesOf(deps, organization)).find((one) => one.key === key);
  if (!present) return undefined;
  const { key: _key, test: _test, made: _made, ...entry } = present;
  const file = fileRoutes(organization).get(key);
  return { entry, fileEntry: file && entryText(file) };
}

/** The routes as the organizations file has them, by rule. */
export function fileRoutes(organization: Organization): Map<string, Route> {
  return new Map(organization.routes.map((route) => [ruleKey(route), route]));
}

/** The id of a route's document in the organization's partition: one rule has one. */
export function routeDocumentId(key: string): string {
  return `route:${key}`;
}

/** The document of a route in the organization's partition. */
export function routeDraft(
  organization: string,
  record: RouteRecord,
  lease: Lease | undefined,
): DraftOf<'route'> {
  return {
    partition: organization,
    id: routeDocumentId(ruleKey(record.entry)),
    kind: 'route',
    schema: 1,
    dueAt: nextDue(record.outbox, [auditDue(record)], lease),
    lease,
    body: record,
  };
}
