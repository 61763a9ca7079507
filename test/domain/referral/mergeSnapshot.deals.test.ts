import assert from 'node:assert/strict';
import { asFirstDelivery, mergeFacts } from '#domain/referral/mergeSnapshot.ts';
import type { Customer, Money, Referral, Solution } from '#domain/referral/referral.ts';
import { editableFields, type SnapshotStatus } from '#domain/referral/snapshot.ts';
import { typedSolution } from '#domain/referral/solutions.ts';
import { accepted, facts, received, snapshot, stored } from '#test/support/referral/samples.ts';

const active: SnapshotStatus = { stage: 'accepted' };
const eligible: Solution = { id: 'SOL-1', name: 'Ours', kind: 'own', incentive: true, ipCosell: true };
const plain: Solution = { id: 'SOL-2', name: 'Second', kind: 'own' };
const asSent = (one: Solution): Solution => ({ id: one.id.toLowerCase(), name: one.name, kind: 'own' });
const typed = typedSolution('Ledger', 'Fabrikam') as Solution;

interface SolutionCase {
  given: string;
  ours: readonly Solution[] | undefined;
  last: readonly Solution[] | undefined;
  incoming: readonly Solution[] | undefined;
  result: readonly Solution[] | undefined;
}

const solutionCases: readonly SolutionCase[] = [
  {
    given: 'the same again as it was sent',
    ours: [eligible],
    last: [asSent(eligible)],
    incoming: [asSent(eligible)],
    result: [eligible],
  },
  {
    given: 'the same ids in another order',
    ours: [eligible, plain],
    last: [eligible, plain],
    incoming: [plain, asSent(eligible)],
    result: [eligible, plain],
  },
  {
    given: 'a solution added here, and nothing new there',
    ours: [eligible, plain],
    last: [asSent(eligible)],
    incoming: [asSent(eligible)],
    result: [eligible, plain],
  },
  {
    given: 'a solution added there',
    ours: [eligible],
    last: [asSent(eligible)],
    incoming: [asSent(eligible), plain],
    result: [eligible, plain],
  },
  { given: 'all removed there', ours: [eligible], last: [asSent(eligible)], incoming: [], result: [] },
  {
    given: 'one typed in here, of which Partner Center can know nothing',
    ours: [eligible, typed],
    last: [eligible, typed],
    incoming: [asSent(eligible)],
    result: [eligible, typed],
  },
  {
    given: 'one typed in here, and another added there',
    ours: [eligible, typed],
    last: [eligible],
    incoming: [asSent(eligible), plain],
    result: [eligible, plain, typed],
  },
  {
    given: 'a record from before solutions were read',
    ours: undefined,
    last: undefined,
    incoming: [plain],
    result: [plain],
  },
  {
    given: 'a record from before solutions were read, changed here since',
    ours: [eligible],
    last: undefined,
    incoming: [plain],
    result: [eligible],
  },
  { given: 'a sender that says nothing', ours: [plain], last: [], incoming: undefined, result: [plain] },
];

describe('mergeFacts: solutions (CR-23, CR-39)', () => {
  for (const { given, ours, last, incoming, result } of solutionCases) {
    it(`given ${given}, then ${result?.map(({ name }) => name).join(', ') || 'none'}`, () => {
      const before = { ...editableFields(facts()), solutions: last };
      const { state } = mergeFacts(
        accepted({ solutions: ours }),
        snapshot(active, { solutions: incoming }),
        before,
      );
      assert.deepEqual(state.solutions, result);
    });
  }

  it('given a record from before they were read, when only what was not read then is new, then no card changes', () => {
    const customer = { ...facts().customer, duns: '123456789', microsoftAccountId: '6-ABC' };
    const more = { solutions: [plain], consent: true, registration: 'None', microsoft: true, customer };
    const { state, changed } = mergeFacts(
      accepted(),
      snapshot(active, more),
      stored(editableFields(facts())),
    );
    assert.equal(changed, false);
    assert.deepEqual([state.solutions, state.consent, state.registration], [[plain], true, 'None']);
    assert.equal(state.customer.duns, '123456789');
    const later = mergeFacts(state, snapshot(active, { ...more, registration: 'ReviewPending' }), {
      ...editableFields(facts()),
      solutions: [plain],
      consent: true,
    });
    assert.equal(later.changed, true);
  });
});

