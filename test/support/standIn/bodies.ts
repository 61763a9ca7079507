import type { JsonObject } from '#bot/demo/standIn/exchange.ts';

const customer = {
  name: 'Tailspin Toys',
  address: {
    addressLine1: '7 Mill Lane',
    addressLine2: '',
    city: 'Portland',
    state: 'OR',
    postalCode: '97201',
    country: 'US',
  },
  size: '51to250employees',
  team: [
    { firstName: 'Kim', lastName: 'Abel', phoneNumber: '5035550110', email: 'kim.abel@tailspin.example' },
  ],
};

const solution = {
  type: 'Name',
  id: 'SOL-20001-TST',
  name: 'Contoso Warehouse',
  publisherName: 'Contoso',
  solutionType: '3P',
};

/** The body of a deal that is created: private, unless changed. */
export function newDeal(changes: JsonObject = {}): JsonObject {
  return {
    name: 'Tailspin: warehouse',
    qualification: 'SalesQualified',
    type: 'Independent',
    customerProfile: customer,
    consent: {
      ConsentToToShareInfoWithOthers: true,
      ConsentToContact: true,
      ConsentToMicrosoftToContactSpecificPartners: true,
      consentToShareReferralWithMicrosoftSellers: false,
    },
    details: {
      notes: 'Wants to see every pallet.',
      dealValue: 64000,
      currency: 'USD',
      closingDateTime: '2027-03-31T00:00:00Z',
      requirements: {
        solutions: [solution],
        additionalRequirements: {
          iot: {},
          attributes: [{ id: 'HaveNotDecided', type: 'CustomerMarketplaceIntent' }],
        },
      },
    },
    team: [
      {
        firstName: 'Anna',
        lastName: 'Berg',
        phoneNumber: '4685550120',
        email: 'anna.berg@contoso.example',
      },
    ],
    target: [],
    ...changes,
  };
}

/** The first body of a co-sell deal. */
export function newCoSell(changes: JsonObject = {}): JsonObject {
  return newDeal({
    type: 'Shared',
    consent: {
      consentToToShareInfoWithOthers: true,
      consentToContact: true,
      consentToMicrosoftToContactSpecificPartners: true,
      consentToShareReferralWithMicrosoftSellers: true,
    },
    target: [{ type: 'SolutionProfile', id: 'SOL-20001-TST' }],
    ...changes,
  });
}

/** The second body of a co-sell deal, which invites Microsoft. */
export function invitingMicrosoft(engagementId: unknown, changes: JsonObject = {}): JsonObject {
  return newCoSell({
    engagementId,
    status: 'New',
    substatus: 'Pending',
    target: [{ type: 'BusinessProfileLocation', id: 'msft' }],
    inviteContext: { notes: 'A proof of concept by May', assistanceRequestCode: 'ProofOfConceptOrDemo' },
    ...changes,
  });
}

export const accepting = [
  { op: 'replace', path: '/status', value: 'Active' },
  { op: 'replace', path: '/substatus', value: 'Accepted' },
  { op: 'replace', path: '/name', value: 'Tailspin: warehouse, first half' },
  { op: 'replace', path: '/details/dealValue', value: '48000' },
  { op: 'replace', path: '/details/closingDateTime', value: '2027-04-30T00:00:00Z' },
  {
    op: 'add',
    path: '/team/-',
    value: {
      firstName: 'Jonas',
      lastName: 'Lind',
      email: 'jonas.lind@contoso.example',
      phoneNumber: '4685550121',
    },
  },
];

export const closing = (substatus: string, reason?: string): object[] => [
  { op: 'replace', path: '/status', value: 'Closed' },
  { op: 'replace', path: '/substatus', value: substatus },
  ...(reason === undefined ? [] : [{ op: 'replace', path: '/statusReason', value: reason }]),
];

/** What is put there as if Microsoft had sent it. */
export function sentByMicrosoft(changes: JsonObject = {}): JsonObject {
  const { target: _, ...deal } = newCoSell();
  return { ...deal, ...changes };
}
export const registering = [
  {
    op: 'add',
    path: '/registrations/-',
    value: {
      type: 'AzureIPCoSell',
      contract: {
        currency: 'USD',
        value: 48000,
        term: 'Finite',
        signDateTime: '2026-11-20T00:00:00Z',
        startDateTime: '2026-12-01T00:00:00Z',
        endDateTime: '2027-11-30T00:00:00Z',
      },
      solutionDetails: [
        {
          id: 'SOL-20001-TST',
          currency: 'USD',
          value: 40000,
          isDeployedOnAzure: true,
          primaryDeploymentOn: 'Customer',
          pricingModel: 'Other',
          marketplaceTransactionDetails: {
            isMarketplaceTransacted: false,
            marketplaceTransactionDateTime: null,
          },
        },
      ],
    },
  },
];
