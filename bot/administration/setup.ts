import { countTroubles } from '#app/delivery/delivery.show.ts';
import { locationsOf } from '#app/organization/locations.ts';
import { pageOfMembers, withPerson } from '#app/organization/memberList.ts';
import { companyAdmins } from '#app/organization/roster.ts';
import { channelsOf, takesRest } from '#app/organization/routedChannels.ts';
import { readStatus } from '#app/organization/status.note.ts';
import { connectionViewOf } from '#bot/sync/setupConnection.ts';
import { setupCard } from '#cards/administration/setup/setup.card.ts';
import type { CardJson } from '#cards/expand.ts';
import type { Turn } from '#dialogs/turn/turn.ts';
import { solutionKinds } from '#domain/referral/referral.ts';
import type { Instant } from '#domain/values/instant.ts';
import type { DocumentStore } from '#ports/documents.ts';
import type { Organization } from '#ports/organizations.ts';
import type { SolutionCatalog } from '#ports/solutions.ts';
import { routeRows } from './placesCards.ts';

/** What only the configuration of the process knows. */
export interface SetupFacts {
  /** Whether the bot has an app id. */
  identity: boolean;
  /** How many intake keys an organization has. */
  intakeKeys: (organizationId: string) => number;
  /** The address pattern of referrals in Partner Center. */
  partnerCenterUrl: string;
  /** What goes out to Partner Center for a connected organization; undefined where none can be connected. */
  connectionMode: (organizationId: string) => 'read' | 'write' | undefined;
  /** How many customers the directory has, counted as far as `most`. */
  countCustomers: (most: number) => Promise<number>;
}

export interface SetupDeps {
  store: DocumentStore;
  setup: SetupFacts;
  solutions: SolutionCatalog;
}

const MOST_NAMED = 10;
const MOST_COUNTED = 100;
const MOST_LOOKED_AT = 300;

/** The checklist of an organization as it stands. */
export async function setupOf(
  deps: SetupDeps,
  turn: Turn,
  extras: { testing?: boolean } = {},
): Promise<CardJson> {
  const { organization, reader } = turn;
  const [status, locations, routes, channels, admins, missing, customers, solutions, connection, troubles] =
    await Promise.all([
      readStatus(deps, organization),
      locationsOf(deps, organization),
      routeRows(deps, organization),
      channelsOf(deps, organization),
      reachableAdmins(deps, turn),
      membersWithout(deps, organization),
      deps.setup.countCustomers(MOST_COUNTED + 1),
      deps.solutions.search({
        organization: organization.id,
        text: '',
        kinds: solutionKinds,
        limit: MOST_COUNTED,
      }),
      connectionViewOf(deps, organization, deps.setup.connectionMode(organization.id)),
      countTroubles(deps, organization.id, MOST_COUNTED),
    ]);
  const routed = new Set(routes.map(({ channel }) => channel));
  return setupCard({
    ...reader,
    organization: organization.name,
    tenantIds: organization.tenantIds,
    open: organization.open,
    identity: deps.setup.identity,
    intakeKeys: deps.setup.intakeKeys(organization.id),
    lastReferralAt: status.lastReferralAt ?? (await newestInbound(deps, organization)),
    reachableAdmins: admins,
    ...missing,
    locations: locations.length,
    strayLocations: status.strayLocations.map(({ mpnId }) => mpnId),
    routes,
    channels: channels.filter((one) => takesRest(organization, one) || routed.has(one.channelId)).length,
    customers: customers > MOST_COUNTED ? `${MOST_COUNTED}+` : String(customers),
    // The catalog gives no more than that at once.
    solutions: solutions.length >= MOST_COUNTED ? `${MOST_COUNTED}+` : String(solutions.length),
    partnerCenterUrl: deps.setup.partnerCenterUrl,
    connection,
    crmUrl: organization.crmUrl,
    troubles: troubles.count > 0 ? `${troubles.count}${troubles.more ? '+' : ''}` : undefined,
    ...extras,
  });
}

/** What a connection brings is noted by nobody: then it is when the newest one was sent. */
async function newestInbound({ store }: SetupDeps, { id }: Organization): Promise<Instant | undefined> {
  const { documents } = await store.list<'referral'>({
    partition: id,
    kind: 'referral',
    where: { direction: 'inbound' },
    orderBy: { field: 'created', direction: 'descending' },
    limit: 1,
    effort: MOST_LOOKED_AT,
  });
  return documents[0]?.body.referral.createdAt;
}

async function reachableAdmins(deps: SetupDeps, turn: Turn): Promise<string[]> {
  const { organization, person } = turn;
  if (organization.open) return person.chat?.installed ? [person.profile.name] : [];
  const admins = await companyAdmins(deps, organization.id);
  const listed = await Promise.all(
    admins.slice(0, MOST_NAMED).map((member) => withPerson(deps, organization, member)),
  );
  return listed.flatMap((one) => (one.person?.chat?.installed ? [one.person.profile.name] : []));
}

/** Members to whom the bot can't write: the first ten, and how many, as far as that is worth counting. */
async function membersWithout(
  deps: SetupDeps,
  organization: Organization,
): Promise<{ members: boolean; missing: { names: string[]; count: string } }> {
  const names: string[] = [];
  let looked = 0;
  let count = 0;
  let cursor: string | undefined;
  do {
    const page = await pageOfMembers(deps, organization, { limit: 50, cursor });
    looked += page.members.length;
    for (const { member, person } of page.members) {
      if (person?.chat?.installed) continue;
      count++;
      if (names.length < MOST_NAMED) names.push(person?.profile.name ?? member.name ?? member.email);
    }
    cursor = page.cursor;
  } while (cursor && count <= MOST_COUNTED && looked < MOST_LOOKED_AT);
  const more = cursor !== undefined && count > 0;
  const counted = Math.min(count, MOST_COUNTED);
  return {
    members: looked > 0,
    missing: { names, count: more || count > MOST_COUNTED ? `${counted}+` : String(count) },
  };
}
