import assert from 'node:assert/strict';
import { type Language, languages, type TextKey } from '#cards/say.ts';
import { de } from '#cards/texts/de/catalog.ts';
import { en } from '#cards/texts/en/catalog.ts';
import { it as italian } from '#cards/texts/it/catalog.ts';
import { ru } from '#cards/texts/ru/catalog.ts';
import { sv } from '#cards/texts/sv/catalog.ts';
import { zhHans } from '#cards/texts/zh-Hans/catalog.ts';

const catalogs: Record<Language, Record<TextKey, string>> = {
  en,
  de,
  sv,
  'zh-Hans': zhHans,
  ru,
  it: italian,
};

/** Texts that name the same thing in different places: people must not wonder whether it is another one. */
const pairs: readonly (readonly [TextKey, TextKey])[] = [
  ['timeline.field.salesStage', 'progress.path.title'],
  ['timeline.field.holder', 'deal.card.holder'],
  ['timeline.field.value', 'referral.card.value'],
  ['timeline.field.crmId', 'referral.card.crmId'],
  ['timeline.field.campaignId', 'referral.card.campaignId'],
  ['timeline.field.assistance', 'referral.card.help'],
  ['timeline.field.registration', 'deal.card.registration'],
  ['timeline.registration.pending', 'find.registration.pending'],
  ['timeline.registration.approved', 'find.registration.approved'],
  ['timeline.registration.passed', 'find.registration.passed'],
  ['timeline.registration.failed', 'find.registration.failed'],
  ['timeline.registration.closed', 'find.registration.closed'],
  ['timeline.registration.action-required', 'find.registration.actionrequired'],
  ['timeline.what.deal.create', 'deal.state.created'],
  ['timeline.what.referral.accept', 'referral.state.accepted'],
  ['timeline.what.referral.decline', 'referral.state.declined'],
  ['timeline.what.deal.error', 'referral.state.error'],
  ['invite.seller', 'news.seller'],
  ['invite.chat', 'news.chat'],
  ['problem.invite-assessment', 'referral.rejection.invite-assessment'],
];

/** One thing has one name: words that are not used for it any more. */
const strays: Partial<Record<Language, RegExp>> = {
  de: /\bassessments?\b|verkaufsphase|(?<!new |\{)\bdeals?\b/i,
  sv: /bedömning/i,
  'zh-Hans': /登记|输单|帐户|商机|个交易/,
  it: /solution assessment/i,
  ru: /как ошибк[ау]|примечани/i,
};

describe('one word for one thing', () => {
  for (const language of languages) {
    const texts = catalogs[language];
    it(`in ${language} a thing is called the same wherever it stands`, () => {
      const plain = (key: TextKey) => texts[key].toLowerCase().replace(/[.。]$/, '');
      for (const [one, other] of pairs) assert.equal(plain(one), plain(other), `${one} and ${other}`);
    });
    it(`in ${language} no other word for it is left`, () => {
      const found = Object.entries(texts).filter(([, text]) => strays[language]?.test(text));
      assert.deepEqual(found, []);
    });
  }
});
