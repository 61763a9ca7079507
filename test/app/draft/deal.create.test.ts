import assert from 'node:assert/strict';
import { type CreateDealInput, createDeal } from '#app/draft/deal.create.ts';
import { customerKey, readDealMemory } from '#app/draft/dealMemory.ts';
import { changeDraft, readDraft } from '#app/draft/draftRecord.ts';
import { readReferralRecord } from '#app/referral/referral.read.ts';
import type { DealEntries } from '#domain/draft/draft.ts';
import type { Solution } from '#domain/referral/referral.ts';
import type { Membership } from '#domain/referral/rights.ts';
import type { DocumentStore } from '#ports/documents.ts';
import { UnavailableError } from '#ports/errors.ts';
import type { SolutionCatalog } from '#ports/solutions.ts';
import { type App, MONDAY, startApp, TENANT } from '#test/support/app/runningApp.ts';
import { HERE, install, mailOf, noticeOf } from '#test/support/organization/colleagues.ts';

const analytics: Solution = { id: 'SOL-1', name: 'Analytics', kind: 'own', incentive: true };
const anna = { name: 'Anna Berg', email: mailOf('anna'), phone: '+49 30 5550100' };
const dana = { name: 'Dana Reyes', email: 'dana@fabrikam.example', phone: '+1 206 555 0114' };
const customer = {
  name: 'Fabrikam Ltd',
  addressLines: ['1 Main Street'],
  city: 'Cleveland',
  country: 'US',
  duns: '123456789',
  contacts: [],
};
const whole: DealEntries = {
  customer,
  name: 'Cloud migration',
  location: HERE,
  value: { amount: 50_000, currency: 'USD' },
  closeDate: '2027-03-31',
  team: [anna],
  solutions: [analytics],
  assistance: 'QuotesOrLicensing',
  customerContact: dana,
  consent: true,
};
const admin: Membership = { role: 'referrals-admin', locations: 'all', addresses: [mailOf('anna')] };
const OWNER = { organization: 'contoso', personId: `${TENANT}:anna` };

