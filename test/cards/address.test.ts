import assert from 'node:assert/strict';
import { addressParts } from '#cards/address.ts';
import { referralCard } from '#cards/referral/card/referral.card.ts';
import { sampleView } from '#test/support/cards/views.ts';

describe('an address on a card', () => {
  for (const [customer, expected] of [
    [
      { addressLines: ['1 Main St'], city: 'Seattle', state: 'WA', postalCode: '98101', country: 'US' },
      '1 Main St, Seattle, WA 98101',
    ],
    [
      { addressLines: ['Lindenallee 8'], city: 'Köln', postalCode: '50668', country: 'DE' },
      'Lindenallee 8, 50668 Köln',
    ],
    [{ city: 'München', state: 'Bayern', postalCode: '80331', country: 'DE' }, '80331 München, Bayern'],
    [{ city: ' ', state: 'WA', country: 'US' }, 'WA'],
    [{ postalCode: '12345', country: undefined }, '12345'],
  ] as const) {
    it(`given ${expected}, then it reads as people there write it`, () => {
      assert.equal(addressParts({ city: undefined, ...customer }).join(', '), expected);
    });
  }

  it('given a deal of ours, then its card writes it so, and the channel copy has neither street nor postal code', () => {
    const text = (name: string) => JSON.stringify(referralCard(sampleView(name)));
    assert.ok(text('deal-private').includes('Lindenstraße 12, 80331 München, Bayern, Germany'));
    assert.doesNotMatch(text('deal-channel'), /Lindenstraße|80331/);
  });
});
