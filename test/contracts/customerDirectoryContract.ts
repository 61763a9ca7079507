import assert from 'node:assert/strict';
import { openCustomers } from '#adapters/customers/openCustomers.ts';
import type { CustomerDirectory, CustomerFacts, CustomerRegister } from '#ports/customers.ts';
import type { AnyDocumentStore } from '#ports/documents.ts';

type Given = Partial<Omit<CustomerFacts, 'addressLines'>> & { name: string; address?: string };

function facts({ address, ...given }: Given): CustomerFacts {
  return { addressLines: address ? [address] : [], country: 'US', ...given };
}

const entities: readonly CustomerFacts[] = [
  facts({
    name: 'Contoso Ltd',
    address: '1 Main St',
    city: 'Seattle',
    state: 'WA',
    postalCode: '98101',
    duns: '100000001',
  }),
  facts({
    name: 'Contoso Ltd',
    address: '400 Pine St',
    city: 'Seattle',
    state: 'WA',
    postalCode: '98101',
    duns: '100000002',
  }),
  facts({ name: 'Contoso', city: 'Portland', state: 'OR', duns: '100000003' }),
  facts({ name: 'Contoso Consulting Group', city: 'Seattle', state: 'Washington', duns: '100000004' }),
  facts({ name: 'The Contoso Bakery', city: 'Austin', state: 'TX', duns: '100000005' }),
  facts({ name: 'Bakery Supplies', city: 'Contoso Falls', state: 'TX', duns: '100000006' }),
  facts({ name: 'Northwind Traders', city: 'Portland', state: 'OR', microsoftAccountId: 'A1B2-Account-7' }),
  facts({ name: '3M-Muster', city: 'Maplewood', state: 'MN', duns: '100000007' }),
  facts({ name: 'BP Beispiel', city: 'Houston', state: 'TX', duns: '100000008' }),
  facts({ name: 'Bpost Muster', city: 'Houston', state: 'TX', duns: '100000009' }),
  facts({ name: 'Contoso Deutschland GmbH', city: 'München', country: 'DE', duns: '200000001' }),
  facts({ name: 'Größe & Söhne', city: 'Köln', country: 'DE', postalCode: '50667', duns: '200000002' }),
  facts({ name: 'Seattle Grill', city: 'Berlin', country: 'DE', duns: '200000003' }),
  facts({ name: 'Bank of China Muster', city: 'Berlin', country: 'DE', duns: '200000004' }),
  facts({ name: '晴空科技有限公司', city: '上海市', country: 'CN', duns: '500000001' }),
  facts({ name: 'ООО «Северный ветер»', city: 'Санкт-Петербург', country: 'RU', duns: '600000001' }),
  facts({ name: "Société L'Étoile", city: 'Århus', country: 'DK', duns: '700000001' }),
];

