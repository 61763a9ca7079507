import { randomUUID } from 'node:crypto';

const HOUR = 3_600_000;

/** An undecided inbound referral in Partner Center's shape; `changes` are laid over its top level. */
export function inbound(changes: Record<string, unknown> = {}, now = new Date()): Record<string, unknown> {
  const created = new Date(now.getTime() - HOUR).toISOString();
  return {
    id: randomUUID(),
    engagementId: randomUUID(),
    organizationId: '11110000-0000-4000-8000-000000000001',
    organizationName: 'Contoso Partner',
    name: 'Fabrikam analytics',
    createdDateTime: created,
    updatedDateTime: created,
    expirationDateTime: new Date(now.getTime() + 13 * 24 * HOUR).toISOString(),
    status: 'New',
    substatus: 'Pending',
    direction: 'Incoming',
    type: 'Shared',
    mpnId: '1234567',
    customerProfile: {
      name: 'Fabrikam Ltd',
      address: {
        addressLine1: '1 Main Street',
        city: 'Cleveland',
        state: 'OH',
        postalCode: '44114',
        country: 'US',
      },
      team: [
        {
          firstName: 'Ana',
          lastName: 'Trujillo',
          phoneNumber: '2165550100',
          email: 'ana.trujillo@fabrikam.example',
        },
      ],
    },
    details: {
      notes: 'They want to move reporting to the cloud',
      dealValue: 120000,
      currency: 'USD',
      // A day, whatever the hour is at which a test runs (CR-64).
      closingDateTime: `${new Date(now.getTime() + 90 * 24 * HOUR).toISOString().slice(0, 10)}T00:00:00Z`,
      requirements: { solutions: [{ id: 'SOL-1', name: 'Contoso Analytics' }] },
    },
    team: [
      {
        firstName: 'Bo',
        lastName: 'Partner',
        email: 'bo.partner@contoso.example',
        phoneNumber: '9175550100',
      },
    ],
    inviteContext: {
      notes: 'Customer asked for a partner in Ohio',
      assistanceRequestCode: 'ProofOfConceptOrDemo',
      invitedBy: { organizationId: 'msft', organizationName: 'Microsoft' },
    },
    ...changes,
  };
}
