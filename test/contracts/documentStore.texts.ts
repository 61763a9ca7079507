import assert from 'node:assert/strict';
import { createAndCompare, draft, organization, written } from './documentStore.samples.ts';
import type { StoreUnderTest } from './storeUnderTest.ts';

const odd: Record<string, string> = {
  'a slash': 'a/b',
  'two slashes in a row': 'a//b',
  'a backslash': 'a\\b',
  'a question mark and a hash': 'a?b#c',
  'per cent signs': '100%25%',
  'spaces at both ends': ' a b ',
  'one dot': '.',
  'two dots': '..',
  'dots and slashes': '../../x',
  quotes: `'"\``,
  'plus and ampersand': 'a+b&c=d',
  'the signs of the encoding': '!00~0041',
  umlauts: 'Größe ÅÄÖ',
  Chinese: '微软合作伙伴',
  Russian: 'Сделка',
  emoji: '🤝🏽',
  'NUL and other controls': 'a\u0000b\u0001\n\t\u007f',
  'a lone high surrogate': 'a\ud83d',
  'a lone low surrogate': '\udc4da',
  'a line separator': 'a\u2028b',
  'a byte order mark': '\ufeffa',
  __proto__like: '__proto__',
  constructor: 'constructor',
  'two hundred characters': 'ü'.repeat(200),
};

/** Ids, partitions, index values, terms and bodies of any text. */
export function textsContract(subject: () => StoreUnderTest): void {
  for (const [name, text] of Object.entries(odd)) {
    it(`given ${name}, when it is the id, an index value, a term and in the body, then all comes back`, async () => {
      const org = organization();
      const wanted = draft(org, text, {
        index: { text, other: 'x' },
        terms: [text],
        body: { text, [text]: text },
      });
      const document = await createAndCompare(subject(), wanted);
      const { store } = subject();
      await store.create(
        draft(org, `${text.slice(0, 190)}?`, { index: { text: 'other' }, terms: ['other'] }),
      );
      for (const filter of [{ where: { text } }, { where: { text: ['none', text] } }, { terms: [text] }]) {
        assert.deepEqual((await store.list({ partition: org, limit: 5, ...filter })).documents, [document]);
      }
      const { etag } = written(await store.replace({ ...wanted, body: { text: 'new' } }, document.etag));
      assert.equal((await store.remove(org, text, etag)).ok, true);
    });
  }

  for (const [name, text] of Object.entries({
    'nothing at all': '',
    'ten thousand letters': 'x'.repeat(10_000),
    'longer than any by one': 'ü'.repeat(201),
  })) {
    it(`given ${name} where an id is wanted, as somebody may send it, when it is read, then nothing is there`, async () => {
      const { store } = subject();
      const org = organization();
      await createAndCompare(subject(), draft(org, 'x'));
      assert.equal(await store.read(org, text), undefined);
      assert.equal(await store.read(`${org}/${text}`, 'x'), undefined);
    });
  }

  it('given partitions whose names differ a little, when one is read or listed, then the others stay out', async () => {
    const { store } = subject();
    const org = organization();
    const partitions = [
      org,
      `${org}/notices/1`,
      `${org}/notices/10`,
      `${org}/notices/1/`,
      `${org} `,
      `${org}!`,
    ];
    for (const partition of partitions)
      await createAndCompare(subject(), draft(partition, 'r1', { index: { n: 1 } }));
    for (const partition of partitions) {
      for (const order of [{}, { orderBy: { field: 'n', direction: 'descending' as const } }]) {
        const { documents } = await store.list({ partition, limit: 10, ...order });
        assert.deepEqual(
          documents.map((one) => one.partition),
          [partition],
        );
      }
    }
    const first = await store.read(org, 'r1');
    assert.ok(first);
    await store.remove(org, 'r1', first.etag);
    assert.ok(await store.read(`${org}/notices/1`, 'r1'));
  });

  it('given ids that differ in case or accents only, then they are different documents', async () => {
    const org = organization();
    for (const id of ['r', 'R', 'é', 'e\u0301', 'e']) {
      await createAndCompare(subject(), draft(org, id, { body: { note: id } }));
    }
  });

  it('given a body of 400 KB, when written, then it comes back whole', async () => {
    const note = 'Größe 微软 🤝 "quoted" \\ '.repeat(20_000).slice(0, 400_000);
    await createAndCompare(subject(), draft(organization(), 'r1', { body: { note } }));
  });

  it('given a body of any JSON, then it comes back as it was', async () => {
    const bodies = [
      null,
      0,
      '',
      [],
      {},
      { deep: { list: [1, [2, [3, { a: null }]]] }, float: 0.1 + 0.2, big: 1e300, small: -5e-324 },
      JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": 1}}'),
      { id: 'mine', partition: 'mine', etag: 'mine', _etag: 'mine', ttl: 1, _ts: 'mine' },
    ];
    for (const [at, body] of bodies.entries()) {
      await createAndCompare(subject(), draft<unknown>(organization(), `r${at}`, { body }));
    }
  });

  it('given a body that its owner changes later, then what was written stays', async () => {
    const { store } = subject();
    const wanted = draft(organization(), 'r1');
    const document = written(await store.create(wanted));
    wanted.body.note = 'changed';
    assert.equal(document.body.note, 'first');
    assert.deepEqual((await store.read(wanted.partition, 'r1'))?.body, { note: 'first' });
  });
}
