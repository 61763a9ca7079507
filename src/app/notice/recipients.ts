import {
  addressesOf,
  addressOf,
  addressTerm,
  type ContactRecord,
  channelDocumentId,
  type PersonRecord,
} from '#app/contact/contactRecord.ts';
import { membershipOf } from '#app/organization/member.ts';
import { routedChannels } from '#app/organization/routedChannels.ts';
import { allDocuments } from '#app/store/allDocuments.ts';
import type { PersonalWhy, Why } from '#domain/news/why.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { isInTeam, type Membership, may } from '#domain/referral/rights.ts';
import type { DocumentStore, StoredDocument } from '#ports/documents.ts';
import type { Organization } from '#ports/organizations.ts';

/** Someone who is told of a referral, and why. */
export interface Recipient {
  /** Document id of the person or channel, in the organization's partition. */
  contactId: string;
  contact: ContactRecord;
  why: Why;
}

/**
 * Who is told of a referral (CR-51): the admins of its location, the members in its team, and the channels to which it
 * is routed. Each person once, however many reasons. People who have not installed the bot cannot be reached
 * and are left out; they get what is undecided when they install it.
 */
export async function recipientsOf(
  deps: { store: DocumentStore },
  organization: Organization,
  referral: Referral,
): Promise<Recipient[]> {
  const channels = await routedChannels(deps, organization, referral);
  const people = organization.open
    ? await allDocuments<'person'>(deps.store, {
        partition: organization.id,
        kind: 'person',
        where: { installed: true },
      })
    : await responsiblePeople(deps, organization, referral);
  const recipients = new Map<string, Recipient>();
  for (const { contact, why } of channels) {
    const contactId = channelDocumentId(contact.channelId);
    recipients.set(contactId, { contactId, contact, why });
  }
  for (const { id, body } of people) {
    const why = await whyTold(deps, organization, referral, body);
    if (why && addressOf(body)) recipients.set(id, { contactId: id, contact: body, why });
  }
  return [...recipients.values()];
}

/** The one contact, where it is among those who are told of a referral. */
export async function recipientFor(
  deps: { store: DocumentStore },
  organization: Organization,
  referral: Referral,
  contactId: string,
): Promise<Recipient[]> {
  const document = await deps.store.read<'person' | 'channel'>(organization.id, contactId);
  if (!document || !addressOf(document.body)) return [];
  const contact = document.body;
  if (contact.kind === 'channel') {
    const routed = await routedChannels(deps, organization, referral);
    const here = routed.find((one) => one.contact.channelId === contact.channelId);
    return here ? [{ contactId, contact, why: here.why }] : [];
  }
  const why = await whyTold(deps, organization, referral, contact);
  return why ? [{ contactId, contact, why }] : [];
}

/**
 * Names of the people who may decide on a referral and are known to the bot, by alphabet; for telling somebody who
 * may not.
 */
export async function namesOfDeciders(
  deps: { store: DocumentStore },
  organization: Organization,
  referral: Referral,
): Promise<string[]> {
  if (organization.open) return [];
  const names = new Set<string>();
  for (const { body } of await responsiblePeople(deps, organization, referral)) {
    if (await whyTold(deps, organization, referral, body)) names.add(body.profile.name);
  }
  return [...names].sort();
}

/** Why this person is told of this referral, or undefined for someone who may not see it. */
export async function whyTold(
  deps: { store: DocumentStore },
  organization: Organization,
  referral: Referral,
  person: PersonRecord,
): Promise<PersonalWhy | undefined> {
  const member = await membershipOf(deps, organization, person);
  if (!member || !may(member, 'referral.view', referral)) return undefined;
  if (isHandedTo(person, member, referral)) return 'handed';
  if (isInTeam(member, referral)) return 'team';
  if (organization.open) return 'everyone';
  return member.locations === 'all' ? 'admin' : 'location-admin';
}

/** Whoever took a deal themselves need not be told who gave it to them. */
function isHandedTo(person: PersonRecord, member: Membership, { holder, handed }: Referral): boolean {
  if (!holder || !handed || !member.addresses.includes(holder)) return false;
  return handed.by.kind !== 'person' || handed.by.personId !== person.personId;
}

async function responsiblePeople(
  deps: { store: DocumentStore },
  organization: Organization,
  referral: Referral,
): Promise<StoredDocument<PersonRecord>[]> {
  const admins = await allDocuments<'member'>(deps.store, {
    partition: organization.id,
    kind: 'member',
    where: { role: 'referrals-admin' },
  });
  const inScope = admins.filter(
    ({ body }) =>
      body.locations === 'all' ||
      (referral.location !== undefined && body.locations.includes(referral.location)),
  );
  const addresses = new Set([
    ...inScope.map(({ body }) => body.email),
    ...referral.team.flatMap(({ email }) => (email ? [email.toLowerCase()] : [])),
  ]);
  const found: StoredDocument<PersonRecord>[] = [];
  for (const address of addresses) {
    const people = await allDocuments<'person'>(deps.store, {
      partition: organization.id,
      kind: 'person',
      terms: [addressTerm(address)],
    });
    found.push(...people.filter(({ body }) => addressesOf(body.profile).includes(address)));
  }
  return found;
}
