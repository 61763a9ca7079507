import { MICROSOFT } from '#domain/referral/party.ts';

/** An organization besides one's own, with people who answer by themselves or are played in a Playground. */
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
}

const numbered = (number: number): string => `00000000-0000-0000-0000-${String(number).padStart(12, '0')}`;

/** By the word that opens their Playground: `npm run demo -- fabrikam`. */
export const guests = {
  fabrikam: {
    id: 'fabrikam',
    name: 'Fabrikam',
    tenantId: numbered(2),
    mpnId: '2000001',
    port: 56160,
    people: ['Fay Brik', 'Tom Hale', 'Ines Costa', 'Ravi Menon', 'Lena Vogt', 'Hugo Blanc'],
    mail: 'fabrikam.example',
  },
  microsoft: {
    id: MICROSOFT,
    name: 'Microsoft',
    tenantId: numbered(3),
    mpnId: '3000001',
    port: 56170,
    people: ['Mia Chen', 'Omar Haddad', 'Sara Holm', 'Paul Novak', 'Grace Okoro', 'Ken Ito'],
    mail: 'microsoft.example',
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

/** As the bot knows the one who answers. */
export function personIdOf(guest: DemoGuest): string {
  return `${guest.tenantId}:${objectIdOf(guest, guest.people[0])}`;
}

/** What the Playground has to know; it reads YAML, of which JSON is a part. */
export function playgroundOf(guest: DemoGuest): string {
  const [first, ...others] = guest.people;
  return JSON.stringify({
    version: '0.1.1',
    tenantId: guest.tenantId,
    bot: { id: numbered(11), name: 'Co-sell' },
    currentUser: userOf(guest, first),
    users: others.map((name) => userOf(guest, name)),
    personalChat: { id: `chat-${guest.id}` },
    groupChat: { id: `group-${guest.id}`, name: 'Group chat' },
    team: {
      id: `team-${guest.id}`,
      name: 'Alliances',
      aadGroupId: `${guest.tenantId.slice(0, -2)}31`,
      channels: [{ id: `channel-${guest.id}`, name: 'Deals' }],
    },
  });
}

/** What Teams would say when the bot is taken out of the personal chat. */
export function removalOf(guest: DemoGuest, serviceUrl: string): object {
  const { id, name, aadObjectId } = userOf(guest, guest.people[0]);
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
    conversation: { id: `chat-${guest.id}`, conversationType: 'personal', tenantId: guest.tenantId },
    channelData: { tenant: { id: guest.tenantId } },
  };
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