describe('deal.create', () => {
  let app: App;
  let catalog: Solution[];
  const solutions: SolutionCatalog = {
    search: async () => catalog,
    byId: async (organization, id) =>
      organization === 'contoso' ? catalog.find((one) => one.id === id) : undefined,
  };
  beforeEach(() => {
    app = startApp();
    catalog = [analytics];
  });
  afterEach(() => app.close());

  const draft = (entries: DealEntries = whole, owner = OWNER) =>
    changeDraft(app.deps, owner, (_open, at) => ({
      next: {
        draft: {
          id: 'deal-1',
          startedAt: at,
          step: 'review',
          answered: [],
          reviewing: true,
          formVersion: 1,
          ...entries,
        },
        assumed: [],
        fromLine: [],
        asked: [],
        touchedAt: at,
      },
      result: undefined,
    }));
  const create = (changes: Partial<CreateDealInput> = {}, store?: DocumentStore) =>
    createDeal(
      { ...app.deps, solutions, ...(store && { store }) },
      {
        organization: app.organization,
        personId: OWNER.personId,
        member: admin,
        draftId: 'deal-1',
        today: MONDAY.slice(0, 10),
        commandId: 'press-1',
        ...changes,
      },
    );
  const stored = async () =>
    (await readReferralRecord(app.deps, { organization: 'contoso', referralId: 'deal-1' }))?.referral;

  it('given a whole draft, when created, then the deal is stored under the draft’s id, accepted, and the draft is gone (CR-28)', async () => {
    await draft();
    const outcome = await create();
    assert.ok(outcome.kind === 'created' && !outcome.repeated);
    const referral = await stored();
    assert.deepEqual(referral, JSON.parse(JSON.stringify(outcome.referral)));
    assert.deepEqual([referral?.stage, referral?.direction], ['accepted', 'outbound']);
    assert.equal(await readDraft(app.deps, OWNER), undefined);
  });

  it('given a created deal, when the worker has worked, then its event is done and nobody was told of a new inbound referral', async () => {
    await install(app, 'anna');
    await draft();
    await create();
    await app.settled();
    assert.deepEqual(app.setAside, []);
    assert.equal(await noticeOf(app, 'deal-1', 'nobody'), undefined);
    const record = await readReferralRecord(app.deps, { organization: 'contoso', referralId: 'deal-1' });
    assert.deepEqual(record?.outbox, []);
  });

  it('given a created deal, when pressed again, then it is the same deal and nothing is written twice', async () => {
    await draft();
    const first = await create();
    const again = await create({ commandId: 'press-2' });
    assert.ok(first.kind === 'created' && again.kind === 'created' && again.repeated);
    assert.deepEqual(again.referral, JSON.parse(JSON.stringify(first.referral)));
  });

  it('given ten presses at the same moment, when created, then there is one deal', async () => {
    await draft();
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, press) => create({ commandId: `press-${press}` })),
    );
    const engagements = new Set(outcomes.map((one) => one.kind === 'created' && one.referral.engagementId));
    assert.equal(engagements.size, 1);
    assert.ok(outcomes.every(({ kind }) => kind === 'created'));
    assert.equal(outcomes.filter((one) => one.kind === 'created' && !one.repeated).length, 1);
  });

  it('given that the process died after the deal was stored, when pressed again, then the draft goes and the deal is shown', async () => {
    await draft();
    const dying: DocumentStore = {
      ...bound(app.store),
      replace: () => Promise.reject(new UnavailableError('gone')),
    };
    await assert.rejects(create({}, dying), UnavailableError);
    assert.ok(await stored());
    const again = await create({ commandId: 'press-2' });
    assert.ok(again.kind === 'created' && again.repeated);
    assert.equal(await readDraft(app.deps, OWNER), undefined);
  });

  it('given a store that is away, when created, then it is thrown as unavailable and the draft stays', async () => {
    await draft();
    const away: DocumentStore = {
      ...bound(app.store),
      create: () => Promise.reject(new UnavailableError('away')),
    };
    await assert.rejects(create({}, away), UnavailableError);
    assert.equal((await readDraft(app.deps, OWNER))?.draft.name, 'Cloud migration');
    assert.equal(await stored(), undefined);
  });

  const refused: readonly [string, DealEntries, Partial<CreateDealInput>, string][] = [
    ['CR-21: no value', { value: undefined }, {}, 'details value-missing'],
    [
      'CR-3: another location',
      {},
      { member: { ...admin, locations: ['7654321'] } },
      'details location-not-yours',
    ],
    ['CR-3: a foreign organization’s location', { location: '9999999' }, {}, 'details location-not-yours'],
    ['no membership any more', {}, { member: undefined }, 'details location-not-yours,team team-without-you'],
    [
      'CR-4: a user outside of the team',
      { team: [dana] },
      { member: { ...admin, role: 'referrals-user' } },
      'team team-without-you',
    ],
    ['CR-19: no contact', { customerContact: undefined }, {}, 'selling contact-missing'],
    ['CR-20: no consent', { consent: undefined }, {}, 'selling consent-missing'],
    ['CR-21: a date that passed while it waited', { closeDate: '2026-11-15' }, {}, 'details close-date-past'],
  ];
  for (const [what, entries, changes, problems] of refused) {
    it(`given ${what}, when created, then it says what is missing and stores nothing`, async () => {
      await draft({ ...whole, ...entries });
      const outcome = await create(changes);
      assert.ok(outcome.kind === 'incomplete');
      assert.equal(outcome.problems.map(({ step, code }) => `${step} ${code}`).join(), problems);
      assert.equal(await stored(), undefined);
      assert.ok(await readDraft(app.deps, OWNER));
    });
  }

  it('given a solution that left the catalog, when created, then the solutions are asked again (CR-23)', async () => {
    await draft();
    catalog = [];
    const outcome = await create();
    assert.ok(outcome.kind === 'incomplete');
    assert.deepEqual(outcome.problems, [{ step: 'solutions', code: 'solutions-missing' }]);
  });

  it('given forged flags on a solution, when created, then the catalog’s count (CR-27, CR-44)', async () => {
    await draft({ ...whole, solutions: [{ ...analytics, incentive: false, name: 'Free money' }] });
    const outcome = await create();
    assert.ok(outcome.kind === 'created');
    assert.deepEqual(outcome.referral.solutions, [analytics]);
  });

  it('given a solution of a third party typed by hand, when created, then no catalog is asked for it (CR-23)', async () => {
    const typed: Solution = { id: 'typed:other', name: 'Other', kind: 'third-party' };
    await draft({ ...whole, solutions: [typed] });
    const outcome = await create();
    assert.ok(outcome.kind === 'created');
    assert.deepEqual(outcome.referral.solutions, [typed]);
  });

  it('given Microsoft as documented, without partner locations, when its seller creates a deal, then it needs none (CR-8)', async () => {
    const owner = { organization: 'msft', personId: OWNER.personId };
    const microsoft = { ...app.organization, id: 'msft', locations: [] };
    await draft(
      {
        ...whole,
        location: undefined,
        assistance: 'Unknown',
        solutions: [{ id: 'typed:other', name: 'Other', kind: 'third-party' }],
      },
      owner,
    );
    const outcome = await create({ organization: microsoft, member: admin });
    assert.ok(outcome.kind === 'created', JSON.stringify(outcome));
    assert.equal(outcome.referral.location, undefined);
  });

  it('given the id of somebody else’s draft, when created, then there is nothing', async () => {
    await draft(whole, { ...OWNER, personId: `${TENANT}:bo` });
    assert.deepEqual(await create(), { kind: 'gone' });
    assert.equal(await stored(), undefined);
  });

  it('given the id of somebody else’s deal, when created, then it answers as for one that never was', async () => {
    await draft(whole, { ...OWNER, personId: `${TENANT}:bo` });
    await create({ personId: `${TENANT}:bo` });
    assert.deepEqual(await create({ member: admin }), { kind: 'gone' });
  });

  it('given a created deal, when the next begins, then phone, location, currency and people are remembered, but neither help nor consent (CR-20, CR-22, CR-25)', async () => {
    await draft({ ...whole, team: [anna, { name: 'Bo', email: 'bo@contoso.example', phone: '1234567' }] });
    await create();
    const memory = await readDealMemory(app.deps, OWNER);
    assert.deepEqual([memory.phone, memory.location, memory.currency], [anna.phone, HERE, 'USD']);
    assert.deepEqual(
      memory.contacts.map(({ name }) => name),
      ['Bo'],
    );
    assert.deepEqual(memory.customers, [
      { key: customerKey(customer), solutionIds: ['SOL-1'], contact: dana },
    ]);
    assert.doesNotMatch(JSON.stringify(memory), /QuotesOrLicensing|consent/);
  });

  it('given a draft from before that took help, contact and consent from an earlier deal, when created, then it asks instead of telling Microsoft (CR-20, CR-25)', async () => {
    await draft();
    await changeDraft(app.deps, OWNER, (open) => ({
      next: open && { ...open, assumed: ['assistance', 'customerContact', 'consent', 'team'] },
      result: undefined,
    }));
    const outcome = await create();
    assert.ok(outcome.kind === 'incomplete');
    assert.deepEqual(outcome.problems, [{ step: 'selling', code: 'selling-missing' }]);
    const open = await readDraft(app.deps, OWNER);
    assert.deepEqual([open?.draft.customerContact, open?.draft.consent], [undefined, undefined]);
  });
});

/** A store whose operations can be spread. */
function bound(store: DocumentStore): DocumentStore {
  return {
    read: (partition, id) => store.read(partition, id),
    create: (document) => store.create(document),
    replace: (document, etag) => store.replace(document, etag),
    remove: (partition, id, etag) => store.remove(partition, id, etag),
    list: (query) => store.list(query),
    due: (now, limits) => store.due(now, limits),
    ping: () => store.ping(),
    close: () => store.close(),
  } as DocumentStore;
}
