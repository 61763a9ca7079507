import assert from 'node:assert/strict';
import { draftCard } from '#cards/draft/draft.card.ts';
import { dealSteps } from '#domain/draft/draft.ts';
import { ofType, partsOf } from '#test/support/cards/cardParts.ts';
import { draftView } from '#test/support/draft/draftViews.ts';

/** Everything a card says, run by run. */
function textsOf(card: unknown): string[] {
  return partsOf(card).flatMap((part) =>
    part.type === 'TextBlock' || part.type === 'TextRun' ? [String(part.text)] : [],
  );
}

describe('deal.create review', () => {
  it('shows everything by section, each with a button to change it', () => {
    const card = draftCard(draftView('review-cosell'));
    const said = textsOf(card).join('|');
    for (const text of [
      'Contoso Ltd',
      'D-U-N-S 123456789',
      'Dana Reyes · dana.reyes@customer.example · +1 206 555 0114',
      'The customer agreed to share this with Microsoft',
      'Data platform for Contoso',
      '€50,000',
      'Mar 31, 2027',
      'Contoso Berlin (1234567)',
      'OPP-2041',
      'Currently on SQL Server 2016, about 4 TB.',
      'Jonas Meyer · jonas.meyer@contoso.example · +49 30 5550 200',
      'Contoso Data Platform · own · incentive eligible · IP co-sell',
      'Proof of concept or demo',
    ]) {
      assert.ok(said.includes(text), text);
    }
    const changes = ofType(card, 'Action.Execute').filter(({ verb }) => verb === 'deal.change');
    assert.deepEqual(
      changes.map(({ data }) => (data as { step: string }).step),
      dealSteps.slice(0, 6),
    );
    const verbs = ofType(card, 'Action.Execute').map(({ verb }) => verb);
    assert.deepEqual(verbs.slice(-2), ['deal.create', 'deal.cancel']);
  });

  const types: [sample: string, title: string, detail: RegExp][] = [
    ['review-cosell', 'Co-sell deal', /Microsoft sellers can see this deal.*14 days.*may say no/],
    ['review-private-warning', 'Private deal', /^Microsoft sellers can’t see this deal\.$/],
    ['review-assessment', 'Solution assessment', /Nobody can be invited/],
  ];
  for (const [sample, title, detail] of types) {
    it(`says what the deal is and who sees it: ${title} (CR-7 to CR-11, CR-26)`, () => {
      const said = textsOf(draftCard(draftView(sample)));
      const at = said.indexOf(title);
      assert.ok(at > 0);
      assert.match(said[at + 1] ?? '', detail);
    });
  }

  it('warns of a private deal with an incentive-eligible solution, and of no other (CR-27)', () => {
    const warned = (sample: string) =>
      textsOf(draftCard(draftView(sample))).filter((text) =>
        text.startsWith('Without Microsoft, this deal can’t'),
      );
    assert.equal(warned('review-private-warning').length, 1);
    assert.match(warned('review-private-warning')[0] ?? '', /Contoso Data Platform/);
    assert.deepEqual(warned('review-cosell'), []);
    assert.deepEqual(warned('review-assessment'), []);
  });

  it('marks what was assumed, and only that', () => {
    const said = textsOf(draftCard(draftView('review-private-warning')));
    const marked = said.flatMap((text, at) => (text === ' (assumed)' ? [said[at - 1]] : []));
    assert.deepEqual(marked, [
      'Contoso Berlin (1234567)',
      'Anna Berg · anna.berg@contoso.example · +49 30 5550 100',
      'Contoso Data Platform · own · incentive eligible · IP co-sell',
      'No help required at this time',
    ]);
    assert.ok(!textsOf(draftCard(draftView('review-cosell'))).includes(' (assumed)'));
  });

  it('says of an unconfirmed contact that it is not shared, and of a customer by hand that it is one', () => {
    const open = textsOf(draftCard(draftView('review-cosell', {}, { consent: false })));
    assert.ok(open.includes('Not shared with Microsoft: the customer’s consent isn’t confirmed'));
    const byHand = textsOf(draftCard(draftView('review-assessment')));
    assert.ok(byHand.includes('Entered by hand, not from the directory'));
    assert.ok(byHand.includes('Contoso Wien (2345678)'));
  });

  it('shows what stands in the way in its section', () => {
    const card = draftCard(draftView('review-incomplete'));
    const said = textsOf(card);
    const order = [
      'Deal details',
      'You can’t create deals for this location. Choose one of yours.',
      'Team',
      'Choose at least one person.',
      'Solutions',
      'Choose at least one solution.',
      'Help from Microsoft',
      'To ask Microsoft for help, enter the customer contact: name, e-mail and phone.',
    ].map((text) => said.indexOf(text));
    assert.ok(
      order.every((at, index) => at > (order[index - 1] ?? 0)),
      order.join(),
    );
  });

  it('says that the deal it was begun from stays as it is', () => {
    const said = textsOf(draftCard(draftView('review-assessment')));
    assert.ok(said.some((text) => text.includes('“Assessment for Contoso 2025”. That deal stays as it is.')));
  });
});

describe('an answered form of deal.create', () => {});
