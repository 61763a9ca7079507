import assert from 'node:assert/strict';
import { referralCard } from '#cards/referral/card/referral.card.ts';
import type { ReferralCardView } from '#cards/referral/view/view.ts';
import { sampleLocales } from '#cards/samples.ts';
import { languages } from '#cards/say.ts';
import type { Contact } from '#domain/referral/referral.ts';
import { complaintsAbout } from '#test/support/cards/cardParser.ts';
import { ofType, type Part, partsOf } from '#test/support/cards/cardParts.ts';
import { received, sampleView } from '#test/support/cards/views.ts';

const titles = (card: unknown) => ofType(card, 'Action.').map((action) => action.title);
const textOf = (card: unknown) =>
  partsOf(card)
    .map((part) => part.text)
    .filter(Boolean)
    .join('\n');

/** Template, markdown and the clients' own functions at once; the first is broken up for the linter. */
const evil = `$${'{x}'} [click](http://evil) **b** {{DATE(2020-01-01T00:00:00Z, SHORT)}}`;

describe('referral card', () => {
  it('shows what a seller needs to decide', () => {
    const text = textOf(referralCard(sampleView('received')));
    const expected = [
      'New referral from Microsoft',
      'Northwind Traders GmbH',
      'Germany',
      '€48,500',
      '31 Mar 2027',
    ];
    for (const words of [
      ...expected,
      'Power BI',
      'Technical architecture',
      'Katharina Vogel',
      'referrals admin',
    ]) {
      assert.ok(text.includes(words), words);
    }
    assert.match(text, /answer by 4 Dec\n/);
    assert.match(
      text,
      /Answer by\n\{\{DATE\(2026-12-04T09:12:00Z, SHORT\)\}\}, \{\{TIME\(2026-12-04T09:12:00Z\)\}\}/,
    );
    assert.ok(text.includes('[+49 89 5550 1234](tel:+498955501234)'));
  });

  it('has the next step in front as the only primary button, Details, and the rest behind the menu', () => {
    const front = (name: string) => titlesIn(name, ({ mode }) => mode !== 'secondary');
    const rest = (name: string) => titlesIn(name, ({ mode }) => mode === 'secondary');
    const primary = (name: string) => titlesIn(name, ({ style }) => style === 'positive');
    assert.deepEqual(front('received'), ['Accept', 'Decline', 'Details']);
    assert.deepEqual(primary('received'), ['Accept']);
    assert.deepEqual(rest('received'), [
      'Hand over',
      'History',
      'Chat with the team',
      'New deal from this',
      'View in Partner Center',
    ]);
    assert.deepEqual(front('deal-private'), ['Mark as Qualified (20%)', 'Edit', 'Details']);
    assert.deepEqual(primary('deal-private'), ['Mark as Qualified (20%)']);
    assert.deepEqual(rest('deal-private'), [
      'Stage, won, lost…',
      'Invite',
      'Hand over',
      'History',
      'Chat with the team',
      'Team',
      'Solutions…',
      'New deal from this',
      'View in Partner Center',
    ]);
    assert.deepEqual(front('received-channel'), ['Accept', 'Decline', 'Ask for this deal', 'Details']);
    assert.deepEqual(front('deal-channel'), ['Ask for this deal', 'Details']);
    assert.deepEqual(primary('deal-channel'), []);
    for (const name of ['declined', 'expired', 'won', 'lost', 'error', 'other']) {
      const menu = ['History', 'New deal from this', 'View in Partner Center'];
      assert.deepEqual([front(name), rest(name)], [['Details'], menu], name);
      assert.deepEqual(ofType(referralCard(sampleView(name)), 'Input.'), [], name);
    }
  });

  it('has all that is not needed to decide behind Details, which opens without a round trip', () => {
    for (const name of ['received', 'accepted', 'board', 'won', 'received-channel']) {
      const card = referralCard(sampleView(name));
      const toggle = ofType(card, 'Action.ToggleVisibility').find(({ title }) => title === 'Details');
      assert.deepEqual(toggle?.targetElements, ['details'], name);
      const details = partsOf(card).find(({ id }) => id === 'details');
      assert.equal(details?.isVisible, false, name);
      assert.ok(textOf(details).includes('Referral ID'), name);
      assert.ok(textOf(details).includes('Customer'), name);
    }
  });

  it('marks a close date in the past by a badge, and in the same words where there are none', () => {
    const badge = (overdue: boolean) => ofType(referralCard(sampleView('accepted', { overdue })), 'Badge');
    assert.deepEqual(badge(false), []);
    const [one] = badge(true);
    assert.equal(one?.text, 'Close date has passed');
    assert.equal((one?.fallback as Part | undefined)?.text, one?.text);
  });

  it('comes without the link when there is none', () => {
    const card = referralCard(sampleView('declined', { partnerCenterUrl: undefined }));
    assert.deepEqual(titles(card), ['Details', 'History', 'New deal from this', 'Mute or snooze']);
  });

  it('has nobody’s contact data on a channel copy', () => {
    const people: Contact[] = [
      {
        name: 'Ana Trujillo',
        email: 'ana@fabrikam.example',
        phone: '+1 (216) 555-0100',
        title: 'Buyer of things',
      },
      { name: '王伟', email: 'wei@fabrikam.example', phone: '13800138000' },
    ];
    const team: Contact[] = [{ name: 'Bo Partner', email: 'bo@contoso.example', phone: '917 555 0100' }];
    const said =
      'Ask ANA  Trujillo (Ana@fabrikam.example, 1-216-555-0100), 请联系王伟先生 13800138000, or Bo Partner 9175550100.';
    const facts = {
      customer: { ...received().customer, contacts: people },
      team,
      notes: said,
      senderNotes: said,
    };
    for (const name of ['received-channel', 'accept-refused-channel', 'accepted-channel', 'declined']) {
      const view = sampleView(name, { audience: 'channel' });
      const referral = {
        ...view.referral,
        ...facts,
        name: `Deal of ${said}`,
        closingNotes: said,
      } as typeof view.referral;
      const json = JSON.stringify(referralCard({ ...view, referral })).toLowerCase();
      const digits = json.replace(/[\s().-]/g, '');
      for (const person of [...people, ...team]) {
        assert.ok(!json.includes(person.name.toLowerCase()), `${name}: ${person.name}`);
        assert.ok(!json.includes(String(person.email)), `${name}: ${person.email}`);
        assert.ok(!digits.includes(String(person.phone).replace(/\D/g, '')), `${name}: ${person.phone}`);
      }
      assert.ok(!json.includes('buyer of things'));
    }
  });

  it('shows outside text literally wherever it stands', () => {
    const facts = { ...sampleView('hostile').referral };
    const closed = {
      ...facts,
      stage: 'closed',
      outcome: 'declined',
      closedAt: facts.createdAt,
      closedBy: { kind: 'person', personId: 'p' },
      reasonText: evil,
      closingNotes: evil,
    } as const;
    const changes: Partial<ReferralCardView>[] = [
      {},
      { referral: closed, deciderName: evil, resultLine: evil },
      { form: { kind: 'accept', formVersion: 1, typed: { name: evil, value: evil }, problems: {} } },
    ];
    for (const change of changes) {
      for (const audience of ['personal', 'channel'] as const) {
        const card = referralCard(sampleView('hostile', { ...change, audience }));
        for (const block of [...ofType(card, 'TextBlock'), ...ofType(card, 'Fact')]) {
          const unescaped = /(?<!\\)(?:\[click|\*\*b)/;
          assert.doesNotMatch(String(block.text ?? block.value ?? ''), unescaped, 'markdown is read there');
        }
        // The bot's own moments are the only ones that a client may count.
        for (const run of ofType(card, 'TextRun')) assert.doesNotMatch(String(run.text), /\{\{DATE\(2020/);
        assert.doesNotMatch(String(card.fallbackText), /\{\{DATE/);
        assert.ok(textOf(card).includes(evil.replace('{{', '{\u2060{')));
        assert.deepEqual(complaintsAbout(card), []);
      }
    }
  });

  it('gives inputs back exactly, because they are stored', () => {
    const card = referralCard(sampleView('hostile'));
    const name = ofType(card, 'Input.Text').find((input) => input.id === 'name.0');
    assert.equal(name?.value, evil);
  });

  it('stays small whatever comes', () => {
    for (const text of ['x y', '王伟，', 'ж ы', '"\\', '💼 ', '\ud800\u0001', '{{', '\n\n']) {
      // Notes as long as the intake lets them through, and all else longer than it does.
      const notes = text.repeat(10_000 / text.length);
      const long = text.repeat(2_400 / text.length);
      const many = Array.from({ length: 50 }, (_, index) => `${index} ${long.slice(0, 300)}`);
      const people = many.map((name) => ({
        name,
        email: `a${name.length}@b.example`,
        phone: '+1 216 555 0100',
        title: long,
      }));
      const wanted = { solutions: many, products: many, services: many, industries: many };
      const referral = received({
        name: long,
        notes: `${notes}1`,
        senderNotes: notes,
        team: people,
        wanted,
        assistance: long,
        crmId: long,
        campaignId: long,
        customer: {
          name: long,
          addressLines: many,
          city: long,
          state: long,
          country: 'CN',
          contacts: people,
        },
        sender: { name: long },
      });
      const typed = {
        name: long,
        value: long,
        currency: long,
        closeDate: long,
        notes,
        crmId: long,
        campaignId: long,
        team: long,
      };
      const views: Partial<ReferralCardView>[] = [
        {},
        { referral: { ...referral, notes: text.repeat(900 / text.length), team: people.slice(0, 3) } },
        {
          form: { kind: 'accept', formVersion: 3, typed, problems: { value: { code: 'value-unreadable' } } },
        },
        { form: { kind: 'decline', formVersion: 3, typed: { closingNotes: notes }, problems: {} } },
        {
          resultLine: long,
          deciderName: long,
          referral: {
            ...referral,
            stage: 'closed',
            outcome: 'won',
            closedAt: referral.createdAt,
            closedBy: { kind: 'clock' },
            closingNotes: notes,
            reasonText: long,
          },
        },
      ];
      for (const audience of ['personal', 'channel'] as const) {
        // Those with the longest words and the widest signs.
        for (const language of ['de', 'zh-Hans', 'ru'] as const) {
          for (const view of views) {
            const card = referralCard({
              ...sampleView('received'),
              referral,
              ...view,
              audience,
              language,
              locale: sampleLocales[language],
            });
            const json = JSON.stringify(card);
            const sizes = `${language} ${audience} ${text} ${Object.keys(view)}: ${Buffer.byteLength(json)} ${json.length * 2}`;
            assert.ok(Buffer.byteLength(json) < 28_000 && json.length * 2 < 56_000, sizes);
          }
        }
      }
    }
  });

  it('speaks each language and writes figures in its way', () => {
    const expected = {
      en: '€48,500',
      de: '48.500 €',
      sv: '48 500 €',
      'zh-Hans': '€48,500',
      ru: '48 500 €',
      it: '48.500 €',
    };
    const countries = {
      en: 'Germany',
      de: 'Deutschland',
      sv: 'Tyskland',
      'zh-Hans': '德国',
      ru: 'Германия',
      it: 'Germania',
    };
    for (const language of languages) {
      const card = referralCard(sampleView('received', { language, locale: sampleLocales[language] }));
      const text = textOf(card).replace(/[\u00a0\u202f]/g, ' ');
      assert.ok(text.includes(expected[language]), `${language} ${text}`);
      assert.ok(text.includes(countries[language]), language);
    }
  });

  it('opens the refused form in the body with fresh ids, what was typed, and the words at the field', () => {
    const card = referralCard(sampleView('accept-refused'));
    const ids = ofType(card, 'Input.').map((input) => input.id);
    assert.deepEqual(
      ids,
      ['name', 'value', 'currency', 'closeDate', 'notes', 'crmId', 'campaignId', 'team'].map(
        (id) => `${id}.1`,
      ),
    );
    assert.equal(ofType(card, 'Action.ShowCard').length, 0);
    const parts = partsOf(card);
    const at = (test: (text: string) => boolean) =>
      parts.findIndex((part) => test(String(part.text ?? part.id ?? '')));
    const date = at((text) => text === 'closeDate.1');
    assert.equal(
      at((text) => text === 'That date has passed. Choose today or later.'),
      date + 1,
    );
    assert.equal(parts.find((part) => part.id === 'more.1')?.isVisible, true);
    assert.match(textOf(card), /^Accept referral[\s\S]*Not accepted yet\./, 'it keeps its title');
    assert.ok(titles(card).includes('Cancel'));
    assert.ok(titles(card).includes('Decline'), 'the other answer is still possible');
  });

  it('keeps More closed when nothing in it was typed or is wrong', () => {
    const view = sampleView('accept-refused-channel');
    assert.equal(partsOf(referralCard(view)).find((part) => part.id === 'more.2')?.isVisible, false);
  });

  it('shows a decided referral even when a form is still in the hand', () => {
    const card = referralCard({ ...sampleView('accepted'), form: sampleView('accept-refused').form });
    assert.ok(textOf(card).includes('Accepted by Anna Berg'));
    assert.ok(!textOf(card).includes('Not accepted yet'));
    assert.equal(ofType(card, 'Action.Execute').filter(({ verb }) => verb === 'referral.accept').length, 0);
  });
});

/** Titles of those buttons in the card's own row that are so. */
function titlesIn(name: string, isOne: (action: Part) => boolean): unknown[] {
  const sets = ofType(referralCard(sampleView(name)), 'ActionSet').map(({ actions }) => actions as Part[]);
  const row = sets.find((actions) => actions.some(({ title }) => title === 'Details')) ?? [];
  return row.filter(isOne).map(({ title }) => title);
}
