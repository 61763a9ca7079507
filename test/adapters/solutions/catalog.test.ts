import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { openCosmosStore } from '#adapters/cosmos/openCosmosStore.ts';
import { createSolutionCatalog } from '#adapters/solutions/catalog.ts';
import { EVERYBODY } from '#adapters/solutions/solutionDocument.ts';
import { createSolutionImport, loadSolutions } from '#adapters/solutions/solutionLoading.ts';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import { type Solution, type SolutionKind, solutionKinds } from '#domain/referral/referral.ts';
import type { AnyDocumentStore } from '#ports/documents.ts';
import type { Organization } from '#ports/organizations.ts';
import { startCosmos } from '#test/support/store/cosmosServer.ts';

const orderings = [{ where: 'type', orderBy: 'order' }];

function solution(
  id: string,
  name: string,
  kind: SolutionKind = 'own',
  more: Partial<Solution> = {},
): Solution {
  return { id, name, kind, ...more };
}

const catalogOfContoso = [
  solution('SOL-15974-MQF', 'Éclair Analytics for Retail', 'own', { incentive: true, ipCosell: true }),
  solution('SOL-20000-AAA', 'AI Desk'),
  solution('SOL-20001-BBB', 'Überblick Cockpit'),
  solution('SOL-30000-CCC', 'Fabrikam Ledger', 'third-party', { publisher: 'Fabrikam' }),
  solution('SA-1', 'Retail migration assessment', 'assessment'),
];
const catalogOfMicrosoft = [
  solution('0c100000-0000-4000-8000-000000000001', 'Azure SQL for Retail', 'microsoft'),
  solution('0c100000-0000-4000-8000-000000000002', '智能分析', 'microsoft'),
  solution('0c100000-0000-4000-8000-000000000003', 'Azure AI', 'microsoft'),
  solution('SA-9', 'Azure assessment', 'assessment'),
];

