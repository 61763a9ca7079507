import assert from 'node:assert/strict';
import { readReferral } from '#adapters/partner-center/readReferral.ts';
import { writeReferral } from '#adapters/partner-center/writeReferral.ts';
import { dealTypeOf } from '#domain/referral/dealType.ts';
import { type AcceptedReferral, NO_HELP, type Solution } from '#domain/referral/referral.ts';
import { editableFields } from '#domain/referral/snapshot.ts';
import { typedSolution } from '#domain/referral/solutions.ts';

const AT = '2026-11-12T10:00:00.000Z';
const owner = { name: 'Litware Partner', partnerCenterId: '33330000-0000-4000-8000-000000000003' };
const own: Solution = { id: 'SOL-1', name: 'Till Cloud', kind: 'own', publisher: 'Litware Partner' };
const microsoft: Solution = { id: 'MS-1', name: 'Azure SQL', kind: 'microsoft' };
const typed = typedSolution('Ledger', 'Fabrikam') as Solution;

const deal: AcceptedReferral = {
  id: '5af0c1d2-0000-4000-8000-0000000000d1',
  organization: 'litware',
  direction: 'outbound',
  stage: 'accepted',
  acceptedAt: AT,
  acceptedBy: { kind: 'person', personId: 'tenant:mia' },
  createdBy: { kind: 'person', personId: 'tenant:mia' },
  location: '7777777',
  name: 'Tailspin tills',
  customer: {
    name: 'Tailspin Toys',
    addressLines: ['7 Quay Road', 'Floor 2', 'Left'],
    city: 'Cork',
    postalCode: 'T12 X1',
    country: 'IE',
    duns: '000000042',
    microsoftAccountId: '6-ABC',
    contacts: [{ name: 'Orla Byrne', email: 'orla.byrne@tailspin.example', phone: '+353215550111' }],
  },
  value: { amount: 50_000.5, currency: 'EUR' },
  closeDate: '2027-03-31',
  crmId: 'CRM-1',
  campaignId: 'SPRING',
  notes: 'Forty stores.',
  assistance: 'ProofOfConceptOrDemo',
  consent: true,
  solutions: [own, microsoft, typed],
  wanted: { solutions: [], products: [], services: [], industries: [] },
  team: [{ name: 'Mia van Dam', email: 'mia.vandam@litware.example', phone: '+31205550133' }],
  createdAt: AT,
  expiresAt: '2026-11-26T10:00:00.000Z',
  revision: 1,
};

