import assert from 'node:assert/strict';
import type { Language } from '#cards/say.ts';
import { readDate } from '#dialogs/reading/date/readDate.ts';

// A Friday.
const today = '2026-11-20';

const unreadable = 'close-date-unreadable';
const past = 'close-date-past';
const far = 'close-date-far';

const tables: Record<Language, readonly (readonly [text: string, expected: string])[]> = {
  en: [
    ['31 March', '2027-03-31'],
    ['March 31', '2027-03-31'],
    ['31 March 2027', '2027-03-31'],
    ['31st of March', '2027-03-31'],
    ['March 31st, 2027', '2027-03-31'],
    ['3/31/2027', '2027-03-31'],
    ['31/3/2027', '2027-03-31'],
    ['2027-03-31', '2027-03-31'],
    ['in 6 weeks', '2027-01-01'],
    ['end of June', '2027-06-30'],
    ['end of June 2027', '2027-06-30'],
    ['next quarter end', '2027-03-31'],
    ['end of next quarter', '2027-03-31'],
    ['Q2', '2027-06-30'],
    ['Q2 2027', '2027-06-30'],
    ['end of Q1', '2027-03-31'],
    ['second quarter', '2027-06-30'],
    ['end of next month', '2026-12-31'],
    ['end of the month', '2026-11-30'],
    ['month end', '2026-11-30'],
    ['in two months', '2027-01-20'],
    ['next Friday', '2026-11-27'],
    ['within 90 days', '2027-02-18'],
    ['in a year', '2027-11-20'],
    ['end of the year', '2026-12-31'],
    ['EOY', '2026-12-31'],
    ['tomorrow', '2026-11-21'],
    ['June', '2027-06-30'],
    ['by June', '2027-06-30'],
    ['before June', '2027-05-31'],
    ['mid June', '2027-06-15'],
    ['31 February', unreadable],
    ['31 Feb 2027', unreadable],
    ['yesterday', past],
    ['31 March 2020', past],
    ['in 20 years', far],
    ['2050', unreadable],
    ['31 March or 30 April', unreadable],
    ['2 weeks', '2026-12-04'],
    ['20270331', '2027-03-31'],
    ['Fri, 31 March 2028', '2028-03-31'],
    ['31-Mar-2027', '2027-03-31'],
    ['29 February', '2028-02-29'],
    ['31 March next year', '2027-03-31'],
    ['soon', unreadable],
    ['hello', unreadable],
    ['', unreadable],
    ['by the end of 2027', '2027-12-31'],
    ['next month', '2026-12-31'],
    ['next march', '2027-03-31'],
    ['next year', '2027-12-31'],
    ['next week', '2026-11-27'],
    ['31.3.', '2027-03-31'],
    ['31.3', '2027-03-31'],
    ['1/2', '2027-01-02'],
    ['maybe end of june?', '2027-06-30'],
    ['31', unreadable],
    ['3', unreadable],
    ['12 months', '2027-11-20'],
    ['day after tomorrow', '2026-11-22'],
    ['a week from now', '2026-11-27'],
    ['Friday next week', '2026-11-27'],
    ['last Friday of March', unreadable],
    ['not before June', unreadable],
    ['a week after 31 March', unreadable],
    ['I expect to close it on 31 March 2027', '2027-03-31'],
    ['first week of June', unreadable],
    ['this month', '2026-11-30'],
    ['week 12', unreadable],
    ['next monday', '2026-11-23'],
    ['monday', '2026-11-23'],
  ],
  de: [
    ['31. März', '2027-03-31'],
    ['31. Maerz', '2027-03-31'],
    ['1. Jänner', '2027-01-01'],
    ['in 6 Wochen', '2027-01-01'],
    ['Ende März', '2027-03-31'],
    ['bis Ende März', '2027-03-31'],
    ['in zwei Monaten', '2027-01-20'],
    ['nächsten Freitag', '2026-11-27'],
    ['morgen', '2026-11-21'],
    ['31.3.2027', '2027-03-31'],
    ['31.03.27', '2027-03-31'],
    ['31.3.', '2027-03-31'],
    ['in einem Jahr', '2027-11-20'],
    ['Ende nächsten Monats', '2026-12-31'],
    ['Ende des Monats', '2026-11-30'],
    ['Monatsende', '2026-11-30'],
    ['Quartalsende', '2026-12-31'],
    ['Ende des Quartals', '2026-12-31'],
    ['nächstes Quartal', '2027-03-31'],
    ['Ende nächsten Quartals', '2027-03-31'],
    ['Jahresende', '2026-12-31'],
    ['Ende 2027', '2027-12-31'],
    ['31. Februar', unreadable],
    ['heute in 14 Tagen', '2026-12-04'],
    ['nächste Woche', '2026-11-27'],
    ['nächsten Monat', '2026-12-31'],
    ['nächstes Jahr', '2027-12-31'],
    ['diesen Monat', '2026-11-30'],
    ['Freitag', '2026-11-20'],
    ['am Freitag', '2026-11-20'],
    ['nächsten Monat bis zum 15.', unreadable],
    ['am 1. April 2027', '2027-04-01'],
    ['übermorgen', '2026-11-22'],
    ['Juni', '2027-06-30'],
    ['im Juni', '2027-06-30'],
    ['vor Juni', '2027-05-31'],
    ['Mitte Juni', '2027-06-15'],
    ['Q2/2027', '2027-06-30'],
    ['2. Quartal', '2027-06-30'],
    ['zweites Quartal 2027', '2027-06-30'],
    ['31/3/2027', '2027-03-31'],
    ['by 31 March', '2027-03-31'],
    ['spätestens am 31. März', '2027-03-31'],
    ['in einem halben Jahr', '2027-05-20'],
    ['innerhalb von 3 Monaten', '2027-02-20'],
    ['heute', '2026-11-20'],
    ['gestern', past],
    ['31. März nächsten Jahres', '2027-03-31'],
  ],
  sv: [
    ['31 mars', '2027-03-31'],
    ['den 31 mars', '2027-03-31'],
    ['senast den 31 mars', '2027-03-31'],
    ['om 6 veckor', '2027-01-01'],
    ['om sex veckor', '2027-01-01'],
    ['slutet av mars', '2027-03-31'],
    ['i slutet av mars', '2027-03-31'],
    ['om två månader', '2027-01-20'],
    ['nästa fredag', '2026-11-27'],
    ['imorgon', '2026-11-21'],
    ['2027-03-31', '2027-03-31'],
    ['om ett år', '2027-11-20'],
    ['31/3', '2027-03-31'],
    ['inom 3 månader', '2027-02-20'],
    ['i övermorgon', '2026-11-22'],
    ['i morgon', '2026-11-21'],
    ['nästa vecka', '2026-11-27'],
    ['på fredag', '2026-11-20'],
    ['fredag nästa vecka', '2026-11-27'],
    ['nästa månad', '2026-12-31'],
    ['slutet av nästa månad', '2026-12-31'],
    ['kvartal 2', '2027-06-30'],
    ['andra kvartalet', '2027-06-30'],
    ['årets slut', '2026-12-31'],
    ['årsskiftet', '2026-12-31'],
    ['nästa kvartal', '2027-03-31'],
    ['31 februari', unreadable],
    ['Q3', '2027-09-30'],
    ['mitten av juni', '2027-06-15'],
    ['om ett halvår', '2027-05-20'],
    ['före juni', '2027-05-31'],
    ['slutet av året', '2026-12-31'],
    ['31 mars nästa år', '2027-03-31'],
  ],
  'zh-Hans': [
    ['3月31日', '2027-03-31'],
    ['3月31日前', '2027-03-31'],
    ['六月底', '2027-06-30'],
    ['六月底前', '2027-06-30'],
    ['6周后', '2027-01-01'],
    ['两个月后', '2027-01-20'],
    ['下周五', '2026-11-27'],
    ['明天', '2026-11-21'],
    ['2027年3月31日', '2027-03-31'],
    ['三月三十一日', '2027-03-31'],
    ['下个月', '2026-12-31'],
    ['下周', '2026-11-27'],
    ['明年', '2027-12-31'],
    ['本月', '2026-11-30'],
    ['今年', '2026-12-31'],
    ['下个月底', '2026-12-31'],
    ['年底', '2026-12-31'],
    ['明年3月31日', '2027-03-31'],
    ['三个月内', '2027-02-20'],
    ['31/3', '2027-03-31'],
    ['3月31号', '2027-03-31'],
    ['2月31日', unreadable],
    ['2027年6月底', '2027-06-30'],
    ['6月', '2027-06-30'],
    ['6月前', '2027-05-31'],
    ['第二季度', '2027-06-30'],
    ['二季度', '2027-06-30'],
    ['下季度', '2027-03-31'],
    ['下季度末', '2027-03-31'],
    ['季度末', '2026-12-31'],
    ['本月底', '2026-11-30'],
    ['2027-03-31', '2027-03-31'],
    ['2027/3/31', '2027-03-31'],
    ['半年后', '2027-05-20'],
    ['3/31', '2027-03-31'],
    ['一年内', '2027-11-20'],
    ['end of June', '2027-06-30'],
    ['2027年底', '2027-12-31'],
    ['明年底', '2027-12-31'],
    ['十二月十五日', '2026-12-15'],
  ],
  ru: [
    ['31 марта', '2027-03-31'],
    ['до 31 марта', '2027-03-31'],
    ['через 6 недель', '2027-01-01'],
    ['до конца марта', '2027-03-31'],
    ['через два месяца', '2027-01-20'],
    ['в пятницу', '2026-11-20'],
    ['завтра', '2026-11-21'],
    ['31.03.2027', '2027-03-31'],
    ['31.03.27', '2027-03-31'],
    ['через год', '2027-11-20'],
    ['через неделю', '2026-11-27'],
    ['в следующем месяце', '2026-12-31'],
    ['в следующем году', '2027-12-31'],
    ['на следующей неделе', '2026-11-27'],
    ['в следующую пятницу', '2026-11-27'],
    ['к 31 марта 2027 года', '2027-03-31'],
    ['31 марта 2027 г.', '2027-03-31'],
    ['через полгода', '2027-05-20'],
    ['конец июня', '2027-06-30'],
    ['к концу июня', '2027-06-30'],
    ['до конца года', '2026-12-31'],
    ['до конца месяца', '2026-11-30'],
    ['до конца следующего месяца', '2026-12-31'],
    ['второй квартал', '2027-06-30'],
    ['2 квартал', '2027-06-30'],
    ['до конца квартала', '2026-12-31'],
    ['следующий квартал', '2027-03-31'],
    ['31 февраля', unreadable],
    ['до марта', '2027-02-28'],
    ['к марту', '2027-03-31'],
    ['в июне', '2027-06-30'],
    ['середина июня', '2027-06-15'],
    ['30 фев', unreadable],
    ['послезавтра', '2026-11-22'],
    ['31-го марта', '2027-03-31'],
    ['в течение 3 месяцев', '2027-02-20'],
    ['31 марта следующего года', '2027-03-31'],
    ['III квартал', '2027-09-30'],
  ],
  it: [
    ['31 marzo', '2027-03-31'],
    ['entro il 31 marzo', '2027-03-31'],
    ['tra 6 settimane', '2027-01-01'],
    ['fine marzo', '2027-03-31'],
    ['entro fine marzo', '2027-03-31'],
    ['entro la fine di marzo', '2027-03-31'],
    ['tra due mesi', '2027-01-20'],
    ['venerdì prossimo', '2026-11-27'],
    ['domani', '2026-11-21'],
    ['31/3/2027', '2027-03-31'],
    ['3/4/2027', '2027-04-03'],
    ['fra un anno', '2027-11-20'],
    ['1° aprile', '2027-04-01'],
    ['il mese prossimo', '2026-12-31'],
    ['prossimo mese', '2026-12-31'],
    ['settimana prossima', '2026-11-27'],
    ["l'anno prossimo", '2027-12-31'],
    ['fine mese', '2026-11-30'],
    ['fine anno', '2026-12-31'],
    ["entro la fine dell'anno", '2026-12-31'],
    ['fine del mese prossimo', '2026-12-31'],
    ['prossimo trimestre', '2027-03-31'],
    ['secondo trimestre', '2027-06-30'],
    ['2° trimestre 2027', '2027-06-30'],
    ['31 febbraio', unreadable],
    ['metà giugno', '2027-06-15'],
    ['prima di giugno', '2027-05-31'],
    ['a giugno', '2027-06-30'],
    ['30 set', '2027-09-30'],
    ['tra sei mesi', '2027-05-20'],
    ['entro 3 mesi', '2027-02-20'],
    ['fine 2027', '2027-12-31'],
    ["31 marzo dell'anno prossimo", '2027-03-31'],
    ['dopodomani', '2026-11-22'],
    ['Q4', '2026-12-31'],
  ],
};

