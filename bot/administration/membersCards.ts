import { z } from 'zod';
import { addressesOf } from '#app/contact/contactRecord.ts';
import { openDealsOf } from '#app/list/openDeals.ts';
import { locationsOf } from '#app/organization/locations.ts';
import { type MemberRecord, readMember } from '#app/organization/member.ts';
import { findMembers, pageOfMembers, withPerson } from '#app/organization/memberList.ts';
import { membersCard } from '#cards/administration/members/members.card.ts';
import type { Match, MemberForm, MemberResult } from '#cards/administration/members/view.ts';
import type { CardJson } from '#cards/expand.ts';
import { freshForm } from '#cards/panel/form.ts';
import type { Turn } from '#dialogs/turn/turn.ts';
import { mayManage } from '#domain/administration/administration.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { isInScope } from '#domain/referral/rights.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { memberRow } from './administer.ts';

type StoreDeps = { store: DocumentStore };
type Reach = 'company' | 'locations';

const PAGE = 10;
const MOST_PAGES = 30;
const MOST_COUNTED = 100;

/** Where in the list of members somebody is: the cursors of the pages up to this one. */
export interface ListPlace {
  pages?: readonly string[] | undefined;
  search?: string | undefined;
}

/** The list of members, a page of it or what was searched for. */
export async function membersList(
  deps: StoreDeps,
  turn: Turn,
  reach: Reach,
  { pages = [], search }: ListPlace,
  resultLine?: MemberResult,
): Promise<CardJson> {
  const { organization, reader, member } = turn;
  const cursor = pages.at(-1);
  const [places, found] = await Promise.all([
    locationsOf(deps, organization),
    search
      ? findMembers(deps, organization, search).then((members) => ({ members, cursor: undefined }))
      : pageOfMembers(deps, organization, { limit: PAGE, cursor }),
  ]);
  return membersCard({
    ...reader,
    kind: 'list',
    organization: organization.name,
    reach,
    trial: organization.open,
    own: member?.locations === 'all' ? undefined : member?.locations,
    places,
    rows: found.members.map(memberRow),
    search,
    page: pages.length + 1,
    previous: pages.length > 0 ? { pages: pages.slice(0, -1) } : undefined,
    next: found.cursor && pages.length < MOST_PAGES ? { pages: [...pages, found.cursor] } : undefined,
    resultLine,
  });
}

/** One member's card. */
export async function memberCardOf(
  deps: StoreDeps,
  turn: Turn,
  reach: Reach,
  member: MemberRecord,
  extras: { resultLine?: MemberResult; form?: MemberForm; confirm?: boolean } = {},
): Promise<CardJson> {
  const { organization, reader } = turn;
  const [places, listed, deals] = await Promise.all([
    locationsOf(deps, organization),
    withPerson(deps, organization, member),
    dealsOfMember(deps, turn, member),
  ]);
  return membersCard({
    ...reader,
    kind: 'member',
    member: memberRow(listed),
    manageable: mayManage(turn.member, member),
    reach,
    places: reach === 'company' ? places : ownPlaces(places, turn),
    deals: deals.count,
    form: extras.form ?? freshForm(),
    confirm: extras.confirm ?? false,
    resultLine: extras.resultLine,
  });
}

/** The form to add a member. */
export async function addMemberCard(
  deps: StoreDeps,
  turn: Turn,
  reach: Reach,
  form: MemberForm = freshForm(),
  matches: readonly Match[] = [],
): Promise<CardJson> {
  const places = await locationsOf(deps, turn.organization);
  const resultLine = form.formVersion > 0 ? ({ code: 'refused' } as const) : undefined;
  const own = reach === 'company' ? places : ownPlaces(places, turn);
  return membersCard({ ...turn.reader, kind: 'add', reach, places: own, form, matches, resultLine });
}

/** What would become of a member's deals. */
export async function removeMemberCard(
  deps: StoreDeps,
  turn: Turn,
  member: MemberRecord,
  extras: { form?: MemberForm; matches?: readonly Match[]; resultLine?: MemberResult } = {},
): Promise<CardJson> {
  const [places, listed, deals] = await Promise.all([
    locationsOf(deps, turn.organization),
    withPerson(deps, turn.organization, member),
    dealsOfMember(deps, turn, member),
  ]);
  return membersCard({
    ...turn.reader,
    kind: 'remove',
    places,
    member: memberRow(listed),
    self: isSelf(turn, member.email),
    deals: deals.first.map(({ name, customer }) => ({ name, customer: customer.name })),
    count: deals.count,
    form: extras.form ?? freshForm(),
    matches: extras.matches ?? [],
    resultLine: extras.resultLine,
  });
}

const named = z.looseObject({ member: z.string().max(254).catch('').default('') });

/** The member whom a button names; where there is none, the list of members says so. */
export async function namedMember(
  deps: StoreDeps,
  turn: Turn,
  reach: Reach,
  data: unknown,
): Promise<{ member: MemberRecord } | { answer: { card: CardJson } }> {
  const email = named.parse(data).member;
  const member = email ? await readMember(deps, turn.organization.id, email) : undefined;
  if (member) return { member };
  const resultLine = email
    ? ({ code: 'memberGone', name: email } as const)
    : ({ code: 'chooseFirst' } as const);
  return { answer: { card: await membersList(deps, turn, reach, {}, resultLine) } };
}

/** Whether a member is the one who presses. */
export function isSelf(turn: Turn, email: string): boolean {
  return addressesOf(turn.person.profile).includes(email.toLowerCase());
}

/** Every address under which a member may stand in a team. */
export async function addressesOfMember(
  deps: StoreDeps,
  turn: Turn,
  member: MemberRecord,
): Promise<string[]> {
  const { person } = await withPerson(deps, turn.organization, member);
  return [...new Set([member.email, ...(person ? addressesOf(person.profile) : [])])];
}

async function dealsOfMember(
  deps: StoreDeps,
  turn: Turn,
  member: MemberRecord,
): Promise<{ first: Referral[]; count: string }> {
  const addresses = await addressesOfMember(deps, turn, member);
  const found = new Map<string, Referral>();
  for (const address of addresses) {
    const input = { organization: turn.organization.id, address, limit: MOST_COUNTED + 1 };
    const { documents } = await openDealsOf(deps, input);
    for (const { body } of documents) found.set(body.referral.id, body.referral);
  }
  const count = found.size > MOST_COUNTED ? `${MOST_COUNTED}+` : String(found.size);
  // Counted are all, shown those that who looks may see anyway.
  const seen = [...found.values()].filter(({ location }) => isOwn(turn, location));
  return { first: seen.slice(0, PAGE), count };
}

function ownPlaces<P extends { mpnId: string }>(places: readonly P[], turn: Turn): P[] {
  return places.filter(({ mpnId }) => isOwn(turn, mpnId));
}

function isOwn({ member }: Turn, location: string | undefined): boolean {
  return member !== undefined && isInScope(member, { location });
}
