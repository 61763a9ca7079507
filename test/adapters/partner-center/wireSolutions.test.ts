import assert from 'node:assert/strict';
import { readReferral } from '#adapters/partner-center/readReferral.ts';
import { writeReferral } from '#adapters/partner-center/writeReferral.ts';
import { dealTypeOf } from '#domain/referral/dealType.ts';
import type { Referral, ReferralFacts, Solution } from '#domain/referral/referral.ts';
import { openReferral } from '#domain/referral/snapshot.ts';
import { typedSolution } from '#domain/referral/solutions.ts';
import fromMicrosoft from './fixtures/fromMicrosoft.json' with { type: 'json' };
import outbound from './fixtures/outbound.json' with { type: 'json' };

const AT = '2026-11-12T10:00:00.000Z';

function referralOf(wire: unknown): Referral {
  const read = readReferral(wire);
  assert.ok(read.ok, JSON.stringify(read));
  return JSON.parse(JSON.stringify(openReferral(read.delivery.snapshot, 'litware', AT)));
}

const withSolutions = (...solutions: unknown[]) => ({
  ...fromMicrosoft,
  details: { ...fromMicrosoft.details, requirements: { solutions } },
});

describe('readReferral: solutions (CR-23)', () => {
  const kinds: [given: string, sent: object, kind: string][] = [
    ['nothing said', {}, 'own'],
    ['a partner’s, without publisher', { solutionType: '3P' }, 'own'],
    ['our own name', { solutionType: '3P', publisherName: 'LITWARE PARTNER' }, 'own'],
    ['a part of our name', { solutionType: '3P', publisherName: 'Litware' }, 'own'],
    ['another publisher', { solutionType: '3P', publisherName: 'Fabrikam' }, 'third-party'],
    ['another publisher without type', { publisherName: 'Fabrikam' }, 'third-party'],
    ['1P', { solutionType: '1P' }, 'microsoft'],
    ['the word Microsoft', { solutionType: 'Microsoft' }, 'microsoft'],
    ['Microsoft as publisher', { publisherName: 'Microsoft Corporation' }, 'microsoft'],
    ['an assessment', { solutionType: 'SolutionAssessment' }, 'assessment'],
  ];
  for (const [given, sent, kind] of kinds) {
    it(`given ${given}, then it is ${kind}`, () => {
      const [solution] =
        referralOf(withSolutions({ id: 'SOL-1', name: 'Till', type: 'Name', ...sent })).solutions ?? [];
      assert.equal(solution?.kind, kind);
      assert.equal(solution?.publisher, 'publisherName' in sent ? sent.publisherName : undefined);
    });
  }

  it('given fields of interest, names without id and repeats, then only solutions with an id count', () => {
    const { solutions, wanted } = referralOf(
      withSolutions(
        { id: 'Dynamics365forFieldService', name: 'Field Service', type: 'Category' },
        { name: 'Something', type: 'Name' },
        'SOL-7',
        { id: 'sol-7', name: 'Again' },
        null,
      ),
    );
    assert.deepEqual(solutions, [{ id: 'SOL-7', name: 'SOL-7', kind: 'own' }]);
    assert.deepEqual(wanted.solutions, ['Field Service', 'Something', 'SOL-7', 'Again']);
  });
});

describe('readReferral: what tells a deal apart', () => {
  it('given ids of the customer, then the D-U-N-S number and Microsoft’s account id are read (CR-18)', () => {
    const ids = [
      { profileType: 'DUNS', id: '00-000-0042' },
      { profileType: 'External', id: '6-ABCDEFG23XB' },
    ];
    const { customer } = referralOf({
      ...fromMicrosoft,
      customerProfile: { ...fromMicrosoft.customerProfile, ids },
    });
    assert.deepEqual([customer.duns, customer.microsoftAccountId], ['000000042', '6-ABCDEFG23XB']);
  });

  it('given ids and consent that nobody can read, then the referral comes in without them', () => {
    for (const odd of [
      'x',
      7,
      [7],
      { profileType: 'Duns', id: '12' },
      { profileType: 'Duns', id: '999-999-999' },
      [{ profileType: [], id: {} }],
    ]) {
      const { customer, consent } = referralOf({
        ...fromMicrosoft,
        customerProfile: { name: 'A', ids: odd },
        consent: odd,
        registrationStatus: {},
        type: [],
      });
      assert.deepEqual(
        [customer.duns, customer.microsoftAccountId, consent],
        [undefined, undefined, undefined],
      );
    }
  });

  const shared = (type: string, seen: boolean | undefined) => ({
    ...outbound,
    type,
    consent: { consentToShareReferralWithMicrosoftSellers: seen },
  });
  const visible: [given: string, wire: object, type: string][] = [
    ['an outbound Independent one', shared('Independent', false), 'private'],
    ['an outbound one seen by Microsoft', shared('Independent', true), 'co-sell'],
    ['an outbound Shared one that says nothing', shared('SHARED', undefined), 'co-sell'],
    ['an outbound Shared one without Microsoft', shared('Shared', false), 'private'],
    ['an inbound one of another partner', { ...fromMicrosoft, inviteContext: invitedBy('other') }, 'p2p'],
    [
      'an inbound one of another partner that Microsoft sees',
      { ...shared('Shared', true), direction: 'Incoming', inviteContext: invitedBy('other') },
      'co-sell',
    ],
  ];
  for (const [given, wire, type] of visible) {
    it(`given ${given}, then it is ${type} (CR-7 to CR-9)`, () => {
      assert.equal(dealTypeOf(referralOf(wire)), type);
    });
  }
});

