import assert from 'node:assert/strict';
import { listCard } from '#cards/list/list.card.ts';
import type { ListCardView } from '#cards/list/view.ts';
import { referralCard } from '#cards/referral/card/referral.card.ts';
import { NO_HELP, type Referral } from '#domain/referral/referral.ts';
import { partsOf } from '#test/support/cards/cardParts.ts';
import { received, sampleOf, sampleView } from '#test/support/cards/views.ts';

const inbound = {
  ...(sampleOf('list', 'inbound') as ListCardView),
  language: 'en',
  locale: 'en-US',
} as ListCardView;

/** All that can be read on the list with just this deal. */
function row(changed: Partial<Referral>): string {
  const [first] = inbound.deals;
  return readable(listCard({ ...inbound, deals: [{ ...first, ...changed } as Referral] }));
}

function readable(card: unknown): string {
  return partsOf(card)
    .map(({ text }) => text)
    .join('\n');
}

describe('what a row says of Microsoft as a party', () => {
  const told = { team: [], notes: [] };
  const since = '2026-11-23T08:30:00.000Z';
  const views = [
    ['has not answered', undefined, 'Microsoft: Not answered yet'],
    ['accepted', { ...told, stage: 'accepted', since }, 'Microsoft: Accepted'],
    ['declined', { ...told, stage: 'closed', outcome: 'declined', since }, 'Microsoft: Declined'],
  ] as const;
  for (const [what, view, words] of views) {
    it(`given that it was invited and ${what}, then “${words}”, and the deal is co-sell (CR-8, CR-17)`, () => {
      const party = {
        role: 'invited',
        organization: 'msft',
        name: 'Microsoft',
        referralId: 'r',
        seq: 1,
        view,
      };
      const text = row({ direction: 'outbound', sender: undefined, parties: [party] } as Partial<Referral>);
      assert.ok(text.includes(words), text);
      assert.match(text, /Co-sell/);
    });
  }
});

describe('what a card says of Microsoft’s part in a deal', () => {
  const fabrikam = { organizationId: 'fabrikam', name: 'Fabrikam Consulting' };
  for (const [what, deal, words] of [
    ['it sent', {}, 'from Microsoft'],
    ['a partner sent', { sender: fabrikam }, 'without Microsoft'],
    ['a partner sent and its sellers see', { sender: fabrikam, microsoft: true }, 'with Microsoft'],
    [
      'it was asked to help with',
      { direction: 'outbound', assistance: 'QuotesOrLicensing' },
      'Microsoft asked',
    ],
    [
      'its sellers see, unasked',
      { direction: 'outbound', assistance: NO_HELP, microsoft: true },
      'with Microsoft',
    ],
  ] as const) {
    it(`given a deal that ${what}, then its row says ${words} (CR-17)`, () => {
      const parts = ['from Microsoft', 'without Microsoft', 'with Microsoft', 'Microsoft asked'];
      const text = row(deal as Partial<Referral>);
      const said = parts.filter((part) => text.includes(`·  ${part}`));
      assert.deepEqual(said, [words]);
    });
  }

  it('given a solution that the customer looks for and the deal has, then neither the face of the card nor its details name it twice', () => {
    const solutions = [{ id: 'SOL-1', name: 'Contoso Data Platform', kind: 'own' as const }];
    const wanted = {
      solutions: ['contoso data platform'],
      products: ['powerbi'],
      services: [],
      industries: [],
    };
    const text = readable(
      referralCard(sampleView('received', { referral: received({ solutions, wanted }) })),
    );
    // Once among what is wanted, on the face of the card, and once among the solutions, in the details.
    assert.equal(text.match(/contoso data platform/gi)?.length, 2);
    assert.equal(text.match(/Power BI/g)?.length, 1);
  });
});
