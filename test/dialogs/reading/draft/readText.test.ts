import assert from 'node:assert/strict';
import type { Language } from '#cards/say.ts';
import { readLine } from '#dialogs/reading/draft/readLine.ts';
import { readText } from '#dialogs/reading/draft/readText.ts';
import type { TextContext, TextReading } from '#dialogs/reading/draft/textContext.ts';
import type { DealDraft, DealStep } from '#domain/draft/draft.ts';
import { NO_HELP } from '#domain/referral/referral.ts';

const bo = { name: 'Bo Ek', email: 'bo@contoso.example', phone: '+46 8 5550100' };
const me = { name: 'Anna Berg', email: 'anna@contoso.example', phone: '+49 30 5550100' };
const found = (id: string, name: string, city: string) => ({ id, name, city, addressLines: [] });
const solution = (id: string, name: string) => ({ id, name, kind: 'own' as const });
const locales = {
  en: 'en-GB',
  de: 'de-DE',
  sv: 'sv-SE',
  'zh-Hans': 'zh-CN',
  ru: 'ru-RU',
  it: 'it-IT',
} as const;

function context(
  step: DealStep,
  { language = 'en' as Language, draft = {} as Partial<DealDraft>, offers = false, alone = false } = {},
): TextContext {
  const offered = [
    solution('SOL-1', 'Analytics'),
    solution('SOL-2', 'Backup'),
    solution('SOL-3', 'Data Lake'),
  ];
  return {
    view: {
      language,
      locale: locales[language],
      draft: { id: 'd', startedAt: '', step, answered: [], reviewing: false, formVersion: 1, ...draft },
      today: '2026-11-16',
      me: alone ? { name: me.name, email: me.email } : me,
      locations: [
        { mpnId: '1', name: 'Seattle Office', country: 'US' },
        { mpnId: '2', name: 'Köln', country: 'DE' },
      ],
      recentContacts: [bo],
      offered,
      customers: offers
        ? {
            text: 'Contoso',
            kind: 'matches',
            found: [found('c-1', 'Contoso Ltd', 'Seattle'), found('c-2', 'Contoso AG', 'Berlin')],
          }
        : undefined,
      assumed: [],
    },
    currency: 'USD',
    solutions: offered,
  };
}

/** What came of it, without what is empty. */
function told(reading: TextReading): Record<string, unknown> {
  const { changes, refused, ...rest } = reading;
  const empty = (value: unknown) => value === undefined || Object.keys(Object(value)).length === 0;
  const all: Record<string, unknown> = { ...changes, refused, ...rest };
  delete all.rest;
  return Object.fromEntries(
    Object.entries(all).filter(
      ([, value]) => typeof value === 'boolean' || typeof value === 'string' || !empty(value),
    ),
  );
}

