import assert from 'node:assert/strict';
import { intlLocale } from '#cards/format.ts';
import { readAmount } from '#cards/money/amount.ts';
import { currencyChoices } from '#cards/money/currencies.ts';
import { formatMoney } from '#cards/money/formatMoney.ts';
import { sampleLocales } from '#cards/samples.ts';
import { languages } from '#cards/say.ts';

const amounts: [text: string, locale: string, currency: string, amount: number][] = [
  ['50k', 'en', 'USD', 50_000],
  ['50 K', 'en', 'USD', 50_000],
  ['1.1k', 'en', 'USD', 1100],
  ['1.5m', 'en', 'USD', 1_500_000],
  ['1,5 Mio. €', 'de', 'EUR', 1_500_000],
  ['50 T€', 'de', 'EUR', 50_000],
  ['50 tkr', 'sv', 'SEK', 50_000],
  ['50 тыс. руб.', 'ru', 'RUB', 50_000],
  ['1,2 млн ₽', 'ru', 'RUB', 1_200_000],
  ['5万元', 'zh-Hans', 'CNY', 50_000],
  ['人民币 5 万', 'zh-Hans', 'CNY', 50_000],
  ['50 mila euro', 'it', 'EUR', 50_000],
  ['50.000,00 €', 'de', 'EUR', 50_000],
  ['50.000,00 €', 'en', 'EUR', 50_000],
  ['€ 50.000', 'it', 'EUR', 50_000],
  ['50,000', 'en', 'USD', 50_000],
  ['50,000.50', 'de', 'USD', 50_000.5],
  ['$50,000', 'en', 'USD', 50_000],
  ['US$ 50,000', 'en', 'USD', 50_000],
  ['USD 50k', 'en', 'USD', 50_000],
  ['50kUSD', 'en', 'USD', 50_000],
  ['50 kEUR', 'de', 'EUR', 50_000],
  ['1\u00a0200,50', 'ru', 'RUB', 1200.5],
  ['1\u202f200,50', 'sv', 'SEK', 1200.5],
  ['1 200', 'en', 'USD', 1200],
  ["1'200.50", 'de-CH', 'CHF', 1200.5],
  ['50.000', 'de-AT', 'EUR', 50_000],
  ['50.000,- €', 'de-AT', 'EUR', 50_000],
  ['1.250 €', 'de-AT', 'EUR', 1250],
  ['half a million', 'en', 'USD', 500_000],
  ['eine halbe Million €', 'de', 'EUR', 500_000],
  ['полмиллиона', 'ru', 'RUB', 500_000],
  ['50k美元', 'zh-Hans', 'USD', 50_000],
  ['12 lakh', 'en-IN', 'INR', 1_200_000],
  ['５０，０００', 'zh-Hans', 'CNY', 50_000],
  ['１２３', 'en', 'USD', 123],
  ['12,00,000', 'en-IN', 'INR', 1_200_000],
  ['12.50', 'de', 'EUR', 12.5],
  ['0.5', 'en', 'USD', 0.5],
  ['.5m', 'en', 'USD', 500_000],
  ['1.250', 'en', 'KWD', 1.25],
  ['500,-', 'sv', 'SEK', 500],
  ['500,- kr', 'sv', 'SEK', 500],
  ['50.000,- €', 'de', 'EUR', 50_000],
  ['50 kkr', 'sv', 'SEK', 50_000],
  ['50 MEUR', 'sv', 'EUR', 50_000_000],
  ['三百万元', 'zh-Hans', 'CNY', 3_000_000],
  ['一百二十万', 'zh-Hans', 'CNY', 1_200_000],
  ['两亿美元', 'zh-Hans', 'USD', 200_000_000],
  ['1 milione di euro', 'it', 'EUR', 1_000_000],
  ['50 thousand US dollars', 'en', 'USD', 50_000],
  ['50 000 zł', 'en', 'PLN', 50_000],
  ['50к руб', 'ru', 'RUB', 50_000],
  ['1000000', 'en', 'JPY', 1_000_000],
  ['1.000.000', 'en', 'USD', 1_000_000],
  // Units.
  ['₹1.5 Cr', 'en-IN', 'INR', 15_000_000],
  ['INR 3 Cr', 'en', 'INR', 30_000_000],
  ['₹ 50 L', 'en-IN', 'INR', 5_000_000],
  ['USD 5 mil', 'en', 'USD', 5_000_000],
  ['$2 mil', 'en', 'USD', 2_000_000],
  ['USD 1.5 bil', 'en', 'USD', 1_500_000_000],
  ['USD 3 trillion', 'en', 'USD', 3_000_000_000_000],
  ['€ 2 Mill.', 'de', 'EUR', 2_000_000],
  ['EUR 1,5 Mill.', 'de', 'EUR', 1_500_000],
  ['SEK 2 milj', 'sv', 'SEK', 2_000_000],
  ['NOK 1,2 mill', 'sv', 'NOK', 1_200_000],
  ['€ 1,5 Mld', 'it', 'EUR', 1_500_000_000],
  ['PLN 50 tys.', 'en', 'PLN', 50_000],
  ['R$ 1,5 mi', 'en', 'BRL', 1_500_000],
  ['$3 thou', 'en', 'USD', 3000],
  ['€ 2 Hunderttausend', 'de', 'EUR', 200_000],
  ['5 hundred thousand', 'en', 'USD', 500_000],
  ['50 grand', 'en', 'USD', 50_000],
  ['3 трлн руб.', 'ru', 'RUB', 3_000_000_000_000],
  ['5 кк', 'ru', 'RUB', 5_000_000],
  ['50w', 'zh-Hans', 'CNY', 500_000],
  ['50 TEUR', 'en', 'EUR', 50_000],
  ['50 KEUR', 'de', 'EUR', 50_000],
  ['2 mdkr', 'sv', 'SEK', 2_000_000_000],
  // Han units.
  ['3千万', 'zh-Hans', 'CNY', 30_000_000],
  ['2千万元', 'zh-Hans', 'CNY', 20_000_000],
  ['1千万欧元', 'zh-Hans', 'EUR', 10_000_000],
  ['人民币3百万', 'zh-Hans', 'CNY', 3_000_000],
  ['$3百万', 'zh-Hans', 'USD', 3_000_000],
  ['USD 5千万', 'zh-Hans', 'USD', 50_000_000],
  ['三点五百万', 'zh-Hans', 'CNY', 3_500_000],
  ['1亿2000万', 'zh-Hans', 'CNY', 120_000_000],
  ['一亿两千万', 'zh-Hans', 'CNY', 120_000_000],
  ['25万6千', 'zh-Hans', 'CNY', 256_000],
  ['1万2千元', 'zh-Hans', 'CNY', 12_000],
  ['3万亿', 'zh-Hans', 'CNY', 3_000_000_000_000],
  ['2个亿', 'zh-Hans', 'CNY', 200_000_000],
  ['一百零五万', 'zh-Hans', 'CNY', 1_050_000],
  ['5百元', 'zh-Hans', 'CNY', 500],
  ['三千五百元', 'zh-Hans', 'CNY', 3500],
  // Two parts.
  ['1 млн 200 тыс. руб.', 'ru', 'RUB', 1_200_000],
  ['1 milione e 200 mila euro', 'it', 'EUR', 1_200_000],
  ['1 Mio. 500 Tsd. €', 'de', 'EUR', 1_500_000],
  ['€ 1 Mio 200 Tsd', 'de', 'EUR', 1_200_000],
  ['1 miljon 250 tusen kronor', 'sv', 'SEK', 1_250_000],
  ['2 million and 300 thousand USD', 'en', 'USD', 2_300_000],
  ['1 crore 20 lakh', 'en-IN', 'INR', 12_000_000],
  ['3 тысячи 500 рублей', 'ru', 'RUB', 3500],
  // Words.
  ['due milioni e mezzo di euro', 'it', 'EUR', 2_500_000],
  ['un milione e mezzo', 'it', 'EUR', 1_500_000],
  ['two and a half million', 'en', 'USD', 2_500_000],
  ['два с половиной миллиона', 'ru', 'RUB', 2_500_000],
  ['zweieinhalb Millionen', 'de', 'EUR', 2_500_000],
  ['a quarter million', 'en', 'USD', 250_000],
  ['1½ Mio. €', 'de', 'EUR', 1_500_000],
  ['fifty thousand dollars', 'en', 'USD', 50_000],
  ['fünfundzwanzigtausend Euro', 'de', 'EUR', 25_000],
  ['tvåhundrafemtio tusen kronor', 'sv', 'SEK', 250_000],
  ['двести пятьдесят тысяч рублей', 'ru', 'RUB', 250_000],
  ['cinquantamila euro', 'it', 'EUR', 50_000],
  ['ventimila', 'it', 'EUR', 20_000],
];

