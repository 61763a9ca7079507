import assert from 'node:assert/strict';
import fc from 'fast-check';
import { failureOf, outcomeOf } from '#adapters/partner-center/api/errors.ts';
import { UnavailableError } from '#ports/errors.ts';

const NOW = new Date('2026-11-30T12:00:00Z');

function failure(status: number, body: unknown = undefined, headers: Record<string, string> = {}) {
  const text = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body);
  return failureOf({ status, headers, bytes: Buffer.from(text) }, 'asked', NOW);
}

const inner = (code: string, more?: object) => ({ error: { code, message: 'Words.', innerError: more } });

describe('failureOf: what an answer without success means', () => {
  const kinds: [status: number, kind: string][] = [
    [400, 'refused'],
    [401, 'unauthorized'],
    [403, 'missing'],
    [404, 'missing'],
    [405, 'refused'],
    [406, 'refused'],
    [408, 'away'],
    [409, 'refused'],
    [410, 'missing'],
    [411, 'refused'],
    [412, 'changed'],
    [413, 'refused'],
    [415, 'refused'],
    [416, 'refused'],
    [422, 'refused'],
    [423, 'away'],
    [429, 'throttled'],
    [302, 'away'],
    [500, 'away'],
    [501, 'refused'],
    [503, 'away'],
    [504, 'away'],
    [507, 'away'],
    [509, 'throttled'],
  ];
  for (const [status, kind] of kinds) {
    it(`given ${status}, whatever its body, then it is ${kind}`, () => {
      for (const body of ['', '<html>Gateway</html>', '{', '[1]', 'null', inner('generalException')]) {
        assert.equal(failure(status, body).kind, kind);
      }
    });
  }

  const codes: [title: string, body: unknown, code: string][] = [
    [
      'the innermost code that says something',
      inner('invalidRequest', { code: 'invalidTransition' }),
      'invalidtransition',
    ],
    [
      'an inner error within an inner one',
      inner('a', { code: 'b', innerError: { code: 'Deepest.One' } }),
      'deepest.one',
    ],
    [
      'an inner code that is only the name of itself',
      inner('unAuthorized', { code: 'innerErrorCode' }),
      'unauthorized',
    ],
    [
      'names in Pascal case',
      { Error: { Code: 'InvalidRequest', InnerError: { Code: '' } } },
      'invalidrequest',
    ],
    ['the older shape', { code: '2003', description: 'No access', data: [], source: 'X' }, '2003'],
    ['the throttled shape', { statusCode: 429, message: 'Too many.' }, '429'],
    ['the status once more', { code: '400', description: 'No', data: [], source: 'X' }, 'http-400'],
    ['a sign-in’s error', { error: 'invalid_grant', error_description: 'Gone.' }, 'invalid_grant'],
    ['no code at all', '<html></html>', 'http-400'],
    ['a code that is a text for people', inner('Something went wrong, sorry'), 'http-400'],
  ];
  for (const [title, body, code] of codes) {
    it(`given ${title}, then that is the code: ${code}`, () => {
      assert.equal(failure(400, body).code, code);
    });
  }

  it('given the code 900421 wherever it stands (point 26), then somebody has to sign in again', () => {
    const bodies = [
      { code: '900421', description: 'x' },
      { code: 900421 },
      inner('900421'),
      inner('unauthenticated', { code: '900421' }),
      { error: { code: 'unauthenticated', message: '900421: MFA is required.' } },
    ];
    for (const body of bodies) assert.equal(failure(401, body).kind, 'signed-out');
    assert.equal(failure(401, '', { 'x-ms-error': 'code=900421' }).kind, 'signed-out');
  });

  it('given a claims challenge or a 403 for missing claims (point 28), then somebody has to sign in again', () => {
    const challenge = { 'www-authenticate': 'Bearer realm="", claims="eyJ9"' };
    assert.equal(failure(401, '', challenge).kind, 'signed-out');
    assert.equal(failure(403, '', challenge).kind, 'signed-out');
    assert.equal(failure(403, inner('accessDenied', { code: 'insufficientClaims' })).kind, 'signed-out');
    assert.equal(failure(403, inner('missingClaims')).kind, 'signed-out');
    assert.equal(failure(403, inner('accessDenied')).kind, 'missing');
  });

  it('given 412 or 409 with either code of a clash (point 20), then it was changed', () => {
    for (const code of ['preconditionFailed', 'resourceModified', 'ResourceModified']) {
      assert.equal(failure(412, inner(code)).kind, 'changed');
      assert.equal(failure(409, inner('conflict', { code })).kind, 'changed');
    }
  });

  it('given how long to wait, in seconds, as a date, in the text alone or out of all bounds, then that is heard', () => {
    assert.equal(failure(429, '', { 'retry-after': '57' }).retryAfter, 57_000);
    const later = new Date(NOW.getTime() + 90_000).toUTCString();
    assert.equal(failure(503, '', { 'retry-after': later }).retryAfter, 90_000);
    // Their clock is an hour ahead: the difference counts.
    const theirs = { date: 'Mon, 30 Nov 2026 13:00:00 GMT', 'retry-after': 'Mon, 30 Nov 2026 13:00:30 GMT' };
    assert.equal(failure(503, '', theirs).retryAfter, 30_000);
    const said = { statusCode: 429, message: 'Rate limit is exceeded. Try again in 12 seconds.' };
    assert.equal(failure(429, said).retryAfter, 12_000);
    assert.equal(failure(429, '', { 'retry-after': '999999' }).retryAfter, 3_600_000);
    assert.equal(failure(429, '', { 'retry-after': 'Mon, 30 Nov 2020 13:00:30 GMT' }).retryAfter, 0);
    assert.equal(failure(429, '', { 'retry-after': 'soon' }).retryAfter, undefined);
  });

  it('given an id of the request in the answer, then that is told, else the one it was sent with', () => {
    assert.equal(failure(400, '', { 'request-id': 'theirs' }).requestId, 'theirs');
    assert.equal(failure(400).requestId, 'asked');
  });

  it('given whatever answer, then it is an outcome or away, and never anything else', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 999 }),
        fc.oneof(
          fc.json(),
          fc.string(),
          fc.anything().map((value) => fc.stringify(value)),
        ),
        fc.string(),
        (status, body, header) => {
          const answer = {
            status,
            headers: { 'retry-after': header, 'www-authenticate': header },
            bytes: Buffer.from(body),
          };
          try {
            const outcome = outcomeOf(failureOf(answer, undefined, NOW));
            if (outcome.kind === 'refused') assert.match(outcome.refusal.code, /^[a-z0-9][a-z0-9_.-]*$/);
          } catch (error) {
            assert.ok(error instanceof UnavailableError);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
