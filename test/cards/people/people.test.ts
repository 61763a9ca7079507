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
});
