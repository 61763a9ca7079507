import assert from 'node:assert/strict';
import { draftCard } from '#cards/draft/draft.card.ts';
import { customerOf } from '#cards/draft/steps/customerAnswer.ts';
import { sampleLocales } from '#cards/samples.ts';
import { languages } from '#cards/say.ts';
import { ofType } from '#test/support/cards/cardParts.ts';
import { choicesOf, codesOf, draftView, press } from '#test/support/draft/draftViews.ts';

const hand = {
  handName: 'Woodgrove  Bank',
  address: '4 Tower Road',
  city: 'Tacoma',
  country: 'usa',
  duns: '08-146-6849',
};
const contact = {
  contactName: 'Dana Reyes',
  contactEmail: 'dana@customer.example',
  contactPhone: '+1 206 555 0114',
};
const dana = { name: 'Dana Reyes', email: 'dana@customer.example', phone: '+1 206 555 0114' };

describe('deal.create customer form', () => {
  it('asks for the place before the name, with suggestions that get both (CR-18)', () => {
    const inputs = ofType(draftCard(draftView('customer')), 'Input.');
    const [place, name] = inputs.map(({ id }) => id);
    assert.deepEqual([place, name], ['place.0', 'customer.0']);
    assert.deepEqual(inputs[1]?.['choices.data'], {
      type: 'Data.Query',
      dataset: 'customers',
      associatedInputs: 'auto',
    });
  });

  it('given a chosen suggestion, it is looked up before it counts (CR-18)', () => {
    const view = draftView('customer');
    const read = press(view, { customer: 'c-1' });
    assert.deepEqual(read.ok && read.picked, { customerId: 'c-1' });
    assert.ok(!('customer' in read.changes));
    const entity = draftView('customer-understood').customers?.found[1];
    assert.ok(entity);
    const known = press(view, { customer: entity.id }, { lookedUp: { customer: entity } });
    assert.ok(known.ok);
    assert.deepEqual(known.changes.customer, customerOf(entity));
    assert.equal(known.changes.customer?.duns, '987654321');
    assert.ok(!('id' in known.changes.customer));
    assert.deepEqual(known.picked, {});
  });

  it('given an id that is not in the directory, or another than was looked up, asks to choose again', () => {
    const view = draftView('customer');
    const entity = draftView('customer-understood').customers?.found[0];
    for (const lookedUp of [{}, { customer: entity }]) {
      const read = press(view, { customer: 'forged' }, { lookedUp });
      assert.deepEqual(codesOf(read), { customer: 'customer-unknown' });
      assert.ok(!('customer' in read.changes));
    }
  });

  it('given a name and a place that are written, they are looked for together', () => {
    const read = press(draftView('customer'), { write: ' Contoso ', place: 'Seattle' });
    assert.deepEqual(read.ok && read.picked, { searchCustomer: 'Contoso, Seattle' });
    assert.equal(read.typed.write, 'Contoso');
  });

  it('given found entities, tells them apart by address and D-U-N-S number (CR-18)', () => {
    assert.deepEqual(
      choicesOf(draftCard(draftView('customer-understood'))).map(({ title }) => title),
      [
        'Contoso Ltd · 1 Main Street, Seattle, WA 98101, United States · D-U-N-S 123456789',
        'Contoso Ltd · 400 Pine Street, Floor 12, Seattle, WA 98101, United States · D-U-N-S 987654321',
        'Contoso Holding GmbH & Co. KG · Lindenstraße 12, 80331 München, Bayern, Germany',
      ],
    );
  });

  it('given found entities and none chosen, says so; another text is a new search', () => {
    const view = draftView('customer-understood');
    assert.deepEqual(codesOf(press(view, {})), { customer: 'customer-choose' });
    const again = press(view, { write: 'Fabrikam' });
    assert.deepEqual(again.ok && again.picked, { searchCustomer: 'Fabrikam' });
    const chosen = press(view, { customer: 'c-2', write: 'Fabrikam' });
    assert.deepEqual(chosen.ok && chosen.picked, { customerId: 'c-2' }, 'a choice goes before a text');
  });

  it('given nothing at all, says that the customer is missing', () => {
    assert.deepEqual(codesOf(press(draftView('customer'), {})), { customer: 'customer-missing' });
    assert.deepEqual(codesOf(press(draftView('customer'), { place: 'Seattle' })), {
      customer: 'customer-missing',
    });
  });

  it('given a customer already, an empty form keeps it', () => {
    const read = press(draftView('customer-change'), {});
    assert.ok(read.ok);
    assert.ok(!('customer' in read.changes));
    assert.deepEqual(read.picked, {});
  });

  it('given nothing found, opens the fields by hand with what was typed', () => {
    const card = draftCard(draftView('customer-none'));
    const values = Object.fromEntries(ofType(card, 'Input.').map(({ id, value }) => [id, value]));
    assert.equal(values['handName.1'], 'Woodgrove Bank');
    assert.equal(values['city.1'], 'Tacoma');
    const container = ofType(card, 'Container').find(({ id }) => id === 'hand.1');
    assert.equal(container?.isVisible, true);
    assert.equal(values['country.1'], 'United States', 'the city’s, where it is known');
    const more = ofType(card, 'Container').find(({ id }) => id === 'moreOfHand.1');
    assert.equal(more?.isVisible, false, 'street, state, postal code and number are folded');
    const customers = { text: 'Woodgrove Bank, Tacoma', kind: 'nearest' as const, found: [] };
    const unknown = press(draftView('customer-none', { customers }), {});
    assert.deepEqual(codesOf(unknown), { country: 'country-missing' });
  });

  for (const [typed, expected] of [
    [{ handName: 'Zephyr Dynamics, Oslo' }, 'Zephyr Dynamics||Oslo|NO'],
    [{ handName: 'Zephyr, Inc., 1 Main St, Reno, US' }, 'Zephyr, Inc.|1 Main St|Reno|US'],
    [{ handName: 'Zephyr', address: '5 Storgata, Oslo, Norway' }, 'Zephyr|5 Storgata|Oslo|NO'],
    [{ handName: 'Zephyr', city: 'Stockholm' }, 'Zephyr||Stockholm|SE'],
    [{ handName: 'Zephyr', city: 'Houston', state: 'Texas' }, 'Zephyr||Houston|US'],
    [{ handName: 'Zephyr', city: 'Oslo', country: 'US' }, 'Zephyr||Oslo|US'],
  ] as const) {
    it(`given by hand ${JSON.stringify(typed)}, then each part is where it belongs (CR-18)`, () => {
      const read = press(draftView('customer'), typed);
      assert.ok(read.ok);
      const { name, addressLines, city, country } = read.changes.customer ?? { addressLines: [] };
      assert.equal([name, addressLines.join(), city, country].join('|'), expected);
    });
  }

  for (const city of ['Milano', 'Springfield', 'Perth Amboy']) {
    it(`given ${city}, whose country is not known, then it is asked`, () => {
      const read = press(draftView('customer'), { handName: 'Zephyr', city, state: 'MI' });
      assert.deepEqual(codesOf(read), { country: 'country-missing' });
    });
  }

  for (const [text, expected] of [
    ['Acme SARL, 1 Rue X, 75001 Paris, France', 'Acme SARL|1 Rue X|Paris||75001|France'],
    ['Acme Inc, 5 Main St, Seattle, WA 98101, US', 'Acme Inc|5 Main St|Seattle|WA|98101|US'],
    ['Acme AG; Ölweg 3; 50667 Köln; Deutschland', 'Acme AG|Ölweg 3|Köln||50667|Deutschland'],
    ['Acme Ltd, 1 High Street, London SW1A 1AA, UK', 'Acme Ltd|1 High Street|London||SW1A 1AA|UK'],
    ['Acme, Paris, France', 'Acme||Paris|||France'],
    ['Acme, Tacoma', 'Acme||Tacoma|||'],
    ['Acme, Seattle, WA', 'Acme||Seattle|WA||'],
    ['France', 'France|||||'],
    ['Acme', 'Acme|||||'],
  ] as const) {
    it(`given nothing found for "${text}", each part stands in its field`, () => {
      const view = draftView('customer-none', { customers: { text, kind: 'matches', found: [] } });
      const values = Object.fromEntries(
        ofType(draftCard(view), 'Input.').map(({ id, value }) => [id, value]),
      );
      const fields = ['handName', 'address', 'city', 'state', 'postalCode', 'country'];
      assert.equal(fields.map((field) => values[`${field}.1`]).join('|'), expected);
    });
  }

  it('given a customer typed in by hand, marks it so (CR-18)', () => {
    const read = press(draftView('customer'), hand);
    assert.ok(read.ok);
    assert.deepEqual(read.changes.customer, {
      name: 'Woodgrove Bank',
      addressLines: ['4 Tower Road'],
      city: 'Tacoma',
      state: undefined,
      postalCode: undefined,
      country: 'US',
      duns: '081466849',
      byHand: true,
      contacts: [],
    });
    const again = press(draftView('customer', {}, { customer: read.changes.customer }), {});
    assert.ok(again.ok);
    assert.deepEqual(again.changes.customer, read.changes.customer, 'and comes back unchanged');
  });

  for (const language of languages) {
    it(`reads the country by its name in ${language}, as the form writes it`, () => {
      const reader = { language, locale: sampleLocales[language] };
      const name = new Intl.DisplayNames(language, { type: 'region' }).of('CH') ?? '';
      const read = press(draftView('customer', reader), { ...hand, country: name });
      assert.equal(read.ok && read.changes.customer?.country, 'CH');
    });
  }

  it('reads countries as people call them', () => {
    const called = { США: 'US', uk: 'GB', Großbritannien: 'GB', holland: 'NL', РФ: 'RU', 美国: 'US' };
    for (const [country, code] of Object.entries(called)) {
      const read = press(draftView('customer'), { ...hand, country });
      assert.equal(read.ok && read.changes.customer?.country, code, country);
    }
  });

  const refusals: [what: string, inputs: Record<string, unknown>, problems: Record<string, string>][] = [
    ['no name', { ...hand, handName: '' }, { handName: 'customer-name-missing' }],
    ['a name without a letter', { ...hand, handName: '---' }, { handName: 'customer-name-missing' }],
    ['no city', { ...hand, city: '' }, { city: 'city-missing' }],
    ['no country', { ...hand, country: '' }, { country: 'country-missing' }],
    ['a country there is not', { ...hand, country: 'Atlantis' }, { country: 'country-unknown' }],
    ['a union of countries', { ...hand, country: 'EU' }, { country: 'country-unknown' }],
    ['eight digits', { ...hand, duns: '12345678' }, { duns: 'duns-invalid' }],
    ['ten digits', { ...hand, duns: '1234567890' }, { duns: 'duns-invalid' }],
    ['letters', { ...hand, duns: '12345678X' }, { duns: 'duns-invalid' }],
    ['nine zeros', { ...hand, duns: '000000000' }, { duns: 'duns-invalid' }],
    ['a number that no company has', { ...hand, duns: '12-345-6789' }, { duns: 'duns-invalid' }],
    ['nine nines', { ...hand, duns: '999999999' }, { duns: 'duns-invalid' }],
    ['a long name', { ...hand, handName: 'x'.repeat(251) }, { handName: 'text-too-long' }],
    ['an input that is no text', { ...hand, city: { a: 1 } }, { city: 'not-text' }],
  ];
  for (const [what, inputs, problems] of refusals) {
    it(`given by hand ${what}, refuses at the field and keeps what was typed`, () => {
      const read = press(draftView('customer'), inputs);
      assert.deepEqual(codesOf(read), problems);
      assert.equal(read.typed.address, '4 Tower Road');
    });
  }

  it('the contact is optional (CR-19)', () => {
    const read = press(draftView('customer'), hand);
    assert.ok(read.ok);
    assert.equal(read.changes.customerContact, undefined);
    const with_ = press(draftView('customer'), { ...hand, ...contact, consent: 'true' });
    assert.ok(with_.ok);
    assert.deepEqual(with_.changes.customerContact, dana);
    assert.equal(with_.changes.consent, true);
  });

  const lacking: [Record<string, string>, Record<string, string>][] = [
    [{ contactName: '' }, { contactName: 'contact-name-missing' }],
    [{ contactEmail: '' }, { contactEmail: 'contact-email-missing' }],
    [{ contactPhone: '' }, { contactPhone: 'contact-phone-missing' }],
    [{ contactEmail: 'dana@' }, { contactEmail: 'email-invalid' }],
    [{ contactPhone: 'later' }, { contactPhone: 'phone-invalid' }],
  ];
  for (const [inputs, problems] of lacking) {
    it(`names the part of the contact: ${Object.values(problems).join()} (CR-19)`, () => {
      assert.deepEqual(codesOf(press(draftView('customer'), { ...hand, ...contact, ...inputs })), problems);
    });
  }

  it('a half contact does not stand in the way of a search', () => {
    const read = press(draftView('customer'), { write: 'Contoso', contactName: 'Dana' });
    assert.deepEqual(read.ok && read.picked, { searchCustomer: 'Contoso' });
    assert.equal(read.typed.contactName, 'Dana');
  });

  it('demands no contact and no consent even where help is asked for: its own step does (CR-19, CR-20)', () => {
    const view = draftView('customer-change');
    const emptied = press(view, { contactName: '', contactEmail: '', contactPhone: '' });
    assert.ok(emptied.ok);
    assert.deepEqual([emptied.changes.customerContact, emptied.changes.consent], [undefined, false]);
    assert.equal(press(view, { consent: 'false' }).changes.consent, false);
    const one = press(view, { contactPhone: '' });
    assert.deepEqual(codesOf(one), { contactPhone: 'contact-phone-missing' });
  });

  it('the consent of one person is not that of the next (CR-20)', () => {
    const view = draftView('customer-change');
    const read = press(view, {
      ...contact,
      contactName: 'Priya Nair',
      contactEmail: 'priya@customer.example',
    });
    assert.equal(read.changes.consent, false, 'to be ticked again');
    assert.equal(read.typed.consent, 'false');
    const next = draftView('customer-change', {}, { ...read.changes });
    const ticked = press(next, { consent: 'true' });
    assert.equal(ticked.ok && ticked.changes.consent, true);
  });

  it('a person of an earlier deal is chosen by a key that is no address', () => {
    const view = draftView('customer-change');
    const [none, , priya] = choicesOf(draftCard(view), 'knownContact');
    assert.equal(none?.value, 'none');
    assert.ok(priya && !priya.value.includes('@'));
    const read = press(view, { knownContact: priya.value });
    assert.equal(read.changes.customerContact?.name, 'Priya Nair');
    assert.deepEqual(codesOf(press(view, { knownContact: 'forged' })), { knownContact: 'choose-again' });
  });

  it('another customer does not inherit the contact of the one before', () => {
    const view = draftView('customer-change', {}, { assistance: 'Unknown' });
    const entity = { id: 'c-9', name: 'Fabrikam', addressLines: [], city: 'Oslo', country: 'NO' };
    const read = press(view, { customer: 'c-9' }, { lookedUp: { customer: entity } });
    assert.ok(read.ok);
    assert.equal(read.changes.customer?.name, 'Fabrikam');
    assert.ok('customerContact' in read.changes && read.changes.customerContact === undefined);
    assert.equal(read.changes.consent, false);
  });
});
