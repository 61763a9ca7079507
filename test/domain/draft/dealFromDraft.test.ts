import assert from 'node:assert/strict';
import { dealFromDraft } from '#domain/draft/dealFromDraft.ts';
import { type DealProblemCode, type DealRules, dealProblems } from '#domain/draft/dealProblems.ts';
import type { DealDraft, DealEntries } from '#domain/draft/draft.ts';
import { dealTypeOf } from '#domain/referral/dealType.ts';
import { NO_HELP } from '#domain/referral/referral.ts';

const AT = '2026-11-16T09:00:00.000Z';
const me = { name: 'Anna Berg', email: 'anna@contoso.example', phone: '+49 30 5550100' };
const reyes = { name: 'Dana Reyes', email: 'dana@fabrikam.example', phone: '+1 206 555 0114' };
const analytics = { id: 'SOL-1', name: 'Analytics', kind: 'own' as const };
const assessment = { id: 'SA-1', name: 'Cost assessment', kind: 'assessment' as const };

const rules: DealRules = {
  today: '2026-11-16',
  member: { role: 'referrals-admin', addresses: ['anna@contoso.example'] },
  locations: ['1234567'],
  vetted: true,
};

const whole: DealEntries = {
  customer: {
    name: 'Fabrikam Ltd',
    addressLines: ['1 Main Street'],
    city: 'Cleveland',
    country: 'US',
    contacts: [],
  },
  name: 'Cloud migration',
  location: '1234567',
  value: { amount: 50_000, currency: 'USD' },
  closeDate: '2027-03-31',
  team: [me],
  solutions: [analytics],
  assistance: NO_HELP,
};
const coSell: DealEntries = { assistance: 'QuotesOrLicensing', customerContact: reyes, consent: true };

function draftOf(entries: DealEntries): DealDraft {
  const step = 'review' as const;
  return { id: 'deal-1', startedAt: AT, step, answered: [], reviewing: true, formVersion: 7, ...entries };
}

const creation = { organization: 'contoso', personId: 'tenant:anna', at: AT, engagementId: 'engagement-1' };

/** An invitation that waits for its deal. */
const fabrikam = {
  organization: 'fabrikam',
  name: 'Fabrikam',
  referralId: 'r-fabrikam',
  closeDate: '2027-02-01',
  value: { amount: 40, currency: 'USD' },
  solutions: [analytics],
  contacts: [],
};

describe('creating a deal with partners', () => {
  const microsoft = { name: 'Microsoft', referralId: 'r-msft' };

  it('given partners and no help, then they are invited with it and it is partner to partner (CR-9, CR-31)', () => {
    const made = dealFromDraft(draftOf({ ...whole, invitations: [fabrikam] }), rules, {
      ...creation,
      microsoft,
    });
    assert.ok(made.ok);
    assert.deepEqual(
      made.referral.parties?.map(({ role, organization, referralId }) => [role, organization, referralId]),
      [['invited', 'fabrikam', 'r-fabrikam']],
    );
    assert.equal(dealTypeOf(made.referral), 'p2p');
  });

  it('given partners and help from Microsoft, then both are invited and it is co-sell (CR-8, CR-31)', () => {
    const draft = draftOf({ ...whole, ...coSell, invitations: [fabrikam] });
    const made = dealFromDraft(draft, rules, { ...creation, microsoft });
    assert.ok(made.ok);
    assert.deepEqual(
      made.referral.parties?.map(({ organization }) => organization),
      ['msft', 'fabrikam'],
    );
    assert.equal(dealTypeOf(made.referral), 'co-sell');
  });

  const wrong: [what: string, entries: DealEntries, code: DealProblemCode][] = [
    [
      'an assessment (CR-33)',
      { solutions: [assessment], assessmentPlace: '1234567', invitations: [fabrikam] },
      'partners-assessment',
    ],
    [
      'a date that has passed while the draft waited',
      { invitations: [{ ...fabrikam, closeDate: '2026-11-15' }] },
      'partners-date-past',
    ],
    [
      'more than twenty partners',
      { invitations: Array.from({ length: 21 }, (_, at) => ({ ...fabrikam, organization: `o${at}` })) },
      'partners-too-many',
    ],
  ];
  for (const [what, entries, code] of wrong) {
    it(`given ${what}, then ${code} at the step of partners`, () => {
      assert.deepEqual(dealProblems({ ...whole, ...entries }, rules), [{ step: 'partners', code }]);
    });
  }
});

