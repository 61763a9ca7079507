import assert from 'node:assert/strict';
import { cardDateTime, formatCountry, formatDay, formatInstant, intlLocale } from '#cards/format.ts';
import { currencyDigits } from '#cards/money/currencies.ts';
import { formatAmount, formatMoney } from '#cards/money/formatMoney.ts';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const austrian = { language: 'de', locale: 'de-AT', timeZone: 'Europe/Vienna' } as const;
const american = { language: 'en', locale: 'en-US' } as const;

describe('format', () => {
  it('follows the reader’s region only where it speaks the reader’s language', () => {
    assert.equal(intlLocale(austrian), 'de-AT-u-nu-latn');
    assert.equal(intlLocale({ language: 'de', locale: 'en-US' }), 'de');
    assert.equal(intlLocale({ language: 'zh-Hans', locale: 'zh-TW' }), 'zh-Hans');
    assert.equal(intlLocale({ language: 'en', locale: 'ar-EG' }), 'en');
    for (const locale of ['', 'x', 'not a tag', 'en-'.repeat(5000)])
      assert.equal(intlLocale({ language: 'en', locale }), 'en');
  });

  it('writes money with cents only where there are any', () => {
    assert.equal(plain(formatMoney({ amount: 48_500, currency: 'EUR' }, austrian)), '€ 48.500');
    assert.equal(plain(formatMoney({ amount: 48_500.5, currency: 'USD' }, american)), '$48,500.50');
    assert.equal(plain(formatMoney({ amount: 5, currency: 'XX' }, american)), '5 XX');
    assert.equal(plain(formatMoney({ amount: 5000, currency: '' }, austrian)), '5 000');
    assert.equal(plain(formatMoney({ amount: 5, currency: 'Euro' }, american)), '5 Euro');
    assert.equal(formatAmount(0.1, american), '0.10');
    assert.equal(formatAmount(0.125, american), '0.125');
  });

  it('writes moments in the reader’s zone, and says UTC where there is none', () => {
    assert.equal(plain(formatInstant('2026-12-04T09:12:00.000Z', austrian)), '4. Dez. 2026, 10:12');
    assert.equal(plain(formatInstant('2026-12-04T09:12:00.000Z', american)), 'Dec 4, 2026, 9:12 AM UTC');
    assert.match(formatInstant('2026-12-04T09:12:00.000Z', { ...american, timeZone: 'Moon/Base' }), /UTC/);
    assert.equal(formatInstant('soon', american), 'soon');
    assert.equal(formatDay('2027-03-31', austrian), '31.03.2027');
    assert.equal(formatDay('soon', austrian), 'soon');
  });

  it('leaves the reader’s zone to the client on cards', () => {
    assert.equal(cardDateTime('2026-12-04T09:12:00.123Z').date, '{{DATE(2026-12-04T09:12:00Z, SHORT)}}');
  });

  it('knows countries and decimals, and stands what is none', () => {
    assert.equal(formatCountry('AT', austrian), 'Österreich');
    assert.equal(formatCountry('nowhere', austrian), 'nowhere');
    assert.deepEqual(['EUR', 'JPY', 'KWD', '???'].map(currencyDigits), [2, 0, 3, 2]);
  });
});