describe('mergeFacts: a value without a currency', () => {
  const euro: Money = { amount: 5, currency: 'EUR' };
  const dollars: Money = { amount: 5, currency: 'USD' };
  const bare: Money = { amount: 5, currency: '' };
  const cases: [given: string, ours: Money, last: Money, incoming: Money, result: Money][] = [
    ['one typed here over a bare amount', euro, bare, bare, euro],
    ['one typed here over what was once taken for dollars', euro, dollars, bare, euro],
    ['one that was once taken for dollars', dollars, dollars, bare, bare],
    ['a new amount', euro, bare, { amount: 6, currency: '' }, { amount: 6, currency: '' }],
    ["the sender's own word", euro, dollars, { amount: 5, currency: 'Euro' }, euro],
    ['a real other currency', euro, dollars, { amount: 5, currency: 'SEK' }, { amount: 5, currency: 'SEK' }],
  ];
  for (const [given, ours, last, incoming, then] of cases) {
    it(`given ${given}, then it is ${then.amount} ${then.currency || 'without currency'}`, () => {
      const before = { ...editableFields(facts()), value: last };
      const { state } = mergeFacts(accepted({ value: ours }), snapshot(active, { value: incoming }), before);
      assert.deepEqual(state.value, then);
    });
  }
});

describe('mergeFacts: what stays', () => {
  const here: Partial<Referral> = {
    holder: 'bo.partner@contoso.example',
    assessmentPlace: 'Milan',
    createdBy: { kind: 'person', personId: 'tenant:anna' },
  };

  it('given holder, place of the assessment and creator, when anything arrives, then they stay (CR-24)', () => {
    const { state } = mergeFacts(
      received(here as object),
      snapshot(active, { name: 'Renamed' }),
      editableFields(facts()),
    );
    assert.deepEqual(
      { holder: state.holder, assessmentPlace: state.assessmentPlace, createdBy: state.createdBy },
      here,
    );
  });

  it('given a deal created here, then direction, location and creation are ours (CR-21)', () => {
    const state = accepted({ ...(here as object), direction: 'outbound', location: '1234567' });
    const sent = snapshot(active, {
      direction: 'inbound',
      location: undefined,
      createdAt: '2026-11-09T00:00:00.000Z',
    });
    const merged = mergeFacts(state, sent, editableFields(facts())).state;
    assert.deepEqual(
      [merged.direction, merged.location, merged.createdAt],
      ['outbound', '1234567', state.createdAt],
    );
  });

  const customer: Customer = { ...facts().customer, duns: '123456789', microsoftAccountId: '6-ABC' };
  const customers: [given: string, ours: Customer, incoming: Customer, result: Partial<Customer>][] = [
    ['ids that the sender leaves out', customer, facts().customer, customer],
    ['another D-U-N-S number', customer, { ...customer, duns: '987654321' }, { duns: '987654321' }],
    [
      'another company',
      customer,
      { ...facts().customer, name: 'Tailspin' },
      { name: 'Tailspin', duns: undefined },
    ],
    [
      'one typed by hand that was found',
      { ...facts().customer, byHand: true },
      customer,
      { byHand: undefined, duns: '123456789' },
    ],
    [
      'one typed by hand that was not found',
      { ...facts().customer, byHand: true },
      facts().customer,
      { byHand: true },
    ],
  ];
  for (const [given, ours, incoming, then] of customers) {
    it(`given ${given}, then the customer is the right legal entity (CR-18)`, () => {
      const sent = snapshot(active, { customer: incoming });
      const { state } = mergeFacts(accepted({ customer: ours }), sent, editableFields(facts()));
      for (const [key, value] of Object.entries(then))
        assert.deepEqual(state.customer[key as keyof Customer], value, key);
    });
  }
});

describe('asFirstDelivery', () => {
  const state = accepted({
    assistance: 'GeneralOrOther',
    consent: true,
    crmId: 'CRM-1',
    solutions: [eligible],
    customer: { ...facts().customer, contacts: [{ name: 'Ana Trujillo' }] },
  });
  const began = editableFields(state);
  const empty = {
    ...facts(),
    value: undefined,
    closeDate: undefined,
    notes: undefined,
    team: [],
    solutions: [],
    assistance: 'Unknown',
  };

  it('given what Partner Center has nothing of, then that is no change', () => {
    const sent = asFirstDelivery(snapshot(active, empty), state, began);
    assert.deepEqual(stored(mergeFacts(state, sent, began)), { state: stored(state), changed: false });
  });

  it('given what was changed here since, then an empty field does not undo it', () => {
    const edited = { ...state, crmId: 'CRM-2', notes: 'typed since', solutions: [eligible, plain] };
    const sent = asFirstDelivery(snapshot(active, empty), edited, began);
    assert.deepEqual(stored(mergeFacts(edited, sent, began).state), stored(edited));
  });

  it('given what was changed there, then it is taken over', () => {
    const there = {
      ...empty,
      notes: 'from there',
      assistance: 'QuotesOrLicensing',
      team: [{ name: 'Dee' }],
      solutions: [plain],
    };
    const merged = mergeFacts(state, asFirstDelivery(snapshot(active, there), state, began), began);
    const { notes, assistance, team, solutions, crmId } = merged.state;
    assert.deepEqual(
      { notes, assistance, team, solutions, crmId },
      {
        notes: 'from there',
        assistance: 'QuotesOrLicensing',
        team: there.team,
        solutions: [plain],
        crmId: 'CRM-1',
      },
    );
  });
});
