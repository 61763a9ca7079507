import assert from 'node:assert/strict';
import { createSolutionImport } from '#adapters/solutions/solutionLoading.ts';
import { ofType } from '#test/support/cards/cardParts.ts';
import {
  CONTOSO_KEY,
  FABRIKAM,
  FABRIKAM_KEY,
  FABRIKAM_TENANT,
  temporaryFile,
  twoOrganizations,
} from '#test/support/organization/organizations.ts';
import { inbound } from '#test/support/referral/referrals.ts';
import { cardOf } from './client.ts';
import type { Posted } from './fakeConnector.ts';
import type { Place, TestPerson } from './fakeTeams.ts';
import { installInChannel, referralCardIn } from './scene.ts';
import { type RunningBot, startBot } from './startBot.ts';

/** An id that nothing has. */
export const NOWHERE = '99999999-0000-4000-8000-000000000000';

/** Words that stand in the secret deals alone: name, customer, city, people, notes, value, ids of others. */
export const secretWords =
  /Zanzibar|Quokka|Wilhelmina|Ottoline|platypus|Ouagadougou|7654321\.5|7,654,321|wilhelmina@/i;

const mail = (name: string) => `${name.toLowerCase().replaceAll(' ', '.')}@contoso.example`;
const members = [
  { email: mail('Ada Admin'), role: 'referrals-admin' as const },
  { email: mail('Cleo Cleveland'), role: 'referrals-admin' as const, locations: ['1234567'] },
  { email: mail('Bert Berlin'), role: 'referrals-admin' as const, locations: ['7654321'] },
  { email: mail('Tea Team'), role: 'referrals-user' as const, locations: ['7654321'] },
  // Of the right location, but in no team; in the team, but of another location.
  { email: mail('Otto Outside'), role: 'referrals-user' as const, locations: ['1234567'] },
  { email: mail('Tom Elsewhere'), role: 'referrals-user' as const, locations: ['7654321'] },
  { email: mail('Gina Guest'), role: 'referrals-admin' as const },
  { email: mail('Fred Foreign'), role: 'referrals-admin' as const },
];

/** Deals of Cleveland and of another organization, and people who may not learn of them. */
export interface Secrets {
  bot: RunningBot;
  /** A referrals user of Berlin. */
  tea: TestPerson;
  /** The whole company's admin. */
  ada: TestPerson;
  /** Everybody else without the right: of other locations, not in the team, unlisted, guest, foreign, another organization. */
  others: readonly TestPerson[];
  /** Ids of the secret deals. */
  received: string;
  accepted: string;
  foreign: string;
  /** Ids, addresses and keys that must be told apart from no other. */
  secretIds: readonly string[];
  /** What belongs to the other organization, each with one of its kind that nothing has. */
  foreignIds: readonly (readonly [string, string])[];
  /** A channel in which the cards stand, one of the same team without, and a group chat. */
  withCard: Place;
  withoutCard: Place;
  group: Place;
  words: readonly string[];
  typed: readonly string[];
  /** Whether a message stands where the deals may be read. */
  isAllowed(posted: Posted): boolean;
  /** Buttons of the company's admin that lead on in lists. */
  positions(): Promise<(readonly [string, Record<string, unknown>])[]>;
  /** The secret deals as they are stored. */
  stored(): Promise<unknown>;
  before: unknown;
  stop(): Promise<void>;
}

function secretDeal(changes: Record<string, unknown>): Record<string, unknown> {
  return inbound({
    name: 'Zanzibar harvest',
    mpnId: '1234567',
    customerProfile: {
      name: 'Quokka Holdings',
      address: { addressLine1: '1 Secret Street', city: 'Ouagadougou', country: 'BF' },
      team: [
        {
          firstName: 'Wilhelmina',
          lastName: 'Umlaut',
          email: 'wilhelmina@quokka.example',
          phoneNumber: '+226 25 300 100',
        },
      ],
    },
    team: [
      {
        firstName: 'Ottoline',
        lastName: 'Inside',
        email: 'ottoline@contoso.example',
        phoneNumber: '+1 216 555 0199',
      },
      { firstName: 'Tom', lastName: 'Elsewhere', email: mail('Tom Elsewhere') },
    ],
    details: {
      notes: 'The platypus decides',
      dealValue: 7654321.5,
      currency: 'USD',
      closingDateTime: '2030-05-05T00:00:00Z',
    },
    ...changes,
  });
}

