import assert from 'node:assert/strict';
import type { OpenDraft } from '#app/draft/draftRecord.ts';
import type { Known } from '#dialogs/draft/defaults.ts';
import {
  askedAgain,
  atNextStep,
  emptyDraft,
  type Knowledge,
  stepBefore,
  stepProgress,
  withEntries,
} from '#dialogs/draft/steps.ts';
import { dealProblems } from '#domain/draft/dealProblems.ts';
import type { DealEntries, DealStep } from '#domain/draft/draft.ts';
import { NO_HELP } from '#domain/referral/referral.ts';

const AT = '2026-11-16T09:00:00.000Z';
const anna = { name: 'Anna Berg', email: 'anna@contoso.example', phone: '+49 30 5550100' };
const dana = { name: 'Dana Reyes', email: 'dana@fabrikam.example', phone: '+1 206 555 0114' };
const contoso = { name: 'Contoso Ltd', addressLines: [], city: 'Seattle', country: 'US', contacts: [] };
const fabrikam = { ...contoso, name: 'Fabrikam Ltd', city: 'Cleveland' };
const analytics = { id: 'SOL-1', name: 'Analytics', kind: 'own' as const };
const backup = { id: 'SOL-2', name: 'Backup', kind: 'own' as const };
const assessment = { id: 'SA-1', name: 'Cost check', kind: 'assessment' as const };
const rules: Knowledge['rules'] = {
  today: '2026-11-16',
  member: { role: 'referrals-admin', addresses: ['anna@contoso.example'] },
  locations: ['1234567', '7654321'],
  vetted: true,
};

function knowing(known: Partial<Known> = {}): Knowledge {
  const { name, email } = anna;
  return {
    rules,
    known: { me: { name, email }, locations: rules.locations, ofCustomer: () => undefined, ...known },
  };
}

const answers: Partial<Record<DealStep, DealEntries>> = {
  customer: { customer: contoso },
  details: {
    name: 'Cloud',
    location: '1234567',
    value: { amount: 50_000, currency: 'USD' },
    closeDate: '2027-03-31',
  },
  team: { team: [anna] },
  solutions: { solutions: [analytics] },
  selling: { assistance: NO_HELP },
};

/** Answers the present step and goes on. */
function answer(open: OpenDraft, knowledge: Knowledge, given = answers[open.draft.step] ?? {}): OpenDraft {
  return atNextStep(withEntries(open, given), knowledge);
}

function begun(knowledge: Knowledge, given: DealEntries = {}): OpenDraft {
  return atNextStep(withEntries(emptyDraft('deal-1', AT), given), knowledge);
}

function place(open: OpenDraft): string {
  const { number, count } = stepProgress(open, dealProblems(open.draft, rules));
  return `${open.draft.step} ${number}/${count}`;
}

