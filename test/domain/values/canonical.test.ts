import assert from 'node:assert/strict';
import fc from 'fast-check';
import { canonical, same } from '#domain/values/canonical.ts';

/** Plain data with gaps: a field or an item may be undefined. */
const { data } = fc.letrec((tie) => ({
  data: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(undefined, null, true, false, 0, -0, 1, '', '0', 'null', 'undefined'),
    fc.array(tie('data'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', '0', '__proto__', 'constructor'), tie('data'), { maxKeys: 3 }),
  ),
}));

/** The same fields in the other order, at every depth. */
function turnedRound(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turnedRound);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).toReversed();
  return Object.fromEntries(fields.map(([field, inner]) => [field, turnedRound(inner)]));
}

describe('Whether two values are the same', () => {
  it('given any two values, then they are the same exactly where their sorted JSON is', () => {
    let equal = 0;
    fc.assert(
      fc.property(data, data, (one, other) => {
        assert.equal(same(one, other), canonical(one) === canonical(other));
        if (same(one, other)) equal++;
      }),
      { numRuns: 2_000 },
    );
    assert.ok(equal > 20, `only ${equal} were the same`);
  });

  it('given a value and what a store gives back of it, its fields in another order, then they are the same', () => {
    fc.assert(
      fc.property(data, (value) => {
        const text = JSON.stringify(turnedRound(value));
        assert.ok(same(value, text === undefined ? undefined : JSON.parse(text)));
      }),
      { numRuns: 1_000 },
    );
  });

  it('given a field without a value, then it is no field, and in a list it keeps its place', () => {
    assert.ok(same({ a: 1, b: undefined }, { a: 1 }));
    assert.ok(same([undefined], [null]));
    assert.ok(!same([1, undefined], [1]));
    assert.ok(!same({ a: null }, {}));
    assert.ok(!same({ a: {} }, { a: [] }));
  });
});
