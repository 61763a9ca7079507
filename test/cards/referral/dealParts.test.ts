import assert from 'node:assert/strict';
import { chatUrl, markdownLink } from '#cards/deal/link.ts';
import { referralCard } from '#cards/referral/card/referral.card.ts';
import { readHandover } from '#cards/referral/edit/handingOver.ts';
import { parseTeam } from '#cards/referral/edit/teamForm.ts';
import { mostButtons, ofType, type Part, partsOf, pressOf } from '#test/support/cards/cardParts.ts';
import { sampleView } from '#test/support/cards/views.ts';

const textOf = (card: unknown) =>
  partsOf(card)
    .map((part) => part.text)
    .filter(Boolean)
    .join('\n');
const urlOf = (card: unknown, title: string) =>
  ofType(card, 'Action.OpenUrl').find((one) => one.title === title)?.url;

describe('deal card', () => {
  for (const [name, expected] of [
    ['deal-private', 'Private deal. Microsoft sellers can’t see this deal'],
    ['deal-cosell-handed', 'Co-sell deal. Microsoft sellers can see this deal'],
    [
      'deal-p2p',
      'Partner-to-partner deal. Microsoft sellers can’t see this deal. Fabrikam Consulting can see it',
    ],
    ['deal-assessment', 'Solution assessment. Microsoft sellers can’t see this deal'],
    ['received', 'Co-sell deal. Microsoft sellers can see this deal'],
  ] as const) {
    it(`${name} says what it is and who else can see it (CR-7 to CR-11)`, () => {
      assert.ok(textOf(referralCard(sampleView(name))).includes(expected));
    });
  }

  it('shows solutions with their marks, location, holder, creator and the customer’s entity', () => {
    const text = textOf(referralCard(sampleView('deal-private')));
    for (const words of [
      'Contoso Data Platform (our own, incentive eligible, IP co-sell)',
      'Azure Synapse Analytics (Microsoft’s)',
      'Contoso München',
      'Owner\nJonas Meyer',
      'Created by Anna Berg',
      'Lindenstraße 12',
      'D-U-N-S 123456789 · Entered by hand, not from the directory',
      '[OPP\\-20931](https://crm.contoso.example/opportunity/OPP-20931)'.replace('\\-', '-'),
      '[c5fbb3b6-be74-4795-9fb5-4324c73fed37](https://partner.microsoft.com/',
    ]) {
      assert.ok(text.includes(words), words);
    }
  });

  it('says who handed it over, and how to stop it (CR-55)', () => {
    const text = textOf(referralCard(sampleView('deal-cosell-handed')));
    assert.match(text, /because Anna Berg handed it over to you\. To stop it/);
  });

  it('on a channel copy names who has it in hand, and has no street, no chat and no form of editing', () => {
    const card = referralCard(sampleView('deal-channel'));
    const text = textOf(card);
    assert.ok(text.includes('Owner\nJonas Meyer') && !text.includes('Lindenstraße'));
    assert.deepEqual(ofType(card, 'Input.'), []);
    assert.ok(
      !JSON.stringify(card).includes('contoso.example'.concat('%')) && !urlOf(card, 'Chat with the team'),
    );
  });

  it('opens a chat with the others in the team', () => {
    const card = referralCard(sampleView('deal-private'));
    assert.equal(
      urlOf(card, 'Chat with the team'),
      'https://teams.microsoft.com/l/chat/0/0?users=jonas.meyer%40contoso.example',
    );
    const alone = sampleView('accepted', { you: sampleView('deal-private').you });
    assert.equal(urlOf(referralCard(alone), 'Chat with the team'), undefined, 'nobody else is in the team');
  });

  it('with a way through a list, then it is a row above, and no more than six buttons stand there with a form open', () => {
    const around = { previous: { referral: 'a', at: 1 }, next: { referral: 'b' }, back: { list: 'inbound' } };
    for (const name of ['received', 'deal-private', 'lost', 'outbound-sent']) {
      const card = referralCard(sampleView(name, { around }));
      assert.ok(mostButtons(card) <= 6, `${name}: ${mostButtons(card)}`);
      const columns = (card.body as Part[])[0]?.columns as { selectAction: Part; items: [Part] }[];
      assert.deepEqual(
        columns.map(({ items: [{ text }], selectAction: { title, verb, data } }) => [
          text,
          title,
          verb,
          data,
        ]),
        [
          ['Back to the list', 'Back to the list', 'deals.list', around.back],
          ['‹ Previous', 'Previous', 'deal.open', around.previous],
          ['Next ›', 'Next', 'deal.open', around.next],
        ],
      );
      for (const { selectAction } of columns) {
        const fallback = {
          type: 'Action.Submit',
          data: { verb: selectAction.verb, ...(selectAction.data as object) },
        };
        assert.deepEqual(selectAction.fallback, fallback);
      }
    }
  });

  it('at the first deal of a list, then the row has no way before it', () => {
    const around = { next: { referral: 'b' }, back: { list: 'inbound' } };
    const [row] = referralCard(sampleView('received', { around })).body as [Part];
    assert.doesNotMatch(JSON.stringify(row), /Previous/);
  });

  it('with a form of a state that is over, then the form is gone and the state stands there (CR-50)', () => {
    const { form } = sampleView('edit-refused');
    for (const name of ['lost', 'received'])
      assert.ok(!textOf(referralCard(sampleView(name, { form }))).includes('Not saved yet'), name);
  });
});

