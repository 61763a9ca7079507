import assert from 'node:assert/strict';
import { decideReferral, type ReferralCommand } from '#domain/decide/decideReferral.ts';
import { type ClosedOutcome, type Contact, closeReasons, type Referral } from '#domain/referral/referral.ts';
import {
  accepted,
  BEFORE,
  closed,
  EXPIRES,
  expiredHere,
  facts,
  named,
  received,
} from '#test/support/referral/samples.ts';

const JUST_BEFORE = '2026-11-16T08:59:59.999Z';
const entries = {
  name: 'Fabrikam reporting',
  value: { amount: 95000, currency: 'EUR' },
  closeDate: '2027-05-01',
};
const commands = {
  accept: (at) => ({ type: 'referral.accept', by: 'tenant:cara', at, entries }),
  decline: (at) => ({
    type: 'referral.decline',
    by: 'tenant:cara',
    at,
    reason: 'other-vendor',
    notes: 'Late',
  }),
  expire: (at) => ({ type: 'referral.expire', at }),
} satisfies Record<string, (at: string) => ReferralCommand>;

const endings: readonly ClosedOutcome[] = ['won', 'lost', 'declined', 'expired', 'error', 'other'];
const closedStates = Object.fromEntries(
  endings.map((outcome) => [
    `closed as ${outcome}`,
    outcome === 'expired' ? expiredHere() : closed({ outcome }),
  ]),
);
const states: Record<string, Referral> = {
  received: received(),
  'received, outbound': received({ direction: 'outbound' }),
  accepted: accepted(),
  ...closedStates,
};

// What each state answers to accept, decline and expire, while there is time and when there is none left.
const answers: Record<string, readonly [accept: string, decline: string, expire: string]> = {
  'received, in time': ['done', 'done', 'not-yet-expired'],
  'received, exactly at the end': ['already-expired', 'already-expired', 'done'],
  'received, too late': ['already-expired', 'already-expired', 'done'],
  'received, outbound': ['not-inbound', 'not-inbound', 'not-inbound'],
  accepted: ['already-accepted', 'already-accepted', 'already-accepted'],
  'closed as declined': ['already-declined', 'already-declined', 'already-declined'],
  'closed as expired': ['already-expired', 'already-expired', 'already-expired'],
  closed: ['already-closed', 'already-closed', 'already-closed'],
};
const moments = {
  'in time': JUST_BEFORE,
  'exactly at the end': EXPIRES,
  'too late': '2026-12-01T00:00:00.000Z',
};

