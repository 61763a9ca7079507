import type { Referral } from '../domain/referral.ts';
import type { Membership } from '../domain/rights.ts';
import type { DocumentStore } from '../ports/documents.ts';
import type { CardFacts } from '../ports/messenger.ts';
import type { Organization } from '../ports/organizations.ts';
import { addressesOf, addressOf, addressTerm, type PersonRecord } from './contactRecord.ts';
import { locationName } from './locations.ts';
import { actorName, deciderName } from './people.ts';

/** What a deal's card shows beside the deal; `you`: who reads it, on a personal copy. */
export async function cardFactsOf(
  deps: { store: DocumentStore },
  organization: Organization,
  referral: Referral,
  you: Membership | undefined,
): Promise<CardFacts> {
  const [decider, creator, handedBy, location, reached, actorNames] = await Promise.all([
    deciderName(deps, referral),
    actorName(deps, organization.id, referral.createdBy),
    actorName(deps, organization.id, referral.handed?.by),
    locationName(deps, organization, referral.location),
    holderReached(deps, organization.id, referral),
    actorNamesOf(deps, organization.id, referral),
  ]);
  return {
    deciderName: decider,
    creatorName: creator,
    handedByName: handedBy,
    locationName: location,
    crmUrl: crmUrlOf(organization, referral.crmId),
    holderUnreached: !reached,
    trial: organization.open,
    actorNames,
    you,
    options: organization.options,
    stageNames: organization.stageNames,
  };
}

/** Who of ours handed a registration in or decided on one; undefined where there is none. */
async function actorNamesOf(
  deps: { store: DocumentStore },
  organization: string,
  { registrationFiling, registrationReviews = {} }: Referral,
): Promise<Record<string, string> | undefined> {
  const decisions = [
    ...(registrationFiling?.submissions ?? []),
    ...Object.values(registrationReviews).flat(),
  ];
  const ids = new Set(decisions.flatMap(({ by }) => (by?.kind === 'person' ? [by.personId] : [])));
  if (ids.size === 0) return undefined;
  const named = await Promise.all(
    [...ids].map(async (personId) => {
      const name = await actorName(deps, organization, { kind: 'person', personId });
      return name === undefined ? [] : [[personId, name] as const];
    }),
  );
  return Object.fromEntries(named.flat());
}

/** Whether the one who has an open deal in hand can be written to; a card must say where nobody is told by it. */
async function holderReached(
  deps: { store: DocumentStore },
  organization: string,
  { holder, stage }: Referral,
): Promise<boolean> {
  if (!holder || stage === 'closed') return true;
  const terms = [addressTerm(holder)];
  const page = await deps.store.list<PersonRecord>({
    partition: organization,
    kind: 'person',
    terms,
    limit: 10,
  });
  return page.documents.some(({ body }) => addressesOf(body.profile).includes(holder) && addressOf(body));
}

function crmUrlOf({ crmUrl }: Organization, crmId: string | undefined): string | undefined {
  const id = crmId?.trim();
  return crmUrl && id ? crmUrl.replaceAll('{id}', () => encodeURIComponent(id.toWellFormed())) : undefined;
}
