import { type ChannelRecord, personDocumentId } from '#app/contact/contactRecord.ts';
import { mayRoute } from '#domain/administration/administration.ts';
import type { RouteRule } from '#domain/referral/routing.ts';
import type { DocumentStore } from '#ports/documents.ts';
import type { Organization } from '#ports/organizations.ts';
import { membershipOf } from './member.ts';
import type { TestedRoute } from './routes.ts';

/** What goes on in a channel although whoever had it sent there may not see it any more (CR-51). */
export interface Lost {
  /** Their ids. */
  people: string[];
  routes: TestedRoute[];
}

/**
 * Finds what is led to a channel by people who were demoted, removed or are gone, unless an admin of the whole company has
 * said since that it is to go on. The file's routes are its keeper's, and of what is older than this nobody knows whose it is.
 */
export async function lostOf(
  deps: { store: DocumentStore },
  organization: Organization,
  { channelId, takesRest, said }: ChannelRecord,
  routes: readonly TestedRoute[],
): Promise<Lost> {
  const may = (personId: string, rule: RouteRule) => mayStill(deps, organization, personId, rule);
  const led = routes.filter(({ channel, made }) => channel === channelId && made !== undefined);
  if (!said && led.length === 0) return { people: [], routes: [] };
  const vouched = said !== undefined && (await may(said.by, {}));
  const people = takesRest === true && said && !vouched ? [said.by] : [];
  const lost: TestedRoute[] = [];
  for (const route of led) {
    const { made } = route;
    if (!made || (vouched && said.at >= made.at) || (await may(made.by, route))) continue;
    lost.push(route);
    people.push(made.by);
  }
  return { people: [...new Set(people)], routes: lost };
}

async function mayStill(
  deps: { store: DocumentStore },
  organization: Organization,
  personId: string,
  rule: RouteRule,
): Promise<boolean> {
  const person = await deps.store.read<'person'>(organization.id, personDocumentId(personId));
  return person !== undefined && mayRoute(await membershipOf(deps, organization, person.body), rule);
}