function suite(name: string, open: () => Promise<{ store: AnyDocumentStore; close(): Promise<void> }>): void {
  describe(`The catalog of solutions on ${name} (CR-10, CR-23)`, () => {
    let store: AnyDocumentStore;
    let close: () => Promise<void>;
    before(async () => {
      ({ store, close } = await open());
      await createSolutionImport(store, 'contoso').put(catalogOfContoso);
      await createSolutionImport(store, 'fabrikam').put([solution('SOL-9', 'Fabrikam Retail')]);
      await createSolutionImport(store, EVERYBODY).put(catalogOfMicrosoft);
    });
    after(() => close());
    const catalog = () =>
      createSolutionCatalog({ store, vetted: (organization) => organization === 'contoso' });
    const search = async (
      text: string,
      more: { organization?: string; kinds?: SolutionKind[]; limit?: number } = {},
    ) => {
      const query = { organization: 'contoso', text, kinds: solutionKinds, limit: 15, ...more };
      return (await catalog().search(query)).map((one) => one.name);
    };

    it('given nothing is typed, then own ones come first and assessments last, by name among themselves (CR-24)', async () => {
      assert.deepEqual(await search(''), [
        'AI Desk',
        'Éclair Analytics for Retail',
        'Überblick Cockpit',
        'Azure AI',
        'Azure SQL for Retail',
        'Fabrikam Ledger',
        '智能分析',
        'Azure assessment',
        'Retail migration assessment',
      ]);
      assert.deepEqual(await search('  ', { limit: 2 }), ['AI Desk', 'Éclair Analytics for Retail']);
    });

    const found: [text: string, names: string[]][] = [
      ['retail', ['Éclair Analytics for Retail', 'Azure SQL for Retail', 'Retail migration assessment']],
      ['RETAIL ecl', ['Éclair Analytics for Retail']],
      ['éclair', ['Éclair Analytics for Retail']],
      ['Ueberblick', ['Überblick Cockpit']],
      ['ub', ['Überblick Cockpit']],
      [
        'a',
        [
          'AI Desk',
          'Éclair Analytics for Retail',
          'Azure AI',
          'Azure assessment',
          'Azure SQL for Retail',
          'Retail migration assessment',
        ],
      ],
      ['ai de', ['AI Desk']],
      ['SOL-15974-MQF', ['Éclair Analytics for Retail']],
      ['sol-2', ['AI Desk', 'Überblick Cockpit']],
      ['20001', ['Überblick Cockpit']],
      ['0c100000-0000-4000-8000-000000000003', ['Azure AI']],
      ['0c100000-0000-4000-8000-0000000000', ['Azure AI', 'Azure SQL for Retail', '智能分析']],
      ['智能', ['智能分析']],
      ['nothing like it', []],
      ['...', []],
      ['🙂', []],
    ];
    for (const [text, names] of found) {
      it(`given "${text}" is typed, then ${names.length === 0 ? 'nothing' : names.join(', ')} is found`, async () => {
        assert.deepEqual((await search(text)).sort(), [...names].sort());
      });
    }

    it('given a whole id that others begin with too, then that one comes first', async () => {
      await createSolutionImport(store, 'contoso').put([solution('SOL-20', 'Zebra')]);
      assert.deepEqual(await search('sol-20'), ['Zebra', 'AI Desk', 'Überblick Cockpit']);
    });

    it('given kinds are named, then only those are found', async () => {
      assert.deepEqual(await search('retail', { kinds: ['microsoft'] }), ['Azure SQL for Retail']);
      assert.deepEqual(await search('SA-1', { kinds: ['own'] }), []);
      assert.deepEqual(await search('retail', { kinds: [] }), []);
    });

    it('given an organization that is not vetted, then it gets no assessment in any way (CR-10)', async () => {
      const organization = 'fabrikam';
      assert.deepEqual(await search('assessment', { organization }), []);
      assert.deepEqual(await search('SA-9', { organization, kinds: ['assessment'] }), []);
      assert.equal(await catalog().byId(organization, 'SA-9'), undefined);
      assert.equal((await catalog().byId('contoso', 'sa-9'))?.name, 'Azure assessment');
      assert.deepEqual(await search('retail', { organization }), ['Fabrikam Retail', 'Azure SQL for Retail']);
    });

    it('given the id of another organization’s solution, then there is none', async () => {
      assert.equal(await catalog().byId('contoso', 'SOL-9'), undefined);
      assert.deepEqual(await search('SOL-9'), []);
      assert.deepEqual(await catalog().byId('fabrikam', 'sol-9'), solution('SOL-9', 'Fabrikam Retail'));
    });

    it('given an id that no document can have, then there is none', async () => {
      for (const id of ['', 'x'.repeat(5000), '\u0000']) {
        assert.equal(await catalog().byId('contoso', id), undefined);
      }
    });
  });

  describe(`Solutions that come and go on ${name}`, () => {
    let store: AnyDocumentStore;
    let close: () => Promise<void>;
    before(async () => {
      ({ store, close } = await open());
    });
    after(() => close());
    const names = async (organization: string) => {
      const catalog = createSolutionCatalog({ store, vetted: () => true });
      const all = await catalog.search({ organization, text: '', kinds: ['own'], limit: 100 });
      return all.map((one) => one.name);
    };
    const organization = (id: string, ...solutions: Solution[]) =>
      ({ id, solutions }) as unknown as Organization;

    it('given a solution left the organizations file, then it goes, and an imported one stays', async () => {
      const [one, two] = [solution('S-1', 'One'), solution('S-2', 'Two')];
      await loadSolutions(store, organization('org', one, two));
      await createSolutionImport(store, 'org').put([
        solution('s-2', 'Two imported'),
        solution('S-3', 'Three'),
      ]);
      assert.deepEqual(await names('org'), ['One', 'Three', 'Two']);
      await loadSolutions(store, organization('org'));
      assert.deepEqual(await names('org'), ['Three', 'Two imported']);
    });

    it('given the file says the same again, then nothing is written', async () => {
      await loadSolutions(store, organization('again', solution('S-1', 'One')));
      const before = await store.list({ partition: 'again/solutions', limit: 10 });
      await loadSolutions(store, organization('again', solution('S-1', 'One')));
      assert.deepEqual(await store.list({ partition: 'again/solutions', limit: 10 }), before);
    });

    it('given the same import again, then nothing changes, and what it does not have goes only when asked', async () => {
      const three = [solution('S-1', 'One'), solution('S-2', 'Two'), solution('S-3', 'Three')];
      const first = createSolutionImport(store, 'imports');
      assert.deepEqual(await first.put(three), { added: 3, changed: 0, unchanged: 0 });
      await loadSolutions(store, organization('imports', solution('S-9', 'Of the file')));
      const second = createSolutionImport(store, 'imports');
      const renamed = solution('S-2', 'Two renamed');
      assert.deepEqual(await second.put([solution('S-1', 'One'), renamed]), {
        added: 0,
        changed: 1,
        unchanged: 1,
      });
      assert.deepEqual(await names('imports'), ['Of the file', 'One', 'Three', 'Two renamed']);
      assert.equal(await second.dropOthers(), 1);
      assert.deepEqual(await names('imports'), ['Of the file', 'One', 'Two renamed']);
      assert.equal(await second.dropOthers(), 0);
    });

    it('given two imports of the same solutions at once, then every solution is there once', async () => {
      const many = Array.from({ length: 60 }, (_, at) => solution(`S-${at}`, `Name ${at}`));
      await Promise.all([1, 2, 3].map(() => createSolutionImport(store, 'rivals').put(many)));
      assert.equal((await names('rivals')).length, 60);
    });
  });
}

suite('SQLite', async () => {
  const store = openSqliteStore({ file: ':memory:', orderings });
  return { store, close: () => store.close() };
});

suite('Cosmos DB over the wire', async () => {
  const { endpoint, key, agent, connectionPolicy, close } = await startCosmos();
  const database = `cosell-test-${randomUUID()}`;
  const store = await openCosmosStore({
    patience: 60_000,
    endpoint,
    key,
    agent,
    connectionPolicy,
    database,
    orderings,
  });
  return {
    store,
    close: async () => {
      await store.close();
      await close();
    },
  };
});
