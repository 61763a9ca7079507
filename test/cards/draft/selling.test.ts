import assert from 'node:assert/strict';
import { draftCard } from '#cards/draft/draft.card.ts';
import { helpKinds, type Solution } from '#domain/referral/referral.ts';
import { ofType } from '#test/support/cards/cardParts.ts';
import { choicesOf, codesOf, draftView, press } from '#test/support/draft/draftViews.ts';

const contact = {
  contactName: 'Dana Reyes',
  contactEmail: 'dana@customer.example',
  contactPhone: '+1 206 555 0114',
};
const dana = { name: 'Dana Reyes', email: 'dana@customer.example', phone: '+1 206 555 0114' };
const idsOf = (card: unknown) => ofType(card, 'Input.').map(({ id }) => String(id).replace(/\.\d+$/, ''));

describe('deal.create selling form', () => {
  it('offers the six kinds of help and none, and says who sees what (CR-25, CR-26)', () => {
    const card = draftCard(draftView('selling'));
    assert.deepEqual(
      choicesOf(card).map(({ value }) => value),
      ['Unknown', ...helpKinds],
    );
    assert.match(JSON.stringify(choicesOf(card)), /No help required at this time/);
    const text = JSON.stringify(card);
    assert.match(text, /Microsoft sellers can’t see/);
    assert.match(text, /14 days to decide, and may say no/);
  });

  it('no help is a private deal and takes no contact (CR-25)', () => {
    const read = press(draftView('selling'), { assistance: 'Unknown' });
    assert.deepEqual(read.ok && read.changes, {
      assistance: 'Unknown',
      customerContact: undefined,
      consent: false,
    });
  });

  it('help takes a contact and consent, asked in the same form (CR-19, CR-20)', () => {
    const view = draftView('selling');
    assert.deepEqual(codesOf(press(view, { assistance: 'GeneralOrOther' })), {
      customerContact: 'contact-needed',
      consent: 'consent-missing',
    });
    const silent = press(view, { assistance: 'GeneralOrOther', ...contact });
    assert.deepEqual(codesOf(silent), { consent: 'consent-missing' });
    assert.deepEqual(silent.changes.customerContact, dana, 'what was right is kept');
    assert.ok(!('assistance' in silent.changes), 'no help without what it takes');
    const whole = press(view, { assistance: 'GeneralOrOther', ...contact, consent: 'true' });
    assert.deepEqual(whole.ok && whole.changes, {
      assistance: 'GeneralOrOther',
      customerContact: dana,
      consent: true,
    });
  });

  it('names the part of the contact that is missing or wrong (CR-19)', () => {
    const read = press(draftView('selling'), {
      assistance: 'QuotesOrLicensing',
      ...contact,
      contactEmail: 'dana',
      contactPhone: '',
      consent: 'true',
    });
    assert.deepEqual(codesOf(read), { contactEmail: 'email-invalid', contactPhone: 'contact-phone-missing' });
  });

  it('a contact with consent is not asked again (CR-20)', () => {
    const view = draftView('selling-contact-known');
    assert.deepEqual(idsOf(draftCard(view)), ['assistance']);
    const read = press(view, { assistance: 'QuotesOrLicensing' });
    assert.ok(read.ok);
    assert.equal(read.changes.assistance, 'QuotesOrLicensing');
    assert.ok(!('customerContact' in read.changes) && !('consent' in read.changes));
  });

  it('a contact without consent is asked for it (CR-20)', () => {
    const view = draftView('selling-contact-known', {}, { consent: false });
    assert.ok(idsOf(draftCard(view)).includes('consent'));
    assert.deepEqual(codesOf(press(view, {})), { consent: 'consent-missing' });
    assert.ok(press(view, { consent: 'true' }).ok);
  });

  it('a contact of an older deal without a phone does for a private deal, not for help (CR-19)', () => {
    const view = draftView('selling', {}, { customerContact: { name: 'Dana Reyes' } });
    assert.ok(press(view, { assistance: 'Unknown' }).ok);
    assert.deepEqual(codesOf(press(view, { assistance: 'GeneralOrOther', consent: 'true' })), {
      contactEmail: 'contact-email-missing',
      contactPhone: 'contact-phone-missing',
    });
  });

  it('given nothing said, then no help is the default and the deal private (CR-25)', () => {
    const read = press(draftView('selling'), {});
    assert.equal(read.ok && read.changes.assistance, 'Unknown');
  });

  it('given no answer, or one that is not offered, says so', () => {
    assert.deepEqual(codesOf(press(draftView('selling'), { assistance: '' })), {
      assistance: 'help-missing',
    });
    assert.deepEqual(codesOf(press(draftView('selling'), { assistance: 'Everything' })), {
      assistance: 'help-unknown',
    });
  });

  it('warns where no help would spoil the incentive (CR-27)', () => {
    const warning = /Incentive eligible: Contoso Data Platform.*the deal can’t be registered/;
    assert.match(JSON.stringify(draftCard(draftView('selling'))), warning);
    const plain: Solution[] = [{ id: 'S', name: 'S', kind: 'own' }];
    assert.doesNotMatch(
      JSON.stringify(draftCard(draftView('selling', {}, { solutions: plain }))),
      /Incentive/,
    );
  });

  it('nobody can be invited to an assessment (CR-33)', () => {
    const view = draftView('selling-assessment');
    assert.equal(choicesOf(draftCard(view)).length, 1);
    assert.deepEqual(codesOf(press(view, { assistance: 'GeneralOrOther' })), {
      assistance: 'help-with-assessment',
    });
    assert.ok(press(view, { assistance: 'Unknown' }).ok);
  });
});
