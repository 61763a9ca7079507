import assert from 'node:assert/strict';
import { readReferral } from '#adapters/partner-center/readReferral.ts';
import lead from './fixtures/lead.json' with { type: 'json' };

function problemsOf(body: unknown): readonly { path: string; message: string }[] {
  const result = readReferral(body);
  assert.ok(!result.ok, 'the body was read');
  return result.problems;
}

describe('readReferral: what one body can make it do', () => {
  /** As many of them as the largest body that is taken in can hold. */
  const full = (one: unknown): unknown[] => {
    const size = JSON.stringify(one).length + ','.length;
    return Array(Math.floor((256 * 1024) / size)).fill(one);
  };
  const floods: Readonly<Record<string, object>> = {
    'a team of zeros': { team: full(0) },
    'a team of texts': { team: full('x') },
    'contacts of the customer that are none': { customerProfile: { name: 'x', team: full(1) } },
    'solutions that are none': { details: { requirements: { solutions: full(false) } } },
    'members whose every field is wrong': { team: full({ firstName: [], lastName: [], email: [] }) },
  };
  for (const [what, body] of Object.entries(floods)) {
    it(`given ${what}, as many as a body holds, then twenty problems are told, the last with how many more`, () => {
      const problems = problemsOf({ ...lead, ...body });
      assert.equal(problems.length, 20);
      assert.match(problems.at(-1)?.message ?? '', /^and \d+ more problems$/);
      assert.match(problems[0]?.path ?? '', /\.0/);
    });
  }

  it('given exactly twenty, then each is told; given a wrong status besides, then that too', () => {
    assert.equal(problemsOf({ ...lead, team: Array(20).fill(0) }).at(-1)?.path, 'team.19');
    const problems = problemsOf({ ...lead, status: 'Sleeping', team: full(0) });
    assert.equal(problems.length, 20);
    assert.ok(problems.some(({ path }) => path === 'status'));
  });

  it('given as many solutions as a body holds, all different, then the first fifty are read', () => {
    const solutions = Array.from({ length: 30_000 }, (_, at) => `s${at}`);
    const result = readReferral({ ...lead, details: { requirements: { solutions } } });
    assert.ok(result.ok);
    assert.equal(result.delivery.snapshot.facts.solutions?.length, 50);
  });
});

describe('readReferral: what is no referral, by its name', () => {
  const pages: Readonly<Record<string, object>> = {
    'a page of the API': { value: [lead], '@odata.nextLink': 'https://api.example/?$skip=1' },
    'a page in another case': { Value: [lead, lead] },
    'an empty page': { '@odata.context': 'https://api.example/$metadata', value: [] },
    'a collection of the older API': { totalCount: 1, items: [lead] },
    'a page with an id that is none': { id: null, value: [lead] },
    'a page of OData of old': { d: { results: [lead] } },
    'a list of a program of one’s own': { referrals: [lead] },
  };
  for (const [what, body] of Object.entries(pages)) {
    it(`given ${what}, then it says to send the referrals one by one`, () => {
      const [problem, ...more] = problemsOf(body);
      assert.match(problem?.message ?? '', /^is a page of a list: send the referrals in "\w+" one by one/);
      assert.deepEqual(more, []);
    });
  }

  for (const name of ['value', 'referral', 'resource']) {
    it(`given one referral within "${name}", then it says to send what stands in it`, () => {
      assert.deepEqual(problemsOf({ [name]: lead }), [
        { path: '', message: `wraps a referral: send what stands in "${name}"` },
      ]);
    });
  }

  it('given a referral with a list of that name and marks of OData on it, then it is one', () => {
    assert.ok(readReferral({ ...lead, value: [], '@odata.etag': 'W/"1"' }).ok);
  });

  for (const id of ['.', '..', ' .. ']) {
    it(`given the id "${id}", which no address can name, then it is refused`, () => {
      assert.deepEqual(problemsOf({ ...lead, id }), [{ path: 'id', message: 'must be more than dots' }]);
    });
  }
});