describe('typed answers to the steps of a deal', () => {
  const money = { amount: 50_000, currency: 'USD' };
  // All is said but the location.
  const known: Partial<DealDraft> = { value: money, closeDate: '2027-03-31' };
  const notOurs = (location: string) => ({
    refused: { details: { typed: { location }, problems: { location: { code: 'location-unknown' } } } },
  });
  const cases: readonly [DealStep, string, Record<string, unknown>, Parameters<typeof context>[1]?][] = [
    ['customer', 'Contoso, Seattle', { customerText: 'Contoso, Seattle' }],
    ['customer', '2', { customerId: 'c-2' }, { offers: true }],
    ['customer', 'the Berlin one', { customerText: 'the Berlin one' }, { offers: true }],
    ['customer', 'Contoso AG', { customerId: 'c-2' }, { offers: true }],
    ['customer', 'Contoso Seattle 50k USD', { customerText: 'Contoso Seattle', value: money }],
    ['customer', 'duns 081466849', { customerText: '081466849' }],
    ['details', '50k USD by 31 March', { value: money, closeDate: '2027-03-31' }],
    ['details', '50k', { value: money }],
    ['details', '31 March', { closeDate: '2027-03-31' }],
    ['details', 'Köln', { location: '2' }],
    ['details', 'Cloud migration 50k USD', { name: 'Cloud migration', value: money }],
    ['details', '"Cloud migration"', { name: 'Cloud migration' }, { draft: { name: 'Contoso' } }],
    ['details', 'hm', { unread: 'hm' }, { draft: { name: 'Contoso' } }],
    ['details', 'Munich', notOurs('Munich'), { draft: known }],
    ['details', '9999999', notOurs('9999999'), { draft: known }],
    ['details', 'location Munich', notOurs('location Munich'), { draft: known }],
    ['details', 'seattle', { location: '1' }, { draft: known }],
    ['details', '“Munich”', { name: 'Munich' }, { draft: known }],
    ['details', '60k', { value: { amount: 60_000, currency: 'USD' } }, { draft: known }],
    ['details', '30 June', { closeDate: '2027-06-30' }, { draft: known }],
    ['team', 'me', { team: [me] }],
    ['team', 'me and bo@contoso.example', { team: [me, bo] }],
    ['team', '+49 30 777777', { team: [{ ...me, phone: '+49 30 777777' }] }, { alone: true }],
    ['team', 'whoever', { unread: 'whoever' }],
    ['solutions', '1, 3', { solutionIds: ['SOL-1', 'SOL-3'] }],
    ['solutions', 'data lake', { solutionIds: ['SOL-3'] }],
    ['solutions', 'Quantum', { solutionTexts: ['Quantum'] }],
    ['solutions', '???', { unread: '???' }],
    ['selling', 'private', { assistance: NO_HELP }],
    ['selling', '1', { assistance: NO_HELP }],
    ['selling', 'demo', { assistance: 'ProofOfConceptOrDemo' }],
    ['selling', 'no', { assistance: NO_HELP }],
    ['selling', 'perhaps', { unread: 'perhaps' }],
    [
      'selling',
      'yes',
      { consent: true },
      { draft: { assistance: 'QuotesOrLicensing', customerContact: bo } },
    ],
    ['selling', 'yes', { unread: 'yes' }],
    [
      'selling',
      'demo, Bo Ek, bo@contoso.example, +46 8 5550100',
      { assistance: 'ProofOfConceptOrDemo', customerContact: bo },
    ],
    [
      'selling',
      'demo, Bo Ek, bo@contoso.example, +46 8 5550100, she agreed',
      { assistance: 'ProofOfConceptOrDemo', customerContact: bo, consent: true },
    ],
    [
      'selling',
      'Bo Ek; bo@contoso.example; +46 8 5550100; yes',
      { customerContact: bo, consent: true },
      { draft: { assistance: 'QuotesOrLicensing' } },
    ],
    [
      'customer',
      'Bo Ek, bo@contoso.example, +46 8 5550100. He agreed.',
      { customerContact: bo, consent: true },
    ],
    ['review', 'create', { create: true }],
    ['review', 'yes', { create: true }],
    ['review', '“Cloud move”', { name: 'Cloud move' }],
    ['review', 'name: Cloud move', { name: 'Cloud move' }],
    ['details', 'name: Cloud move', { name: 'Cloud move' }, { draft: { name: 'Contoso' } }],
    ['review', 'Bo Ek; bo@contoso.example; +46 8 5550100', { team: [me, bo] }, { draft: { team: [me] } }],
    ['review', 'she agreed', { unread: 'she agreed' }],
    ['review', '60k EUR', { value: { amount: 60_000, currency: 'EUR' } }],
    ['review', 'by 30 June', { closeDate: '2027-06-30' }],
    ['review', 'demo', { assistance: 'ProofOfConceptOrDemo' }],
    ['review', 'ask Microsoft for a demo', { assistance: 'ProofOfConceptOrDemo' }],
    ['review', '+46 8 5550 0120', { unread: '+46 8 5550 0120' }],
    [
      'review',
      'Dana Reyes +1 206 555 0114, 60k EUR',
      { value: { amount: 60_000, currency: 'EUR' }, unread: '+1 206 555 0114' },
    ],
    ['customer', 'the second one', { customerId: 'c-2' }, { offers: true }],
    ['team', 'my phone is +46 8 5550120', { team: [{ ...me, phone: '+46 8 5550120' }] }],
    ['team', 'me, +46 8 5550120', { team: [{ ...me, phone: '+46 8 5550120' }] }],
    ['review', 'whatever', { unread: 'whatever' }],
  ];
  for (const [step, typed, expected, more] of cases) {
    it(`given "${typed}" at ${step}, when read, then ${JSON.stringify(expected)}`, () => {
      assert.deepEqual(told(readText(typed, context(step, more))), expected);
    });
  }

  const words: Readonly<
    Record<Language, { money: string; team: string; list: string; help: string; create: string }>
  > = {
    en: {
      money: '50k USD by 31 March',
      team: 'me and bo@contoso.example',
      list: '1 and 3',
      help: 'private',
      create: 'create',
    },
    de: {
      money: '50.000 USD bis 31. März',
      team: 'ich und bo@contoso.example',
      list: '1 und 3',
      help: 'privat',
      create: 'Geschäft erstellen',
    },
    sv: {
      money: '50 000 USD senast 31 mars',
      team: 'jag och bo@contoso.example',
      list: '1 och 3',
      help: 'ingen hjälp',
      create: 'skapa',
    },
    'zh-Hans': {
      money: '5万美元 3月31日前',
      team: '我和bo@contoso.example',
      list: '1和3',
      help: '不需要帮助',
      create: '创建',
    },
    ru: {
      money: '50 тыс. долларов до 31 марта',
      team: 'я и bo@contoso.example',
      list: '1 и 3',
      help: 'без помощи',
      create: 'создать',
    },
    it: {
      money: '50 mila USD entro il 31 marzo',
      team: 'io e bo@contoso.example',
      list: '1 e 3',
      help: 'nessun aiuto',
      create: 'crea',
    },
  };
  for (const language of Object.keys(words) as Language[]) {
    it(`given ${language}, when each step is answered in words, then all of it is understood`, () => {
      const word = words[language];
      const read = (step: DealStep, text: string) => told(readText(text, context(step, { language })));
      assert.deepEqual(read('details', word.money), { value: money, closeDate: '2027-03-31' });
      assert.deepEqual(read('team', word.team), { team: [me, bo] });
      assert.deepEqual(read('solutions', word.list), { solutionIds: ['SOL-1', 'SOL-3'] });
      assert.deepEqual(read('selling', word.help), { assistance: NO_HELP });
      assert.deepEqual(read('review', word.create), { create: true });
    });
  }

  it('given a colleague without a phone, when typed, then the line comes back to be completed (CR-22)', () => {
    const { refused } = readText('me\nDana Reyes; dana@contoso.example', context('team'));
    assert.deepEqual(refused?.team?.typed, { people: 'Dana Reyes; dana@contoso.example; ' });
    assert.deepEqual(refused?.team?.problems, {
      people: { code: 'team-line-incomplete', values: { line: 1 } },
    });
  });

  it('given "me" of somebody whose phone is not known, when typed, then it is asked (CR-22)', () => {
    const { refused } = readText('me', context('team', { alone: true }));
    assert.deepEqual(refused?.team?.problems, { ownPhone: { code: 'own-phone-missing' } });
  });

  const phone = '+46 8 5550 0120';
  const sayings: Readonly<Record<Language, readonly string[]>> = {
    en: [
      `my phone is ${phone}`,
      `mine is ${phone}`,
      `My mobile number: ${phone}.`,
      `me, ${phone}`,
      `Anna Berg ${phone}`,
    ],
    de: [
      `meine Nummer ist ${phone}`,
      `meine Telefonnummer ist ${phone}`,
      `Mein Handy: ${phone}`,
      `ich bin unter ${phone} erreichbar`,
    ],
    sv: [`min telefon är ${phone}`, `mitt nummer är ${phone}`, `jag nås på ${phone}`],
    'zh-Hans': [`我的电话是${phone}`, `我的手机号码：${phone}。`],
    ru: [`мой телефон ${phone}`, `мой номер телефона: ${phone}`],
    it: [`il mio numero è ${phone}`, `il mio telefono è ${phone}`],
  };
  for (const [language, texts] of Object.entries(sayings) as [Language, string[]][]) {
    for (const text of [phone, ...texts]) {
      it(`given ${language}, when the own phone is missing and "${text}" is typed, then it is the own one (CR-22)`, () => {
        const own = context('team', { language, alone: true });
        assert.deepEqual(told(readText(text, own)), { team: [{ ...me, phone }] });
      });
    }
  }

  for (const text of ['60.000', '60,000', '31.12.2020', '2027-03-31', '3/31/2027']) {
    it(`given an amount or a date, when "${text}" is typed where the own phone is missing, then it is not taken for one (CR-22)`, () => {
      assert.deepEqual(told(readText(text, context('team', { alone: true }))), { unread: text });
    });
  }

  it('given a number that can be no phone, when it is said to be the own one, then it stands at its field', () => {
    const { refused } = readText('my phone is 12', context('team', { alone: true }));
    assert.deepEqual(refused?.team, {
      typed: { team: 'me', ownPhone: '12' },
      problems: { ownPhone: { code: 'phone-invalid' } },
    });
  });

  it('given somebody without a known address, when the own phone is typed, then it is kept and the address is asked (CR-22)', () => {
    const { view, ...more } = context('team', { alone: true });
    const { refused } = readText(phone, { ...more, view: { ...view, me: { name: me.name } } });
    assert.deepEqual(refused?.team, {
      typed: { team: 'me', ownPhone: phone },
      problems: { ownEmail: { code: 'own-email-missing' } },
    });
  });

  it('given somebody else beside a number, when typed, then it is not taken as the own one', () => {
    const other = readText(`Dana Reyes ${phone}`, context('team', { alone: true }));
    assert.deepEqual(other.refused?.team?.typed, { people: `Dana Reyes; ; ${phone}` });
  });

  it('given an assessment whose place is missing, when one of our locations is typed, then it is that; anything else is asked once more (CR-24)', () => {
    const draft = { solutions: [{ id: 'SA-1', name: 'Check', kind: 'assessment' as const }] };
    const typed = (text: string) => told(readText(text, context('solutions', { draft })));
    assert.deepEqual(typed('koln'), { assessmentPlace: '2' });
    assert.deepEqual(typed('seattle'), { assessmentPlace: '1' });
    const problems = { assessmentPlace: { code: 'assessment-place-unknown' } };
    assert.deepEqual(typed('Umeå'), {
      refused: { solutions: { typed: { assessmentPlace: 'Umeå' }, problems } },
    });
  });

  it('given a contact without a phone, when typed, then what was understood stands in the form (CR-19)', () => {
    const { refused } = readText('demo, Dana Reyes, dana@fabrikam.example', context('selling'));
    assert.deepEqual(refused?.selling?.typed, {
      assistance: 'ProofOfConceptOrDemo',
      contactName: 'Dana Reyes',
      contactEmail: 'dana@fabrikam.example',
      contactPhone: '',
    });
  });
});

