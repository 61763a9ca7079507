import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readReferral } from '#adapters/partner-center/readReferral.ts';
import lead from './fixtures/lead.json' with { type: 'json' };

/** The problems of a body that must be refused, as `path: message`. */
function problemsOf(body: unknown): string[] {
  const result = readReferral(body);
  assert.ok(!result.ok, 'the body was read');
  return result.problems.map(({ path, message }) => `${path}: ${message}`).sort();
}

const nested = (levels: number): unknown => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`);

describe('readReferral: what is refused', () => {
  for (const body of [[], [5], 'New', 5, true, null, undefined]) {
    it(`given ${JSON.stringify(body)?.slice(0, 20)}, then it must be one JSON object`, () => {
      assert.deepEqual(problemsOf(body), [': must be a JSON object: one referral']);
    });
  }

  it('given an empty object, then everything required is named at once', () => {
    assert.deepEqual(problemsOf({}), [
      'customerProfile: is required',
      'id: is required',
      'status: is required: New, Active or Closed',
    ]);
  });

  it('given many mistakes, then each is named by its path as the sender spells it', () => {
    const body = {
      ID: '   ',
      Status: 'Open',
      customerProfile: { Name: null, address: 'Cork', team: [null, { eMail: {} }, 'Orla'] },
      details: { DealValue: '10,000', requirements: { solutions: [{ id: true }] } },
      team: { Email: ['x'] },
      inviteContext: [],
    };
    assert.deepEqual(problemsOf(body), [
      'ID: is required',
      'Status: must be New, Active or Closed, not Open',
      'customerProfile.Name: is required',
      'customerProfile.address: must be an object',
      'customerProfile.team.1.eMail: has a value of the wrong kind',
      'customerProfile.team.2: must be an object',
      'details.DealValue: is not an amount (a number, zero or more)',
      'details.requirements.solutions.0: has a value of the wrong kind',
      'inviteContext: must be an object',
      'team.Email: has a value of the wrong kind',
    ]);
  });

  for (const [given, problem] of [
    [
      { status: 'New', substatus: 'Accepted' },
      'substatus: must be Pending or Received when status is New, not Accepted',
    ],
    [{ status: 'Active', substatus: 'Won' }, 'substatus: must be Accepted when status is Active, not Won'],
    [
      { status: 'Closed', substatus: 'Accepted' },
      'substatus: must be Won, Lost, Declined, Expired or Error when status is Closed, not Accepted',
    ],
    [
      { status: 'Closed', substatus: null },
      'substatus: is required when status is Closed: Won, Lost, Declined, Expired or Error',
    ],
    [{ status: 'None' }, 'status: is required: New, Active or Closed'],
    [{ status: null }, 'status: is required: New, Active or Closed'],
    [{ details: { dealValue: -1 } }, 'details.dealValue: is not an amount (a number, zero or more)'],
    [{ id: 'a\nb' }, 'id: holds characters that no id has'],
    [{ id: 'İ'.repeat(100) }, 'id: holds characters that no id has'],
    [{ id: 'a'.repeat(101) }, 'id: is longer than 100 characters'],
  ] as const) {
    it(`given ${JSON.stringify(given).slice(0, 60)}, then ${problem.slice(0, 60)}`, () => {
      assert.deepEqual(problemsOf({ ...lead, ...given }), [problem]);
    });
  }

  it('given a list, a patch or an error in place of a referral, then it says what that is', () => {
    const referral = { id: 'r1', status: 'New' };
    assert.match(
      problemsOf([referral, referral])[0] ?? '',
      /^: is a list: send the referrals in it one by one/,
    );
    const patch = [{ op: 'replace', path: '/status', value: 'Active' }];
    assert.match(problemsOf(patch)[0] ?? '', /^: is a JSON Patch: send the whole referral/);
    for (const error of [{ error: { code: 'itemNotFound' } }, { statusCode: 429, message: 'Rate limit' }]) {
      assert.match(problemsOf(error)[0] ?? '', /^: is an error that was answered in place of a referral/);
    }
  });

  it('given a webhook notification, then it says what to send instead; given half of one, it is no referral', () => {
    const notification = { EventName: 'referral-created', ResourceUri: 'https://api.example/referrals/1' };
    assert.deepEqual(problemsOf(notification), [
      ': is a webhook notification: fetch the referral that ResourceUri names, and send that',
    ]);
    for (const name of ['EventName', 'ResourceUri'] as const)
      assert.deepEqual(problemsOf({ [name]: notification[name] }), problemsOf({}));
  });

  it('given 64 levels, then it is read; given more, however many, then it is refused in words', () => {
    assert.ok(readReferral({ ...lead, extra: nested(64) }).ok);
    for (const levels of [65, 5_000]) {
      assert.deepEqual(problemsOf({ ...lead, extra: nested(levels) }), [': nests deeper than 64 levels']);
    }
  });

  it('given properties named like those of every object, then they are just properties', () => {
    const text = JSON.stringify(lead).replace('{', '{"__proto__":{"status":"Closed"},"constructor":1,');
    const result = readReferral(JSON.parse(text));
    assert.ok(result.ok);
    assert.equal(result.delivery.snapshot.status.stage, 'received');
    assert.deepEqual(problemsOf(JSON.parse('{"__proto__":{"id":"x","status":"New"}}')), problemsOf({}));
  });

  it('given two spellings of one property, then the first counts', () => {
    const result = readReferral(
      JSON.parse(JSON.stringify(lead).replace('{', '{"STATUS":"Active","Substatus":null,')),
    );
    assert.ok(result.ok);
    assert.equal(result.delivery.snapshot.status.stage, 'accepted');
  });

  it('given any JSON at all, then the answer is a referral or problems in words', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (body) => {
        const result = readReferral(body);
        assert.ok(result.ok || result.problems.length > 0);
      }),
      { numRuns: 500 },
    );
  });

  it('given any JSON in place of any part of a referral, then the answer is a referral or problems with paths', () => {
    const names = [
      'id',
      'name',
      'status',
      'substatus',
      'team',
      'customerProfile',
      'details',
      'inviteContext',
      'mpnId',
    ];
    const inner = [
      'name',
      'team',
      'address',
      'notes',
      'dealValue',
      'requirements',
      'solutions',
      'firstName',
      'email',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.oneof(
          fc.jsonValue(),
          fc.dictionary(fc.constantFrom(...inner), fc.jsonValue()),
          fc.array(fc.dictionary(fc.constantFrom(...inner), fc.jsonValue())),
        ),
        (name, value) => {
          const result = readReferral({ ...lead, [name]: value });
          if (result.ok) return;
          for (const { path, message } of result.problems) {
            assert.ok(path.startsWith(name) || path.startsWith('substatus'), `${path} ${message}`);
            assert.ok(message.length > 0);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});
