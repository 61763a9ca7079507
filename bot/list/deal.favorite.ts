import { z } from 'zod';
import { favoriteDeal } from '#app/list/deal.favorite.ts';
import { say } from '#cards/say.ts';
import type { Action, DealDeps } from '#dialogs/turn/action.ts';
import { cardOrLine } from '#dialogs/turn/cardOrLine.ts';
import { listPosition } from '#dialogs/turn/listPosition.ts';
import type { Undoing } from '#dialogs/turn/undoOf.ts';
import { answerDeal, answerPlace } from './lists.ts';

const data = listPosition.extend({
  referral: z.string().min(1).max(200),
  on: z.enum(['yes', 'no']),
  /** Pressed on the deal's own card, which stays. */
  stay: z.string().optional(),
});

/** The heart (CR-14): set or taken, with the list or the deal's card that it was pressed on as the answer. */
export const dealFavorite: Action<DealDeps> = async (deps, { turn, data: sent }) => {
  const { language } = turn.reader;
  const parsed = data.safeParse(sent);
  if (!parsed.success) return { text: say(language, 'notice.oldButton') };
  const { referral: referralId, on, stay, ...place } = parsed.data;
  const changed = await favoriteDeal(deps, {
    organization: turn.organization.id,
    personId: turn.person.personId,
    member: turn.member,
    referralId,
    on: on === 'yes',
  });
  if (changed.ok && turn.inLine) {
    const resultLine = say(language, on === 'yes' ? 'talk.favorite.on' : 'talk.favorite.off');
    return cardOrLine(deps, turn, changed.referral, { resultLine, undo: inverseOf(referralId, on) });
  }
  const listed = stay ? undefined : await answerPlace(deps, turn, place);
  const answer = listed ?? (await answerDeal(deps, turn, referralId, place));
  return 'card' in answer && changed.ok ? { ...answer, undo: inverseOf(referralId, on) } : answer;
};

/** The heart once more, on the deal's own card. */
function inverseOf(referral: string, on: 'yes' | 'no'): Undoing {
  return { verb: 'deal.favorite', data: { referral, on: on === 'yes' ? 'no' : 'yes', stay: 'yes' } };
}