function invitedBy(organizationId: string) {
  return { invitedBy: { organizationId } };
}

describe('writeReferral: what was changed in a deal', () => {
  const sent = [
    { id: 'Azure', name: 'Azure', type: 'Category' },
    { id: 'SOL-2', name: 'Till Cloud', type: 'Name', price: 7 },
    { name: 'Without id' },
    'SOL-3',
  ];
  const wire = withSolutions(...sent);
  const written = (changes: Partial<ReferralFacts>) =>
    writeReferral(wire, { ...referralOf(wire), ...changes }) as unknown as typeof wire & { consent: object };

  it('given a solution removed and others added, then the rest stands there exactly as it was sent (CR-39)', () => {
    const added: Solution = { id: 'MS-1', name: 'Azure SQL', kind: 'microsoft', publisher: 'Microsoft' };
    const typed = typedSolution('Ledger', 'Fabrikam') as Solution;
    const kept: Solution = { id: 'sol-2', name: 'Till Cloud', kind: 'own', incentive: true };
    assert.deepEqual(written({ solutions: [kept, added, typed] }).details.requirements.solutions, [
      sent[0],
      sent[1],
      sent[2],
      { id: 'MS-1', name: 'Azure SQL', type: 'Name', publisherName: 'Microsoft', solutionType: '1P' },
      { name: 'Ledger', type: 'Name', publisherName: 'Fabrikam', solutionType: '3P' },
    ]);
  });

  it('given solutions in another order and with our flags, then nothing is written anew', () => {
    const solutions = [...(referralOf(wire).solutions ?? [])]
      .reverse()
      .map((one) => ({ ...one, incentive: true }));
    assert.equal(written({ solutions }).details.requirements.solutions, wire.details.requirements.solutions);
  });

  it('given one typed in by hand that came back from there, then it stands there once, and goes when it is removed', () => {
    const typed = typedSolution('Ledger', 'Fabrikam') as Solution;
    const back = withSolutions(
      { id: 'SOL-2', name: 'Till Cloud' },
      { name: 'Ledger', type: 'Name', publisherName: 'Fabrikam', solutionType: '3P' },
    );
    const here = referralOf(back);
    const { solutions = [] } = here;
    assert.deepEqual(writeReferral(back, { ...here, solutions: [...solutions, typed] }), back);
    const { details } = writeReferral(back, here) as unknown as typeof back;
    assert.deepEqual(details.requirements.solutions, [{ id: 'SOL-2', name: 'Till Cloud' }]);
  });

  it('given consent and help asked for here, then they stand in their places (CR-20, CR-25)', () => {
    const { consent, inviteContext } = written({ consent: false, assistance: 'QuotesOrLicensing' });
    assert.deepEqual(consent, { consentToToShareInfoWithOthers: false, consentToContact: false });
    assert.deepEqual(inviteContext, { ...wire.inviteContext, assistanceRequestCode: 'QuotesOrLicensing' });
  });

  it('given a record from before help, consent and solutions were read, then they stay as they were sent', () => {
    const { assistance: _1, consent: _2, solutions: _3, ...before } = referralOf(wire);
    assert.deepEqual(writeReferral(wire, before as Referral), wire);
  });

  it('given an amount whose currency nobody knows, then the sender’s word stays', () => {
    const odd = { ...wire, details: { ...wire.details, currency: 'Euro' } };
    assert.deepEqual(writeReferral(odd, referralOf(odd)), odd);
  });
});
