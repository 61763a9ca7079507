import { closeReasonTexts } from '#cards/deal/dealWords.ts';
import { formatList } from '#cards/format.ts';
import type { ReferralCardView } from '#cards/referral/view/view.ts';
import { say, type TextKey } from '#cards/say.ts';
import { telling } from '#domain/list/similarDeals.ts';

const endingTexts = {
  won: 'referral.similar.won',
  lost: 'referral.similar.lost',
  declined: 'referral.similar.declined',
  expired: 'referral.similar.expired',
} satisfies Record<string, TextKey>;

/** What became of similar deals (CR-57) in a few words; empty where there is nothing to say. */
export function similarLine(view: ReferralCardView): string {
  const endings = endingsOf(view);
  return endings ? say(view.language, 'referral.similar.line', { endings }) : '';
}

/** The same at length: how they are similar, and why they were mostly declined or lost. */
export function similarText(view: ReferralCardView): string {
  const { similar, language } = view;
  const endings = endingsOf(view);
  if (!endings) return '';
  const one = say(language, 'referral.similar', { endings });
  if (!similar?.reason) return one;
  const reason = say(language, closeReasonTexts[similar.reason]);
  return say(language, 'draft.sentences', {
    one,
    other: say(language, 'referral.similar.reason', { reason }),
  });
}

/** On the copy of one reader, who may see them all, while the referral waits for an answer. */
function endingsOf(view: ReferralCardView): string {
  const { referral, similar, audience, language } = view;
  if (!similar || audience !== 'personal' || referral.stage !== 'received') return '';
  const endings = telling.flatMap((outcome) => {
    const count = similar[outcome];
    return count > 0 ? [say(language, endingTexts[outcome], { count })] : [];
  });
  return formatList(endings, view);
}
