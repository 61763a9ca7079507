import assert from 'node:assert/strict';
import { decideReferral, type ReferralCommand } from '#domain/decide/decideReferral.ts';
import { sharedView } from '#domain/engagement/engagement.ts';
import { actionSince, registrationFilterOf } from '#domain/list/dealList.ts';
import type { Party } from '#domain/referral/party.ts';
import type { Referral } from '#domain/referral/referral.ts';
import {
  MOST_ROUNDS,
  type ReviewDecision,
  type ReviewKind,
  registrationStanding,
  reviewKinds,
} from '#domain/referral/registration.ts';
import { askedFields } from '#domain/registration/decideRegistration.ts';
import { ownRegistration } from '#domain/registration/registrationView.ts';
import { accepted, closed, received, stored } from '#test/support/referral/samples.ts';
import {
  AT,
  context,
  decision,
  entries,
  filing,
  form,
  microsoftsDeal,
  wonDeal,
} from '#test/support/registration/registered.ts';

const register = (changes = {}): ReferralCommand => ({
  type: 'registration.register',
  by: 'tenant:anna',
  at: AT,
  entries,
  context,
  ...changes,
});
const review = (kind: ReviewKind, changes = {}): ReferralCommand => ({
  type: 'registration.review',
  by: 'tenant-msft:mia',
  at: AT,
  partner: 'contoso',
  submission: 1,
  decision: kind,
  reason: 'See the contract',
  fields: ['value'],
  ...changes,
});
const answer = (state: Referral, command: ReferralCommand): string => {
  const decided = decideReferral(state, command);
  return decided.ok ? 'done' : decided.rejection;
};

// How a registration comes into each state, and what each decision makes of it (CR-48).
const path: Record<string, [ipCosell: boolean, decisions: ReviewDecision[], times: number]> = {
  pending: [true, [], 1],
  'pending, not IP co-sell': [false, [], 1],
  approved: [true, [decision('approve')], 1],
  'closed by approval, not IP co-sell': [false, [decision('approve')], 1],
  'review pending': [true, [decision('take')], 1],
  'review pending after approval': [true, [decision('approve'), decision('take')], 1],
  'action required': [true, [decision('take'), decision('ask')], 1],
  'review pending, handed in again': [true, [decision('take'), decision('ask')], 2],
  'closed as passed': [true, [decision('take'), decision('pass')], 1],
  'closed as failed': [true, [decision('take'), decision('fail')], 1],
};
const states: Record<string, string> = {
  pending: 'pending',
  'pending, not IP co-sell': 'pending',
  approved: 'approved',
  'closed by approval, not IP co-sell': 'closed',
  'review pending': 'review-pending',
  'review pending after approval': 'review-pending',
  'action required': 'action-required',
  'review pending, handed in again': 'review-pending',
  'closed as passed': 'closed',
  'closed as failed': 'closed',
};
const possible: Record<string, string> = {
  pending: 'approve take',
  'pending, not IP co-sell': 'approve',
  approved: 'take',
  'review pending': 'pass fail ask',
  'review pending after approval': 'pass fail ask',
  'review pending, handed in again': 'pass fail ask',
};
const leadsTo = {
  approve: 'approved',
  take: 'review-pending',
  pass: 'closed',
  fail: 'closed',
  ask: 'action-required',
} as const;

