import { randomUUID } from 'node:crypto';

const HOUR = 3_600_000;

interface Story {
  deal: string;
  customer: string;
  place: { addressLine1: string; city: string; state?: string; postalCode: string; country: string };
  contact: { firstName: string; lastName: string; title: string; email: string; phoneNumber: string };
  value: number;
  currency: string;
  solution: { id: string; name: string };
  notes: string;
  from: string;
  help: string;
}

const stories: readonly [Story, ...Story[]] = [
  {
    deal: 'Northwind: analytics in the cloud',
    customer: 'Northwind Traders',
    place: {
      addressLine1: '14 Harbor Street',
      city: 'Seattle',
      state: 'WA',
      postalCode: '98101',
      country: 'US',
    },
    contact: {
      firstName: 'Dana',
      lastName: 'Reyes',
      title: 'Head of Operations',
      email: 'dana.reyes@northwind.example',
      phoneNumber: '+1 206 555 0114',
    },
    value: 120000,
    currency: 'USD',
    solution: { id: 'SOL-15974-MQF', name: 'Contoso Analytics' },
    notes: 'Reports take a night to run. They want them by the hour before the spring season starts.',
    from: 'Dana asked for a partner near Seattle. Can you show a proof of concept in January?',
    help: 'ProofOfConceptOrDemo',
  },
  {
    deal: 'Adventure Works: move to Azure',
    customer: 'Adventure Works GmbH',
    place: { addressLine1: 'Lindenallee 8', city: 'Köln', postalCode: '50668', country: 'DE' },
    contact: {
      firstName: 'Petra',
      lastName: 'Vogel',
      title: 'Leiterin IT',
      email: 'petra.vogel@adventure-works.example',
      phoneNumber: '+49 221 5550 118',
    },
    value: 84500,
    currency: 'EUR',
    solution: { id: 'SOL-15975-KLD', name: 'Contoso Migration Factory' },
    notes: 'The lease of the data center ends in June. 60 servers, two of them with SQL Server 2014.',
    from: 'They need an architecture that their auditors accept. Could you take the lead?',
    help: 'CustomerTechnicalArchitecture',
  },
  {
    deal: 'Wide World Importers: licensing for 900 seats',
    customer: 'Wide World Importers',
    place: { addressLine1: 'Via Torino 21', city: 'Milano', postalCode: '20123', country: 'IT' },
    contact: {
      firstName: 'Giulia',
      lastName: 'Ferri',
      title: 'CFO',
      email: 'giulia.ferri@wideworld.example',
      phoneNumber: '+39 02 5550 0142',
    },
    value: 310000,
    currency: 'EUR',
    solution: { id: 'SOL-15976-WPX', name: 'Contoso Workplace' },
    notes: 'Two offers are on the table already; the decision falls before the end of the quarter.',
    from: 'A quote by Friday would help us all.',
    help: 'QuotesOrLicensing',
  },
];

/** One more referral in Partner Center's shape, as if a Microsoft seller had just sent it. */
export function demoReferral(number: number, now: Date): Record<string, unknown> {
  const story = stories[number % stories.length] ?? stories[0];
  const at = now.toISOString();
  return {
    id: randomUUID(),
    engagementId: randomUUID(),
    organizationId: '11110000-0000-4000-8000-000000000001',
    organizationName: 'Contoso',
    name: story.deal,
    createdDateTime: at,
    updatedDateTime: at,
    expirationDateTime: new Date(now.getTime() + 14 * 24 * HOUR).toISOString(),
    status: 'New',
    substatus: 'Pending',
    qualification: 'SalesQualified',
    type: 'Shared',
    direction: 'Incoming',
    mpnId: '1234567',
    customerProfile: { name: story.customer, address: story.place, team: [story.contact] },
    details: {
      notes: story.notes,
      dealValue: story.value,
      currency: story.currency,
      closingDateTime: new Date(now.getTime() + 90 * 24 * HOUR).toISOString(),
      requirements: { solutions: [story.solution] },
    },
    team: [
      {
        firstName: 'Anna',
        lastName: 'Berg',
        email: 'anna.berg@contoso.example',
        phoneNumber: '+46 8 5550 0120',
      },
    ],
    inviteContext: {
      notes: story.from,
      assistanceRequestCode: story.help,
      invitedBy: { organizationId: 'msft', organizationName: 'Microsoft' },
    },
  };
}