describe('the steps of creating a deal', () => {
  it('given nothing known, when everything is answered, then all steps are asked in their order and the review ends it (CR-18 to CR-25)', () => {
    let open = begun(knowing());
    const seen = [place(open)];
    while (open.draft.step !== 'review') {
      open = answer(open, knowing());
      seen.push(place(open));
    }
    assert.deepEqual(seen, [
      'customer 1/6',
      'details 2/6',
      'team 3/6',
      'solutions 4/6',
      'selling 5/6',
      'review 6/6',
    ]);
    assert.deepEqual(dealProblems(open.draft, rules), []);
    assert.equal(open.draft.formVersion, 6);
  });

  it('given phone, location and selling type of earlier deals and one own solution, when a deal begins, then only customer and details are asked', () => {
    const knowledge = knowing({
      me: anna,
      location: '7654321',
      experienced: true,
      onlySolution: analytics,
    });
    let open = begun(knowledge);
    assert.equal(place(open), 'customer 1/3');
    open = answer(open, knowledge);
    assert.equal(place(open), 'details 2/3');
    assert.equal(open.draft.location, '7654321');
    open = answer(open, knowledge, {
      value: { amount: 1, currency: 'EUR' },
      closeDate: '2027-01-01',
      name: 'Mine',
      location: '7654321',
    });
    assert.equal(place(open), 'review 3/3');
    assert.deepEqual([...open.assumed].sort(), ['assistance', 'solutions', 'team']);
  });

  it('given a line with value and date but no exact customer, when it is chosen, then as many steps are left as were counted', () => {
    const knowledge = knowing({ me: anna, location: '1234567', experienced: true });
    const line = { value: { amount: 50_000, currency: 'USD' }, closeDate: '2027-03-31' };
    let open = begun(knowledge, line);
    // The name follows from the customer: nobody is asked for the details.
    assert.equal(place(open), 'customer 1/3');
    open = answer(open, knowledge);
    assert.equal(place(open), 'solutions 2/3');
  });

  it('given a repeat deal by one line, when it begins, then nothing is asked, all that was assumed is marked, and nothing is assumed that another party would see (CR-20, CR-25)', () => {
    const knowledge = knowing({
      me: anna,
      location: '1234567',
      experienced: true,
      ofCustomer: ({ name }) => (name === 'Contoso Ltd' ? { solutions: [backup] } : undefined),
    });
    const line: DealEntries = {
      customer: contoso,
      value: { amount: 50_000, currency: 'USD' },
      closeDate: '2027-03-31',
    };
    const open = begun(knowledge, line);
    assert.equal(place(open), 'review 1/1');
    assert.deepEqual([...open.assumed].sort(), ['assistance', 'location', 'name', 'solutions', 'team']);
    assert.equal(open.draft.name, 'Contoso Ltd – Backup');
    const { assistance, customerContact, consent } = open.draft;
    assert.deepEqual([assistance, customerContact, consent], [NO_HELP, undefined, undefined]);
  });

  it('given one location only, when a deal begins, then it is not asked (CR-21)', () => {
    const knowledge = knowing({ locations: ['1234567'] });
    const open = begun(knowledge, {
      customer: contoso,
      value: { amount: 1, currency: 'USD' },
      closeDate: '2027-01-01',
    });
    assert.equal(open.draft.step, 'team');
    assert.equal(open.draft.location, '1234567');
  });

  it('given a usual location that the person may no longer use, when a deal begins, then it is asked (CR-3)', () => {
    const open = begun(knowing({ location: '9999999' }), { customer: contoso });
    assert.equal(open.draft.location, undefined);
    assert.equal(open.draft.step, 'details');
  });

  it('given help wanted in this deal but no contact, when the customer is answered, then it is the help’s step that asks for it (CR-19, CR-20)', () => {
    const knowledge = knowing({ me: anna, experienced: true, onlySolution: analytics });
    const help = { assistance: 'QuotesOrLicensing' } as const;
    const open = begun(knowledge, { ...answers.customer, ...answers.details, ...help });
    assert.equal(open.draft.step, 'selling');
  });

  it('given an assessment, when solutions are answered, then selling is not asked: nobody can be invited (CR-24, CR-33)', () => {
    const knowledge = knowing();
    let open = begun(knowledge, { ...answers.customer, ...answers.details, ...answers.team });
    open = answer(open, knowledge, { solutions: [assessment], assessmentPlace: '1234567' });
    assert.equal(open.draft.step, 'review');
    assert.equal(open.draft.assistance, NO_HELP);
  });

  it('given one location only, then the assessment is created for it, and the review says that it was assumed (CR-24)', () => {
    const knowledge = knowing({ locations: ['1234567'] });
    let open = begun(knowledge, { ...answers.customer, ...answers.details, ...answers.team });
    open = answer(open, knowledge, { solutions: [assessment] });
    assert.deepEqual([open.draft.step, open.draft.assessmentPlace], ['review', '1234567']);
    assert.ok(open.assumed.includes('assessmentPlace'));
    open = answer(open, knowledge, { solutions: [backup] });
    assert.equal(open.draft.assessmentPlace, undefined);
  });

  it('given the review, when the customer is changed, then what followed from the first one goes and the rest stays', () => {
    const knowledge = knowing({
      me: anna,
      location: '1234567',
      experienced: true,
      onlySolution: analytics,
      ofCustomer: ({ name }) => (name === 'Contoso Ltd' ? { solutions: [backup] } : undefined),
    });
    let open = begun(knowledge, {
      customer: contoso,
      value: { amount: 1, currency: 'USD' },
      closeDate: '2027-01-01',
    });
    assert.equal(open.draft.step, 'review');
    open = atNextStep(open, knowledge, 'customer');
    assert.ok(open.draft.reviewing);
    open = answer(open, knowledge, { customer: fabrikam });
    assert.equal(open.draft.step, 'review');
    const { draft } = open;
    assert.deepEqual(
      [draft.customerContact, draft.consent, draft.assistance, draft.solutions, draft.name],
      [undefined, undefined, NO_HELP, [analytics], 'Fabrikam Ltd – Analytics'],
    );
    assert.deepEqual(draft.value, { amount: 1, currency: 'USD' });
  });

  it('given another customer, when chosen, then the contact and the consent of the first are not taken along (CR-20)', () => {
    const open = begun(knowing(), { customer: contoso, customerContact: dana, consent: true });
    const other = withEntries(open, { customer: fabrikam });
    assert.deepEqual([other.draft.customerContact, other.draft.consent], [undefined, undefined]);
    const same = withEntries(open, { customer: { ...contoso, postalCode: '98101' } });
    assert.deepEqual([same.draft.customerContact, same.draft.consent], [dana, true]);
  });

  it('given another contact, when entered, then it has to agree anew (CR-20)', () => {
    const open = begun(knowing(), { customer: contoso, customerContact: dana, consent: true });
    const other = { ...dana, name: 'Bo', email: 'bo@fabrikam.example' };
    assert.equal(withEntries(open, { customerContact: other }).draft.consent, undefined);
    assert.equal(withEntries(open, { customerContact: { ...dana, phone: '1234567' } }).draft.consent, true);
    assert.equal(withEntries(open, { customerContact: other, consent: true }).draft.consent, true);
  });

  it('given a date that passed while it waited, when it goes on, then the details are asked again', () => {
    const knowledge = knowing({ me: anna });
    const open = begun(knowledge, {
      ...answers.customer,
      ...answers.details,
      ...answers.solutions,
      ...answers.selling,
    });
    assert.equal(open.draft.step, 'review');
    const later = { ...knowledge, rules: { ...rules, today: '2027-04-01' } };
    assert.equal(atNextStep(open, later).draft.step, 'details');
  });

  it('given three answered steps, when one goes back, then each was asked and what was entered is there', () => {
    let open = begun(knowing());
    assert.equal(stepBefore(open, knowing()), undefined);
    open = answer(answer(open, knowing()), knowing());
    assert.equal(open.draft.step, 'team');
    assert.equal(stepBefore(open, knowing()), 'details');
    open = atNextStep(open, knowing(), 'details');
    assert.deepEqual([stepBefore(open, knowing()), open.draft.name], ['customer', 'Cloud']);
    assert.equal(place(open), 'details 2/6');
  });

  it('given a review of which nothing was asked, when one goes back, then the last step opens', () => {
    const knowledge = knowing({
      me: anna,
      location: '1234567',
      experienced: true,
      onlySolution: analytics,
    });
    const open = begun(knowledge, {
      customer: contoso,
      value: { amount: 1, currency: 'USD' },
      closeDate: '2027-01-01',
    });
    assert.equal(open.draft.step, 'review');
    assert.equal(stepBefore(open, knowing()), 'selling');
  });

  it('given the name that was made of the customer’s and left as it stood in the form, when the customer is another one, then it is made anew; a name of one’s own stays (CR-18)', () => {
    const knowledge = knowing({ me: anna });
    for (const name of [contoso.name, `${contoso.name} – Analytics`]) {
      const given = { ...answers.details, ...answers.customer, ...answers.solutions, name };
      const open = begun(knowledge, given);
      assert.equal(answer(open, knowledge, { customer: fabrikam }).draft.name, 'Fabrikam Ltd – Analytics');
    }
    const own = begun(knowledge, { ...answers.details, ...answers.customer, ...answers.solutions });
    assert.equal(answer(own, knowledge, { customer: fabrikam }).draft.name, 'Cloud');
  });

  it('given what could not be used of a later step, when an earlier one is answered, then it is kept for its turn', () => {
    const refused = {
      details: { typed: { value: 'a lot' }, problems: { value: { code: 'value-unreadable' } } },
    };
    const open = atNextStep({ ...emptyDraft('deal-1', AT), refused }, knowing());
    assert.equal(open.draft.step, 'customer');
    const next = answer(open, knowing());
    assert.deepEqual(next.refused?.details, refused.details);
    assert.equal(answer(next, knowing()).refused?.details, undefined);
  });

  it('given a refused form, when it is asked again, then it is a new form of the same step', () => {
    const open = begun(knowing());
    const again = askedAgain(open, { typed: { customer: 'x' }, problems: {} });
    assert.deepEqual([again.draft.step, again.draft.formVersion], ['customer', open.draft.formVersion + 1]);
    assert.deepEqual(again.refused?.customer?.typed, { customer: 'x' });
  });

  it('given an entry that was assumed, when the person gives it, then it is no longer marked', () => {
    const knowledge = knowing({ me: anna });
    const open = begun(knowledge);
    assert.ok(open.assumed.includes('team'));
    const given = answer(open, knowledge, { ...answers.customer, team: [anna, dana] });
    assert.ok(!given.assumed.includes('team'));
    assert.equal(given.draft.team?.length, 2);
  });
});
