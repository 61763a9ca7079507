import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  beginsWords,
  foldText,
  queryTerms,
  searchTerms,
  storedWords,
  wholeWordTerms,
  wordsOf,
} from '#domain/values/searchTerms.ts';

/** Whether a query's terms are all among the stored ones, as a store decides it. */
function finds(query: string, ...texts: string[]): boolean {
  const stored = new Set(searchTerms(texts));
  const terms = queryTerms(query);
  return terms.length > 0 && terms.every((term) => stored.has(term));
}

describe('search terms: folding', () => {
  const same: [string, string][] = [
    ['CONTOSO', 'contoso'],
    ['Café Société', 'cafe societe'],
    ['Straße', 'strasse'],
    ['Ørsted', 'orsted'],
    ['Åhléns', 'ahlens'],
    ['Łódź', 'lodz'],
    ['İstanbul ISI', 'istanbul isi'],
    ['Ｃｏｎｔｏｓｏ １２', 'contoso 12'],
    ['ﬁnance', 'finance'],
    ['Королёв', 'королев'],
    ['Ἀθῆναι', 'αθηναι'],
  ];
  for (const [text, folded] of same) {
    it(`given ${text}, when it is folded, then it is ${folded}`, () => assert.equal(foldText(text), folded));
  }

  it('given letters that marks make into others, when they are folded, then they stay', () => {
    assert.equal(foldText('Йога'), 'йога');
    assert.equal(foldText('ガス'), 'ガス');
    assert.equal(foldText('한국'), '한국');
  });

  it('given a text that is folded already, when it is folded again, then nothing changes', () => {
    for (const [text] of same) assert.equal(foldText(foldText(text)), foldText(text));
  });
});

describe('search terms: plain texts', () => {
  // A word that is not plain makes the whole text one that is read letter by letter.
  const slow = (text: string) => `${text} ж`;
  const plain = fc.string({
    unit: fc.oneof(
      fc.constantFrom(' ', '-', "'", '.', '&', 'e', 'a', 'u'),
      fc.string({ unit: 'binary-ascii', minLength: 1, maxLength: 1 }),
    ),
    maxLength: 60,
  });

  it('given any text in ASCII, then its words are the same as beside a word in another script', () => {
    fc.assert(
      fc.property(plain, (text) => {
        assert.equal(foldText(text), foldText(slow(text)).slice(0, -2));
        assert.deepEqual(wordsOf(text), wordsOf(slow(text)).slice(0, -1));
        const others = storedWords(slow(text)).filter((word) => word !== 'ж');
        assert.deepEqual(storedWords(text), others);
      }),
    );
  });
});

describe('search terms: what finds what (CR-16, CR-18)', () => {
  const found: [string, string][] = [
    ['con', 'Contoso Ltd'],
    ['contos', 'Contoso Ltd'],
    ['contoso', 'CONTOSO'],
    ['ltd conto', 'Contoso Ltd'],
    ['internationalisation', 'Institute for Internationalisation'],
    ['internationalisat', 'Internationalisation'],
    ['muller', 'Müller & Söhne'],
    ['mueller', 'Müller & Söhne'],
    ['Müller', 'Mueller GmbH'],
    ['müll', 'Muller'],
    ['Aerospace', 'Aerospace'],
    ['mue', 'Mueller'],
    ['mue', 'Müller'],
    ['ueb', 'Übersee'],
    ["o'brien", "O'Brien Foods"],
    ['obrien', "O'Brien Foods"],
    ['brien', "O'Brien Foods"],
    ['coca-cola', 'Coca-Cola'],
    ['cocacola', 'Coca-Cola'],
    ['cola', 'Coca-Cola'],
    ['att', 'AT&T'],
    ['at&t', 'AT&T'],
    ['3M', '3M Company'],
    ['bp', 'BP plc'],
    ['BP p', 'BP plc'],
    ['microsoft co', 'Microsoft Corporation'],
    ['微软', '微软中国'],
    ['软中', '微软中国'],
    ['微', '微软中国'],
    ['微软中国', '上海微软中国有限公司'],
    ['コンビニ', '株式会社コンビニエンス'],
    ['삼성', '삼성전자'],
    ['сбер', 'ПАО Сбербанк'],
    ['королёв', 'Королев'],
    ['98052', 'Redmond, WA 98052-6399'],
    ['contoso微软', '微软 Contoso'],
  ];
  for (const [query, text] of found) {
    it(`given ${text}, when ${query} is searched, then it is found`, () => {
      assert.ok(finds(query, text), `${queryTerms(query)} in ${searchTerms([text])}`);
      assert.ok(beginsWords(wordsOf(query), [text]));
    });
  }

  const missed: [string, string][] = [
    ['toso', 'Contoso'],
    ['contosox', 'Contoso'],
    ['bp', 'Bpost'],
    ['微中', '微软中国'],
    ['contoso fabrikam', 'Contoso'],
    ['', 'Contoso'],
    [' ., ', 'Contoso'],
  ];
  for (const [query, text] of missed) {
    it(`given ${text}, when "${query}" is searched, then it is not found`, () =>
      assert.ok(!finds(query, text)));
  }

  it('given words alike in their first ten letters, when one is searched, then the words tell them apart', () => {
    assert.ok(finds('internationales', 'international'));
    assert.ok(!beginsWords(wordsOf('internationales'), ['international']));
    assert.ok(beginsWords(wordsOf('co'), ['Contoso']));
  });

  it('given notes, when part of a word is searched, then only whole words are found', () => {
    const stored = new Set(wholeWordTerms(['Needs analytics in the cloud']));
    assert.ok(queryTerms('ANALYTICS cloud').every((term) => stored.has(term)));
    assert.ok(!queryTerms('analy').every((term) => stored.has(term)));
  });
});

describe('search terms: how many', () => {
  it('given a name, when its terms are made, then there is none twice and none for one letter of a word', () => {
    const terms = searchTerms(['Contoso Consulting', 'Contoso']);
    assert.equal(new Set(terms).size, terms.length);
    assert.deepEqual(searchTerms(['Contoso']), ['con', 'cont', 'conto', 'contos', 'contoso']);
    assert.deepEqual(searchTerms(['3M']), ['3m']);
  });

  it('given a hostile text, when its terms are made, then they stay bounded', () => {
    const text = Array.from({ length: 100_000 }, (_, n) => n.toString(36)).join(' ');
    assert.ok(searchTerms([text]).length < 4_000);
    assert.ok(queryTerms('\ud800\u0000 \u0301\u0301 ‮').length < 5);
  });

  it('given any name of a word, when its beginnings are typed letter by letter, then each finds it', () => {
    for (const name of ['Northwind', 'Österreichische', 'Aeroflot', 'Queue', 'Sjömärke', 'Æther']) {
      for (let typed = 3; typed <= name.length; typed++) {
        const beginning = name.slice(0, typed);
        if (wordsOf(beginning).join('').length >= 3)
          assert.ok(finds(beginning, name), `${beginning} of ${name}`);
      }
    }
  });
});