describe('decideRegistration', () => {
  for (const [name, [ipCosell, decisions, times]] of Object.entries(path)) {
    const filed = filing(times, ipCosell);
    it(`given ${name}, then both sides see it so, each from its own record (CR-48)`, () => {
      assert.equal(registrationStanding(filed, decisions).state, states[name]);
      assert.equal(ownRegistration(wonDeal({ registrationFiling: filed }, decisions))?.state, states[name]);
    });
    for (const kind of reviewKinds) {
      const may = (possible[name] ?? '').split(' ').includes(kind);
      for (const own of ['accepted', 'won', 'lost'] as const) {
        it(`given ${name} and Microsoft's record ${own}, when a reviewer decides ${kind}, then ${may ? leadsTo[kind] : 'refused'} (CR-46, CR-48)`, () => {
          const state = microsoftsDeal(filed, decisions, own);
          const decided = decideReferral(state, review(kind, { submission: times }));
          if (!may) return assert.deepEqual(decided, { ok: false, rejection: 'review-not-now' });
          assert.ok(decided.ok);
          const made = decided.state.registrationReviews?.contoso ?? [];
          const next = registrationStanding(filed, made).state;
          assert.equal(next, kind === 'approve' && !ipCosell ? 'closed' : leadsTo[kind]);
          const { registrationReviews: _, revision, ...rest } = decided.state;
          const { registrationReviews: _was, revision: was, ...before } = state;
          assert.deepEqual(
            stored({ ...rest, people: before.people, recent: undefined, revision }),
            stored({ ...before, revision: was + 1 }),
          );
        });
      }
    }
    it(`given ${name}, when the partner hands it in, then ${name === 'action required' ? 'it is in review again' : 'refused'} (CR-48)`, () => {
      const state = wonDeal({ registrationFiling: filed }, decisions);
      assert.equal(answer(state, register()), name === 'action required' ? 'done' : 'registration-already');
    });
  }

  const others: Record<string, Referral> = {
    received: received(),
    accepted: accepted(),
    ...Object.fromEntries(
      (['lost', 'declined', 'expired', 'withdrawn', 'error', 'other'] as const).map((outcome) => [
        outcome,
        closed({ outcome }),
      ]),
    ),
  };
  for (const [name, state] of Object.entries(others)) {
    it(`given a deal that is ${name}, then it can't be registered, and there is nothing to review (CR-44, CR-50)`, () => {
      assert.equal(answer(state, register()), 'registration-not-won');
      assert.equal(answer(state, review('approve')), 'review-nothing');
    });
  }

  it('given a won deal, then it is registered, and nothing else of it changes but that Partner Center must hear it; everything else is refused (CR-50)', () => {
    const state = wonDeal();
    const decided = decideReferral(state, register());
    assert.ok(decided.ok);
    const { registrationFiling, revision, unsynced, people: _, recent: _recent, ...rest } = decided.state;
    assert.deepEqual(unsynced, [{ field: 'registration', since: AT }]);
    assert.deepEqual(registrationFiling?.form, form);
    assert.deepEqual(registrationFiling?.submissions, [
      { number: 1, at: AT, by: { kind: 'person', personId: 'tenant:anna' } },
    ]);
    assert.deepEqual(stored({ ...rest, revision: revision - 1 }), stored(state));
    const by = { by: 'tenant:anna', at: AT };
    const commands: ReferralCommand[] = [
      { type: 'deal.edit', ...by, changes: {} },
      { type: 'deal.team', ...by, add: [], remove: [] },
      { type: 'deal.solutions', ...by, add: [], remove: [], vetted: false },
      { type: 'deal.handover', ...by, to: { name: 'Bo', email: 'bo@contoso.example' } },
      { type: 'stage.mark', ...by, stage: 20 },
      { type: 'deal.win', ...by },
      { type: 'deal.lose', ...by, reason: 'budget' },
      { type: 'deal.error', ...by, reason: 'test', switchedOn: true },
    ];
    for (const command of commands)
      assert.equal(answer(decided.state, command), 'already-closed', command.type);
  });

  it('given a deal that is not eligible, then it is refused whatever was entered (CR-44)', () => {
    const parties = wonDeal().parties ?? [];
    const undecided = parties.map((one) => ({ ...one, view: undefined }));
    assert.equal(answer(wonDeal({ parties: undecided }), register()), 'registration-not-eligible');
    assert.equal(answer(wonDeal({ solutions: [] }), register()), 'registration-not-eligible');
    assert.equal(answer(wonDeal({ organization: 'msft' }), register()), 'registration-not-eligible');
  });

  it('given a solution that is not in the deal, or said to be IP co-sell, then the deal counts (CR-44, CR-46)', () => {
    const solution = { id: 'SOL-9', name: 'Other', ipCosell: true };
    assert.equal(
      answer(wonDeal(), register({ entries: { ...entries, solution } })),
      'registration-incomplete',
    );
    const plain = wonDeal({ solutions: [{ id: 'SOL-1', name: 'Analytics', kind: 'own', incentive: true }] });
    const decided = decideReferral(plain, register());
    assert.ok(decided.ok);
    assert.equal(decided.state.registrationFiling?.form.solution.ipCosell, false);
  });

  it('given action required, then just the fields in question change, and what hangs on them (CR-48)', () => {
    const state = wonDeal({ registrationFiling: filing() }, [decision('take'), decision('ask')]);
    assert.deepEqual(askedFields(state), ['value']);
    const changed = {
      value: { amount: 20_000, currency: 'USD' },
      solutionValue: 19_000,
      azure: false,
      signed: '2026-11-01',
    };
    const decided = decideReferral(state, register({ entries: changed }));
    assert.ok(decided.ok);
    assert.deepEqual(stored(decided.state.registrationFiling?.form), {
      ...form,
      value: changed.value,
      solutionValue: 19_000,
    });
    assert.equal(decided.state.registrationFiling?.submissions.length, 2);
    const high = register({ entries: { value: { amount: 20_000, currency: 'USD' } } });
    assert.equal(answer(state, high), 'registration-incomplete', 'the solution would be worth more');
  });

  it('given failing or asking without a reason, or asking for nothing, then refused (CR-48)', () => {
    const state = microsoftsDeal(filing(), [decision('take')]);
    assert.equal(answer(state, review('fail', { reason: ' ' })), 'review-no-reason');
    assert.equal(answer(state, review('ask', { reason: undefined })), 'review-no-reason');
    assert.equal(answer(state, review('ask', { fields: [] })), 'review-no-fields');
    assert.equal(answer(state, review('ask', { fields: ['confirmed'] })), 'review-no-fields');
    assert.equal(
      answer(state, review('pass', { submission: 2 })),
      'review-not-now',
      'another submission was looked at',
    );
    assert.equal(answer(state, review('pass', { partner: 'fabrikam' })), 'review-nothing');
  });

  it('given a registration that goes back and forth, then it ends (CR-48)', () => {
    const formVersions = Array.from({ length: MOST_ROUNDS + 1 }, (_, index) => index + 1);
    const asks = formVersions
      .slice(0, -1)
      .flatMap((number) => [decision('take', number), decision('ask', number)]);
    const state = microsoftsDeal(filing(MOST_ROUNDS + 1), asks);
    const submission = MOST_ROUNDS + 1;
    assert.equal(answer(state, review('ask', { submission })), 'review-too-often');
    assert.equal(answer(state, review('fail', { submission })), 'done');
  });

  it('given decisions that fit nothing, then they count for nothing', () => {
    const odd = [decision('pass'), decision('ask', 2), decision('take', 7), decision('approve')];
    assert.equal(registrationStanding(filing(), odd).state, 'approved');
  });

  it('given other parties of the deal, then only Microsoft hears of the filing and only the partner of the decisions (CR-46)', () => {
    const to = (organization: string, role: Party['role'] = 'invited'): Party => ({
      role,
      organization,
      name: organization,
      referralId: 'r',
      seq: 0,
    });
    const partner = wonDeal({ registrationFiling: filing() });
    const told = sharedView(partner, to('msft')).registration;
    assert.deepEqual(told?.submissions, [{ number: 1, at: '2026-11-20T08:00:00.000Z' }], 'not who it was');
    assert.ok(!('registration' in sharedView(partner, to('fabrikam'))));
    assert.ok(!('registration' in sharedView(partner, to('fabrikam', 'inviter'))));
    const microsoft = microsoftsDeal(filing(), [
      { ...decision('take'), by: { kind: 'person', personId: 'mia' } },
    ]);
    assert.deepEqual(sharedView(microsoft, to('contoso')).review, [decision('take')]);
    assert.ok(!('review' in sharedView(microsoft, to('fabrikam'))));
  });

  it('given each step, then lists and the timeline follow it (CR-15, CR-48)', () => {
    const asked = wonDeal({ registrationFiling: filing() }, [decision('take'), decision('ask')]);
    assert.equal(registrationFilterOf(asked), 'actionrequired');
    const unregistered = wonDeal();
    const waits = { since: unregistered.closedAt, why: 'register' };
    assert.deepEqual(actionSince(unregistered), waits, 'until it is handed in (CR-46)');
    assert.equal(actionSince(wonDeal({ registrationFiling: filing() })), undefined);
    assert.deepEqual(actionSince(asked), { since: '2026-11-21T09:00:00.000Z', why: 'registration' });
    assert.deepEqual(actionSince(microsoftsDeal(filing())), {
      since: '2026-11-20T08:00:00.000Z',
      why: 'review',
    });
    assert.equal(registrationFilterOf(microsoftsDeal(filing())), 'pending');
    assert.equal(
      registrationFilterOf(wonDeal({ registrationFiling: filing(1, false) }, [decision('approve')])),
      'closed',
    );
    assert.equal(
      registrationFilterOf(wonDeal({ registrationFiling: filing() }, [decision('take'), decision('pass')])),
      'passed',
    );
    const decided = decideReferral(wonDeal(), register());
    assert.ok(decided.ok);
    const entry = decided.events.find((event) => event.type === 'timeline.add');
    assert.ok(entry?.type === 'timeline.add');
    assert.deepEqual(entry.entry.changes, [
      { field: 'registration', from: undefined, to: { kind: 'registration', state: 'pending' } },
    ]);
    assert.ok(decided.events.some(({ type }) => type === 'engagement.tell'));
  });

  it('given a deal that another partner started with Microsoft, then our registration does not reach it and goes by Partner Center (CR-48)', () => {
    const parties = (wonDeal().parties ?? []).map((one) => ({
      ...one,
      role: 'peer' as const,
      referralId: '',
    }));
    const guest = wonDeal({ direction: 'inbound', parties });
    const decided = decideReferral(
      guest,
      register({ context: { ...context, earliest: { day: '2026-11-02', by: 'creation' } } }),
    );
    assert.ok(decided.ok);
    assert.equal(ownRegistration(decided.state)?.elsewhere, true);
    assert.ok(decided.events.every(({ type }) => type !== 'engagement.tell'));
  });

  it('given no record of Microsoft’s in reach, then it stays pending until Partner Center reports more (CR-48)', () => {
    const elsewhere = wonDeal({ parties: [], assistance: 'GeneralOrOther' });
    const decided = decideReferral(
      elsewhere,
      register({ context: { ...context, earliest: { day: '2026-11-02', by: 'creation' } } }),
    );
    assert.ok(decided.ok);
    assert.deepEqual(
      [ownRegistration(decided.state)?.state, ownRegistration(decided.state)?.elsewhere],
      ['pending', true],
    );
    const reported = { ...decided.state, registration: 'Action Required' };
    assert.equal(ownRegistration(reported)?.state, 'action-required');
    assert.equal(askedFields(reported)?.length, 11, 'it does not say which');
    assert.equal(ownRegistration({ ...elsewhere, registration: 'None' }), undefined);
    assert.equal(registrationFilterOf({ ...elsewhere, registration: 'Review Pending' }), 'reviewpending');
    assert.equal(registrationFilterOf({ ...elsewhere, registration: 'Something-New' }), 'somethingnew');
  });
});
