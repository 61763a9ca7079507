import assert from 'node:assert/strict';
import { readContact, readContacts, readEmail, readPhone } from '#dialogs/reading/readContact.ts';

const dana = { name: 'Dana Reyes', email: 'dana@x.example', phone: '+1 206 555 0114' };
const li = { name: 'Li Na', email: 'li.na@x.example', phone: '+86 10 5555 0114' };
const me = { name: 'Jonas Weber', email: 'jonas@x.example', phone: '+49 221 555 0114' };

const right: readonly string[] = [
  'Dana Reyes, dana@x.example, +1 206 555 0114',
  'Dana Reyes; dana@x.example; +1 206 555 0114',
  'Dana Reyes; +1 206 555 0114; dana@x.example',
  'dana@x.example Dana Reyes +1 206 555 0114',
  '+1 206 555 0114 dana@x.example Dana Reyes',
  'Dana Reyes dana@x.example +1 206 555 0114',
  'Dana Reyes <dana@x.example> +1 206 555 0114',
  'Dana Reyes (dana@x.example), +1 206 555 0114.',
  'Dana Reyes\ndana@x.example\n+1 206 555 0114',
  'Dana Reyes\tdana@x.example\t+1 206 555 0114',
  'Dana Reyes | dana@x.example | +1 206 555 0114',
  'Name: Dana Reyes, e-mail: dana@x.example, phone: +1 206 555 0114',
  'Dana Reyes, E-Mail: dana@x.example, Tel.: +1 206 555 0114',
  'Dana Reyes, e-post: dana@x.example, mobil: +1 206 555 0114',
  '姓名：Dana Reyes，邮箱：dana@x.example，电话：+1 206 555 0114',
  'Dana Reyes, почта: dana@x.example, тел.: +1 206 555 0114',
  'nome: Dana Reyes, email: dana@x.example, telefono: +1 206 555 0114',
  '  Dana   Reyes ,, dana@x.example ;; +1 206 555 0114 ',
];

describe('readContact (CR-22)', () => {
  for (const text of right) {
    it(`reads ${JSON.stringify(text)}`, () =>
      assert.deepEqual(readContact(text), { ok: true, contact: dana }));
  }
  const names = [
    'Li Na',
    "Siobhán O'Brien-Smith",
    '李娜',
    'Дарья Иванова',
    'José María de la Cruz',
    'Reyes, Dana',
  ];
  for (const name of names) {
    it(`leaves the name as it is: ${name}`, () => {
      const read = readContact(`${name}; a@b.example; (206) 555-0114`);
      assert.deepEqual(read, { ok: true, contact: { name, email: 'a@b.example', phone: '(206) 555-0114' } });
    });
  }
  it('keeps an extension', () => {
    const read = readContact('Dana Reyes, dana@x.example, +1 206 555 0114 ext. 12');
    assert.equal(read.ok && read.contact.phone, '+1 206 555 0114 ext 12');
  });
  const lacking: readonly (readonly [text: string, missing: readonly string[], wrong: readonly string[]])[] =
    [
      ['', ['name', 'email', 'phone'], []],
      ['Dana Reyes', ['email', 'phone'], []],
      ['dana@x.example', ['name', 'phone'], []],
      ['+1 206 555 0114', ['name', 'email'], []],
      ['Dana Reyes, dana@x.example', ['phone'], []],
      ['Dana Reyes, +1 206 555 0114', ['email'], []],
      ['dana@x.example +1 206 555 0114', ['name'], []],
      ['Dana Reyes, dana@x, +1 206 555 0114', [], ['email']],
      ['Dana Reyes, dana@@x.example, +1 206 555 0114', [], ['email']],
      ['Dana Reyes, dana@x.example, 12', [], ['phone']],
      [`${'D'.repeat(300)}, dana@x.example, +1 206 555 0114`, [], ['name']],
      ['Dana 2 Reyes, dana@x.example, +1 206 555 0114', [], ['name']],
      ['a@x.example, b@x.example, +1 206 555 0114', [], ['name']],
    ];
  for (const [text, missing, wrong] of lacking) {
    it(`names what is missing or wrong in ${JSON.stringify(text.slice(0, 50))}`, () => {
      const read = readContact(text);
      assert.ok(!read.ok, JSON.stringify(read));
      assert.deepEqual([read.missing, Object.keys(read.wrong)], [missing, wrong]);
    });
  }
  it('keeps what was right beside what is missing', () => {
    const read = readContact('Dana Reyes, dana@x.example');
    assert.deepEqual(!read.ok && read.found, { name: 'Dana Reyes', email: 'dana@x.example' });
  });
});

