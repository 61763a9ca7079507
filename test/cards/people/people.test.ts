import assert from 'node:assert/strict';
import { maskOf } from '#cards/people/people.ts';

const referral = {
  customer: {
    name: 'Northwind',
    addressLines: [],
    contacts: [
      { name: 'Dana Reyes', email: 'dana@northwind.example', phone: '+1 (216) 555-0100' },
      { name: '李娜', phone: '021 5550 0142' },
    ],
  },
  team: [{ name: 'Will May', email: 'will.may@contoso.example' }],
};

describe('maskOf', () => {
  for (const [text, masked] of [
    ['Call Dana Reyes today', 'Call ••• today'],
    ['dana reyes asked', '••• asked'],
    ['Dana asked, Reyes agreed', '••• asked, ••• agreed'],
    ['Danae is another one', 'Danae is another one'],
    ['We will meet in may', 'We will meet in may'],
    ['on 216-555-0100 please', 'on ••• please'],
    ['(216) 555 0100.', '•••.'],
    ['+1 216 555 0100', '•••'],
    ['0012165550100', '•••'],
    ['write to someone@else.example', 'write to •••'],
    ['请联系李娜，电话 02155500142', '请联系•••，电话 •••'],
    ['60 servers, 120000 USD by 2027-03-31', '60 servers, 120000 USD by 2027-03-31'],
  ] as const) {
    it(`given “${text}” in a channel, then “${masked}”`, () => {
      assert.equal(maskOf(referral)(text), masked);
    });
  }

  const others = {
    customer: {
      name: 'Northwind',
      addressLines: [],
      contacts: [
        { name: 'Jürgen Müller', email: 'juergen@northwind.example', phone: '+49 30 5550 0142' },
        { name: 'José Peña', email: 'jose.pena@müller.example', phone: '0044 20 7946 0018' },
        { name: 'Will May', email: 'will.may@contoso.example', phone: '8 (495) 123-45-67' },
      ],
    },
    team: [],
  };
  for (const [text, masked] of [
    ['JÜRGEN MÜLLER called', '••• called'],
    ['MÜLLER called, jürgen did not', '••• called, ••• did not'],
    ['Juergen Mueller and MUELLER', '••• and •••'],
    ['Jurgen Muller', '•••'],
    ['Jürgen Müller'.normalize('NFD'), '•••'],
    ['Jose Pena, PEÑA', '•••, •••'],
    ['Ｊｕｅｒｇｅｎ Ｍｕｅｌｌｅｒ', '•••'],
    ['jose.pena@müller.example', '•••'],
    ['JOSE.PENA@MÜLLER.EXAMPLE'.normalize('NFD'), '•••'],
    ['почта иван@пример.example сегодня', 'почта ••• сегодня'],
    ['someone＠else．example', '•••'],
    ['someone (at) else.example', '•••'],
    ['someone [at] else [dot] example', '•••'],
    ['someone at else dot example', '•••'],
    ['call 030 55500142 or 030/5550-0142', 'call ••• or •••'],
    ['call 020 7946 0018', 'call •••'],
    ['call ０３０ ５５５００１４２', 'call •••'],
    ['call +7 495 123 45 67', 'call •••'],
    ['someone else: (089) 1234 5678', 'someone else: •••'],
    ['someone else: 089/12345678', 'someone else: •••'],
    ['We will meet in may, and it may be 2027', 'We will meet in may, and it may be 2027'],
    ['60 servers, 1 200 000 USD by 2027-03-31', '60 servers, 1 200 000 USD by 2027-03-31'],
    ['from 31.03.2027 to 30/04/2027, 1.250.000,00 €', 'from 31.03.2027 to 30/04/2027, 1.250.000,00 €'],
    ['order 4711 at 10:30, room 12', 'order 4711 at 10:30, room 12'],
    ['Straße, Café und Œuvre bleiben', 'Straße, Café und Œuvre bleiben'],
  ] as const) {
    it(`given “${text}”, spelled otherwise than the referral has it, then “${masked}”`, () => {
      assert.equal(maskOf(others)(text), masked);
    });
  }

  it('given ten thousand signs of nearly addresses and numbers, then they are read once', () => {
    const text = 'a.b-c 01 '.repeat(1200);
    assert.equal(maskOf(others)(text).length > 0, true);
  });

  it('given a name and an address of signs that cannot be seen, then nobody is found everywhere', () => {
    const unseen = { name: '\u200b\u200b', email: '\u200b\u200d' };
    const masked = maskOf({ ...others, team: [unseen] });
    assert.equal(masked('They decide soon'), 'They decide soon');
  });

  it('given another team for the same contacts, then its people are masked and the former are not', () => {
    const { customer } = others;
    const bo = [{ name: 'Bo Partner' }];
    assert.equal(maskOf({ customer, team: bo })('Bo Partner calls'), '••• calls');
    assert.equal(maskOf({ customer, team: [] })('Bo Partner calls'), 'Bo Partner calls');
    assert.equal(maskOf({ customer, team: bo })('Bo Partner calls'), '••• calls');
  });
});