export async function startSecretScene(): Promise<Secrets> {
  const file = await temporaryFile(twoOrganizations(members));
  const bot = await startBot({ ORGANIZATIONS_FILE: file.path });
  const { teams } = bot;
  const met = async (name: string, more: Partial<TestPerson> = {}) => {
    const person = teams.person(name, more);
    await teams.install(person, teams.chatOf(person));
    return person;
  };
  const withCard = teams.channel('19:sales');
  const ada = await met('Ada Admin');
  await met('Cleo Cleveland');
  const tea = await met('Tea Team');
  await installInChannel(teams, ada, withCard);
  const fay = await met('Fay Brik', { tenantId: FABRIKAM_TENANT, email: 'fay.brik@fabrikam.example' });
  const others = [
    await met('Bert Berlin'),
    await met('Otto Outside'),
    await met('Tom Elsewhere'),
    await met('Una Unlisted'),
    await met('Gina Guest', { userRole: 'guest' }),
    await met('Fred Foreign', { homeTenantId: '00000000-0000-4000-8000-0000000000ee' }),
  ];
  const one = secretDeal({});
  const two = secretDeal({ name: 'Zanzibar returns', status: 'Active', substatus: 'Accepted' });
  const abroad = secretDeal({ name: 'Foreign Zanzibar', organizationId: FABRIKAM, mpnId: '7654321' });
  const own = inbound({
    name: 'Berlin deal',
    mpnId: '7654321',
    team: [{ firstName: 'Tea', lastName: 'Team', email: mail('Tea Team'), phoneNumber: '+49 30 555010' }],
  });
  for (const deal of [one, two, own]) await bot.intake(deal, CONTOSO_KEY);
  // More than a page, so that the lists of those who may see them have positions.
  for (let at = 0; at < 12; at++) await bot.intake(secretDeal({ name: `Zanzibar ${at}` }), CONTOSO_KEY);
  await bot.intake(abroad, FABRIKAM_KEY);
  await createSolutionImport(bot.composed.store, 'fabrikam').put([
    { id: 'SOL-Q', name: 'Quokka tracker', kind: 'own' },
  ]);
  await referralCardIn(bot, withCard);
  await teams.say(ada, teams.chatOf(ada), 'new deal Quokka Holdings, Ouagadougou 7,654,321 USD');
  // Cards of referrals may come after it.
  const adasDraft = /"draft":"([^"]+)"/.exec(JSON.stringify(teams.in(teams.chatOf(ada))))?.[1] ?? '';
  assert.ok(adasDraft);
  const stored = async () =>
    Promise.all(
      (
        [
          ['contoso', one.id],
          ['contoso', two.id],
          ['fabrikam', abroad.id],
        ] as const
      ).map(
        async ([partition, id]) =>
          (await bot.composed.store.read<'referral'>(partition, `referral:${id}`))?.body.referral,
      ),
    );
  const [received, accepted, foreign] = [String(one.id), String(two.id), String(abroad.id)];
  const allowedChats = [ada, fay, { id: '29:cleo.cleveland' }].map(({ id }) => `a:${id}`);
  return {
    bot,
    tea,
    ada,
    others,
    received,
    accepted,
    foreign,
    secretIds: [received, accepted, foreign, adasDraft, accepted.toUpperCase()],
    foreignIds: [
      [foreign, NOWHERE],
      ['fay.brik@fabrikam.example', 'no.body@fabrikam.example'],
      ['SOL-Q', 'SOL-X'],
    ],
    withCard,
    withoutCard: teams.channel('19:sales', '19:other-channel-of-the-team'),
    group: teams.group('19:group'),
    words: [
      'Zanzibar',
      'Quokka',
      'Quokka, Ouagadougou',
      'Wilhelmina',
      'platypus',
      received,
      accepted,
      foreign,
      'SOL-Q',
    ],
    typed: [
      ...['inbound', 'outbound', 'favorites', 'mine', 'expiring', 'needs action', 'deals', 'help', 'whoami'],
      ...[
        'Zanzibar',
        'Quokka',
        'platypus',
        'wilhelmina@quokka.example',
        received,
        `{${accepted.toUpperCase()}}`,
        foreign,
      ].map((words) => `search ${words}`),
      `search https://partner.microsoft.com/dashboard/referrals/v2/${accepted}`,
      `members Wilhelmina`,
      `members Fay`,
    ],
    isAllowed: ({ conversationId }) =>
      allowedChats.includes(conversationId) || conversationId.split(';')[0] === withCard.conversationId,
    async positions() {
      const answers = await Promise.all([
        teams.press(ada, teams.chatOf(ada), 'deals.list', { list: 'inbound' }),
        teams.press(ada, teams.chatOf(ada), 'deals.search', { text: 'zanzibar' }),
      ]);
      const found = answers.flatMap((answer) =>
        ofType(cardOf(answer), 'Action.Execute').map(
          ({ verb, data }) => [String(verb), data as Record<string, unknown>] as const,
        ),
      );
      assert.ok(found.some(([, data]) => data.after));
      return found.filter(([, data]) => !data.text);
    },
    stored,
    before: await stored(),
    async stop() {
      await bot.stop();
      await file.remove();
    },
  };
}
