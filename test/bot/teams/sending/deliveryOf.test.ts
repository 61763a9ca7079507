import assert from 'node:assert/strict';
import { deliveryOf, retryAfter } from '#bot/teams/sending/deliveryOf.ts';

const NOW = new Date('2026-11-20T12:00:00.000Z');

const answered = (statusCode: number, code = '', headers: Record<string, string> = {}) =>
  Object.assign(new Error('refused'), {
    statusCode,
    body: { error: { code, message: 'in words' } },
    response: { headers: { get: (name: string) => headers[name] } },
  });

describe('deliveryOf', () => {
  for (const [status, code, outcome] of [
    [204, '', 'later'],
    [302, '', 'later'],
    [401, 'BotNotRegistered', 'later'],
    [408, 'Timeout', 'later'],
    [412, 'PreconditionFailed', 'later'],
    [429, 'Throttled', 'later'],
    [500, 'ServiceError', 'later'],
    [502, '', 'later'],
    [503, '', 'later'],
    [504, '', 'later'],
    [403, 'ConversationBlockedByUser', 'blocked'],
    [403, 'MessageWritesBlocked', 'blocked'],
    [403, 'BotNotInConversationRoster', 'blocked'],
    [403, 'BotDisabledByAdmin', 'blocked'],
    [410, '', 'gone'],
    [400, 'BadSyntax', 'failed'],
    [401, 'BotNotRegistered', 'later'],
    [413, 'MessageSizeTooBig', 'failed'],
  ] as const) {
    it(`given ${status} ${code}, then ${outcome}, with a reason that says so`, () => {
      const delivery = deliveryOf(answered(status, code), NOW);
      assert.equal(delivery.outcome, outcome);
      assert.equal(
        'reason' in delivery && delivery.reason,
        [status, code, 'in words'].filter(Boolean).join(' '),
      );
    });
  }

  for (const [status, code, doubt] of [
    [404, 'ConversationNotFound', 'gone'],
    [404, 'ActivityNotFoundInConversation', 'gone'],
    [403, 'Forbidden', 'blocked'],
    [403, '', 'blocked'],
  ] as const) {
    it(`given ${status} ${code}, which Teams says now and then of what is there, then later, and in doubt`, () => {
      const { outcome, ...rest } = deliveryOf(answered(status, code), NOW);
      assert.equal(outcome, 'later');
      assert.ok('doubt' in rest && rest.doubt === doubt && rest.counts);
    });
  }

  it('given no answer at all, then later, and it counts', () => {
    for (const error of [
      Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }),
      new DOMException('The operation was aborted', 'TimeoutError'),
      new Error('unknown'),
    ]) {
      const { outcome, ...rest } = deliveryOf(error, NOW);
      assert.equal(outcome, 'later');
      assert.ok('counts' in rest && rest.counts);
    }
  });

  it('given 429, then waiting does not count; given any other, it does', () => {
    for (const status of [408, 412, 429, 500, 503]) {
      const delivery = deliveryOf(answered(status), NOW);
      assert.equal(delivery.outcome === 'later' && delivery.counts, status !== 429);
    }
  });

  it('given Retry-After, then that long', () => {
    const delivery = deliveryOf(answered(429, '', { 'retry-after': '7' }), NOW);
    assert.equal(delivery.outcome === 'later' && delivery.after, 7_000);
  });

  it('given a reason without end, then it is cut', () => {
    const delivery = deliveryOf(answered(400, 'x'.repeat(10_000)), NOW);
    assert.equal('reason' in delivery && delivery.reason.length, 300);
  });
});

describe('retryAfter', () => {
  for (const [header, wait] of [
    ['5', 5_000],
    ['0.5', 500],
    ['Fri, 20 Nov 2026 12:00:10 GMT', 10_000],
    ['999999', 3_600_000],
    ['0', undefined],
    ['-5', undefined],
    ['Fri, 20 Nov 2026 11:59:50 GMT', undefined],
    ['soon', undefined],
    ['', undefined],
    [undefined, undefined],
  ] as const) {
    it(`given "${header}", then ${wait}`, () => assert.equal(retryAfter(header, NOW), wait));
  }
});
