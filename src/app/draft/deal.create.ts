import { invitedLocation } from '#app/engagement/partner.invite.ts';
import { creatableLocations, isPlaceless } from '#app/organization/creatableLocations.ts';
import {
  createdRecord,
  referralDocumentId,
  referralDraft,
  withEvents,
} from '#app/referral/referralRecord.ts';
import { consequences } from '#domain/decide/consequences.ts';
import { type Creation, dealFromDraft as decide } from '#domain/draft/dealFromDraft.ts';
import type { DealProblem } from '#domain/draft/dealProblems.ts';
import type { DealDraft, DraftInvitation } from '#domain/draft/draft.ts';
import { MICROSOFT } from '#domain/referral/party.ts';
import type { Referral, Solution } from '#domain/referral/referral.ts';
import { type Membership, may } from '#domain/referral/rights.ts';
import { isTyped } from '#domain/referral/solutions.ts';
import type { LocalDate } from '#domain/values/instant.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';
import type { Organization, Organizations } from '#ports/organizations.ts';
import type { SolutionCatalog } from '#ports/solutions.ts';
import { rememberDeal } from './dealMemory.ts';
import { changeDraft, type DraftOwner, readDraft } from './draftRecord.ts';

export interface CreateDealDeps {
  store: DocumentStore;
  clock: Clock;
  solutions: SolutionCatalog;
  organizations: Pick<Organizations, 'byId'>;
  newId: () => string;
  /** Called after a commit that left something to do. */
  wake: () => void;
}

export interface CreateDealInput {
  organization: Organization;
  personId: string;
  member: Membership | undefined;
  draftId: string;
  /** Of the person. */
  today: LocalDate;
  /** The same id again is the same press delivered twice. */
  commandId: string;
}

export type CreateDealOutcome =
  /** `repeated`: it was there already. */
  | { kind: 'created'; referral: Referral; repeated: boolean }
  /** What has to be put right first, in the order of the steps, and the solutions that are still to be had. */
  | { kind: 'incomplete'; problems: readonly DealProblem[]; solutions: readonly Solution[] }
  /** No draft of this person has that id, and no deal that they may see. */
  | { kind: 'gone' };

/**
 * Makes the deal of a person's draft (CR-18 to CR-28), exactly once: its id is the draft's, so that a second press,
 * here or on another replica, finds it. Everything is checked again, whatever the forms let through; the location
 * against the rights of this moment (CR-3, CR-4), the solutions against the catalog.
 */
export async function createDeal(deps: CreateDealDeps, input: CreateDealInput): Promise<CreateDealOutcome> {
  const { organization, personId, draftId } = input;
  const owner: DraftOwner = { organization: organization.id, personId };
  const open = await readDraft(deps, owner);
  if (open?.draft.id !== draftId) return existing(deps, input);
  const draft = {
    ...open.draft,
    solutions: await present(deps, organization, open.draft),
    invitations: await located(deps, open.draft),
  };
  const locations = await creatableLocations(deps, organization, input.member);
  const rules = {
    today: input.today,
    member: input.member ?? { role: 'referrals-user', addresses: [] },
    locations: locations.map(({ mpnId }) => mpnId),
    placeless: isPlaceless(organization, input.member, locations),
    vetted: organization.vetted,
    options: organization.options,
  } as const;
  const now = deps.clock.now();
  const decision = decide(draft, rules, {
    organization: organization.id,
    personId,
    at: now.toISOString(),
    engagementId: deps.newId(),
    microsoft: await microsoftOf(deps, organization, draft),
  });
  if (!decision.ok) {
    // Created a moment ago, and the draft not yet gone: the deal is there, whatever has changed since.
    const before = await existing(deps, input);
    if (before.kind === 'created') return before;
    return { kind: 'incomplete', problems: decision.problems, solutions: draft.solutions };
  }
  const by = { kind: 'person' as const, personId };
  const cause = { what: 'deal.create', by, at: now.toISOString() };
  const began = consequences(undefined, decision.referral, cause);
  const events = [{ type: 'referral.changed' as const }, ...began.events];
  const command = { id: input.commandId, remember: true };
  const record = withEvents(createdRecord(began.state), events, now, command);
  const written = await deps.store.create(referralDraft(record, undefined));
  const outcome: CreateDealOutcome = written.ok
    ? { kind: 'created', referral: began.state, repeated: false }
    : await existing(deps, input);
  if (outcome.kind !== 'created') return outcome;
  deps.wake();
  await rememberDeal(deps, owner, outcome.referral, input.member?.addresses ?? []);
  await changeDraft(deps, owner, (current) => ({
    next: current?.draft.id === draftId ? undefined : 'same',
    result: undefined,
  }));
  return outcome;
}

/** Microsoft, where it works with this deployment; elsewhere it is invited in Partner Center. */
async function microsoftOf(
  deps: CreateDealDeps,
  organization: Organization,
  { customer }: DealDraft,
): Promise<Creation['microsoft']> {
  const microsoft = deps.organizations.byId(MICROSOFT);
  if (!microsoft || microsoft.id === organization.id) return undefined;
  const location = await invitedLocation(deps, microsoft, customer?.country);
  return { name: microsoft.name, referralId: deps.newId(), location };
}

/** The invitations, each with the location over there that it belongs to: what is usual may have changed meanwhile. */
async function located(
  deps: CreateDealDeps,
  { invitations = [], customer }: DealDraft,
): Promise<readonly DraftInvitation[]> {
  const found = invitations.map(async (one) => {
    const partner = deps.organizations.byId(one.organization);
    const location = partner && (await invitedLocation(deps, partner, customer?.country));
    return { ...one, location };
  });
  return Promise.all(found);
}

/** The deal that this draft became before, for the person who made it. */
async function existing(deps: CreateDealDeps, input: CreateDealInput): Promise<CreateDealOutcome> {
  const id = referralDocumentId(input.draftId);
  const document = await deps.store.read<'referral'>(input.organization.id, id);
  const referral = document?.body.referral;
  if (!referral || !may(input.member, 'referral.view', referral)) return { kind: 'gone' };
  const { createdBy } = referral;
  if (createdBy?.kind !== 'person' || createdBy.personId !== input.personId) return { kind: 'gone' };
  return { kind: 'created', referral, repeated: true };
}

/** The chosen solutions as the catalog has them now; without those that are no longer there. */
async function present(
  { solutions: catalog }: CreateDealDeps,
  organization: Organization,
  { solutions = [] }: DealDraft,
): Promise<readonly Solution[]> {
  const found = await Promise.all(
    solutions.map((one) => (isTyped(one) ? one : catalog.byId(organization.id, one.id))),
  );
  return found.filter((one) => one !== undefined);
}
