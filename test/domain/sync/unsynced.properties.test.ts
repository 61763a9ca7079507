import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decideReferral, type ReferralCommand } from '#domain/decide/decideReferral.ts';
import { type Referral, type ReferralFacts, salesStages } from '#domain/referral/referral.ts';
import { editableFields, type ReferralSnapshot } from '#domain/referral/snapshot.ts';
import { typedSolution } from '#domain/referral/solutions.ts';
import { type PlainField, plainFields, sameField, withTheirs } from '#domain/sync/differences.ts';
import { accepted, BEFORE, facts, snapshot, stored } from '#test/support/referral/samples.ts';

const by = { by: 'tenant:anna', at: BEFORE };
const people = ['Ada', 'Ben'].map((name) => ({ name, email: `${name}@contoso.example`, phone: '1' }));
const products = ['SOL-1', 'SOL-2'].map((id) => ({ id, name: id, kind: 'own' as const }));
const typed = typedSolution('Our own tool') ?? assert.fail();
const [ada, ben] = [people[0] ?? assert.fail(), people[1] ?? assert.fail()];

/** A few values of each field, so that both sides meet often. */
const values = {
  name: ['A', 'B', 'C'].map((name) => ({ name })),
  value: [1, 2, 3].map((amount) => ({ value: { amount, currency: 'USD' } })),
  closeDate: ['2027-02-01', '2027-03-01', undefined].map((closeDate) => ({ closeDate })),
  salesStage: [undefined, ...salesStages].map((salesStage) => ({ salesStage })),
  notes: ['Soon', undefined].map((notes) => ({ notes })),
  crmId: ['CRM-1', 'CRM-2', undefined].map((crmId) => ({ crmId })),
  campaignId: ['C-1', undefined].map((campaignId) => ({ campaignId })),
  team: [[ada], [ada, ben]].map((team) => ({ team })),
  solutions: [[], products, products.slice(1)].map((solutions) => ({ solutions })),
} satisfies Record<PlainField, readonly Partial<ReferralFacts>[]>;

type Step =
  | { do: 'here'; facts: Partial<ReferralFacts> }
  | { do: 'there'; facts: Partial<ReferralFacts> }
  | { do: 'typed' }
  | { do: 'deliver' }
  | { do: 'enter'; field: PlainField }
  | { do: 'settle'; keep: 'ours' | 'theirs' };

/** Steps of a few fields, so that both sides often change the same one. */
const steps = fc.shuffledSubarray([...plainFields], { minLength: 1, maxLength: 2 }).chain((fields) => {
  const field = fc.constantFrom(...fields);
  const some = field.chain((one) => fc.constantFrom<Partial<ReferralFacts>>(...values[one]));
  const keep = fc.constantFrom('ours' as const, 'theirs' as const);
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('here' as const), facts: some }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('there' as const), facts: some }) },
    { weight: 4, arbitrary: fc.constant<Step>({ do: 'deliver' }) },
    { weight: 1, arbitrary: fc.constant<Step>({ do: 'typed' }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('enter' as const), field }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('settle' as const), keep }) },
  );
  return fc.array(step, { maxLength: 30 });
});

/** A person's change of one field, as the command that makes it. */
function commandFor(state: Referral, to: Partial<ReferralFacts>): ReferralCommand {
  if ('salesStage' in to) return { type: 'stage.mark', ...by, stage: to.salesStage ?? 10 };
  if (to.team) {
    const remove = to.team.length === 1 ? ['ben@contoso.example'] : [];
    return { type: 'deal.team', ...by, add: to.team, remove };
  }
  if (to.solutions) {
    const remove = (state.solutions ?? []).filter((one) => one !== typed).map(({ id }) => id);
    return { type: 'deal.solutions', ...by, add: to.solutions, remove, vetted: false };
  }
  const changes = Object.fromEntries(
    Object.entries(to).map(([key, value]) => [key, { from: state[key as 'name'], to: value }]),
  );
  return { type: 'deal.edit', ...by, changes };
}

/** A deal here and the same in Partner Center, and what of it is known there by a delivery or a person's word. */
function bothSides() {
  const begin = facts({ team: [ada], salesStage: undefined, solutions: [] });
  let here: Referral = accepted(begin);
  let last: ReferralSnapshot = snapshot({ stage: 'accepted' }, begin);
  let there = last;
  let known = last.facts;
  const conflicts = new Set<PlainField>();
  const decide = (command: ReferralCommand) => {
    const decision = decideReferral(here, command);
    if (decision.ok) here = stored(decision.state);
    return decision.ok;
  };

  const deliver = () => {
    const before = here;
    const next = there.facts;
    decide({
      type: 'referral.update',
      at: BEFORE,
      snapshot: there,
      lastReceived: editableFields(last.facts),
    });
    for (const field of plainFields) {
      const differed = !sameField(field, before, known);
      const isNews = !sameField(field, next, last.facts);
      const moved = isNews && !sameField(field, next, known);
      if (differed || isNews) known = { ...known, [field]: next[field] };
      if (field !== 'team' && !differed) assert.ok(sameField(field, here, isNews ? next : before), field);
      if (field !== 'team' && differed) assert.ok(sameField(field, here, before), `${field} stays`);
      const open = !sameField(field, here, next);
      if (differed && moved && open && field !== 'team') conflicts.add(field);
      if (!open) conflicts.delete(field);
    }
    last = there;
  };

  return {
    step(one: Step) {
      if (one.do === 'there') {
        there = { ...there, facts: { ...there.facts, ...one.facts } };
      } else if (one.do === 'deliver') {
        deliver();
      } else if (one.do === 'typed') {
        decide({ type: 'deal.solutions', ...by, add: [typed], remove: [], vetted: false });
      } else if (one.do === 'here') {
        const before = here;
        decide(commandFor(here, one.facts));
        for (const field of plainFields) if (!sameField(field, before, here)) conflicts.delete(field);
      } else if (one.do === 'enter') {
        const { field } = one;
        if (!decide({ type: 'sync.enter', ...by, fields: [field] })) return;
        there = { ...there, facts: { ...there.facts, [field]: here[field] } };
        known = { ...known, [field]: here[field] };
        conflicts.delete(field);
      } else {
        const [field] = conflicts;
        if (!field) return;
        assert.ok(decide({ type: 'sync.settle', ...by, field, keep: one.keep }), field);
        if (one.keep === 'theirs') assert.ok(sameField(field, here, known), field);
        conflicts.delete(field);
      }
    },
    agrees() {
      const items = here.unsynced ?? [];
      assert.deepEqual(
        items.map(({ field }) => field).toSorted(),
        plainFields.filter((field) => !sameField(field, here, known)).toSorted(),
        'exactly what differs from what is known to stand there',
      );
      assert.deepEqual(
        items.flatMap(({ field, conflict }) => (conflict ? [field] : [])).toSorted(),
        [...conflicts].toSorted(),
        'exactly what both sides changed',
      );
      for (const { field, there: theirs } of items) {
        const kept = withTheirs({ ...here, solutions: [] }, field as PlainField, theirs);
        if (field !== 'deal')
          assert.ok(sameField(field as PlainField, kept, known), `what stands there of ${field}`);
      }
    },
  };
}

describe('What differs, after any changes on both sides', () => {
  it('given edits, ticks, choices and deliveries in any order, then exactly what differs is named, and nothing is lost (CR-39)', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const sides = bothSides();
        for (const one of taken) {
          sides.step(one);
          sides.agrees();
        }
      }),
      { numRuns: 500 },
    );
  });
});