const refused: [text: string, locale: string, currency: string, code: string][] = [
  ['', 'en', 'USD', 'value-missing'],
  ['   ', 'en', 'USD', 'value-missing'],
  ['10.000', 'en', 'USD', 'value-ambiguous'],
  ['10,000', 'de', 'EUR', 'value-ambiguous'],
  ['10,000', 'de-AT', 'EUR', 'value-ambiguous'],
  ['10.000', 'en-DE', 'EUR', 'value-ambiguous'],
  ['half', 'en', 'USD', 'value-unreadable'],
  ['1.250k', 'en', 'USD', 'value-ambiguous'],
  ['10.000', 'sv', 'SEK', 'value-ambiguous'],
  ['-5', 'en', 'USD', 'value-negative'],
  ['−5', 'sv', 'SEK', 'value-negative'],
  ['0', 'en', 'USD', 'value-zero'],
  ['0.00', 'en', 'USD', 'value-zero'],
  ['10.123', 'en', '', 'value-ambiguous'],
  ['10.1234', 'en', 'USD', 'value-too-precise'],
  ['10.5', 'en', 'JPY', 'value-too-precise'],
  ['99999999999999', 'en', 'USD', 'value-too-large'],
  ['50000bn', 'en', 'USD', 'value-too-large'],
  ['31 mars', 'sv', 'SEK', 'value-unreadable'],
  ['50 milione di', 'it', 'EUR', 'value-unreadable'],
  ['€ 2 mil', 'it', 'EUR', 'value-unreadable'],
  ['1 Billion', 'de', 'EUR', 'value-unreadable'],
  ['50 L', 'en', 'USD', 'value-unreadable'],
  ['2 mille', 'sv', 'SEK', 'value-unreadable'],
  ['50 all', 'en', '', 'value-unreadable'],
  ['2万5', 'zh-Hans', 'CNY', 'value-unreadable'],
  ['两三百万', 'zh-Hans', 'CNY', 'value-unreadable'],
  ['二三十万', 'zh-Hans', 'CNY', 'value-unreadable'],
  ['一百二万', 'zh-Hans', 'CNY', 'value-unreadable'],
  ['几百万', 'zh-Hans', 'CNY', 'value-unreadable'],
  ['200 тыс. 1 млн', 'ru', 'RUB', 'value-unreadable'],
  ['1,5 млн 200 тыс.', 'ru', 'RUB', 'value-unreadable'],
  ['20k 500', 'en', 'USD', 'value-unreadable'],
  ['1 million 50k 20', 'en', 'USD', 'value-unreadable'],
  ['two three million', 'en', 'USD', 'value-unreadable'],
  ['one or two million', 'en', 'USD', 'value-unreadable'],
  ['50 constructor', 'en', 'USD', 'value-unreadable'],
  ['5²', 'en', 'USD', 'value-unreadable'],
  ['a lot', 'en', 'USD', 'value-unreadable'],
  ['50 apples', 'en', 'USD', 'value-unreadable'],
  ['1,2,3', 'en', 'USD', 'value-unreadable'],
  ['1.2.3', 'en', 'USD', 'value-unreadable'],
  ['50 - 60', 'en', 'USD', 'value-unreadable'],
  ['50 EUR USD', 'en', 'USD', 'value-unreadable'],
  ['1e5', 'en', 'USD', 'value-unreadable'],
  ['9'.repeat(5000), 'en', 'USD', 'value-unreadable'],
];

