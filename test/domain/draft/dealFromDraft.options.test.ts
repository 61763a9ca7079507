import assert from 'node:assert/strict';
import { dealFromDraft } from '#domain/draft/dealFromDraft.ts';
import { dealProblems } from '#domain/draft/dealProblems.ts';
import type { DealDraft, DealEntries } from '#domain/draft/draft.ts';
import { dealTypeOf } from '#domain/referral/dealType.ts';
import { NO_HELP } from '#domain/referral/referral.ts';
import { defaultOptions, type Options } from '#domain/values/options.ts';

const AT = '2026-11-16T09:00:00.000Z';
const me = { name: 'Anna Berg', email: 'anna@contoso.example', phone: '+49 30 5550100' };
const reyes = { name: 'Dana Reyes', email: 'dana@fabrikam.example', phone: '+1 206 555 0114' };
const analytics = { id: 'SOL-1', name: 'Analytics', kind: 'own' as const };
const assessment = { id: 'SA-1', name: 'Cost assessment', kind: 'assessment' as const };
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
const checked: DealEntries = { ...whole, solutions: [assessment], assessmentPlace: '1234567' };

const rulesWith = (options: Partial<Options>) => ({
  today: '2026-11-16',
  member: { role: 'referrals-admin' as const, addresses: [] },
  locations: ['1234567'],
  vetted: true,
  options: { ...defaultOptions, ...options },
});
const problems = (entries: DealEntries, options: Partial<Options>) =>
  dealProblems(entries, rulesWith(options)).map(({ step, code }) => `${step} ${code}`);
const made = (entries: DealEntries, options: Partial<Options>) => {
  const draft: DealDraft = {
    id: 'd',
    startedAt: AT,
    step: 'review',
    answered: [],
    reviewing: true,
    formVersion: 1,
    ...entries,
  };
  const creation = { organization: 'contoso', personId: 'tenant:anna', at: AT, engagementId: 'e' };
  const result = dealFromDraft(draft, rulesWith(options), creation);
  return result.ok ? result.referral : assert.fail(JSON.stringify(result.problems));
};

describe('Creating a deal with the later rules', () => {
  it('given notes are required, then a deal without them is not created, and blanks are none (CR-21)', () => {
    for (const notes of [undefined, '', ' \n']) {
      assert.deepEqual(problems({ ...whole, notes }, { notesRequired: true }), ['details notes-missing']);
      assert.deepEqual(problems({ ...whole, notes }, {}), []);
    }
    assert.deepEqual(problems({ ...whole, notes: 'Why' }, { notesRequired: true }), []);
  });

  it('given details of assessments are required, then one needs a whole contact and notes, and another deal does not (CR-24)', () => {
    const on = { assessmentDetailsRequired: true };
    const missing = ['customer assessment-contact-missing', 'details notes-missing'];
    assert.deepEqual(problems(checked, on), missing);
    assert.deepEqual(problems({ ...checked, customerContact: { name: 'Dana' } }, on), missing);
    assert.deepEqual(problems({ ...checked, customerContact: reyes, notes: 'Why' }, on), []);
    assert.deepEqual(problems(checked, {}), []);
    assert.deepEqual(problems(whole, on), []);
  });

  it('given partner-led is chosen, then Microsoft may see the deal, and whoever is named in it must have agreed (CR-12, CR-20)', () => {
    const on = { partnerLed: true };
    const led = { ...whole, partnerLed: true };
    assert.equal(dealTypeOf(made(led, on)), 'partner-led');
    const named = { ...led, customerContact: reyes };
    assert.deepEqual(problems(named, on), ['selling consent-missing']);
    const deal = made({ ...named, consent: true }, on);
    assert.deepEqual([deal.partnerLed, deal.consent, deal.customer.contacts], [true, true, [reyes]]);
  });

  it('given the option is off, help is wanted, or it is an assessment, then partner-led counts for nothing (CR-12, CR-33)', () => {
    assert.equal(dealTypeOf(made({ ...whole, partnerLed: true }, {})), 'private');
    const help = {
      ...whole,
      partnerLed: true,
      assistance: 'GeneralOrOther' as const,
      customerContact: reyes,
      consent: true,
    };
    assert.equal(dealTypeOf(made(help, { partnerLed: true })), 'co-sell');
    const deal = made({ ...checked, partnerLed: true }, { partnerLed: true });
    assert.deepEqual([dealTypeOf(deal), deal.partnerLed], ['assessment', undefined]);
  });
});