describe('decideReferral', () => {
  for (const [stateName, state] of Object.entries(states)) {
    for (const [momentName, at] of Object.entries(moments)) {
      const row =
        answers[`${stateName}, ${momentName}`] ?? answers[stateName] ?? answers[state.stage] ?? assert.fail();
      for (const [number, [verb, command]] of Object.entries(commands).entries()) {
        it(`given ${stateName}, when ${verb} comes ${momentName}, then ${row[number]} (CR-34 to CR-38, CR-50)`, () => {
          const before = structuredClone(state);
          const decision = decideReferral(state, command(at));
          assert.equal(decision.ok ? 'done' : decision.rejection, row[number]);
          assert.deepEqual(state, before, 'the state that came in is never changed');
        });
      }
    }
  }

  it('given a received one, when it is accepted, then the entries stand in it and it is one revision on (CR-35)', () => {
    const decision = decideReferral(received(), commands.accept(BEFORE));
    assert.deepEqual(named(decision), {
      ok: true,
      state: {
        ...facts(),
        ...entries,
        stage: 'accepted',
        acceptedAt: BEFORE,
        acceptedBy: { kind: 'person', personId: 'tenant:cara' },
        revision: 4,
        unsynced: [
          { field: 'decision', since: BEFORE },
          { field: 'name', since: BEFORE, there: { name: facts().name } },
          { field: 'value', since: BEFORE, there: { value: facts().value } },
          { field: 'closeDate', since: BEFORE, there: { closeDate: facts().closeDate } },
        ],
      },
      events: ['referral.changed', 'timeline.add', 'sync.send'],
    });
  });

  it('given no team in the entries, when it is accepted, then the team stays; given one, it is the whole team (CR-35)', () => {
    const team = [{ name: 'Cara New', email: 'cara@contoso.example', phone: '1' }];
    const without = decideReferral(received(), commands.accept(BEFORE));
    const { type, by, at } = commands.accept(BEFORE);
    const withTeam = decideReferral(received(), { type, by, at, entries: { ...entries, team } });
    assert.ok(without.ok && withTeam.ok);
    assert.deepEqual(without.state.team, facts().team);
    assert.deepEqual(withTeam.state.team, team);
  });

  it('given an entry that is emptied, when it is accepted, then it is empty; one that is left out stays', () => {
    const { type, by, at } = commands.accept(BEFORE);
    const emptied = decideReferral(received(), { type, by, at, entries: { ...entries, notes: undefined } });
    const leftOut = decideReferral(received(), { type, by, at, entries });
    assert.ok(emptied.ok && leftOut.ok);
    assert.equal(emptied.state.notes, undefined);
    assert.equal(leftOut.state.notes, facts().notes);
  });

  for (const reason of closeReasons) {
    it(`given a received one, when it is declined as ${reason}, then it is closed with that reason (CR-36, CR-37)`, () => {
      const command: ReferralCommand = { type: 'referral.decline', by: 'tenant:cara', at: BEFORE, reason };
      assert.deepEqual(named(decideReferral(received(), command)), {
        ok: true,
        state: {
          ...facts(),
          stage: 'closed',
          outcome: 'declined',
          closedAt: BEFORE,
          closedBy: { kind: 'person', personId: 'tenant:cara' },
          reason,
          closingNotes: undefined,
          revision: 4,
          undoable: [
            {
              kind: 'decision',
              revision: 4,
              what: 'referral.decline',
              by: 'tenant:cara',
              at: BEFORE,
              was: { stage: 'received' },
              until: '2026-11-10T12:00:20.000Z',
            },
          ],
        },
        events: ['referral.changed', 'timeline.add'],
      });
    });
  }

  it('given a received one whose time is over, when it expires, then the clock closed it and the threads are told too (CR-38)', () => {
    assert.deepEqual(named(decideReferral(received(), commands.expire(EXPIRES))), {
      ok: true,
      state: {
        ...facts(),
        stage: 'closed',
        outcome: 'expired',
        closedAt: EXPIRES,
        closedBy: { kind: 'clock' },
        revision: 4,
      },
      events: ['referral.changed', 'referral.expired', 'timeline.add'],
    });
  });
});

describe('Who accepts (CR-58)', () => {
  const seller = { name: 'Dana', email: 'Dana@contoso.example' };
  const accept = (state: Referral, team?: readonly Contact[]) => {
    const entries = { name: 'N', value: { amount: 1, currency: 'USD' }, closeDate: '2027-05-01', team };
    const decision = decideReferral(state, { type: 'referral.accept', by: 'p', at: BEFORE, entries, seller });
    assert.ok(decision.ok);
    return decision.state;
  };

  it('given nobody named, when somebody accepts, then they join the team and have it in hand', () => {
    const state = accept(received());
    assert.deepEqual(
      [state.team.map(({ name }) => name), state.holder],
      [['Bo Partner', 'Dana'], 'dana@contoso.example'],
    );
  });

  it('given somebody who is in the team already, when they accept, then they are in it once', () => {
    const state = accept(received(), [{ ...seller, phone: '1' }]);
    assert.deepEqual([state.team, state.holder], [[{ ...seller, phone: '1' }], 'dana@contoso.example']);
  });

  it('given somebody else who has it in hand, when an admin accepts, then it stays with them', () => {
    const state = accept(received({ holder: 'bo.partner@contoso.example' }));
    assert.deepEqual([state.team.length, state.holder], [1, 'bo.partner@contoso.example']);
  });
});