describe('creating a deal', () => {
  it('given a whole draft, when created, then it is an outbound deal in the Accepted stage, made and accepted by its person (CR-28)', () => {
    const made = dealFromDraft(draftOf({ ...whole, notes: 'n', crmId: 'C-1' }), rules, creation);
    assert.ok(made.ok);
    const { referral } = made;
    assert.deepEqual([referral.direction, referral.stage, referral.id], ['outbound', 'accepted', 'deal-1']);
    assert.deepEqual(referral.acceptedBy, { kind: 'person', personId: 'tenant:anna' });
    assert.deepEqual(
      [referral.createdBy, referral.createdAt, referral.acceptedAt],
      [referral.acceptedBy, AT, AT],
    );
    assert.deepEqual([referral.engagementId, referral.organization], ['engagement-1', 'contoso']);
    assert.deepEqual([referral.notes, referral.crmId, referral.location], ['n', 'C-1', '1234567']);
    assert.equal(referral.expiresAt, '2026-11-30T09:00:00.000Z');
    assert.equal(dealTypeOf(referral), 'private');
  });

  it('given help from Microsoft, when created, then it is co-sell with the contact and the consent (CR-19, CR-20, CR-25)', () => {
    const made = dealFromDraft(draftOf({ ...whole, ...coSell }), rules, creation);
    assert.ok(made.ok);
    assert.equal(dealTypeOf(made.referral), 'co-sell');
    assert.deepEqual([made.referral.customer.contacts, made.referral.consent], [[reyes], true]);
    assert.equal(made.referral.microsoftInvitedAt, made.referral.createdAt);
  });

  it('given a private deal, when created, then a consent that was ticked says nothing (CR-20)', () => {
    const made = dealFromDraft(draftOf({ ...whole, consent: true }), rules, creation);
    assert.ok(made.ok);
    assert.equal(made.referral.consent, undefined);
  });

  it('given an assessment with its place, when created, then that is its type (CR-10, CR-24)', () => {
    const entries = { ...whole, solutions: [assessment], assessmentPlace: '1234567' };
    const made = dealFromDraft(draftOf(entries), rules, creation);
    assert.ok(made.ok);
    assert.deepEqual([dealTypeOf(made.referral), made.referral.assessmentPlace], ['assessment', '1234567']);
  });
});

