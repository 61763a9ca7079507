import assert from 'node:assert/strict';
import { referralCard } from '#cards/referral/card/referral.card.ts';
import type { ReferralCardView } from '#cards/referral/view/view.ts';
import type { Party } from '#domain/referral/party.ts';
import { ofType, type Part, partsOf } from '#test/support/cards/cardParts.ts';
import { sampleView } from '#test/support/cards/views.ts';
import { accepted } from '#test/support/referral/samples.ts';

/** What stands on the card as it comes: a line of runs each, without what is folded away. */
function faceOf(view: ReferralCardView): string[] {
  const card = referralCard(view) as { body: Part[] };
  const face = card.body.filter(({ id }) => id !== 'details');
  return ofType(face, 'RichTextBlock').map((block) =>
    (block.inlines as Part[]).map(({ text }) => String(text)).join(''),
  );
}

const barIn = (view: ReferralCardView): Part[] => {
  const blocks = ofType(referralCard(view), 'RichTextBlock').map(({ inlines }) => inlines as Part[]);
  return blocks.find((runs) => /^[▰▱]+$/.test(String(runs[0]?.text))) ?? [];
};

describe('the face of a deal’s card', () => {
  it('given a deal that was won early, then its bar tells reached stages from skipped ones without colour (CR-40)', () => {
    const view = sampleView('accepted', {
      referral: accepted({ direction: 'outbound', salesStage: 60, marked: [20, 60] }),
    });
    const pieces = barIn(view).map(({ text }) => text);
    assert.deepEqual(pieces, ['▰▰', '–', '▰', '▱▱', ' Proposed 60%']);
  });

  it('given four parties, then each has one line: who waits for whom first, since when and who (CR-30)', () => {
    const face = faceOf(sampleView('board'));
    const lines = face.filter((line) => /Fabrikam|Microsoft|Litware|Proseware/.test(line));
    assert.deepEqual(lines, [
      'Fabrikam Consulting Waiting 21 Nov',
      'Microsoft Accepted 23 Nov · Maja Lind',
      'Litware Declined 22 Nov · Leo Brandt',
      'Proseware Won 25 Nov · Pia Sand',
    ]);
  });

  it('given a channel copy, then its lines name no person', () => {
    assert.doesNotMatch(faceOf(sampleView('board-channel')).join('\n'), /Maja|Leo|Pia/);
  });

  it('given more parties than there is room for, then it says how many there are besides', () => {
    const [one] = sampleView('board').referral.parties ?? [];
    const parties = Array.from({ length: 11 }, (_, at) => ({ ...one, organization: `o${at}` }) as Party);
    const view = sampleView('board');
    const card = referralCard({ ...view, referral: { ...view.referral, parties } });
    const texts = partsOf(card).map(({ text }) => text);
    assert.ok(texts.includes('and 3 more'));
  });

  it('given neither a value nor a date, then it says so in words, and nothing looks like a figure', () => {
    const face = faceOf(sampleView('received-sparse'));
    assert.ok(face.includes('No value yet'));
    assert.ok(face.some((line) => line.includes('no close date yet')));
  });

  it('given no date twice: what is on the face is a day, the minute stands in the details', () => {
    const view = sampleView('received');
    assert.doesNotMatch(faceOf(view).join('\n'), /\{\{|\d:\d\d/);
  });
});