/** What a directory of customers does on any store (CR-18). `create` makes an empty store. */
export function customerDirectoryContract(name: string, create: () => Promise<AnyDocumentStore>): void {
  describe(`customers in ${name} (CR-18)`, () => {
    let store: AnyDocumentStore;
    let customers: CustomerDirectory & CustomerRegister;
    before(async () => {
      store = await create();
      customers = openCustomers(store);
      const outcomes = await customers.register(entities);
      assert.deepEqual(
        outcomes,
        entities.map(() => 'created'),
      );
    });
    after(() => store.close());

    const ask = async (
      text: string,
      more: { country?: string; preferredCountry?: string; limit?: number } = {},
    ) => {
      const { kind, customers: found } = await customers.search({ text, limit: 15, ...more });
      return { kind, names: found.map(({ name: one, duns }) => `${one} ${duns?.slice(-3) ?? ''}`.trim()) };
    };
    const matches = async (text: string, names: readonly string[], more = {}) =>
      assert.deepEqual(await ask(text, more), { kind: 'matches', names });

    it('given entities of one name in one place, when searched, then all come, told apart by address and number', async () => {
      const { customers: found } = await customers.search({ text: 'Contoso Ltd, Seattle', limit: 15 });
      assert.deepEqual(
        found.map(({ addressLines, duns }) => [...addressLines, duns]),
        [
          ['1 Main St', '100000001'],
          ['400 Pine St', '100000002'],
        ],
      );
    });

    const seattle = ['Contoso Ltd 001', 'Contoso Ltd 002', 'Contoso Consulting Group 004'];
    for (const text of [
      'contoso seattle',
      'Seattle CONTOSO',
      'sea conto',
      'conto sea',
      'Contoso, Seattle, US',
    ]) {
      it(`given name and place as "${text}", when searched, then the order and the unfinished word do not matter`, () =>
        matches(
          text,
          seattle.toSorted(
            (one, other) =>
              Number(one.includes('Ltd')) - Number(other.includes('Ltd')) || (one < other ? -1 : 1),
          ),
        ));
    }

    it('given a name, when searched, then the exact one is first, then those that begin so, then those that have it', () =>
      matches('contoso', [
        'Contoso 003',
        'Contoso Consulting Group 004',
        'Contoso Deutschland GmbH 001',
        'Contoso Ltd 001',
        'Contoso Ltd 002',
        'The Contoso Bakery 005',
        'Bakery Supplies 006',
      ]));

    it('given a preferred country, when searched, then its customers are first, the others follow', async () => {
      const { names } = await ask('contoso', { preferredCountry: 'DE' });
      assert.equal(names[0], 'Contoso Deutschland GmbH 001');
      assert.equal(names.length, 7);
    });

    it('given a country, when searched, then no other is', () =>
      matches('contoso', ['Contoso Deutschland GmbH 001'], { country: 'DE' }));

    it('given a limit, when more fit, then the best come', () =>
      matches('contoso', ['Contoso 003', 'Contoso Consulting Group 004'], { limit: 2 }));

    const places: [string, string[]][] = [
      ['contoso WA', ['Contoso Ltd 001', 'Contoso Ltd 002', 'Contoso Consulting Group 004']],
      ['contoso 98101', ['Contoso Ltd 001', 'Contoso Ltd 002']],
      ['98101 cont', ['Contoso Ltd 001', 'Contoso Ltd 002']],
      ['contoso germany', ['Contoso Deutschland GmbH 001']],
      ['Deutschland contoso', ['Contoso Deutschland GmbH 001']],
      ['contoso de', ['Contoso Deutschland GmbH 001']],
      ['bank china', ['Bank of China Muster 004']],
      ['northwind united states', ['Northwind Traders']],
      ['северный россия', ['ООО «Северный ветер» 001']],
      ['晴空 中国', ['晴空科技有限公司 001']],
    ];
    for (const [text, names] of places) {
      it(`given "${text}", when searched, then city, state, postal code and country count as place`, async () => {
        const found = await ask(text);
        assert.equal(found.kind, 'matches');
        assert.deepEqual(found.names.toSorted(), names.toSorted());
      });
    }

    const foldings: [string, string][] = [
      ['grosse sohne', 'Größe & Söhne 002'],
      ['groesse soehne', 'Größe & Söhne 002'],
      ['Größe Köln', 'Größe & Söhne 002'],
      ['koeln größe', 'Größe & Söhne 002'],
      ['ＧＲＯＳＳＥ', 'Größe & Söhne 002'],
      ['etoile', "Société L'Étoile 001"],
      ["l'etoile arhus", "Société L'Étoile 001"],
      ['северный', 'ООО «Северный ветер» 001'],
      ['ветер петербург', 'ООО «Северный ветер» 001'],
      ['科技', '晴空科技有限公司 001'],
      ['晴空 上海', '晴空科技有限公司 001'],
      ['晴', '晴空科技有限公司 001'],
      ['3M', '3M-Muster 007'],
      ['3m maple', '3M-Muster 007'],
    ];
    for (const [text, one] of foldings) {
      it(`given "${text}", when searched, then case, accents, width and script do not hide ${one}`, () =>
        matches(text, [one]));
    }

    it('given a word of two letters, when searched, then whole words and beginnings of names are found', () =>
      matches('bp', ['BP Beispiel 008', 'Bpost Muster 009']));

    const numbers: [string, string][] = [
      ['100000002', 'Contoso Ltd 002'],
      ['10-000-0002', 'Contoso Ltd 002'],
      ['D-U-N-S 100 000 002', 'Contoso Ltd 002'],
      ['contoso 100000002', 'Contoso Ltd 002'],
      ['a1b2-account-7', 'Northwind Traders'],
    ];
    for (const [text, one] of numbers) {
      it(`given the number "${text}", when searched, then exactly its entity is found`, () =>
        matches(text, [one]));
    }

    const typos: [string, string][] = [
      ['Contosso', 'Contoso 003'],
      ['Contozo', 'Contoso 003'],
      ['Kontoso', 'Contoso 003'],
      ['Gontoso', 'Contoso 003'],
      ['Cnotoso', 'Contoso 003'],
      ['Nortwind', 'Northwind Traders'],
      ['Norhtwind', 'Northwind Traders'],
      ['Norrthwind Tradres', 'Northwind Traders'],
      ['Contosso Seattle', 'Contoso Consulting Group 004'],
      ['Contoso Seatle', 'Contoso Consulting Group 004'],
      ['Севернный', 'ООО «Северный ветер» 001'],
      ['晴空科学', '晴空科技有限公司 001'],
    ];
    for (const [text, one] of typos) {
      it(`given "${text}", which nothing fits, when searched, then the nearest name is ${one}`, async () => {
        const { kind, names } = await ask(text, { preferredCountry: 'US' });
        assert.equal(kind, 'nearest');
        assert.equal(names[0], one, names.join(', '));
      });
    }

    it('given a name and a place that are never together, when searched, then the nearest have the name', async () => {
      const { kind, names } = await ask('northwind austin');
      assert.deepEqual([kind, names[0]], ['nearest', 'Northwind Traders']);
    });

    it('given words that are there but no two together, when searched, then the nearest have one in their name', async () => {
      const { kind, names } = await ask('northwind austin bpost', { country: 'US' });
      assert.equal(kind, 'nearest');
      assert.deepEqual(names.slice(0, 2).toSorted(), ['Bpost Muster 009', 'Northwind Traders']);
    });

    it('given a typo in name and place both, when searched, then the nearest name is found', async () => {
      assert.match((await ask('cotoso seatle', { country: 'US' })).names[0] ?? '', /^Contoso/);
    });

    it('given a name and a word that nobody has, when searched, then the nearest have the name', async () => {
      const { kind, names } = await ask('northwind xqzvwy', { preferredCountry: 'DE' });
      assert.deepEqual([kind, names], ['nearest', ['Northwind Traders']]);
    });

    for (const text of ['xqzvwy', '999999999', '??', '', '   ', '%', '" OR 1=1 --', '\u0000', 'zz qq']) {
      it(`given "${text}", when searched, then nothing is made up`, async () => {
        assert.deepEqual((await ask(text)).names, []);
      });
    }

    it('given a text of many words, when searched, then it is answered', async () => {
      assert.deepEqual((await ask('lorem ipsum dolor sit amet '.repeat(100))).names, []);
    });

    it('given what was chosen, when read by its id, then it is the same entry; any other id is none', async () => {
      const { customers: found } = await customers.search({ text: 'grosse', limit: 1 });
      const id = found[0]?.id ?? '';
      assert.deepEqual(await customers.byId(id), found[0]);
      for (const wrong of [
        '',
        'US',
        `US:${id.slice(3)}`,
        id.toLowerCase(),
        'DE:',
        'DE:x',
        '../US:d1',
        `${id}0`,
        'U'.repeat(5000),
      ]) {
        assert.equal(await customers.byId(wrong), undefined, wrong);
      }
    });

    it('given the same facts again, when registered, then nothing is written and nothing stands twice', async () => {
      assert.deepEqual(
        await customers.register(entities),
        entities.map(() => 'unchanged'),
      );
      assert.equal((await ask('contoso')).names.length, 7);
    });
  });
}