describe('what a deal needs', () => {
  const { duns: _duns, ...place } = { duns: '', ...whole.customer };
  const byHand = {
    ...place,
    name: 'Corner shop',
    byHand: true,
    addressLines: ['1 Side Street'],
    contacts: [],
  };
  const cases: readonly [string, DealEntries, string, DealProblemCode[], Partial<DealRules>?][] = [
    ['CR-18', { customer: undefined }, 'customer', ['customer-missing']],
    ['CR-18', { customer: { ...byHand, city: undefined } }, 'customer', ['customer-incomplete']],
    ['CR-18', { customer: { ...byHand, country: 'Germany' } }, 'customer', ['customer-incomplete']],
    ['CR-19', { ...coSell, customerContact: undefined }, 'selling', ['contact-missing']],
    ['CR-19', { ...coSell, customerContact: { name: 'Dana' } }, 'selling', ['contact-incomplete']],
    ['CR-20', { ...coSell, consent: false }, 'selling', ['consent-missing']],
    ['CR-20', { ...coSell, consent: undefined }, 'selling', ['consent-missing']],
    ['CR-21', { name: '  ' }, 'details', ['name-missing']],
    ['CR-21', { name: 'x'.repeat(251) }, 'details', ['name-too-long']],
    ['CR-21', { location: undefined }, 'details', ['location-missing']],
    ['CR-3', { location: '7654321' }, 'details', ['location-not-yours']],
    ['CR-4', {}, 'details', ['location-not-yours'], { locations: [] }],
    ['CR-21', { value: undefined }, 'details', ['value-missing']],
    ['CR-21', { value: { amount: 0, currency: 'USD' } }, 'details', ['value-invalid']],
    ['CR-21', { value: { amount: Number.NaN, currency: 'USD' } }, 'details', ['value-invalid']],
    ['CR-21', { value: { amount: 5, currency: 'usd' } }, 'details', ['value-invalid']],
    ['CR-21', { closeDate: undefined }, 'details', ['close-date-missing']],
    ['CR-21', { closeDate: '2026-11-15' }, 'details', ['close-date-past']],
    ['CR-21', { closeDate: '2036-11-17' }, 'details', ['close-date-far']],
    ['CR-21', { notes: 'x'.repeat(4001) }, 'details', ['notes-too-long']],
    ['CR-21', { crmId: 'x'.repeat(101) }, 'details', ['id-too-long']],
    ['CR-22', { team: [] }, 'team', ['team-missing']],
    ['CR-22', { team: undefined }, 'team', ['team-missing']],
    ['CR-22', { team: [{ ...me, phone: undefined }] }, 'team', ['team-incomplete']],
    ['CR-22', { team: [{ ...me, email: 'anna' }] }, 'team', ['team-incomplete']],
    ['CR-22', { team: [me, { ...me, name: ' ' }] }, 'team', ['team-incomplete']],
    ['CR-22', { team: Array.from({ length: 51 }, () => me) }, 'team', ['team-too-many']],
    [
      'CR-4',
      { team: [reyes] },
      'team',
      ['team-without-you'],
      { member: { role: 'referrals-user', addresses: ['anna@contoso.example'] } },
    ],
    ['CR-23', { solutions: [] }, 'solutions', ['solutions-missing']],
    ['CR-24', { solutions: [assessment] }, 'solutions', ['assessment-place-missing']],
    [
      'CR-24',
      { solutions: [assessment], assessmentPlace: 'at the customer’s' },
      'solutions',
      ['assessment-place-unknown'],
    ],
    [
      'CR-24',
      { solutions: [assessment, analytics], assessmentPlace: '1234567' },
      'solutions',
      ['assessment-not-alone'],
    ],
    [
      'CR-10',
      { solutions: [assessment], assessmentPlace: '1234567' },
      'solutions',
      ['assessment-not-vetted'],
      { vetted: false },
    ],
    ['CR-25', { assistance: undefined }, 'selling', ['selling-missing']],
    ['CR-25', { assistance: 'Everything' as never }, 'selling', ['selling-missing']],
    [
      'CR-33',
      { ...coSell, solutions: [assessment], assessmentPlace: '1234567' },
      'selling',
      ['assessment-no-help'],
    ],
  ];
  for (const [rule, entries, step, codes, other] of cases) {
    it(`given ${codes.join()}, when checked, then it is said at ${step} (${rule})`, () => {
      const deal = { ...whole, ...entries };
      assert.deepEqual(
        dealProblems(deal, { ...rules, ...other }),
        codes.map((code) => ({ step, code })),
      );
      assert.ok(!dealFromDraft(draftOf(deal), { ...rules, ...other }, creation).ok);
    });
  }

  it('given nothing at all, when checked, then the steps come in their order (CR-18 to CR-25)', () => {
    const steps = dealProblems({}, rules).map(({ step }) => step);
    assert.deepEqual([...new Set(steps)], ['customer', 'details', 'team', 'solutions', 'selling']);
  });

  it('given a customer typed by hand with its place, when checked, then nothing is missing (CR-18)', () => {
    assert.deepEqual(dealProblems({ ...whole, customer: byHand }, rules), []);
  });

  it('given an admin who is not in the team, when checked, then that is allowed (CR-2)', () => {
    assert.deepEqual(dealProblems({ ...whole, team: [reyes] }, rules), []);
  });
});
