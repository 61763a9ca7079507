import assert from 'node:assert/strict';
import { readReferral } from '#adapters/partner-center/readReferral.ts';
import type { ReferralDelivery } from '#ports/partnerCenter.ts';
import fromMicrosoft from './fixtures/fromMicrosoft.json' with { type: 'json' };
import lead from './fixtures/lead.json' with { type: 'json' };
import outbound from './fixtures/outbound.json' with { type: 'json' };
import pascalCase from './fixtures/pascalCase.json' with { type: 'json' };
import won from './fixtures/won.json' with { type: 'json' };

function read(body: unknown): ReferralDelivery {
  const result = readReferral(body);
  assert.ok(result.ok, JSON.stringify(result));
  return result.delivery;
}

/** Without what is undefined, as it will be stored. */
function factsOf(body: unknown): unknown {
  return JSON.parse(JSON.stringify(read(body).snapshot.facts));
}

const nothingWanted = { solutions: [], products: [], services: [], industries: [] };

describe('readReferral: what Partner Center sends', () => {
  it('given a lead of the marketplace with little in it, then what is there is read (CR-34)', () => {
    assert.deepEqual(factsOf(lead), {
      id: '5af0c1d2-0000-4000-8000-0000000000a1',
      engagementId: '5af0c1d2-0000-4000-8000-0000000000e1',
      direction: 'inbound',
      name: 'Tailspin Toys',
      customer: {
        name: 'Tailspin Toys',
        addressLines: ['7 Quay Road'],
        city: 'Cork',
        postalCode: 'T12 X1',
        country: 'IE',
        contacts: [],
      },
      notes: 'We need training for 40 people.',
      value: { amount: 10000.5, currency: 'EUR' },
      closeDate: '2027-01-31',
      qualification: 'Direct',
      solutions: [{ id: 'SOL-1', name: 'Adoption Kit', kind: 'own' }],
      wanted: {
        solutions: ['Adoption Kit'],
        products: ['Teams'],
        services: ['LearningAndCertification'],
        industries: ['Retail'],
      },
      team: [],
      createdAt: '2026-11-10T07:15:42.500Z',
    });
    const { updated, wire, snapshot, partnerCenterOrganization } = read(lead);
    assert.equal(updated, '2026-11-10T07:15:42.5013000Z');
    assert.equal(wire, lead);
    assert.deepEqual(snapshot.status, { stage: 'received' });
    assert.equal(partnerCenterOrganization, '33330000-0000-4000-8000-000000000003');
  });

  it('given a country by its name or in small letters, then it is its code; what is none stays as it was sent', () => {
    const countryOf = (country: string) =>
      read({ ...lead, customerProfile: { name: 'Tailspin Toys', address: { country } } }).snapshot.facts
        .customer.country;
    const sent = ['United States', 'USA', 'UAE', 'Hong Kong SAR', 'ie', 'Atlantis'];
    assert.deepEqual(sent.map(countryOf), ['US', 'US', 'AE', 'HK', 'IE', 'Atlantis']);
  });

  it('given a full one from a Microsoft seller, then people, sender, dates and wishes are read', () => {
    assert.deepEqual(factsOf(fromMicrosoft), {
      id: '5af0c1d2-0000-4000-8000-0000000000a2',
      engagementId: '5af0c1d2-0000-4000-8000-0000000000e2',
      direction: 'inbound',
      location: '7777777',
      name: 'Tailspin: stores on one platform',
      customer: {
        name: 'TAILSPIN TOYS',
        addressLines: ['7 Quay Road', 'Floor 2'],
        city: 'CORK',
        state: 'Munster',
        postalCode: 'T12 X1',
        country: 'IE',
        duns: '000000042',
        contacts: [
          {
            name: 'Orla Byrne',
            email: 'orla.byrne@tailspin.example',
            phone: '+353215550111',
            title: 'Buyer',
          },
          { name: 'desk@tailspin.example', email: 'desk@tailspin.example' },
        ],
      },
      sender: { organizationId: 'msft', name: 'Microsoft' },
      senderNotes: 'They would like to see it in a store.',
      notes: 'Forty stores, three tills each.',
      value: { amount: 250000, currency: 'EUR' },
      closeDate: '2027-03-30',
      crmId: 'CRM-4711',
      campaignId: 'SPRING',
      assistance: 'ProofOfConceptOrDemo',
      qualification: 'SalesQualified',
      solutions: [{ id: 'SOL-2', name: 'Till Cloud', kind: 'own' }],
      consent: true,
      registration: 'None',
      wanted: { ...nothingWanted, solutions: ['Till Cloud'] },
      team: [
        { name: 'Mia van Dam', email: 'mia.vandam@litware.example', phone: '+31205550133', title: 'Seller' },
      ],
      createdAt: '2026-11-09T16:20:05.123Z',
      expiresAt: '2026-11-23T16:20:05.123Z',
    });
    assert.deepEqual(read(fromMicrosoft).snapshot.status, { stage: 'received' });
  });

  it('given names in Pascal case, one member as an object, numbers as text and enums in capitals, then it is the same', () => {
    assert.deepEqual(factsOf(pascalCase), {
      id: '5af0c1d2-0000-4000-8000-0000000000a6',
      direction: 'inbound',
      location: '7777777',
      name: 'Dump of a referral',
      customer: {
        name: 'Proseware',
        addressLines: [],
        contacts: [{ name: 'Lena Falk', email: 'lena@proseware.example', phone: '4685550100' }],
      },
      sender: { organizationId: 'MSFT' },
      value: { amount: 10000, currency: 'SEK' },
      closeDate: '2027-01-01',
      assistance: 'QuotesOrLicensing',
      solutions: [],
      wanted: nothingWanted,
      team: [{ name: 'Mia', email: 'mia@litware.example' }],
      createdAt: '2026-11-01T08:00:00.000Z',
      expiresAt: '2026-11-15T08:00:00.000Z',
    });
    assert.equal(read(pascalCase).snapshot.status.stage, 'accepted');
  });

  it('given one that our own organization started, then it is outbound even where it says Incoming', () => {
    assert.equal(read(won).snapshot.facts.direction, 'outbound');
    assert.equal(read(outbound).snapshot.facts.direction, 'outbound');
    const { inviteContext: _invited, ...notInvited } = won;
    assert.equal(read(notInvited).snapshot.facts.direction, 'inbound');
  });

  it('given an amount whose currency nobody named, then it is not taken for dollars and nothing is lost', () => {
    for (const [currency, read] of [
      [undefined, ''],
      [null, ''],
      ['', ''],
      ['sek', 'SEK'],
      ['Euro', 'Euro'],
      ['€', '€'],
    ]) {
      const { value } = factsOf({ ...lead, details: { dealValue: 5, currency } }) as { value: unknown };
      assert.deepEqual(value, { amount: 5, currency: read }, String(currency));
    }
  });

  it('given a code for the help wanted in any case, then it is ours; an unknown one stays as it is (CR-25)', () => {
    for (const [sent, read] of [
      ['UNKNOWN', 'Unknown'],
      ['generalOrOther', 'GeneralOrOther'],
      ['Telepathy', 'Telepathy'],
    ]) {
      const { assistance } = factsOf({ ...lead, inviteContext: { assistanceRequestCode: sent } }) as {
        assistance: unknown;
      };
      assert.equal(assistance, read);
    }
  });

  it('given an amount of nothing, then it is an amount; given none, then there is no value', () => {
    assert.deepEqual(read(outbound).snapshot.facts.value, { amount: 0, currency: '' });
    for (const dealValue of [null, '', '  ']) {
      assert.equal(read({ ...outbound, details: { dealValue } }).snapshot.facts.value, undefined);
    }
  });

  it('given members of whom nothing is said but a title, then they are nobody', () => {
    const team = [{ title: 'Buyer' }, {}, { firstName: ' ', phoneNumber: '5550100' }];
    assert.deepEqual(JSON.parse(JSON.stringify(read({ ...lead, team }).snapshot.facts.team)), [
      { name: '5550100', phone: '5550100' },
    ]);
  });
});
