import assert from 'node:assert/strict';
import { dealActionNames, dealActions, othersInTeam } from '#domain/list/dealActions.ts';
import type { AcceptedReferral, Referral } from '#domain/referral/referral.ts';
import type { Membership } from '#domain/referral/rights.ts';
import { registrationPolicyDefaults } from '#domain/values/options.ts';
import { accepted, closed, received } from '#test/support/referral/samples.ts';
import { decision, filing, microsoftsDeal, wonDeal } from '#test/support/registration/registered.ts';

const HERE = '1234567';
const member = (
  role: Membership['role'],
  locations: Membership['locations'],
  address: string,
): Membership => ({
  role,
  locations,
  addresses: [address],
});
const BO = 'bo.partner@contoso.example';
const OTHER = 'other@contoso.example';

const states: Readonly<Record<string, Referral>> = {
  'received, inbound': received(),
  'received, outbound': received({ direction: 'outbound' }),
  accepted: accepted(),
  'accepted, outbound': accepted({ direction: 'outbound' }),
  ...Object.fromEntries(
    (['won', 'lost', 'declined', 'expired', 'error', 'other'] as const).map((outcome) => [
      outcome,
      closed({ outcome }),
    ]),
  ),
};

const personal: Readonly<Record<string, readonly [front: string, more: string]>> = {
  'received, inbound': [
    'referral.accept referral.decline',
    'deal.handover timeline.show chat deal.start view',
  ],
  'received, outbound': ['deal.handover', 'timeline.show chat deal.start view'],
  // From an inbound record nobody invites (CR-32).
  accepted: [
    'stage.next deal.edit',
    'stage.mark deal.handover timeline.show chat deal.team deal.solutions deal.start view',
  ],
  'accepted, outbound': [
    'stage.next deal.edit',
    'stage.mark partner.invite deal.handover timeline.show chat deal.team deal.solutions deal.start view',
  ],
};
const channel: Readonly<Record<string, string>> = {
  'received, inbound': 'referral.accept referral.decline deal.ask',
  'received, outbound': 'deal.ask',
  accepted: 'deal.ask',
  'accepted, outbound': 'deal.ask',
};

// Seeing a deal and being allowed to edit it go together (CR-2 to CR-4), so that a reader sees all or asks.
const readers: readonly [who: string, reader: Membership | undefined, sees: boolean][] = [
  ['whom it was made for', undefined, true],
  ['a company admin (CR-2)', member('referrals-admin', 'all', OTHER), true],
  ['an admin of its location (CR-3)', member('referrals-admin', [HERE], OTHER), true],
  ['an admin of another location (CR-3)', member('referrals-admin', ['7654321'], BO), false],
  ['a seller in its team (CR-4)', member('referrals-user', [HERE], BO), true],
  ['a seller in its team, of another location (CR-4)', member('referrals-user', ['7654321'], BO), false],
  ['a seller not in its team (CR-4)', member('referrals-user', 'all', OTHER), false],
];

describe('dealActions', () => {
  it('given a solution assessment of ours, then nobody can be invited, and it is not offered (CR-33)', () => {
    const solutions = [{ id: 'SA-1', name: 'Cost check', kind: 'assessment' as const }];
    const referral = accepted({ direction: 'outbound', solutions });
    const { more } = dealActions({ referral, audience: 'personal', others: true });
    assert.ok(!more.includes('partner.invite'));
  });

  for (const [state, referral] of Object.entries(states)) {
    const [front, more] = personal[state] ?? ['', 'timeline.show deal.start view'];
    const open = referral.stage !== 'closed';
    for (const [who, reader, sees] of readers) {
      it(`given ${state} in the chat of ${who}, then ${sees ? `${front || 'nothing'} in front, and ${more}` : open ? 'deal.ask' : 'nothing'} (CR-39, CR-50)`, () => {
        const actions = dealActions({ referral, audience: 'personal', reader, others: true });
        const expected = sees ? [front, more] : [open ? 'deal.ask' : '', ''];
        assert.deepEqual([actions.front.join(' '), actions.more.join(' ')], expected);
      });
    }

    it(`given ${state} in a channel, then ${channel[state] ?? 'nothing'} in front, whoever reads it`, () => {
      for (const reader of [undefined, ...readers.map(([, one]) => one)]) {
        const actions = dealActions({ referral, audience: 'channel', reader, others: true });
        assert.deepEqual([actions.front.join(' '), actions.more.join(' ')], [channel[state] ?? '', 'view']);
      }
    });

    it(`given ${state} and closing as an error is switched on, then it is behind the menu as long as nobody accepted it (CR-43)`, () => {
      const input = { referral, audience: 'personal', others: true } as const;
      const named = ({ closeAsError = true }) =>
        dealActions({ ...input, options: { closeAsError } }).more.includes('deal.error');
      assert.deepEqual([named({}), named({ closeAsError: false })], [referral.stage === 'received', false]);
      const channelCopy = dealActions({ ...input, audience: 'channel', options: { closeAsError: true } });
      assert.ok(!channelCopy.more.includes('deal.error'));
    });

    it(`given ${state} and nobody else in the team, then there is no chat`, () => {
      for (const audience of ['personal', 'channel'] as const) {
        const { front: first, more: rest } = dealActions({ referral, audience, others: false });
        assert.ok(![...first, ...rest].includes('chat'));
      }
    });

    it(`given ${state}, then at most three stand in front, nothing twice, and all in the one order`, () => {
      for (const audience of ['personal', 'channel'] as const) {
        const actions = dealActions({ referral, audience, others: true });
        const counts = `${actions.front.length} in front, at most three; ${actions.more.length} behind the menu, at most ten`;
        assert.ok(actions.front.length <= 3 && actions.more.length <= 10, counts);
        for (const row of [actions.front, actions.more]) {
          const order = row.map((action) => dealActionNames.indexOf(action));
          assert.deepEqual(
            order,
            [...new Set(order)].sort((one, other) => one - other),
          );
        }
      }
    });
  }
});

