import assert from 'node:assert/strict';
import { draftCard } from '#cards/draft/draft.card.ts';
import { parseDraftForm } from '#cards/draft/parse.ts';
import { type DraftCardView, draftFields } from '#cards/draft/view.ts';
import { sampleLocales } from '#cards/samples.ts';
import { languages } from '#cards/say.ts';
import { dealSteps } from '#domain/draft/draft.ts';
import type { Contact, Solution } from '#domain/referral/referral.ts';
import { ofType, partsOf } from '#test/support/cards/cardParts.ts';
import { draftView } from '#test/support/draft/draftViews.ts';

const steps = dealSteps.filter((step) => step !== 'review');

describe('deal.create forms', () => {
  for (const step of steps) {
    it(`${step}: says where one is, who will see each field, and what can be done`, () => {
      const card = draftCard(draftView(step));
      assert.match(
        String(card.fallbackText),
        new RegExp(`^New deal · step ${steps.indexOf(step) + 1} of ${step === 'partners' ? 7 : 6}: `),
      );
      const verbs = ofType(card, 'Action.Execute').map(({ verb }) => verb);
      assert.ok(verbs.includes('deal.answer') && verbs.includes('deal.cancel'));
      assert.equal(verbs.includes('deal.back'), step !== 'customer');
      assert.match(JSON.stringify(card), /help, back or cancel/);
      assert.match(
        JSON.stringify(card),
        /partners see this|if you invite it|sellers see the deal|The partner sees/,
      );
    });

    it(`${step}: every input belongs to the step and ends in the version`, () => {
      const { draft } = draftView(step);
      const ids = ofType(draftCard(draftView(step)), 'Input.').map(({ id }) => String(id));
      assert.ok(ids.length > 0);
      for (const id of ids) {
        const [field = '', formVersion] = id.split('.');
        assert.ok((draftFields[step] as readonly string[]).includes(field), id);
        assert.equal(formVersion, String(draft.formVersion));
      }
    });

    it(`${step}: a change from the review is saved, not gone on from`, () => {
      const card = draftCard(draftView(step, {}, { reviewing: true }));
      const titles = ofType(card, 'Action.').map(({ title }) => title);
      assert.ok(titles.includes('Save') && titles.includes('Back') && !titles.includes('Next'));
      assert.match(String(card.fallbackText), /^New deal · change: /);
    });

    it(`${step}: reading never throws, whatever is sent`, () => {
      const context = draftView(step);
      const odd = [
        null,
        undefined,
        0,
        true,
        'x',
        ',',
        [],
        [1],
        {},
        { a: {} },
        '\u0000',
        'x'.repeat(50_000),
        NaN,
      ];
      for (const value of odd) {
        assert.doesNotThrow(() => parseDraftForm(step, value, context));
        const fields = [...draftFields[step].map((field) => `${field}.${context.draft.formVersion}`), 'form'];
        const others = ['asked', 'hand', 'locale', 'preset', 'search'];
        const sent = Object.fromEntries([...fields, ...others].map((field) => [field, value]));
        const read = parseDraftForm(step, sent, context);
        assert.equal(typeof read.ok, 'boolean');
        for (const [field, problem] of Object.entries(read.ok ? {} : read.problems)) {
          assert.doesNotThrow(() => draftCard({ ...context, problems: { [field]: problem } }));
        }
      }
    });
  }

  it('every problem a form can have stands once on the card, at its field', () => {
    for (const step of steps) {
      for (const field of draftFields[step]) {
        const view = draftView(step, { problems: { [field]: { code: 'not-text' } }, customers: undefined });
        const vetted = {
          ...view,
          vetted: true,
          offered: [{ id: 'SA', name: 'A', kind: 'assessment' as const }],
        };
        const known: Contact[] = [{ name: 'Dana', email: 'd@x.example', phone: '+1 206 555' }];
        const bare = { ...vetted, me: { name: 'Anna Berg' }, recentCustomerContacts: known };
        const told = partsOf(draftCard(bare)).filter(({ text }) =>
          String(text).startsWith('I couldn’t read that'),
        );
        assert.equal(told.length, 1, `${step} ${field}`);
      }
    }
  });

  it('an open form is refused with a word above, and a form as it was is not', () => {
    assert.match(JSON.stringify(draftCard(draftView('details-refused'))), /Not saved yet/);
    assert.doesNotMatch(JSON.stringify(draftCard(draftView('details'))), /Not saved yet/);
  });

  it('what came from outside is shown literally', () => {
    for (const sample of ['customer-hostile', 'review-hostile']) {
      const card = draftCard(draftView(sample));
      for (const part of partsOf(card).filter(({ type }) => type === 'TextBlock')) {
        assert.doesNotMatch(String(part.text), /(?<!\\)\]\(|(?<!\\)\*\*|\{\{/, sample);
      }
      for (const part of partsOf(card).filter(({ type }) => type === 'TextRun')) {
        assert.doesNotMatch(String(part.text), /\{\{/);
      }
      assert.match(JSON.stringify(card), /\$\{x\}/);
    }
    const choices = ofType(draftCard(draftView('customer-hostile')), 'Input.ChoiceSet');
    for (const { title } of choices.flatMap((one) => one.choices as { title: string }[])) {
      assert.doesNotMatch(title, /\]\(|\{\{/);
    }
  });
});

describe('deal.create cards stay small', () => {
  const long = (letter: string, length: number) => `${letter} `.repeat(length / 2);
  const person = (at: number): Contact => ({
    name: `${long('Ж', 100)}${at}`,
    email: `person.number.${at}@a-rather-long-company-name.example`,
    phone: '+46 8 555 0100',
  });
  const people = Array.from({ length: 50 }, (_, at) => person(at));
  const solution = (at: number): Solution => ({
    id: `typed:${'ж'.repeat(150)}${at}`,
    name: `${long('Ж', 200)}${at}`,
    kind: 'third-party',
    publisher: long('Ж', 200),
    incentive: true,
    ipCosell: true,
  });
  const entity = (at: number) => ({
    id: `c-${at}`,
    name: long('漢', 250),
    addressLines: [long('漢', 250), long('漢', 250)],
    city: long('漢', 250),
    state: long('漢', 100),
    postalCode: '123456',
    country: 'CN',
    duns: '123456789',
  });
  const texts = {
    notes: long('漢', 4000),
    people: people
      .slice(0, 40)
      .map(({ name }) => name)
      .join('\n'),
  };
  const heavy: Partial<DraftCardView> = {
    vetted: true,
    me: { name: long('Ж', 250) },
    locations: Array.from({ length: 30 }, (_, at) => ({
      mpnId: String(1_000_000 + at),
      name: long('漢', 200),
      country: 'CN',
    })),
    recentContacts: people.slice(30),
    recentCustomerContacts: people,
    offered: Array.from({ length: 25 }, (_, at) => solution(100 + at)),
    offeredFor: long('漢', 250),
    customers: {
      text: long('漢', 250),
      kind: 'matches',
      found: Array.from({ length: 10 }, (_, at) => entity(at)),
    },
    resultLine: long('漢', 2000),
    understood: Array.from({ length: 10 }, () => ({ label: long('漢', 100), text: long('漢', 400) })),
    problems: {
      customer: { code: 'customer-choose' },
      customerContact: { code: 'contact-needed' },
      notes: { code: 'notes-too-long', values: { length: 5000, max: 4000 } },
      solutions: { code: 'assessment-not-alone' },
      people: { code: 'team-line-incomplete', values: { line: 3 } },
    },
    typed: {
      ...texts,
      name: long('漢', 250),
      handName: long('漢', 250),
      address: long('漢', 250),
      city: long('漢', 250),
      state: long('漢', 250),
      contactName: long('漢', 250),
      thirdName: long('漢', 250),
      crmId: long('漢', 100),
    },
  };
  const draft = {
    name: long('漢', 250),
    notes: long('漢', 4000),
    crmId: long('漢', 100),
    campaignId: long('漢', 100),
    customer: { ...entity(0), contacts: [] },
    customerContact: person(1),
    team: people.slice(0, 50),
    solutions: Array.from({ length: 50 }, (_, at) => solution(at)),
    assessmentPlace: long('漢', 250),
    location: '1000000',
    value: { amount: 1234567.89, currency: 'CNY' },
    closeDate: '2027-03-31',
    from: { referralId: 'x', name: long('漢', 250) },
  };
  for (const language of languages) {
    for (const step of dealSteps) {
      it(`${step} in ${language} with 25 offered, 50 chosen, 10 found, 50 people`, () => {
        const reader = { language, locale: sampleLocales[language] };
        const view = draftView(
          'customer',
          { ...heavy, ...reader },
          { ...draft, step, assistance: 'Unknown' },
        );
        const size = Buffer.byteLength(JSON.stringify(draftCard(view)));
        assert.ok(size < 28_000, `${size}`);
      });
    }
  }
});
