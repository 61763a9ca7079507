import assert from 'node:assert/strict';
import { decideReferral } from '#domain/decide/decideReferral.ts';
import { type InviteProblem, inviteProblem } from '#domain/engagement/inviteRules.ts';
import { dealTypeOf } from '#domain/referral/dealType.ts';
import { MICROSOFT, type Party, type Stage } from '#domain/referral/party.ts';
import type { ClosedOutcome, Referral, Solution } from '#domain/referral/referral.ts';
import { microsoftInvitedAt } from '#domain/registration/registrationRules.ts';

const at = '2026-11-16T09:00:00.000Z';
const by = { kind: 'person' as const, personId: 'tenant:anna' };
const analytics: Solution = { id: 'SOL-1', name: 'Analytics', kind: 'own' };
const complete = { name: 'Karin', email: 'karin@northwind.example', phone: '+49 89 5550' };

function deal(changes: Partial<Referral> = {}): Referral {
  return {
    id: 'deal-1',
    engagementId: 'engagement-1',
    organization: 'contoso',
    direction: 'outbound',
    name: 'Northwind',
    customer: { name: 'Northwind', addressLines: [], country: 'DE', contacts: [complete] },
    wanted: { solutions: [], products: [], services: [], industries: [] },
    solutions: [analytics],
    assistance: 'Unknown',
    team: [],
    createdAt: at,
    expiresAt: at,
    revision: 1,
    stage: 'accepted',
    acceptedAt: at,
    acceptedBy: by,
    ...changes,
  } as Referral;
}

function party(organization: string, stage: Stage = 'received', outcome?: ClosedOutcome): Party {
  return {
    role: 'invited',
    organization,
    name: organization,
    referralId: `r-${organization}`,
    invited: { by, at },
    seq: stage === 'received' ? 0 : 2,
    ...(stage !== 'received' && { view: { stage, outcome, since: at, team: [], notes: [] } }),
  };
}

const closed = (outcome: ClosedOutcome) =>
  deal({ stage: 'closed', outcome, closedAt: at, closedBy: by } as Partial<Referral>);
const inboundFrom = (organizationId: string, stage: 'received' | 'accepted') =>
  deal({
    direction: 'inbound',
    sender: { organizationId, name: organizationId },
    stage,
  } as Partial<Referral>);

/** Every kind of deal that somebody may want to invite to (CR-32, CR-33). */
const originals: Record<string, Referral> = {
  'a private deal': deal(),
  'a co-sell deal of ours, Microsoft asked for help': deal({ assistance: 'GeneralOrOther' }),
  'a co-sell deal of ours, Microsoft here': deal({
    parties: [party(MICROSOFT)],
    assistance: 'GeneralOrOther',
  }),
  'a partner-to-partner deal of ours': deal({ parties: [party('litware', 'accepted')] }),
  'a partner-to-partner deal with Microsoft': deal({
    parties: [party('litware', 'accepted'), party(MICROSOFT, 'accepted')],
  }),
  'a solution assessment': deal({ solutions: [{ ...analytics, kind: 'assessment' }] }),
  'an accepted deal from Microsoft': inboundFrom('msft', 'accepted'),
  'an accepted deal from a partner': inboundFrom('litware', 'accepted'),
  'an undecided deal from Microsoft': inboundFrom('msft', 'received'),
  'an undecided deal from a partner': inboundFrom('litware', 'received'),
  'a sent deal that Microsoft has not answered': deal({ stage: 'received' } as Partial<Referral>),
  ...Object.fromEntries(
    (['won', 'lost', 'declined', 'expired', 'withdrawn', 'error', 'other'] as const).map((outcome) => [
      `a deal that is ${outcome}`,
      closed(outcome),
    ]),
  ),
};

type Answer = InviteProblem | undefined;
const forbidden: Record<string, [microsoft: Answer, partner: Answer]> = {
  'a private deal': [undefined, undefined],
  'a co-sell deal of ours, Microsoft asked for help': ['invite-microsoft-already', undefined],
  'a co-sell deal of ours, Microsoft here': ['invite-microsoft-already', undefined],
  'a partner-to-partner deal of ours': [undefined, undefined],
  'a partner-to-partner deal with Microsoft': ['invite-microsoft-already', undefined],
  'a solution assessment': ['invite-assessment', 'invite-assessment'],
  'an accepted deal from Microsoft': ['invite-inbound-microsoft', 'invite-inbound-partner'],
  'an accepted deal from a partner': ['invite-inbound-microsoft', 'invite-inbound-partner'],
  'an undecided deal from Microsoft': ['invite-inbound-microsoft', 'invite-inbound-partner'],
  'an undecided deal from a partner': ['invite-inbound-microsoft', 'invite-inbound-partner'],
  'a sent deal that Microsoft has not answered': ['invite-received', 'invite-received'],
};

/** What inviting that organization does: refused with its code, or the type of deal that it becomes. */
function invited(referral: Referral, organization: string, more: object = {}): string {
  const decision = decideReferral(referral, {
    type: 'partner.invite',
    by: by.personId,
    at,
    guest: { organization, name: organization, referralId: `new-${organization}` },
    invitation: {
      closeDate: '2027-02-01',
      value: { amount: 40, currency: 'USD' },
      solutions: [analytics],
      assistance: 'GeneralOrOther',
      contacts: [],
    },
    consent: true,
    ...more,
  });
  return decision.ok ? dealTypeOf(decision.state) : decision.rejection;
}

