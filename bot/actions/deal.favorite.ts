import { z } from 'zod';
import { say } from '../../cards/say.ts';
import { favoriteDeal } from '../../src/app/deal.favorite.ts';
import type { Action } from '../teams/actions.ts';
import { answerPlace, placeData } from '../teams/lists.ts';
import { cardForPresser } from '../teams/press.ts';

const data = placeData.extend({
  referral: z.string().min(1).max(200),
  on: z.enum(['yes', 'no']),
});

/** The heart (CR-14): set or taken, with the list or the deal's card that it was pressed on as the answer. */
export const dealFavorite: Action = async (deps, { turn, data: sent }) => {
  const { language } = turn.reader;
  const parsed = data.safeParse(sent);
  if (!parsed.success) return { text: say(language, 'notice.oldButton') };
  const { referral: referralId, on, ...place } = parsed.data;
  const outcome = await favoriteDeal(deps, {
    organization: turn.organization.id,
    personId: turn.person.personId,
    member: turn.member,
    referralId,
    on: on === 'yes',
  });
  const listed = await answerPlace(deps, turn, place);
  if (listed) return listed;
  if (!outcome.ok) return { text: say(language, 'notice.unknownReferral') };
  return { card: await cardForPresser(deps, turn, outcome.referral, { favorite: on === 'yes' }) };
};
