import { recipientsOf } from '#app/notice/recipients.ts';
import type { Contact, Customer, Referral } from '#domain/referral/referral.ts';
import type { DocumentStore } from '#ports/documents.ts';
import type { Organizations } from '#ports/organizations.ts';
import { invitedLocation } from './partner.invite.ts';

/**
 * Whether anybody over there would hear of an invitation now (CR-30): the people it names, the admins of its location, and
 * where that is not plain, the company-wide ones. True for an organization that is not here, which hears of it elsewhere.
 */
export async function isInvitationHeard(
  deps: { store: DocumentStore; organizations: Pick<Organizations, 'byId'> },
  organization: string,
  { customer, contacts }: { customer: Customer | undefined; contacts: readonly Contact[] },
): Promise<boolean> {
  const partner = deps.organizations.byId(organization);
  if (!partner) return true;
  const at = '';
  const record: Referral = {
    id: '',
    organization,
    direction: 'inbound',
    stage: 'received',
    name: '',
    location: await invitedLocation(deps, partner, customer?.country),
    customer: customer ?? { name: '', addressLines: [], contacts: [] },
    wanted: { solutions: [], products: [], services: [], industries: [] },
    team: contacts,
    createdAt: at,
    expiresAt: at,
    revision: 1,
  };
  return (await recipientsOf(deps, partner, record)).length > 0;
}
