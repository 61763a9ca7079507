import assert from 'node:assert/strict';
import { draftCard } from '#cards/draft/draft.card.ts';
import { parseDraftForm } from '#cards/draft/parse.ts';
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
  const shownIn = (card: unknown, type: string) =>
    ofType(card, 'Container').flatMap((part) =>
      /^(ask|choice)\./.test(String(part.id)) && part.isVisible !== false ? ofType(part, type) : [],
    );
  const titlesIn = (card: unknown) => shownIn(card, 'Action.').map(({ title }) => title);

  it('asks first: private, or Microsoft; says who sees what, and asks nothing besides (CR-25, CR-26)', () => {
    const card = draftCard(draftView('selling'));
    assert.deepEqual(titlesIn(card), ['Private', 'Ask Microsoft', 'Cancel', 'Back']);
    assert.deepEqual(shownIn(card, 'Input.'), []);
    const text = JSON.stringify(card);
    assert.match(text, /Microsoft sellers can’t see it/);
    assert.match(text, /have 14 days, and may decline/);
  });

  it('given Ask Microsoft, then the six kinds of help, the contact and the consent come in its place, and lead back (CR-19, CR-25)', () => {
    const card = draftCard(draftView('selling'));
    assert.deepEqual(
      choicesOf(card).map(({ value }) => value),
      [...helpKinds],
    );
    const [there, back] = ofType(card, 'Action.ToggleVisibility').toSorted((one) =>
      one.title === 'Ask Microsoft' ? -1 : 1,
    );
    const shows = (part: typeof there) =>
      ((part?.targetElements ?? []) as { elementId: string; isVisible: boolean }[]).flatMap((one) =>
        one.isVisible ? [one.elementId.split('.')[0]] : [],
      );
    assert.deepEqual([shows(there), shows(back)], [['ask'], ['choice']]);
    const asked = draftCard(draftView('selling-refused'));
    assert.deepEqual(titlesIn(asked), ['Next', 'Cancel', 'Back'], 'what was refused stands open');
  });

  it('given Private, then it is one press, takes no contact, and no input stands in its way (CR-25)', () => {
    const view = draftView('selling');
    const button = ofType(draftCard(view), 'Action.Execute').find(({ title }) => title === 'Private');
    assert.equal(button?.associatedInputs, 'none');
    const read = parseDraftForm('selling', button?.data, view);
    assert.deepEqual(read.ok && read.changes, { assistance: 'Unknown' });
  });

  it('given a form from before, then no help among its kinds is a private deal too (CR-25)', () => {
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

  it('given nothing said, then Private is what is pressed first (CR-25)', () => {
    const card = draftCard(draftView('selling'));
    const [first] = shownIn(card, 'Action.Execute');
    assert.deepEqual([first?.title, first?.style], ['Private', 'positive']);
    assert.deepEqual(codesOf(press(draftView('selling'), {})), { assistance: 'help-missing' });
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
    const warning = /Incentive eligible: Contoso Data Platform.*private deal can’t be registered/;
    assert.match(JSON.stringify(draftCard(draftView('selling'))), warning);
    const plain: Solution[] = [{ id: 'S', name: 'S', kind: 'own' }];
    assert.doesNotMatch(
      JSON.stringify(draftCard(draftView('selling', {}, { solutions: plain }))),
      /Incentive/,
    );
  });

  it('nobody can be invited to an assessment (CR-33)', () => {
    const view = draftView('selling-assessment');
    assert.deepEqual(titlesIn(draftCard(view)), ['Next', 'Cancel', 'Back']);
    assert.deepEqual(ofType(draftCard(view), 'Input.'), []);
    assert.deepEqual(codesOf(press(view, { assistance: 'GeneralOrOther' })), {
      assistance: 'help-with-assessment',
    });
    assert.ok(press(view, { assistance: 'Unknown' }).ok);
  });
});