describe('amount', () => {
  for (const [text, locale, currency, amount] of amounts) {
    it(`${text} (${locale}, ${currency}) is ${amount}`, () => {
      const read = readAmount(text, [locale], currency);
      assert.ok(read.ok, JSON.stringify(read));
      assert.equal(read.amount, amount);
    });
  }
  for (const [text, locale, currency, code] of refused) {
    it(`${text.slice(0, 20)} (${locale}, ${currency}) is refused: ${code}`, () => {
      const read = readAmount(text, [locale], currency);
      assert.equal(read.ok ? read.amount : read.problem.code, code);
    });
  }
  for (const language of languages) {
    it(`reads back what the bot itself writes (${language})`, () => {
      const reader = { language, locale: sampleLocales[language] };
      for (const { value: currency } of currencyChoices()) {
        for (const amount of [1, 12, 999, 1000, 48_500, 1_234_567, 250_000_000]) {
          const read = readAmount(formatMoney({ amount, currency }, reader), [intlLocale(reader)], currency);
          assert.equal(read.ok ? read.amount : JSON.stringify(read.problem), amount, currency);
          assert.ok(
            read.ok && (read.currencies.length === 0 || read.currencies.includes(currency)),
            currency,
          );
        }
      }
    });
  }
  it('names both readings of what is open', () => {
    const read = readAmount('10.000', ['en'], 'USD');
    assert.deepEqual(!read.ok && read.problem.values, { one: 10, other: 10_000, currency: 'USD' });
  });
  it('does not let one habit settle what another reads differently', () => {
    const read = readAmount('50,000', ['en', 'de'], 'EUR');
    assert.equal(read.ok ? read.amount : read.problem.code, 'value-ambiguous');
  });
});
