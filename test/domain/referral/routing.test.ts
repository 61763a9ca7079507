import assert from 'node:assert/strict';
import { type RouteRule, routesFor, ruleKey } from '#domain/referral/routing.ts';

const wanted = { solutions: [] as string[], products: [], services: [], industries: [] };
const own = (id: string, name = id) => ({ id, name, kind: 'own' as const });
const deal = (location?: string, ids: string[] = [], names: string[] = []) => ({
  location,
  solutions: ids.map((id) => own(id)),
  wanted: { ...wanted, solutions: names },
});

type Route = RouteRule & { to: string };
const all: Route = { to: 'all' };
const berlin: Route = { to: 'berlin', location: 'B' };
const data: Route = { to: 'data', solution: 'SOL-1', solutionName: 'Data Estate' };
const ai: Route = { to: 'ai', solution: 'SOL-2' };
const dataInBerlin: Route = { to: 'data in berlin', location: 'B', solution: 'SOL-1' };

describe('routesFor', () => {
  for (const [what, routes, referral, expected] of [
    ['location and solution', [all, berlin, data, dataInBerlin], deal('B', ['SOL-1']), ['data in berlin']],
    ['solution before location', [all, berlin, data], deal('B', ['SOL-1']), ['data']],
    ['location before all', [all, berlin, data], deal('B', ['SOL-9']), ['berlin']],
    ['all, where nothing else fits', [all, berlin, data], deal('C'), ['all']],
    ['none, where nothing fits', [berlin, data, dataInBerlin], deal('C'), []],
    ['none without routes', [], deal('B'), []],
    ['the solution by id, in any case', [data], deal('B', ['sol-1']), ['data']],
    ['the solution by its name alone', [all, data], deal('B', [], ['data  ESTATE ']), ['data']],
    ['not a solution whose name only begins alike', [data], deal('B', [], ['Data Estate Plus']), []],
    ['both channels of two solutions', [all, data, ai], deal('B', ['SOL-1', 'SOL-2']), ['data', 'ai']],
    ['a referral without location only by solution or all', [all, berlin], deal(), ['all']],
  ] as const) {
    it(`given ${what} (CR-51)`, () => {
      assert.deepEqual(
        routesFor(routes, referral).map(({ to }) => to),
        expected,
      );
    });
  }
});

describe('ruleKey', () => {
  it('is the same for the same rule, whatever its case, and tells different ones apart', () => {
    assert.equal(ruleKey({ solution: 'SOL-1' }), ruleKey({ solution: 'sol-1' }));
    const keys = [
      {},
      { location: '1' },
      { solution: '1' },
      { location: '1', solution: '1' },
      { location: '1/*' },
      { location: '*' },
    ];
    assert.equal(new Set(keys.map(ruleKey)).size, keys.length);
  });
});
