import assert from 'node:assert/strict';
import { openCustomers } from '#adapters/customers/openCustomers.ts';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import type { CustomerFacts } from '#ports/customers.ts';
import type { AnyDocumentStore } from '#ports/documents.ts';
import { UnavailableError } from '#ports/errors.ts';
import { type RunningBot, startBot } from '#test/support/bot/startBot.ts';
import {
  FABRIKAM_TENANT,
  temporaryFile,
  twoOrganizations,
} from '#test/support/organization/organizations.ts';

function facts(name: string, more: Partial<CustomerFacts> = {}): CustomerFacts {
  return { name, addressLines: ['1 Main St'], city: 'Seattle', state: 'WA', country: 'US', ...more };
}

const entities = [
  facts('Contoso Ltd', { duns: '123456789' }),
  facts('Contoso Ltd', { addressLines: ['2 Pine St', 'Floor 3'], duns: '123456780' }),
  facts('Contoso Ltd', { duns: undefined, microsoftAccountId: 'account-7' }),
  facts('Contoso GmbH', { city: 'Berlin', state: undefined, country: 'DE', duns: '200000001' }),
  facts('Northwind West LLC', { city: 'San Francisco', state: 'CA' }),
  facts('Northwind South LLC', { city: 'Atlanta', state: 'Georgia' }),
  facts('Northwind Ltd', { city: 'Toronto', state: 'ON', country: 'CA' }),
  facts('Northwind LLC', { city: 'Dubai', state: undefined, country: 'AE' }),
  facts('Northwind TOV', { city: 'Kyiv', state: undefined, country: 'UA' }),
  ...Array.from({ length: 30 }, (_, n) => facts(`Tailspin ${String(n).padStart(2, '0')}`)),
];