describe('readContacts (CR-22)', () => {
  const context = { me, known: [dana, li] };
  const who = (text: string) =>
    readContacts(text, context).map((one) => (one.kind === 'contact' ? one.contact : one.text));
  const same: readonly (readonly [text: string, people: readonly unknown[]])[] = [
    ['me', [me]],
    ['ich', [me]],
    ['jag', [me]],
    ['我', [me]],
    ['я', [me]],
    ['io', [me]],
    ['me and dana@x.example', [me, dana]],
    ['ich und dana@x.example', [me, dana]],
    ['jag och dana@x.example', [me, dana]],
    ['我和dana@x.example', [me, dana]],
    ['я и dana@x.example', [me, dana]],
    ['io e dana@x.example', [me, dana]],
    ['me, dana@x.example, Li Na', [me, dana, li]],
    ['Dana Reyes and LI NA', [dana, li]],
    ['DANA@X.EXAMPLE', [dana]],
    [
      'Bo Ek; bo@x.example; +46 8 555 0114',
      [{ name: 'Bo Ek', email: 'bo@x.example', phone: '+46 8 555 0114' }],
    ],
    ['Dana Reyes\nLi Na\n\nme', [dana, li, me]],
    ['Dana Reyes; dana@x.example; +1 999 555 0000', [{ ...dana, phone: '+1 999 555 0000' }]],
    ['', []],
    [' , ;\n--', []],
  ];
  for (const [text, people] of same) {
    it(`reads ${JSON.stringify(text)}`, () => assert.deepEqual(who(text), people));
  }
  it('leaves nobody out silently: one who is not known is told as incomplete', () => {
    const [first, second, ...more] = readContacts('me and bo@x.example', context);
    assert.equal(first?.kind, 'contact');
    assert.equal(second?.kind === 'incomplete' && second.text, 'bo@x.example');
    assert.deepEqual(second?.kind === 'incomplete' && second.reading.missing, ['name', 'phone']);
    assert.equal(more.length, 0);
  });
  it('does not choose between two people of one name', () => {
    const twins = [dana, { ...dana, email: 'dana2@x.example' }];
    const [one] = readContacts('Dana Reyes', { known: twins });
    assert.equal(one?.kind, 'incomplete');
  });
  it('knows who is meant by me even before the own phone is known', () => {
    const self = { name: me.name, email: me.email };
    assert.deepEqual(readContacts('me', { me: self }), [{ text: 'me', kind: 'contact', contact: self }]);
  });
});

describe('readEmail and readPhone', () => {
  it('find the one address there is', () => {
    assert.equal(readEmail('dana@x.example'), 'dana@x.example');
    assert.equal(readEmail('it is dana@x.example.'), 'dana@x.example');
    assert.equal(readEmail('mailto:dana@x.example'), 'dana@x.example');
    for (const text of [
      '',
      'dana',
      'dana@',
      '@x.example',
      'dana@x',
      'a@x.example b@x.example',
      'a b@c@d.example',
    ]) {
      assert.equal(readEmail(text), undefined, text);
    }
  });
  it('take a phone number and nothing else', () => {
    for (const text of [
      '+1 206 555 0114',
      '(206) 555-0114',
      '0221/555-0114',
      '+46-8-555 01 14',
      '+1 206 555 0114 ext 12',
    ]) {
      assert.equal(readPhone(text), text);
    }
    assert.equal(readPhone('Tel.: +1 206 555 0114'), '+1 206 555 0114');
    for (const text of ['', 'none', '12', '123-', '206 555 0114 or 0115', '1'.repeat(60)]) {
      assert.equal(readPhone(text), undefined, text);
    }
  });
});
