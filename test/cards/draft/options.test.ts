import assert from 'node:assert/strict';
import { draftCard } from '#cards/draft/draft.card.ts';
import { readText } from '#dialogs/reading/draft/readText.ts';
import { NO_HELP } from '#domain/referral/referral.ts';
import { defaultOptions, type Options } from '#domain/values/options.ts';
import { ofType } from '#test/support/cards/cardParts.ts';
import { codesOf, draftView, press } from '#test/support/draft/draftViews.ts';

const withOptions = (options: Partial<Options>) => ({ options: { ...defaultOptions, ...options } });
const dana = { name: 'Dana Reyes', email: 'dana@customer.example', phone: '+1 206 555 0114' };
const assessment = { id: 'SA-1', name: 'Cost check', kind: 'assessment' as const };

describe('deal.create forms with the later rules', () => {
  it('given partner-led is an option, then it is offered, and answered as no help that Microsoft may see (CR-12)', () => {
    const on = draftView('selling', withOptions({ partnerLed: true }));
    const answers = ofType(draftCard(on), 'Action.Execute').flatMap(({ title, data }) => {
      const { selling } = data as { selling?: string };
      return selling ? [[title, selling]] : [];
    });
    assert.deepEqual(answers, [
      ['Private', 'Unknown'],
      ['Partner-led', 'PartnerLed'],
    ]);
    const read = press(on, { assistance: 'PartnerLed' });
    assert.ok(read.ok);
    assert.deepEqual([read.changes.assistance, read.changes.partnerLed], [NO_HELP, true]);
    const back = press(draftView('selling', on, { partnerLed: true }), { assistance: 'Unknown' });
    assert.ok(back.ok && 'partnerLed' in back.changes && back.changes.partnerLed === undefined);
  });

  it('given the customer has a contact, then partner-led takes the consent in the same form (CR-12, CR-20)', () => {
    const view = draftView('selling', withOptions({ partnerLed: true }), { customerContact: dana });
    assert.deepEqual(codesOf(press(view, { assistance: 'PartnerLed' })), { consent: 'consent-missing' });
    const again = draftView('selling-partner-led', withOptions({ partnerLed: true }));
    assert.ok(ofType(draftCard(again), 'Input.Toggle').length === 1, 'and asks for it once');
    const read = press(view, { assistance: 'PartnerLed', consent: 'true' });
    assert.deepEqual(read.ok && [read.changes.partnerLed, read.changes.consent], [true, true]);
  });

  it('given it is no option, or an assessment, then it is neither offered nor taken when it is sent all the same (CR-12)', () => {
    for (const [options, draft] of [
      [{}, {}],
      [{ partnerLed: true }, { solutions: [assessment] }],
    ] as const) {
      const view = draftView('selling', withOptions(options), draft);
      assert.ok(!JSON.stringify(draftCard(view)).includes('PartnerLed'));
      assert.deepEqual(codesOf(press(view, { assistance: 'PartnerLed' })), { assistance: 'help-unknown' });
    }
  });

  it('given notes are required, then they stand in front with their own sentence, and are asked for (CR-21)', () => {
    const view = draftView('details', withOptions({ notesRequired: true }), { notes: undefined });
    const filled = {
      name: 'Cloud',
      location: '1234567',
      value: '5',
      currency: 'EUR',
      closeDate: '2027-01-31',
    };
    assert.deepEqual(codesOf(press(view, filled)), { notes: 'notes-missing' });
    assert.ok(press(view, { ...filled, notes: 'Why' }).ok);
    const off = draftView('details', {}, { notes: undefined });
    assert.ok(press(off, filled).ok);
    assert.match(JSON.stringify(draftCard(view)), /what do others need to know/);
  });

  it('given an assessment needs a contact, then its form is open and asks for it, without a consent (CR-24)', () => {
    const without = { customerContact: undefined, consent: undefined, assistance: NO_HELP } as const;
    const draft = { solutions: [assessment], ...without };
    const view = draftView('customer-change', withOptions({ assessmentDetailsRequired: true }), draft);
    assert.deepEqual(codesOf(press(view, {})), { customerContact: 'assessment-contact' });
    const typed = { contactName: dana.name, contactEmail: dana.email, contactPhone: dana.phone };
    const read = press(view, typed);
    assert.deepEqual(read.ok && read.changes.customerContact, dana);
    assert.ok(press(draftView('customer-change', {}, draft), {}).ok);
  });

  it('given it is typed instead, then notes and partner-led are understood where they are asked for (CR-12, CR-21)', () => {
    const view = draftView('details', withOptions({ notesRequired: true, partnerLed: true }), {
      name: 'Cloud',
      location: '1234567',
      value: { amount: 5, currency: 'EUR' },
      closeDate: '2027-01-31',
      notes: undefined,
    });
    const notes = readText('They run 4 TB on SQL Server', { view, solutions: [] });
    assert.deepEqual(notes.changes, { notes: 'They run 4 TB on SQL Server' });
    const selling = { ...view, draft: { ...view.draft, step: 'selling' as const } };
    const led = { assistance: NO_HELP, partnerLed: true };
    for (const words of ['Partner-led', 'partnergeführt', '合作伙伴主导']) {
      assert.deepEqual(readText(words, { view: selling, solutions: [] }).changes, led, words);
      const off = { ...selling, options: defaultOptions };
      assert.ok(!('partnerLed' in readText(words, { view: off, solutions: [] }).changes), words);
    }
  });
});
