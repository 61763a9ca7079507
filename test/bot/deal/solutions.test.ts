import assert from 'node:assert/strict';
import { createSolutionCatalog } from '#adapters/solutions/catalog.ts';
import { openSqliteStore } from '#adapters/sqlite/openSqliteStore.ts';
import { createdRecord, referralDraft } from '#app/referral/referralRecord.ts';
import { NO_HELP, solutionKinds } from '#domain/referral/referral.ts';
import type { AnyDocumentStore } from '#ports/documents.ts';
import { startBot } from '#test/support/bot/startBot.ts';
import {
  CONTOSO_KEY,
  FABRIKAM_KEY,
  temporaryFile,
  twoOrganizations,
} from '#test/support/organization/organizations.ts';
import { accepted } from '#test/support/referral/samples.ts';

/** The store as several starts of the bot use it one after the other. */
function lasting(store: AnyDocumentStore): AnyDocumentStore {
  return new Proxy(store, {
    get: (target, name: keyof AnyDocumentStore) =>
      name === 'close' ? async () => {} : target[name].bind(target),
  });
}

describe('Solutions of the organizations file (CR-23)', () => {
  let store: AnyDocumentStore;
  beforeEach(() => {
    store = openSqliteStore({ file: ':memory:' });
  });
  afterEach(() => store.close());

  const startWith = async (...solutions: object[]) => {
    const [contoso, fabrikam] = twoOrganizations([]).organizations;
    const file = await temporaryFile({ organizations: [{ ...contoso, solutions }, fabrikam] });
    const bot = await startBot({ ORGANIZATIONS_FILE: file.path }, { store: lasting(store) });
    await file.remove();
    return bot;
  };
  const found = async (organization: string) => {
    const catalog = createSolutionCatalog({ store, vetted: () => true });
    const all = await catalog.search({ organization, text: '', kinds: solutionKinds, limit: 50 });
    return all.map(({ name }) => name);
  };

  it('given the bot starts, then they are there for that organization only; after they left the file they are gone', async () => {
    const one = { id: 'SOL-1', name: 'One' };
    const first = await startWith(one, { id: 'SOL-2', name: 'Two', kind: 'third-party' });
    assert.deepEqual([await found('contoso'), await found('fabrikam')], [['One', 'Two'], []]);
    await first.stop();
    const second = await startWith({ ...one, name: 'One renamed' });
    assert.deepEqual(await found('contoso'), ['One renamed']);
    await second.stop();
  });

  it('given a deal that was created here, when it is asked for, then it comes in Partner Center’s shape, to its own organization only', async () => {
    const bot = await startWith();
    const deal = accepted({
      id: 'd1',
      direction: 'outbound',
      assistance: NO_HELP,
      createdBy: { kind: 'person', personId: 'tenant:anna' },
      solutions: [{ id: 'SOL-1', name: 'One', kind: 'own' }],
    });
    await store.create(referralDraft(createdRecord(deal), undefined));
    const { status, body } = await bot.read('d1', CONTOSO_KEY);
    assert.equal(status, 200);
    const { organizationId, organizationName, type, direction, substatus, mpnId } = body;
    assert.deepEqual(
      { organizationId, organizationName, type, direction, substatus, mpnId },
      {
        organizationId: '11110000-0000-4000-8000-000000000001',
        organizationName: 'Contoso Partner',
        type: 'Independent',
        direction: 'Outgoing',
        substatus: 'Accepted',
        mpnId: '1234567',
      },
    );
    assert.equal((await bot.read('d1', FABRIKAM_KEY)).status, 404);
    assert.equal(
      (await bot.intake({ ...body, updatedDateTime: '2026-11-12T09:00:00Z' }, CONTOSO_KEY)).status,
      202,
    );
    assert.equal((await bot.read('d1', CONTOSO_KEY)).body.updatedDateTime, '2026-11-12T09:00:00Z');
    await bot.stop();
  });
});
