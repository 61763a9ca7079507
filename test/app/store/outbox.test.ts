import assert from 'node:assert/strict';
import { backoff, dueEvents, failed, nextDue, type OutboxEvent } from '#app/store/outbox.ts';
import { MONDAY } from '#test/support/app/runningApp.ts';

const event = (changes: Partial<OutboxEvent> = {}): OutboxEvent => ({
  id: 'e1',
  type: 'referral.changed',
  at: MONDAY,
  attempts: 0,
  nextAt: MONDAY,
  ...changes,
});
const later = '2026-11-16T09:30:00.000Z';
const now = new Date(MONDAY);

describe('outbox', () => {
  it('given failures, then the pause doubles from a second up to five minutes', () => {
    const pauses = Array.from({ length: 12 }, (_, number) => backoff(number + 1) / 1000);
    assert.deepEqual(pauses, [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]);
  });

  it('given a failed event, then it comes again later; after the twelfth failure it is set aside with its reason', () => {
    assert.deepEqual(
      failed(event(), now, 'away'),
      event({ attempts: 1, nextAt: '2026-11-16T09:00:01.000Z' }),
    );
    assert.equal(failed(event({ attempts: 10 }), now, 'away').setAside, undefined);
    assert.deepEqual(failed(event({ attempts: 11 }), now, 'away'), event({ attempts: 12, setAside: 'away' }));
  });

  it('given something outside that is away, then an event is never set aside', () => {
    const many = failed(event({ attempts: 100 }), now, 'away', true);
    assert.deepEqual(many, event({ attempts: 101, nextAt: '2026-11-16T09:05:00.000Z' }));
  });

  it('given events, then those are due whose moment has come and that were not set aside', () => {
    const events = [event(), event({ nextAt: later }), event({ setAside: 'away' })];
    assert.deepEqual(dueEvents(events, now), [events[0]]);
    assert.deepEqual(dueEvents(events, new Date(later)), [events[0], events[1]]);
  });

  it('given events and an agenda, then the earliest counts; what was set aside does not', () => {
    assert.equal(nextDue([event({ nextAt: later })], [MONDAY, undefined], undefined), MONDAY);
    assert.equal(nextDue([event({ setAside: 'away' })], [later], undefined), later);
    assert.equal(nextDue([event({ setAside: 'away' })], [undefined], undefined), undefined);
  });

  it('given a lease, then nothing is due before it ends', () => {
    assert.equal(nextDue([event()], [MONDAY], { owner: 'one', until: later }), later);
    assert.equal(nextDue([], [], { owner: 'one', until: later }), later);
  });
});