describe('writeReferral: a deal that was created here (CR-18 to CR-28)', () => {
  it('given a customer typed in by hand without a street, then the city stands for the line that is required there, and is none when it is read', () => {
    const customer = { ...deal.customer, addressLines: [], city: 'Oslo' };
    const wire = writeReferral(undefined, { ...deal, customer }, owner);
    const { address } = wire.customerProfile as { address: Record<string, unknown> };
    assert.equal(address.addressLine1, 'Oslo');
    const read = readReferral(wire);
    assert.ok(read.ok);
    assert.deepEqual(read.delivery.snapshot.facts.customer.addressLines, []);
  });

  it('given one with Microsoft, then it has the shape of a new Shared one with all that was entered', () => {
    assert.deepEqual(writeReferral(undefined, deal, owner), {
      id: deal.id,
      engagementId: null,
      organizationId: owner.partnerCenterId,
      organizationName: 'Litware Partner',
      name: 'Tailspin tills',
      externalReferenceId: 'CRM-1',
      campaignId: 'SPRING',
      createdDateTime: AT,
      acceptedDateTime: AT,
      status: 'Active',
      substatus: 'Accepted',
      qualification: 'SalesQualified',
      type: 'Shared',
      direction: 'Outgoing',
      mpnId: '7777777',
      registrationStatus: 'None',
      target: [{ type: 'SolutionProfile', id: 'SOL-1' }],
      customerProfile: {
        name: 'Tailspin Toys',
        address: {
          addressLine1: '7 Quay Road',
          addressLine2: 'Floor 2, Left',
          city: 'Cork',
          state: null,
          postalCode: 'T12 X1',
          country: 'IE',
        },
        team: [
          {
            firstName: 'Orla',
            lastName: 'Byrne',
            phoneNumber: '+353215550111',
            email: 'orla.byrne@tailspin.example',
          },
        ],
        ids: [
          { profileType: 'Duns', id: '000000042' },
          { profileType: 'External', id: '6-ABC' },
        ],
      },
      consent: {
        consentToToShareInfoWithOthers: true,
        consentToContact: true,
        consentToMicrosoftToContactSpecificPartners: true,
        consentToShareReferralWithMicrosoftSellers: true,
      },
      details: {
        notes: 'Forty stores.',
        dealValue: 50_000.5,
        currency: 'EUR',
        closingDateTime: '2027-03-31T00:00:00Z',
        requirements: {
          industries: [],
          products: [],
          services: [],
          solutions: [
            {
              id: 'SOL-1',
              name: 'Till Cloud',
              type: 'Name',
              publisherName: 'Litware Partner',
              solutionType: '3P',
            },
            { id: 'MS-1', name: 'Azure SQL', type: 'Name', publisherName: null, solutionType: '1P' },
            { name: 'Ledger', type: 'Name', publisherName: 'Fabrikam', solutionType: '3P' },
          ],
          additionalRequirements: {
            attributes: [{ type: 'CustomerMarketplaceIntent', id: 'HaveNotDecided' }],
          },
        },
      },
      team: [
        {
          firstName: 'Mia van',
          lastName: 'Dam',
          phoneNumber: '+31205550133',
          email: 'mia.vandam@litware.example',
        },
      ],
      inviteContext: {
        notes: null,
        assistanceRequestCode: 'ProofOfConceptOrDemo',
        invitedMpnId: '7777777',
        invitedBy: { organizationId: owner.partnerCenterId, organizationName: 'Litware Partner' },
      },
    });
  });

  it('given a private one, then it is Independent, meant for nobody, and not to be seen by Microsoft (CR-7)', () => {
    const { type, target, consent, inviteContext } = writeReferral(
      undefined,
      { ...deal, assistance: NO_HELP, consent: undefined },
      owner,
    ) as Record<string, Record<string, unknown>>;
    assert.deepEqual([type, target], ['Independent', []]);
    assert.equal(consent?.consentToShareReferralWithMicrosoftSellers, false);
    assert.equal(consent?.consentToToShareInfoWithOthers, false);
    assert.equal(consent?.consentToContact, false);
    assert.equal(inviteContext?.assistanceRequestCode, 'Unknown');
  });

  for (const [given, one] of Object.entries({
    'with Microsoft': deal,
    private: { ...deal, assistance: NO_HELP },
  })) {
    it(`given one ${given}, when what was written is read again, then it is the same deal`, () => {
      const read = readReferral(writeReferral(undefined, { ...one, solutions: [own, microsoft] }, owner));
      assert.ok(read.ok, JSON.stringify(read));
      const { facts, status } = read.delivery.snapshot;
      assert.equal(status.stage, 'accepted');
      const { direction, location, createdAt } = facts;
      assert.deepEqual([direction, location, createdAt], ['outbound', '7777777', AT]);
      assert.equal(dealTypeOf(facts), dealTypeOf(one));
      const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
      assert.deepEqual(
        plain(editableFields(facts)),
        plain(editableFields({ ...one, solutions: [own, microsoft] })),
      );
      assert.deepEqual(plain({ ...facts.customer, addressLines: [] }), {
        ...(plain(one.customer) as object),
        addressLines: [],
      });
    });
  }

  it('given one that was won, then it says so; without anything known of the owner it is written all the same', () => {
    const { acceptedAt: _at, acceptedBy: _by, ...facts } = deal;
    const by = { kind: 'person', personId: 'tenant:mia' } as const;
    const won = { ...facts, stage: 'closed', outcome: 'won', closedAt: AT, closedBy: by } as const;
    const wire = writeReferral(undefined, won);
    assert.deepEqual(
      [wire.status, wire.substatus, wire.closedDateTime, wire.organizationId],
      ['Closed', 'Won', AT, null],
    );
  });
});
