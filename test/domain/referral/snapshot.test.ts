import assert from 'node:assert/strict';
import { openReferral, type SnapshotStatus } from '#domain/referral/snapshot.ts';
import { BEFORE, EXPIRES, facts, snapshot } from '#test/support/referral/samples.ts';

const undecided: SnapshotStatus = { stage: 'received' };
const first = facts({ revision: 1 });
const there = { kind: 'partner-center' } as const;

describe('openReferral', () => {
  it('given an undecided one in time, when it is seen first, then it is received', () => {
    assert.deepEqual(openReferral(snapshot(undecided), 'contoso', BEFORE), { ...first, stage: 'received' });
  });

  it('given exactly its last moment, when it is seen first, then it is Expired at once (CR-38)', () => {
    assert.deepEqual(openReferral(snapshot(undecided), 'contoso', EXPIRES), {
      ...first,
      stage: 'closed',
      outcome: 'expired',
      closedAt: EXPIRES,
      closedBy: { kind: 'clock' },
    });
  });

  it('given an outbound one, when its time is over, then it does not expire here (CR-38)', () => {
    const outbound = snapshot(undecided, { direction: 'outbound' });
    assert.equal(openReferral(outbound, 'contoso', EXPIRES).stage, 'received');
  });

  it('given one that was decided there before, when it is seen first, then that is its state, whatever the time', () => {
    const accepted = openReferral(snapshot({ stage: 'accepted' }), 'contoso', EXPIRES);
    assert.deepEqual(accepted, { ...first, stage: 'accepted', acceptedAt: EXPIRES, acceptedBy: there });
    const lost = openReferral(snapshot({ stage: 'closed', outcome: 'lost', at: BEFORE }), 'contoso', EXPIRES);
    assert.ok(lost.stage === 'closed');
    assert.deepEqual([lost.outcome, lost.closedAt, lost.closedBy], ['lost', BEFORE, there]);
  });

  it('given no expiry, then it lives 14 days from creation; given no creation either, from now (CR-38)', () => {
    const { facts: sent } = snapshot(undecided);
    const open = (changes: object) =>
      openReferral({ facts: { ...sent, ...changes }, status: undecided }, 'contoso', BEFORE);
    assert.equal(
      open({ createdAt: '2026-11-08T09:30:00.000Z', expiresAt: undefined }).expiresAt,
      '2026-11-22T09:30:00.000Z',
    );
    const dateless = open({ createdAt: undefined, expiresAt: undefined });
    assert.deepEqual([dateless.createdAt, dateless.expiresAt], [BEFORE, '2026-11-24T12:00:00.000Z']);
  });
});
