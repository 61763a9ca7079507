import assert from 'node:assert/strict';
import { sampleLocales } from '#cards/samples.ts';
import { languageOf, languages } from '#cards/say.ts';
import { readMoney } from '#dialogs/reading/readMoney.ts';

/** Text, locale of the reader, usual currency, amount, currency; `~` marks one that the text does not settle. */
const amounts: readonly (readonly [text: string, locale: string, usual: string, expected: string])[] = [
  ['50k', 'en', '', '50000 ?'],
  ['50k', 'en', 'USD', '50000 ~USD'],
  ['50k EUR', 'en', 'USD', '50000 EUR'],
  ['50 000', 'en', 'SEK', '50000 ~SEK'],
  ['1.5m USD', 'en', '', '1500000 USD'],
  ['about 50k USD', 'en', '', '50000 USD'],
  ['50k USD, please', 'en', '', '50000 USD'],
  ['50 thousand US dollars', 'en', '', '50000 USD'],
  ['1.5 million pounds', 'en', '', '1500000 GBP'],
  ['USD50k', 'en', '', '50000 USD'],
  ['50 TRY', 'en', '', '50 TRY'],
  ['KWD 1.250', 'en', '', '1.25 KWD'],
  ['1.250', 'en', 'KWD', '1.25 ~KWD'],
  ['1000000', 'en', 'JPY', '1000000 ~JPY'],
  ['50.000,50 €', 'de', '', '50000.5 EUR'],
  ['50.000,50 €', 'en', '', '50000.5 EUR'],
  ['1,5 Mio.', 'de', 'EUR', '1500000 ~EUR'],
  ['1,5 Mio. €', 'de', '', '1500000 EUR'],
  ['ca. 50.000 Euro', 'de', '', '50000 EUR'],
  ['50 Tausend Franken', 'de', '', '50000 CHF'],
  ["CHF 50'000.-", 'de-CH', '', '50000 CHF'],
  ['50 tkr', 'sv', '', '50000 ~SEK'],
  ['50 tkr', 'nb-NO', '', '50000 ~NOK'],
  ['1,2 mkr', 'sv-SE', '', '1200000 ~SEK'],
  ['50 000 kronor', 'sv', '', '50000 ~SEK'],
  ['50 kr', 'sv', 'DKK', '50 ~DKK'],
  ['5万', 'zh-Hans', 'CNY', '50000 ~CNY'],
  ['5万美元', 'zh-Hans', '', '50000 USD'],
  ['人民币500万元', 'zh-Hans', '', '5000000 CNY'],
  ['约5万欧元', 'zh-Hans', '', '50000 EUR'],
  ['５０，０００ 日元', 'zh-Hans', '', '50000 JPY'],
  ['50 тыс. руб.', 'ru', '', '50000 RUB'],
  ['50т.р.', 'ru', '', '50000 RUB'],
  ['50к руб', 'ru', '', '50000 RUB'],
  ['1 200 000,50 ₽', 'ru', '', '1200000.5 RUB'],
  ['50 тыс. долларов', 'ru', '', '50000 ~USD'],
  ['1,5 млн евро', 'ru', '', '1500000 EUR'],
  ['50 mila dollari', 'it', '', '50000 ~USD'],
  ['50 mila euro', 'it', '', '50000 EUR'],
  ['1,5 mln €', 'it', '', '1500000 EUR'],
  ['50.000 sterline', 'it', '', '50000 GBP'],
  ['$50k', 'en-US', '', '50000 ~USD'],
  ['$50k', 'en-AU', '', '50000 ~AUD'],
  ['$50k', 'en-US', 'CAD', '50000 ~CAD'],
  ['$50k', 'de-DE', 'EUR', '50000 ~USD'],
  ['C$ 50k', 'en', '', '50000 CAD'],
  ['¥3,000,000', 'en', '', '3000000 ?'],
  ['¥3,000,000', 'en', 'JPY', '3000000 ~JPY'],
  ['¥3,000,000', 'zh-CN', '', '3000000 ~CNY'],
  ['50 kr', 'en-US', '', '50 ?'],
];

const refused: readonly (readonly [text: string, locale: string, usual: string, code: string])[] = [
  ['', 'en', 'USD', 'value-missing'],
  ['a lot', 'en', 'USD', 'value-unreadable'],
  ['USD', 'en', '', 'value-unreadable'],
  ['50 apples', 'en', 'USD', 'value-unreadable'],
  ['50k or 60k', 'en', 'USD', 'value-unreadable'],
  ['50-60k', 'en', 'USD', 'value-unreadable'],
  ['50 EUR USD', 'en', '', 'value-unreadable'],
  ['50k XYZ', 'en', '', 'currency-unknown'],
  ['10.000', 'en', 'USD', 'value-ambiguous'],
  ['10.000 €', 'en', 'USD', 'value-ambiguous'],
  ['10,000', 'de', 'EUR', 'value-ambiguous'],
  ['10.5 JPY', 'en', '', 'value-too-precise'],
  ['10.5', 'en', 'JPY', 'value-too-precise'],
  ['1.2345 KWD', 'en', '', 'value-too-precise'],
  ['-5k USD', 'en', '', 'value-negative'],
  ['0 EUR', 'de', '', 'value-zero'],
  ['99999999999999', 'en', 'USD', 'value-too-large'],
  ['9'.repeat(5000), 'en', 'USD', 'value-unreadable'],
  ['50k '.repeat(3000), 'en', 'USD', 'value-unreadable'],
];

const read = (text: string, locale: string, usual: string) =>
  readMoney(text, { language: languageOf(locale), locale, currency: usual || undefined });

describe('readMoney (CR-21)', () => {
  for (const [text, locale, usual, expected] of amounts) {
    it(`${text} (${locale}${usual && `, usually ${usual}`}) is ${expected}`, () => {
      const money = read(text, locale, usual);
      assert.ok(money.ok, JSON.stringify(money));
      assert.equal(`${money.amount} ${money.assumed ? '~' : ''}${money.currency ?? '?'}`, expected);
    });
  }
  for (const [text, locale, usual, code] of refused) {
    it(`${text.slice(0, 20)} (${locale}${usual && `, usually ${usual}`}) is refused: ${code}`, () => {
      const money = read(text, locale, usual);
      assert.equal(money.ok ? JSON.stringify(money) : money.problem.code, code);
    });
  }
  it('names both readings of what is open, in the currency of the text', () => {
    const money = read('10.000 €', 'en', 'USD');
    assert.deepEqual(!money.ok && money.problem.values, { one: 10, other: 10_000, currency: 'EUR' });
  });
  it('says which currencies a sign may stand for', () => {
    const money = read('¥500', 'en', '');
    assert.deepEqual(money.ok && money.currencies, ['JPY', 'CNY']);
  });
  for (const language of languages) {
    it(`knows every ISO 4217 code, with its own decimals (${language})`, () => {
      for (const code of Intl.supportedValuesOf('currency')) {
        const money = readMoney(`50 000 ${code}`, { language, locale: sampleLocales[language] });
        assert.ok(money.ok, code);
        assert.deepEqual([money.amount, money.currency, money.assumed], [50_000, code, false]);
      }
    });
  }
});