describe('partner.invite: who may still be invited', () => {
  for (const [name, original] of Object.entries(originals)) {
    const [microsoft, partner] = forbidden[name] ?? (['invite-closed', 'invite-closed'] as const);
    const withMicrosoft = dealTypeOf(original) === 'co-sell';

    it(`given ${name}, when Microsoft is invited, then ${microsoft ?? 'it becomes co-sell'} (CR-11, CR-32, CR-33)`, () => {
      assert.equal(inviteProblem(original, MICROSOFT), microsoft);
      assert.equal(invited(original, MICROSOFT), microsoft ?? 'co-sell');
    });
    it(`given ${name}, when a partner is invited, then ${partner ?? 'it is the deal of several'} (CR-9, CR-32, CR-33)`, () => {
      assert.equal(inviteProblem(original, 'fabrikam'), partner);
      assert.equal(invited(original, 'fabrikam'), partner ?? (withMicrosoft ? 'co-sell' : 'p2p'));
    });
  }

  const standings: [string, Party, Answer][] = [
    ['has not answered', party('fabrikam'), 'invite-already'],
    ['accepted', party('fabrikam', 'accepted'), 'invite-already'],
    ['won its part', party('fabrikam', 'closed', 'won'), 'invite-already'],
    ['lost its part', party('fabrikam', 'closed', 'lost'), 'invite-already'],
    ['declined', party('fabrikam', 'closed', 'declined'), undefined],
    ['let the time run out', party('fabrikam', 'closed', 'expired'), undefined],
    ['closed it as an error', party('fabrikam', 'closed', 'error'), undefined],
  ];
  for (const [name, standing, problem] of standings) {
    it(`given a partner that ${name}, when it is invited again, then ${problem ?? 'it is, and stands there once'} (CR-33)`, () => {
      const original = deal({ parties: [standing] });
      assert.equal(invited(original, 'fabrikam'), problem ?? 'p2p');
    });
  }

  it('given our own company, when it is invited, then it can’t be', () => {
    assert.equal(invited(deal(), 'contoso'), 'invite-self');
  });

  it('given fifty parties, when another one is invited, then that is too many', () => {
    const parties = Array.from({ length: 50 }, (_, at) => party(`partner-${at}`));
    assert.equal(invited(deal({ parties }), 'fabrikam'), 'invite-too-many');
  });

  it('given no contact with name, e-mail and phone, when Microsoft is invited, then it is asked for; a partner needs none (CR-19)', () => {
    const customer = { ...deal().customer, contacts: [] };
    assert.equal(invited(deal({ customer }), MICROSOFT), 'invite-no-contact');
    assert.equal(invited(deal({ customer }), MICROSOFT, { contact: complete }), 'co-sell');
    assert.equal(invited(deal({ customer }), 'fabrikam'), 'p2p');
  });

  it('given no consent of the customer, when Microsoft is invited, then it is asked for; once given it stands (CR-20)', () => {
    assert.equal(invited(deal(), MICROSOFT, { consent: undefined }), 'invite-no-consent');
    assert.equal(invited(deal({ consent: true }), MICROSOFT, { consent: undefined }), 'co-sell');
    assert.equal(invited(deal(), 'fabrikam', { consent: undefined }), 'p2p');
  });

  it('given Microsoft outside this deployment, when it is invited, then the day stands on the deal (CR-47)', () => {
    const later = '2026-11-18T09:00:00.000Z';
    const value = { amount: 40, currency: 'USD' };
    const decision = decideReferral(deal({ consent: true }), {
      type: 'partner.invite',
      by: 'tenant:anna',
      at: later,
      guest: { organization: MICROSOFT, name: 'Microsoft' },
      invitation: {
        closeDate: '2027-02-01',
        value,
        solutions: [analytics],
        assistance: 'GeneralOrOther',
        contacts: [],
      },
    });
    assert.ok(decision.ok);
    assert.equal(microsoftInvitedAt(decision.state), later);
  });

  it('given Microsoft asked for help, here or elsewhere, then the deal does not become an assessment any more (CR-33)', () => {
    const add = [{ id: 'SA-1', name: 'Cost check', kind: 'assessment' as const }];
    const becomes = (original: Referral) => {
      const decision = decideReferral(original, {
        type: 'deal.solutions',
        ...{
          by: 'tenant:anna',
          at,
          add,
          remove: ['SOL-1'],
          place: 'Milan',
          locations: ['Milan'],
          vetted: true,
          fixed: false,
        },
      });
      return decision.ok ? dealTypeOf(decision.state) : decision.rejection;
    };
    assert.equal(becomes(deal()), 'assessment');
    assert.equal(becomes(deal({ assistance: 'GeneralOrOther' })), 'solutions-not-allowed');
  });

  it('given no solution, or no value, then nobody is invited with it (CR-30)', () => {
    const whole = {
      closeDate: '2027-02-01',
      value: { amount: 40, currency: 'USD' },
      solutions: [analytics],
      contacts: [],
    };
    assert.equal(
      invited(deal(), 'fabrikam', { invitation: { ...whole, solutions: [] } }),
      'invite-incomplete',
    );
    const value = { amount: Number.NaN, currency: 'USD' };
    assert.equal(invited(deal(), 'fabrikam', { invitation: { ...whole, value } }), 'invite-incomplete');
  });
});
