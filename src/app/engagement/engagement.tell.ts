import { deciderOf, readPerson } from '#app/contact/people.ts';
import { correspondents, messageTo } from '#domain/engagement/engagement.ts';
import type { Contact, Referral } from '#domain/referral/referral.ts';
import { outward } from '#domain/referral/standing.ts';
import type { Organization } from '#ports/organizations.ts';
import { type ReceiveMessageDeps, receiveMessage } from './engagement.receive.ts';

/**
 * Tells every party of a deal how this record stands now (CR-30, CR-52), each the whole of what it may see; of a decision
 * that can still be taken back nothing. Safe to
 * repeat: what a party knows already changes nothing there. Throws where one of them could not be told; those before it
 * were.
 */
export async function tellParties(
  deps: ReceiveMessageDeps,
  organization: Organization,
  present: Referral,
): Promise<void> {
  const referral = outward(present);
  const seller = await sellerOf(deps, referral);
  for (const party of correspondents(referral)) {
    await receiveMessage(deps, messageTo(referral, party, { name: organization.name, seller }));
  }
}

/** Our seller, whom the others can write to: who accepted or closed the deal, else who created it. */
async function sellerOf({ store }: ReceiveMessageDeps, referral: Referral): Promise<Contact | undefined> {
  const actor = deciderOf(referral);
  if (actor?.kind !== 'person') return undefined;
  const person = await readPerson({ store }, referral.organization, actor.personId);
  if (!person) return undefined;
  const { name, email, userPrincipalName } = person.profile;
  return { name, email: email ?? userPrincipalName };
}