describe('dealActions, of a referral without a location', () => {
  const admin = member('referrals-admin', 'all', OTHER);
  const offered = (
    referral: Referral,
    reader?: Membership,
    audience: 'personal' | 'channel' = 'personal',
  ) => {
    const { front, more } = dealActions({ referral, audience, reader, others: true });
    return [...front, ...more].includes('deal.locate');
  };

  it('given it waits or is accepted, then admins of the whole company can set it, in the chat only (CR-30)', () => {
    for (const referral of [received({ location: undefined }), accepted({ location: undefined })]) {
      assert.equal(offered(referral, admin), true);
      assert.equal(offered(referral, admin, 'channel'), false);
      assert.equal(offered(referral, member('referrals-user', 'all', BO)), false);
      assert.equal(offered({ ...referral, direction: 'outbound' }, admin), false);
      assert.equal(offered({ ...referral, organization: 'msft' }, admin), false, 'Microsoft has none');
      assert.equal(offered({ ...referral, location: HERE }, admin), false);
      const { front, more } = dealActions({ referral, audience: 'personal', reader: admin, others: true });
      assert.ok(front.length <= 3 && more.length <= 10);
    }
    assert.equal(offered(closed({ location: undefined }), admin), false);
  });
});

describe('dealActions, of a registration', () => {
  const admin = member('referrals-admin', 'all', OTHER);
  const seller = member('referrals-user', 'all', BO);
  const front = (referral: Referral, reader?: Membership, more: object = {}) =>
    dealActions({ referral, audience: 'personal', reader, others: true, ...more }).front.join(' ');
  const asked = [decision('take'), decision('ask')];

  it('given a won deal that is eligible, then registering comes first, until it is handed in, and again when it is asked for (CR-46, CR-48)', () => {
    assert.equal(front(wonDeal(), seller), 'registration.register');
    assert.equal(front(wonDeal({ solutions: [] }), seller), '');
    assert.equal(front(wonDeal({ registrationFiling: filing() }), seller), '');
    assert.equal(front(wonDeal({ registrationFiling: filing() }, asked), seller), 'registration.register');
    assert.equal(front(wonDeal({ outcome: 'lost' }), seller), '');
    const registrationPolicy = { ...registrationPolicyDefaults, minimumValueUsd: 1_000_000 };
    assert.equal(front(wonDeal(), seller, { options: { registrationPolicy } }), '', 'by policy (CR-49)');
  });

  it('given a registration on Microsoft’s record, then its admins review it in any state of their own, while it is their turn (CR-48)', () => {
    for (const state of ['accepted', 'won', 'lost'] as const) {
      const waiting = microsoftsDeal(filing(), [], state);
      assert.ok(front(waiting, admin).startsWith('registration.review'), state);
      assert.ok(!front(waiting, seller).includes('registration.review'), state);
      assert.ok(!front(microsoftsDeal(filing(), asked, state), admin).includes('registration.review'), state);
      assert.ok(front(waiting, admin).split(' ').length <= 3);
    }
  });

  it('given a channel, then nobody registers or reviews there', () => {
    for (const referral of [wonDeal(), microsoftsDeal(filing())]) {
      const { front: first, more } = dealActions({ referral, audience: 'channel', others: true });
      assert.ok(
        ![...first, ...more].some(
          (action) => action === 'registration.register' || action === 'registration.review',
        ),
      );
    }
  });
});

describe('othersInTeam', () => {
  const team = [
    { name: 'Bo', email: 'Bo.Partner@contoso.example' },
    { name: 'No Mail' },
    { name: 'Again', email: ' bo.partner@contoso.example' },
    { name: 'Uma', email: 'uma@contoso.example' },
  ];

  it('given a team, then everybody with an address but the reader, each once', () => {
    assert.deepEqual(othersInTeam({ team }, undefined), [BO, 'uma@contoso.example']);
    assert.deepEqual(othersInTeam({ team }, member('referrals-user', 'all', 'uma@contoso.example')), [BO]);
  });

  it('given assessments stay as they were created, then their solutions are not offered, those of other deals are (CR-24)', () => {
    const assessment = { id: 'SA-1', name: 'Cost check', kind: 'assessment' as const };
    const offered = (solutions: AcceptedReferral['solutions'], assessmentsFixed: boolean) => {
      const referral = accepted({ solutions });
      const input = { referral, audience: 'personal', others: true } as const;
      return dealActions({ ...input, options: { assessmentsFixed } }).more.includes('deal.solutions');
    };
    assert.deepEqual(
      [offered([assessment], true), offered([assessment], false), offered([], true)],
      [false, true, true],
    );
  });
});
