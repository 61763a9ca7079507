const names = ['Anna Berg', 'Marco Rossi', 'Li Na', 'Olga Petrova', 'Erik Lind', 'Jonas Weber'] as const;
export type Name = (typeof names)[number];

/**
 * What the Playground has to know so that it is used by this person. It reads YAML, of which JSON is a part, and
 * wants exactly five other people. Chats and team are the person's own: two Playgrounds share none.
 */
export function playgroundOf(name: Name): string {
  const key = name.split(' ')[0]?.toLowerCase();
  return JSON.stringify({
    version: '0.1.1',
    tenantId: guid(1),
    bot: { id: guid(11), name: 'Co-sell' },
    currentUser: personOf(name),
    users: names.filter((other) => other !== name).map(personOf),
    personalChat: { id: `chat-${key}` },
    groupChat: { id: `group-${key}`, name: 'Sales chat' },
    team: {
      id: `team-${key}`,
      name: 'Sales',
      aadGroupId: guid(31 + names.indexOf(name)),
      channels: [{ id: `channel-${key}`, name: 'Deals' }],
    },
  });
}

function personOf(name: Name) {
  const [givenName = '', surname = ''] = name.split(' ');
  const email = `${givenName}.${surname}@contoso.example`.toLowerCase();
  return {
    id: `user-${givenName.toLowerCase()}`,
    name,
    userPrincipleName: email,
    aadObjectId: guid(20 + names.indexOf(name)),
    givenName,
    surname,
    email,
  };
}

function guid(number: number): string {
  return `00000000-0000-0000-0000-${String(number).padStart(12, '0')}`;
}