/** The suggestions of a field while one types, as the client asks for them (CR-18). */
describe('application/search', () => {
  let store: AnyDocumentStore;
  let away: unknown;
  let bot: RunningBot;
  let organizations: Awaited<ReturnType<typeof temporaryFile>>;
  before(async () => {
    const inMemory = openSqliteStore({ file: ':memory:' });
    await openCustomers(inMemory).register(entities);
    store = {
      ...inMemory,
      list: (query) =>
        away && query.partition.startsWith('customers') ? Promise.reject(away) : inMemory.list(query),
    };
    const members = [
      { email: 'anna.berg@contoso.example', role: 'referrals-user' as const, locations: ['7654321'] },
      { email: 'gus.guest@contoso.example', role: 'referrals-user' as const },
    ];
    organizations = await temporaryFile(twoOrganizations(members));
    bot = await startBot({ ORGANIZATIONS_FILE: organizations.path }, { store });
  });
  afterEach(() => {
    away = undefined;
  });
  after(async () => {
    await bot.stop();
    await organizations.remove();
  });

  const searchAs = async (
    value: object,
    person = bot.teams.person('Anna Berg'),
    place = bot.teams.chatOf(person),
  ) => {
    const { status, body } = await bot.teams.send(person, place, {
      type: 'invoke',
      name: 'application/search',
      value,
    });
    assert.equal(status, 200);
    return body;
  };
  const search = (queryText: string, more: object = {}) =>
    searchAs({ queryText, queryOptions: { skip: 0, top: 15 }, dataset: 'customers', ...more });
  const results = (body: { value?: unknown } | undefined) =>
    (body?.value as { results?: { title: string; value: string }[] } | undefined)?.results ?? [];
  const nothing = {
    statusCode: 204,
    type: 'application/vnd.microsoft.search.searchResponse',
    value: { results: [] },
  };

  it('given entities of one name, when typed, then titles tell them apart and the own country comes first', async () => {
    const body = await search('conto');
    assert.equal(body?.statusCode, 200);
    assert.equal(body?.type, 'application/vnd.microsoft.search.searchResponse');
    assert.deepEqual(results(body), [
      { title: 'Contoso GmbH · 1 Main St, Berlin, DE · D-U-N-S 200000001', value: 'DE:d200000001' },
      { title: 'Contoso Ltd · 1 Main St, Seattle, WA, US · D-U-N-S 123456789', value: 'US:d123456789' },
      { title: 'Contoso Ltd · 1 Main St, Seattle, WA, US', value: 'US:maccount-7' },
      {
        title: 'Contoso Ltd · 2 Pine St, Floor 3, Seattle, WA, US · D-U-N-S 123456780',
        value: 'US:d123456780',
      },
    ]);
  });

  it('given a country in the card, when typed, then only its customers come and their titles leave it out', async () => {
    const body = await search('contoso', {
      data: { 'country.0': 'United States', 'city.0': 'Seattle', 'toggle.0': true },
    });
    assert.deepEqual(
      results(body).map(({ title }) => title.includes(', US')),
      [false, false, false],
    );
  });

  it('given a place that is a state as well as a country, when typed, then companies of both come (CR-18)', async () => {
    const cities = async (place: string) => {
      const found = results(await search('northwind', { data: { 'place.0': place, 'toggle.0': true } }));
      return found.map(({ title }) => /Toronto|San Francisco|Atlanta|Dubai|Kyiv/.exec(title)?.[0]);
    };
    assert.deepEqual(await cities('CA'), ['Toronto', 'San Francisco']);
    assert.deepEqual(await cities('Georgia'), ['Atlanta']);
    assert.deepEqual(await cities('GA'), ['Atlanta']);
    assert.deepEqual(await cities('UAE'), ['Dubai']);
  });

  it('given more than fit, when typed, then fifteen come, and the next ones when asked for', async () => {
    const first = results(await search('tailspin'));
    assert.equal(first.length, 15);
    const second = results(await search('tailspin', { queryOptions: { skip: 15, top: 15 } }));
    assert.equal(new Set([...first, ...second].map(({ value }) => value)).size, 30);
    assert.equal(results(await search('tailspin', { queryOptions: { skip: 0, top: 500 } })).length, 15);
    assert.equal(results(await search('tailspin', { queryOptions: { skip: 0, top: 3 } })).length, 3);
  });

  it('given a typo, when typed, then the nearest are suggested', async () => {
    assert.match(results(await search('contosso'))[0]?.title ?? '', /^Contoso/);
  });

  for (const text of ['', '   ', 'xqzvwy', '🙂']) {
    it(`given "${text}", when typed, then there is nothing, and it is said as nothing`, async () => {
      assert.deepEqual(await search(text), nothing);
    });
  }

  it('given no kind, no options and a client of another version, when typed, then it is answered', async () => {
    const body = await searchAs({
      dataset: 'customers',
      queryText: 'contoso',
      queryOptions: { skip: -1, top: 'x' },
      kind: 'search',
      data: 'x',
    });
    assert.equal(results(body).length, 4);
  });

  it('given a channel, when a member types there, then the suggestions come as well', async () => {
    const anna = bot.teams.person('Anna Berg');
    const body = await searchAs(
      { dataset: 'customers', queryText: 'contoso' },
      anna,
      bot.teams.channel('19:sales@thread.tacv2'),
    );
    assert.equal(results(body).length, 4);
  });

  const strangers: [string, () => ReturnType<RunningBot['teams']['person']>][] = [
    ['someone who is not listed', () => bot.teams.person('Mallory Gray')],
    ['a guest', () => bot.teams.person('Gus Guest', { userRole: 'guest' })],
    [
      'a person of an unknown tenant',
      () => bot.teams.person('Una Known', { tenantId: '00000000-0000-4000-8000-0000000000ff' }),
    ],
    [
      'someone at home in another tenant',
      () =>
        bot.teams.person('Anna Berg', {
          id: '29:other',
          aadObjectId: 'aad-other',
          homeTenantId: FABRIKAM_TENANT,
        }),
    ],
    [
      'an account without a directory id',
      () => bot.teams.person('Anna Berg', { id: '29:none', aadObjectId: '' }),
    ],
  ];
  for (const [who, person] of strangers) {
    it(`given ${who}, when typed, then they get what anyone gets whom nothing fits`, async () => {
      assert.deepEqual(await searchAs({ dataset: 'customers', queryText: 'contoso' }, person()), nothing);
    });
  }

  const refused: [string, object][] = [
    ['an unknown dataset', { dataset: 'weather', queryText: 'a' }],
    ['the name of a method as dataset', { dataset: 'constructor', queryText: 'a' }],
    ['no dataset', { queryText: 'contoso' }],
    ['a text that is none', { dataset: 'customers', queryText: { $ne: 1 } }],
    ['a text without end', { dataset: 'customers', queryText: 'x'.repeat(5_000) }],
  ];
  for (const [what, value] of refused) {
    it(`given ${what}, when asked, then it is refused in the body`, async () => {
      const body = await searchAs(value);
      assert.deepEqual([body?.statusCode, body?.type], [400, 'application/vnd.microsoft.error']);
    });
  }

  for (const error of [new UnavailableError('store-unavailable'), new Error('a bug')]) {
    it(`given ${error.name}, when typed, then the fault stands in the body and nothing of it leaks`, async () => {
      away = error;
      const body = await search('contoso');
      assert.deepEqual([body?.statusCode, body?.type], [500, 'application/vnd.microsoft.error']);
      assert.doesNotMatch(JSON.stringify(body), /bug|store/);
      away = undefined;
      assert.equal((await search('contoso'))?.statusCode, 200);
    });
  }
});