describe('the line that a deal begins with', () => {
  it('given everything in one line, when read, then each part is an entry', () => {
    const text = 'Contoso Seattle 50k USD by 31 March "Cloud" with bo@contoso.example, demo';
    const reading = readLine(text, context('customer'));
    assert.deepEqual(told(reading), {
      name: 'Cloud',
      closeDate: '2027-03-31',
      value: { amount: 50_000, currency: 'USD' },
      team: [me, bo],
      assistance: 'ProofOfConceptOrDemo',
      customerText: 'Contoso Seattle',
    });
  });

  it('given a date that has passed and a colleague nobody knows, when read, then both come back at their fields', () => {
    const { refused } = readLine(
      'Contoso 50k USD by 1 March 2020 with who@contoso.example',
      context('customer'),
    );
    assert.deepEqual(refused?.details?.problems, {
      closeDate: { code: 'close-date-past', values: undefined },
    });
    assert.equal(refused?.team?.typed.people, '; who@contoso.example; ');
  });

  it('given two amounts, when read, then the second is told as not used; given a choice, then it is asked', () => {
    const reading = readLine('Contoso 50k USD, services 60k EUR', context('customer'));
    assert.ok(reading.unread && /60k EUR|50k USD/.test(reading.unread), String(reading.unread));
    const { changes, refused } = readLine('Contoso 50k USD or 60k EUR', context('customer'));
    assert.equal(changes.value, undefined);
    assert.deepEqual(refused?.details, {
      typed: { value: '50k USD or 60k EUR' },
      problems: { value: { code: 'value-unreadable' } },
    });
  });
});
