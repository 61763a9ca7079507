import { addressesOf, addressOf, addressTerm, personDocumentId } from '#app/contact/contactRecord.ts';
import { deciderOf, namesOf } from '#app/contact/people.ts';
import { similarDealsOf } from '#app/list/similarDeals.ts';
import { locationName } from '#app/organization/locations.ts';
import type { Actor, Referral } from '#domain/referral/referral.ts';
import type { Membership } from '#domain/referral/rights.ts';
import type { Calendar } from '#ports/calendar.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';
import type { CardFacts } from '#ports/messenger.ts';
import type { Organization } from '#ports/organizations.ts';

/** What a deal's card shows beside the deal; `you`: who reads it, on a personal copy. */
export async function cardFactsOf(
  deps: { store: DocumentStore; clock: Clock; calendar: Calendar },
  organization: Organization,
  referral: Referral,
  you: Membership | undefined,
): Promise<CardFacts> {
  const [decider, creator, handedBy] = [deciderOf(referral), referral.createdBy, referral.handed?.by];
  const recent = (referral.recent ?? []).map(({ by }) => by);
  const [names, location, place, reached, similar] = await Promise.all([
    namesOf(deps, organization.id, [decider, creator, handedBy, ...recent, ...registering(referral)]),
    locationName(deps, organization, referral.location),
    locationName(deps, organization, referral.assessmentPlace),
    holderReached(deps, organization.id, referral),
    you && similarDealsOf(deps, referral, you),
  ]);
  const nameOf = (actor: Actor | undefined) => (actor?.kind === 'person' ? names[actor.personId] : undefined);
  return {
    deciderName: nameOf(decider),
    creatorName: nameOf(creator),
    handedByName: nameOf(handedBy),
    actorNames: names,
    locationName: location,
    placeName: place,
    crmUrl: crmUrlOf(organization, referral.crmId),
    holderUnreached: !reached,
    overdue: isOverdue(deps, organization, referral),
    trial: organization.open,
    you,
    similar,
    options: organization.options,
    stageNames: organization.stageNames,
  };
}

/** Whether the day on which it should close is over where the organization works (CR-64); a closed deal is none of it. */
function isOverdue(
  { clock, calendar }: { clock: Clock; calendar: Calendar },
  { workingHours }: Organization,
  { closeDate, stage }: Referral,
): boolean {
  const today = calendar.toLocal(clock.now().toISOString(), workingHours.timeZone).date;
  return stage !== 'closed' && closeDate !== undefined && closeDate < today;
}

/** Who of ours handed a registration in or decided on one. */
function registering({ registrationFiling, registrationReviews = {} }: Referral): (Actor | undefined)[] {
  const reviews = Object.values(registrationReviews).flat();
  return [...(registrationFiling?.submissions ?? []), ...reviews].map(({ by }) => by);
}

/** Whether the one who has an open deal in hand can be written to; a card must say where nobody is told by it. */
async function holderReached(
  deps: { store: DocumentStore },
  organization: string,
  referral: Referral,
): Promise<boolean> {
  const { holder, stage } = referral;
  if (!holder || stage === 'closed') return true;
  // Mostly whoever accepted has it in hand (CR-58), and their record is known without a query.
  const decider = deciderOf(referral);
  const accepted =
    decider?.kind === 'person' &&
    (await deps.store.read<'person'>(organization, personDocumentId(decider.personId)));
  if (accepted && addressesOf(accepted.body.profile).includes(holder) && addressOf(accepted.body))
    return true;
  const terms = [addressTerm(holder)];
  const page = await deps.store.list<'person'>({
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