describe('links', () => {
  it('given hostile texts and addresses, then a link leads to http only and holds nothing but itself', () => {
    assert.equal(
      markdownLink('A](http://evil)', 'https://x.example/a(b) c'),
      '[A\\]\\(http://evil\\)](https://x.example/a%28b%29%20c)',
    );
    assert.equal(markdownLink('C-1', 'javascript:alert(1)'), 'C-1');
    assert.equal(markdownLink('C-1', undefined), 'C-1');
  });

  it('given many people or odd addresses, then the chat link stays short and encoded', () => {
    const many = Array.from({ length: 60 }, (_, at) => `person.${at}.${'x'.repeat(60)}@contoso.example`);
    const url = chatUrl(many, 'Deal & more, #1');
    assert.ok(url.length < 2000 && new URL(url).searchParams.get('topicName') === 'Deal & more, #1');
    assert.ok((new URL(url).searchParams.get('users') ?? '').split(',').every((one) => many.includes(one)));
    assert.ok(!chatUrl(['a&b=c,d@x.example'], 't').includes('&'), 'one person needs no name of the chat');
  });
});

describe('form of handing over', () => {
  const press = (inputs: Record<string, string>) => readHandover({ form: 0, ...inputs });

  it('given what a people picker posts, then it is the account; the first of a list', () => {
    assert.equal(press({ 'colleague.0': 'AAD-1' }).accountId, 'AAD-1');
    assert.equal(press({ 'colleague.0': 'AAD-1, AAD-2', 'person.0': 'x' }).accountId, 'AAD-1');
  });

  it('given a typed name, then it is looked up; one chosen among several goes before it', () => {
    assert.deepEqual(
      [press({ 'person.0': ' Uma ' }).text, press({ 'person.0': 'Uma' }).accountId],
      ['Uma', undefined],
    );
    assert.equal(press({ 'person.0': 'Meyer', 'chosen.0': 'AAD-2' }).accountId, 'AAD-2');
    assert.equal(
      press({ 'person.0': 'Meyer', 'chosen.0': 'ole@contoso.example' }).text,
      'ole@contoso.example',
    );
  });

  it('given a phone that is none, then it is said', () => {
    assert.deepEqual(
      [press({ 'phone.0': 'call me' }).phoneProblem, press({ 'phone.0': '+49 30 123' }).phoneProblem],
      [true, false],
    );
  });
});

describe('form of the team', () => {
  const view = sampleView('team');
  const parse = (typed: Record<string, string>) =>
    parseTeam(pressOf(referralCard(view), 'deal.team', typed), view.referral);

  it('given people to take off and one to add, then both are read', () => {
    const card = referralCard(view);
    const [people] = ofType(card, 'Input.ChoiceSet');
    const values = ((people?.choices ?? []) as { title: string; value: string }[]).map(({ value }) => value);
    assert.deepEqual(
      parse({
        'remove.0': values.join(','),
        'personName.0': 'Lena  Meyer',
        'personEmail.0': 'lena@contoso.example',
        'personPhone.0': 'call me',
      }),
      {
        ok: false,
        problems: { personPhone: { code: 'phone-invalid' } },
        typed: {
          remove: values.join(','),
          personName: 'Lena  Meyer',
          personEmail: 'lena@contoso.example',
          personPhone: 'call me',
        },
      },
    );
    const parsed = parse({
      'remove.0': values[1] ?? '',
      'personName.0': 'Lena',
      'personEmail.0': 'l@contoso.example',
      'personPhone.0': '+49 30 555',
    });
    assert.ok(parsed.ok);
    assert.deepEqual(
      [parsed.remove, parsed.add],
      [['jonas.meyer@contoso.example'], [{ name: 'Lena', email: 'l@contoso.example', phone: '+49 30 555' }]],
    );
  });

  it('given half a person, then each missing field says so (CR-22)', () => {
    const parsed = parse({ 'personName.0': 'Lena' });
    assert.deepEqual(!parsed.ok && Object.keys(parsed.problems), ['personEmail', 'personPhone']);
  });

  it('given marks of nobody, then nobody is taken off', () => {
    const parsed = parse({ 'remove.0': 'zzz,,1' });
    assert.deepEqual(parsed.ok && parsed.remove, []);
  });
});