const byLocale: readonly (readonly [text: string, language: Language, locale: string, expected: string])[] = [
  ['3/4/2027', 'en', 'en-US', '2027-03-04'],
  ['3/4/2027', 'en', 'en-GB', '2027-04-03'],
  ['3/4/2027', 'it', 'it-IT', '2027-04-03'],
  ['3/31/2027', 'en', 'en-US', '2027-03-31'],
  ['31/3/2027', 'en', 'en-US', '2027-03-31'],
  ['31/3/2027', 'en', 'en-GB', '2027-03-31'],
  ['3.4.2027', 'de', 'de-AT', '2027-04-03'],
  ['03.04.2027', 'ru', 'ru-RU', '2027-04-03'],
  ['3/4', 'sv', 'sv-SE', '2027-04-03'],
  ['3/4', 'zh-Hans', 'zh-CN', '2027-03-04'],
  ['2027-04-03', 'sv', 'sv-SE', '2027-04-03'],
  ['2027-04-03', 'en', 'en-US', '2027-04-03'],
  // The locale of the client is not the language that was chosen.
  ['3.4.2027', 'de', 'en-US', '2027-04-03'],
  ['3.4.2027', 'de', 'no locale at all', '2027-04-03'],
];

describe('readDate (CR-21)', () => {
  for (const [language, table] of Object.entries(tables) as [Language, (typeof tables)[Language]][]) {
    for (const [text, expected] of table) {
      it(`${language}: "${text}" is ${expected}`, () => {
        const read = readDate(text, { language, today });
        assert.equal(read.ok ? read.date : read.code, expected);
      });
    }
  }
  for (const [text, language, locale, expected] of byLocale) {
    it(`${text} by a reader of ${language}, ${locale}, is ${expected}`, () => {
      const read = readDate(text, { language, locale, today });
      assert.equal(read.ok ? read.date : read.code, expected);
    });
  }
  it('takes today, and says of yesterday that it has passed', () => {
    assert.deepEqual(readDate('20 November 2026', { language: 'en', today }), { ok: true, date: today });
    assert.deepEqual(readDate('20 November', { language: 'en', today }), { ok: true, date: today });
    assert.deepEqual(readDate('19 November', { language: 'en', today }), { ok: true, date: '2027-11-19' });
    assert.deepEqual(readDate('19 November 2026', { language: 'en', today }), { ok: false, code: past });
  });
  it('takes the day ten years from now, and not the one after it', () => {
    assert.deepEqual(readDate('2036-11-20', { language: 'en', today }), { ok: true, date: '2036-11-20' });
    assert.deepEqual(readDate('2036-11-21', { language: 'en', today }), {
      ok: false,
      code: far,
      values: { years: 10 },
    });
  });
  it('counts months to the last day where the month is shorter', () => {
    const read = (text: string, from: string) => readDate(text, { language: 'en', today: from });
    assert.deepEqual(read('in 1 month', '2027-01-31'), { ok: true, date: '2027-02-28' });
    assert.deepEqual(read('in 2 months', '2026-12-31'), { ok: true, date: '2027-02-28' });
    assert.deepEqual(read('end of next month', '2027-01-31'), { ok: true, date: '2027-02-28' });
    assert.deepEqual(read('end of the quarter', '2026-12-31'), { ok: true, date: '2026-12-31' });
    assert.deepEqual(read('in 3 days', '2028-02-27'), { ok: true, date: '2028-03-01' });
  });
  it('is the same day in every zone of the server', () => {
    const before = process.env.TZ;
    try {
      for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Berlin', 'America/Sao_Paulo']) {
        process.env.TZ = zone;
        for (const [text, expected] of [
          ['tomorrow', '2026-11-21'],
          ['next Friday', '2026-11-27'],
          ['in 6 weeks', '2027-01-01'],
          ['2027-03-28', '2027-03-28'],
        ] as const) {
          assert.deepEqual(readDate(text, { language: 'en', today }), { ok: true, date: expected }, zone);
        }
      }
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });
  it('refuses a text that is no line, at once', () => {
    assert.deepEqual(readDate('31 March '.repeat(2000), { language: 'en', today }), {
      ok: false,
      code: unreadable,
    });
  });
});
