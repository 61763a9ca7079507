import assert from 'node:assert/strict';
import { referralCard } from '#cards/referral/card/referral.card.ts';
import type { ReferralCardView } from '#cards/referral/view/view.ts';
import type { Party } from '#domain/referral/party.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { ofType, partsOf } from '#test/support/cards/cardParts.ts';
import { sampleView } from '#test/support/cards/views.ts';

const readable = (card: unknown) =>
  partsOf(card)
    .map(({ text }) => text)
    .filter(Boolean)
    .join('\n');

/** The sample of the board with its parties or its deal changed. */
function board(changes: Partial<Referral> = {}, sample = 'board'): ReferralCardView {
  const view = sampleView(sample);
  return { ...view, referral: { ...view.referral, ...changes } as Referral };
}
const parties = board().referral.parties ?? [];
const reminds = (card: unknown) =>
  ofType(card, 'Action.Execute')
    .filter(({ verb }) => verb === 'partner.remind')
    .map(({ data }) => (data as { organization: string }).organization);
const chats = (card: unknown) =>
  ofType(card, 'Action.OpenUrl').flatMap(({ title, url }) => (title === 'Chat' ? [String(url)] : []));

describe('the board of parties', () => {
  it('given parties in every state, then who has to be waited for comes first, each in words with its part and moments (CR-30)', () => {
    const text = readable(referralCard(board()));
    const order = ['Fabrikam Consulting\n', 'Microsoft\n,', 'Litware\n', 'Proseware\n'].map((name) =>
      text.lastIndexOf(name),
    );
    assert.deepEqual(
      order,
      [...order].sort((one, other) => one - other),
    );
    for (const said of [
      /Fabrikam Consulting\n, Not answered yet\n€18,000/,
      /Since \{\{DATE\(2026-11-21T10:00:00Z, SHORT\)\}\}.*can answer until \{\{DATE\(2026-12-05T10:00:00Z, SHORT\)\}\}/,
      /Litware\n, Declined, Proposed timeline was too short/,
      /Their seller: Maja Lind/,
    ]) {
      assert.match(text, said);
    }
    assert.doesNotMatch(text, /days (left|ago)/);
  });

  it('given a personal copy, then who has not answered can be reminded, and the seller of who has be written to', () => {
    const card = referralCard(board());
    // On the face of the card, and on the board in its details.
    assert.deepEqual(reminds(card), ['fabrikam', 'fabrikam']);
    assert.equal(chats(card).length, 6);
    assert.ok(chats(card)[0]?.includes('maja.lind%40microsoft.example'));
  });

  it('given Microsoft on the board, then no fact says the same once more, but where the board is cut', () => {
    const isFact = (view: ReferralCardView) => /Microsoft\nAccepted/.test(readable(referralCard(view)));
    assert.equal(isFact(board()), false);
    const [one, ...rest] = parties.filter(({ organization }) => organization !== 'msft');
    const others = Array.from({ length: 9 }, (_, at) => ({ ...one, organization: `o${at}` }) as Party);
    const microsoft = parties.filter(({ organization }) => organization === 'msft');
    assert.equal(isFact(board({ parties: [...others, ...rest, ...microsoft] })), true);
  });

  it('given a channel copy, then organizations and no people, and nothing to press', () => {
    const card = referralCard(board({}, 'board-channel'));
    const all = JSON.stringify(card);
    assert.match(all, /Fabrikam Consulting/);
    assert.doesNotMatch(all, /Maja|Leo|Pia|maja\.lind|partner\.remind|Chat\b/);
  });

  it('given a closed deal, then nobody is reminded any more', () => {
    const by = { kind: 'person' as const, personId: 'p1' };
    const over = { stage: 'closed', outcome: 'lost', closedAt: '2026-12-01T09:00:00.000Z', closedBy: by };
    assert.deepEqual(reminds(referralCard(board(over as Partial<Referral>))), []);
  });

  it('given fifty parties, then eight at most and how many more there are', () => {
    const [first] = parties;
    const many = Array.from(
      { length: 50 },
      (_, at): Party => ({ ...(first as Party), organization: `o${at}` }),
    );
    const text = readable(referralCard(board({ parties: many })));
    assert.match(text, /and 42 more/);
  });

  it('given an invited record, then its inviter first, and the others by name and status only', () => {
    const text = readable(referralCard(board({}, 'board-invited')));
    assert.match(text, /Fabrikam Consulting\n, In progress, Developed \(40%\), invited you/);
    assert.match(text, /Litware\n, Not answered yet\nSince/);
    assert.deepEqual(reminds(referralCard(board({}, 'board-invited'))), []);
  });

  it('given the last changes, then a party is named once in what it says of itself, and a new deal is no accepted one', () => {
    const status = (value: string) => ({ kind: 'status' as const, status: value });
    const party = { organization: 'fabrikam', name: 'Fabrikam' };
    const at = '2026-11-21T10:00:00Z';
    const recent = [
      {
        at,
        by: { kind: 'person', personId: 'p1' },
        what: 'deal.create',
        changes: [
          { field: 'status', from: undefined, to: status('accepted') },
          { field: 'party', party, from: undefined, to: status('received') },
        ],
      },
      {
        at,
        by: { kind: 'party', organization: 'fabrikam' },
        what: 'engagement.receive',
        changes: [
          { field: 'party', party, from: status('received'), to: status('won') },
          { field: 'registration', party, from: undefined, to: { kind: 'registration', state: 'pending' } },
        ],
      },
      { at, by: { kind: 'party', organization: 'fabrikam' }, what: 'engagement.receive', changes: [] },
    ] as unknown as Referral['recent'];
    const text = readable(referralCard(board({ recent })));
    assert.doesNotMatch(text, /News from a party/);
    assert.match(text, /· Created; Fabrikam: invited/);
    assert.match(text, /[AP]M · Fabrikam: Not answered yet → Won|:\d\d · Fabrikam: Not answered yet → Won/);
    assert.doesNotMatch(text, /Status: Accepted/);
  });
});
