import { assistanceText, wantedText } from '#cards/deal/wanted.ts';
import type { CardJson } from '#cards/expand.ts';
import { clipWords, oneLine } from '#cards/outside.ts';
import type { ReferralCardView } from '#cards/referral/view/view.ts';
import { say } from '#cards/say.ts';
import { similarLine } from './similar.ts';

const MOST_WANTED = 90;
const MOST_QUOTED = 110;

/** What is wanted, what the sender wrote and what became of similar deals: on a referral that waits for an answer. */
export function wishOf(view: ReferralCardView): CardJson[] {
  const { referral, language } = view;
  if (referral.stage !== 'received' || referral.direction !== 'inbound') return [];
  const wanted = wishText(view);
  const note = oneLine(referral.senderNotes ?? referral.notes ?? '');
  const quoted = note && say(language, 'referral.card.quoted', { text: clipWords(note, MOST_QUOTED) });
  const similar = similarLine(view);
  return [
    ...(wanted ? [line({ text: clipWords(wanted, MOST_WANTED) })] : []),
    ...(quoted ? [line({ text: quoted })] : []),
    ...(similar ? [line({ text: similar, size: 'Small', isSubtle: true })] : []),
  ];
}

/** Whether all that is wanted stands on the face of the card, so that the details need not repeat it. */
export function saysWish(view: ReferralCardView): boolean {
  const { stage, direction } = view.referral;
  return stage === 'received' && direction === 'inbound' && wishText(view).length <= MOST_WANTED;
}

function wishText(view: ReferralCardView): string {
  const { assistance, wanted } = view.referral;
  return [assistanceText(assistance, view), wantedText(wanted, view)]
    .filter((part) => part !== '')
    .join(' · ');
}

function line(run: object): CardJson {
  return { type: 'RichTextBlock', spacing: 'Small', inlines: [{ type: 'TextRun', ...run }] };
}
