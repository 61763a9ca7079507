import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { type Language, languages } from '#cards/say.ts';
import { en } from '#cards/texts/en/catalog.ts';
import { pathOf } from '#test/support/repository.ts';

type Catalog = Record<string, string>;
const folder = pathOf('cards/texts');
const areas = readdirSync(join(folder, 'en/')).filter((file) => file.endsWith('.json'));
const catalogs = Object.fromEntries(languages.map((language) => [language, catalogOf(language)]));
const english = catalogs.en ?? {};

/** What stands in small letters at a field or under a title; what says of a whole form who sees it may be longer. */
const hints =
  /\.hint$|(?<!channel)Hint$|^(draft|invite\.draft|registration\.form)\..*intro$|^readers\.|^draft\.seen\./;

/** Words that nobody would say to a colleague, and old ways to say what now has one way. */
const stilted =
  /\b(whoever|whomever|whom|hereby|thereof|shall|anew|cannot|any more|somebody|everybody|please|put right|all the same|of which|of (this|that) kind)\b|\bstands? at\b|\b(did|does|do|is|are|was|were|has|have|had) not\b/i;

describe('texts', () => {
  it('there is one catalog for each language and no other, of the same parts', () => {
    assert.deepEqual(readdirSync(folder).sort(), [...languages].sort());
    for (const language of languages) {
      assert.deepEqual(readdirSync(join(folder, `${language}/`)), [...areas, 'catalog.ts'].sort());
    }
  });

  it('no key stands in two parts, and every part is in the catalog', () => {
    const keys = areas.flatMap((area) => Object.keys(partOf('en', area)));
    assert.equal(new Set(keys).size, keys.length);
    assert.deepEqual(Object.keys(en).sort(), keys.sort());
  });

  it('a hint in English has at most twelve words', () => {
    const wordsOf = (text: string) => text.split(/\s+/).filter((word) => /\w/.test(word)).length;
    const long = Object.entries(english).filter(([key, text]) => hints.test(key) && wordsOf(text) > 12);
    assert.deepEqual(long, []);
  });

  it('English is spoken, not written: no stilted words, one way to say a thing', () => {
    const found = Object.entries(english).filter(([, text]) => stilted.test(text));
    assert.deepEqual(found, []);
  });

  for (const language of languages) {
    const catalog = catalogs[language] ?? {};

    it(`${language} has the keys of English, in their order`, () => {
      assert.deepEqual(Object.keys(catalog), Object.keys(english));
    });

    it(`${language} has the placeholders of English`, () => {
      for (const [key, text] of Object.entries(catalog)) {
        assert.deepEqual(placeholders(text, language), placeholders(english[key] ?? '', 'en'), key);
      }
    });

    it(`${language} has every plural form its language needs`, () => {
      const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      for (const [key, text] of Object.entries(catalog)) {
        if (!text.includes(', plural,')) continue;
        const usual = needed.filter((form) => !(form === 'many' && language === 'it'));
        for (const form of usual) assert.match(text, new RegExp(`\\b${form} \\{`), `${language} ${key}`);
      }
    });

    it(`${language} is translated`, () => {
      if (language === 'en') return;
      const same = Object.keys(catalog).filter((key) => catalog[key] === english[key]);
      // Names, codes and bare punctuation, and loan words.
      const allowed =
        /^(list\.separator|figures\.(pipeline\.all|when\.quarter|hours)|help\.command\.pipeline|answer\.of|admin\.locations\.mpnId|admin\.whoami\.tenant|referral\.card\.(dateAndTime|crmId|team|deal|campaignId|notes|quoted)|referral\.accept\.crmId|deal\.card\.(then|details|microsoft|ipCosell)|referral\.state\.inPartnerCenter|referral\.service\.(Hardware|Integration|IPServices)|draft\.(label|step\.team|sentences|optional|customer\.duns|contact\.(name|email)|team\.label|mark\.ipCosell)|progress\.stage\.at|registration\.choice\.no|talk\.no|sync\.(card\.here|field\.(team|crmId))|timeline\.(line\.(changed|set)|who\.of|field\.(status|crmId))|find\.(type\.co-sell|filter\.(status|partner)|only\.words))$/;
      assert.deepEqual(
        same.filter((key) => !allowed.test(key)),
        [],
      );
    });
  }
});

function partOf(language: Language, area: string): Catalog {
  return JSON.parse(readFileSync(join(folder, `${language}/${area}`), 'utf8')) as Catalog;
}

function catalogOf(language: Language): Catalog {
  return Object.assign({}, ...areas.map((area) => partOf(language, area)));
}

function placeholders(text: string, language: string): string[] {
  const names = new Set<string>();
  const visit = (nodes: unknown): void => {
    if (Array.isArray(nodes)) {
      for (const one of nodes) visit(one);
      return;
    }
    if (typeof nodes !== 'object' || nodes === null) return;
    const node = nodes as { type?: number; value?: unknown; options?: Record<string, { value: unknown }> };
    // Type 0 is plain text, 7 the # of a plural.
    if (node.type !== 0 && node.type !== 7) names.add(String(node.value));
    for (const option of Object.values(node.options ?? {})) visit(option.value);
  };
  visit(new IntlMessageFormat(text, language, undefined, { ignoreTag: true }).getAst());
  return [...names].sort();
}
