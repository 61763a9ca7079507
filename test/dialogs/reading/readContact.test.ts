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
  const li = { name: '李雷', email: 'lilei@x.example', phone: '13800138000' };
  const rossi = { name: 'Rossi Mario', email: 'rossi@x.example', phone: '02 1234567' };
  const labelled: readonly (readonly [text: string, contact: object])[] = [
    ['联系人李雷，邮箱lilei@x.example，电话13800138000', li],
    ['联系人李雷 手机13800138000 邮箱lilei@x.example', li],
    ['姓名李雷、手机号13800138000、电子邮箱lilei@x.example', li],
    ['联系人是李雷，电话是13800138000，邮箱是lilei@x.example', li],
    ['李雷13800138000 lilei@x.example', li],
    ['李雷，lilei@x.example，联系电话 13800138000', li],
    ['联系人：李雷；邮箱：lilei@x.example；手机号码：13800138000', li],
    ['Rossi Mario, rossi@x.example, tel 02 1234567', rossi],
    ['Rossi Mario, tel. 02 1234567, e-mail rossi@x.example', rossi],
    ['Rossi Mario, telefono 02 1234567, mail rossi@x.example', rossi],
    ['Nome Rossi Mario, cell 02 1234567, indirizzo e-mail rossi@x.example', rossi],
    ['Referente: Rossi Mario; numero di telefono: 02 1234567; E-Mail: rossi@x.example', rossi],
    ['contact Dana Reyes, phone +1 206 555 0114, email dana@x.example', dana],
    ['Dana Reyes, Phone no. +1 206 555 0114, dana@x.example', dana],
    ['Dana Reyes, Tel.-Nr.: +1 206 555 0114, dana@x.example', dana],
    ['Dana Reyes mobile +1 206 555 0114 mail dana@x.example', dana],
    ['Dana Reyes, T: +1 206 555 0114, E: dana@x.example', dana],
    ['Dana Reyes, dana@x.example, +1 206 555 0114 (mobile)', dana],
    ['Ansprechpartnerin Dana Reyes, Telefonnummer +1 206 555 0114, E-Mail-Adresse dana@x.example', dana],
    ['Kontakt Dana Reyes, Handy +1 206 555 0114, dana@x.example', dana],
    ['Kontaktperson Dana Reyes, telefon +1 206 555 0114, e-postadress dana@x.example', dana],
    ['Имя Dana Reyes, телефон +1 206 555 0114, эл. почта dana@x.example', dana],
    ['контактное лицо: Dana Reyes, моб. тел. +1 206 555 0114, почта dana@x.example', dana],
    [
      'Bob Handy +1 206 555 0114 bob@x.example',
      { name: 'Bob Handy', email: 'bob@x.example', phone: '+1 206 555 0114' },
    ],
  ];
  for (const [text, contact] of labelled) {
    it(`takes labels away, with or without a colon: ${text}`, () =>
      assert.deepEqual(readContact(text), { ok: true, contact }));
  }

  for (const amount of [
    '250000 EUR',
    '€ 250 000',
    '$1,200,000',
    '250k',
    '1.000.000 kr',
    '120 000 SEK',
    '200万',
    '2027-03-31',
  ]) {
    it(`does not take ${amount} for a phone number`, () => {
      const read = readContact(`Dana Reyes, dana@x.example, ${amount}`);
      assert.ok(!read.ok, JSON.stringify(read));
      assert.equal(read.found.phone, undefined);
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
