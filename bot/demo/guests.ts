import { MICROSOFT } from '#domain/referral/party.ts';

/** An organization of the demo, with people who are played in a Playground, by the demo, or not at all. */
export interface DemoGuest {
  /** Organization id. */
  id: string;
  name: string;
  tenantId: string;
  mpnId: string;
  /** Where its Playground is, unless the port is taken. */
  port: number;
  /** Who answers, and who uses the Playground; the others are colleagues. It wants exactly five of them. */
  people: readonly [string, string, string, string, string, string];
  mail: string;
  /** The team to which the bot can be added. */
  team: string;
}

const numbered = (number: number): string => `00000000-0000-0000-0000-${String(number).padStart(12, '0')}`;

/** The company of whoever tries the demo; the first of its people is they. */
export const contoso = {
  id: 'local',
  name: 'Contoso',
  tenantId: numbered(1),
  mpnId: '1234567',
  port: 56150,
  people: ['Anna Berg', 'Marco Rossi', 'Li Na', 'Olga Petrova', 'Erik Lind', 'Jonas Weber'],
  mail: 'contoso.example',
  team: 'Sales',
} as const satisfies DemoGuest;

/** The others, by the word that opens their Playground: `npm run demo -- fabrikam`. */
export const guests = {
  fabrikam: {
    id: 'fabrikam',
    name: 'Fabrikam',
    tenantId: numbered(2),
    mpnId: '2000001',
    port: 56160,
    people: ['Fay Brik', 'Tom Hale', 'Ines Costa', 'Ravi Menon', 'Lena Vogt', 'Hugo Blanc'],
    mail: 'fabrikam.example',
    team: 'Alliances',
  },
  microsoft: {
    id: MICROSOFT,
    name: 'Microsoft',
    tenantId: numbered(3),
    mpnId: '3000001',
    port: 56170,
    people: ['Mia Chen', 'Omar Haddad', 'Sara Holm', 'Paul Novak', 'Grace Okoro', 'Ken Ito'],
    mail: 'microsoft.example',
    team: 'Alliances',
  },
} as const satisfies Record<string, DemoGuest>;

/** Address and phone of one of its people. */
export function contactOf(
  { mail, tenantId }: DemoGuest,
  name: string,
): { name: string; email: string; phone: string } {
  const number = tenantId.slice(-1);
  return {
    name,
    email: `${name.toLowerCase().replaceAll(' ', '.')}@${mail}`,
    phone: `+1 425 555 01${number}${name.length % 10}`,
  };
}

/** As the bot knows one of its people. */
export function personIdOf(guest: DemoGuest, person: string = guest.people[0]): string {
  return `${guest.tenantId}:${objectIdOf(guest, person)}`;
}

/** The General channel of the team that one of its people has in their Playground; two Playgrounds share none. */
export function generalChannelOf(guest: DemoGuest, person: string = guest.people[0]): string {
  return `team-${seatOf(guest, person)}`;
}

/** What the Playground has to know, so that it is used by this person; it reads YAML, of which JSON is a part. */
export function playgroundOf(guest: DemoGuest, person: string = guest.people[0]): string {
  const seat = seatOf(guest, person);
  return JSON.stringify({
    version: '0.1.1',
    tenantId: guest.tenantId,
    bot: { id: numbered(11), name: 'Co-sell' },
    currentUser: userOf(guest, person),
    users: guest.people.filter((name) => name !== person).map((name) => userOf(guest, name)),
    personalChat: { id: `chat-${seat}` },
    groupChat: { id: `group-${seat}`, name: 'Group chat' },
    team: {
      id: generalChannelOf(guest, person),
      name: guest.team,
      aadGroupId: numbered(Number(guest.tenantId.slice(-1)) * 100 + 31 + guest.people.indexOf(person)),
      channels: [{ id: `channel-${seat}`, name: 'Deals' }],
    },
  });
}

/** What Teams would say when the bot is taken out of the personal chat. */
export function removalOf(guest: DemoGuest, serviceUrl: string, person: string = guest.people[0]): object {
  const { id, name, aadObjectId } = userOf(guest, person);
  return {
    ...{
      type: 'installationUpdate',
      action: 'remove',
      id: `closed-${Date.now()}`,
      channelId: 'msteams',
      serviceUrl,
    },
    from: { id, name, aadObjectId },
    recipient: { id: numbered(11), name: 'Co-sell' },
    conversation: {
      id: `chat-${seatOf(guest, person)}`,
      conversationType: 'personal',
      tenantId: guest.tenantId,
    },
    channelData: { tenant: { id: guest.tenantId } },
  };
}

function seatOf(guest: DemoGuest, person: string): string {
  return person === guest.people[0] ? guest.id : `${guest.id}-${firstNameOf(person)}`;
}

/** The word by which one of the company's people is meant. */
export function firstNameOf(person: string): string {
  return person.split(' ')[0]?.toLowerCase() ?? '';
}

function userOf(guest: DemoGuest, name: string) {
  const { email } = contactOf(guest, name);
  const [givenName, surname] = name.split(' ');
  const aadObjectId = objectIdOf(guest, name);
  // Teams knows people by either id, the Playground by the first alone. Asked by the other whether somebody is still
  // there, it would say that nobody is.
  return { id: aadObjectId, name, givenName, surname, email, userPrincipleName: email, aadObjectId };
}

function objectIdOf({ tenantId, people }: DemoGuest, name: string): string {
  return numbered(Number(tenantId.slice(-1)) * 100 + people.indexOf(name));
}
