import assert from 'node:assert/strict';
import type { Party } from '#domain/referral/party.ts';
import type { Referral, Solution } from '#domain/referral/referral.ts';
import { isEligible, registrationOutlook, spoiledByWinning } from '#domain/registration/registrationRules.ts';
import { registrationPolicyDefaults } from '#domain/values/options.ts';
import { accepted, closed } from '#test/support/referral/samples.ts';

const AT = '2026-11-20T12:00:00.000Z';
const INVITED = '2026-11-04T08:00:00.000Z';
const ANSWERED = '2026-11-06T08:00:00.000Z';
const incentive: Solution = { id: 'SOL-1', name: 'Analytics', kind: 'own', incentive: true };
const plain: Solution = { id: 'SOL-2', name: 'Backup', kind: 'own' };
const assessment: Solution = { id: 'SA-1', name: 'Check', kind: 'assessment', incentive: true };

const microsoft = (view: Party['view'], role: Party['role'] = 'invited'): Party => ({
  role,
  organization: 'msft',
  name: 'Microsoft',
  referralId: 'r-msft',
  ...(role === 'invited' && { invited: { by: { kind: 'person', personId: 'p' }, at: INVITED } }),
  seq: 1,
  view,
});
const stands = (stage: 'received' | 'accepted' | 'closed', outcome?: 'won' | 'lost' | 'declined') =>
  ({ stage, outcome, since: ANSWERED, team: [], notes: [] }) as Party['view'];
const outbound = (changes: Partial<Referral>): Referral =>
  accepted({ direction: 'outbound', solutions: [incentive, plain], ...(changes as object) });

type Row = [title: string, deal: Referral, invited: unknown, accepted: unknown, eligible: boolean];
const rows: Row[] = [
  ['nobody invited: private', outbound({}), [false, undefined], [false, undefined, 'not-invited'], false],
  [
    'Microsoft may only see it (CR-12)',
    outbound({ partnerLed: true, microsoft: true }),
    [false, undefined],
    [false, undefined, 'not-invited'],
    false,
  ],
  [
    'Microsoft invited and undecided',
    outbound({ parties: [microsoft(undefined)] }),
    [true, INVITED],
    [false, undefined, 'undecided'],
    false,
  ],
  [
    'Microsoft invited and accepted',
    outbound({ parties: [microsoft(stands('accepted'))] }),
    [true, INVITED],
    [true, ANSWERED, undefined],
    true,
  ],
  [
    'Microsoft won',
    outbound({ parties: [microsoft(stands('closed', 'won'))] }),
    [true, INVITED],
    [true, ANSWERED, undefined],
    true,
  ],
  [
    'Microsoft declined',
    outbound({ parties: [microsoft(stands('closed', 'declined'))] }),
    [true, INVITED],
    [false, undefined, 'declined'],
    false,
  ],
  [
    'Microsoft lost',
    outbound({ parties: [microsoft(stands('closed', 'lost'))] }),
    [true, INVITED],
    [false, undefined, 'lost'],
    false,
  ],
  [
    'Microsoft asked for help outside this deployment',
    outbound({ assistance: 'GeneralOrOther' }),
    [true, undefined],
    [undefined, undefined, undefined],
    true,
  ],
  [
    'Microsoft asked for help outside this deployment later than the creation (CR-47)',
    outbound({ assistance: 'GeneralOrOther', microsoftInvitedAt: INVITED }),
    [true, INVITED],
    [undefined, undefined, undefined],
    true,
  ],
  [
    'sent by Microsoft through the intake',
    accepted({ solutions: [incentive], sender: { organizationId: 'MSFT' } }),
    [true, '2026-11-02T09:00:00.000Z'],
    [true, '2026-11-02T09:00:00.000Z', undefined],
    true,
  ],
  [
    'sent by Microsoft’s organization here, before its first word',
    accepted({ solutions: [incentive], parties: [microsoft(undefined, 'inviter')] }),
    [true, '2026-11-02T09:00:00.000Z'],
    [true, '2026-11-02T09:00:00.000Z', undefined],
    true,
  ],
  [
    'no incentive-eligible solution',
    outbound({ solutions: [plain], parties: [microsoft(stands('accepted'))] }),
    [true, INVITED],
    [true, ANSWERED, undefined],
    false,
  ],
];

describe('registrationRules', () => {
  for (const [title, deal, invited, answered, eligible] of rows) {
    it(`given ${title}, then each condition says how it stands and since when (CR-44)`, () => {
      const outlook = registrationOutlook(deal, { at: AT });
      const [first, second] = outlook.conditions;
      assert.deepEqual([first?.met, first?.since], invited);
      assert.deepEqual([second?.met, second?.since, second?.microsoft], answered);
      assert.equal(isEligible(outlook), eligible);
    });
  }

  it('given a solution assessment, then never, whoever takes part (CR-44)', () => {
    const deal = outbound({ solutions: [assessment], parties: [microsoft(stands('accepted'))] });
    assert.deepEqual(registrationOutlook(deal, { at: AT }), { never: 'assessment', conditions: [] });
    assert.deepEqual(spoiledByWinning(deal, { at: AT }), []);
  });

  it('given a private deal, then never as it is, and the conditions say what is missing (CR-27, CR-44)', () => {
    const outlook = registrationOutlook(outbound({}), { at: AT });
    assert.equal(outlook.never, 'private');
    assert.equal(isEligible(outlook), false);
  });

  it('given the policy, then each threshold counts by itself and what is not known stops nobody (CR-49)', () => {
    const policy = registrationPolicyDefaults;
    const base = { parties: [microsoft(stands('accepted'))] };
    const of = (changes: Partial<Referral>, at = AT) =>
      registrationOutlook(outbound({ ...base, ...changes } as Partial<Referral>), {
        at,
        policy,
      }).conditions.slice(3);
    const usd = (amount: number) => ({ value: { amount, currency: 'USD' } });
    assert.deepEqual(
      of(usd(25_000)).map(({ met }) => met),
      [true, true, undefined],
    );
    assert.equal(of(usd(24_999.99))[0]?.met, false);
    assert.equal(of({ value: { amount: 1, currency: 'EUR' } })[0]?.met, undefined);
    const soon = of(usd(25_000), '2026-11-05T08:59:59.999Z')[1];
    assert.deepEqual([soon?.met, soon?.since], [false, '2026-11-05T09:00:00.000Z']);
    const customer = { ...outbound({}).customer, microsoftAccountId: '6-ABC' };
    assert.equal(of({ ...usd(25_000), customer })[2]?.met, true);
  });

  it('given a closed deal, then the hours before Won end when it was won (CR-49)', () => {
    const won = closed({ outcome: 'won', closedAt: '2026-11-04T09:00:00.000Z', solutions: [incentive] });
    const { conditions } = registrationOutlook(won, { at: AT, policy: registrationPolicyDefaults });
    assert.equal(conditions.find(({ condition }) => condition === 'hours')?.met, false);
  });

  it('given a deal that is about to be won, then what winning would spoil is named, and nothing else (CR-27, CR-42)', () => {
    const spoiled = (changes: Partial<Referral>) =>
      spoiledByWinning(outbound(changes), { at: AT }).map(({ condition }) => condition);
    assert.deepEqual(spoiled({ parties: [microsoft(undefined)] }), ['accepted']);
    assert.deepEqual(spoiled({}), ['invited', 'accepted']);
    assert.deepEqual(spoiled({ solutions: [plain] }), [], 'it would not be registered anyway');
    assert.deepEqual(spoiled({ parties: [microsoft(stands('accepted'))] }), []);
  });
});
