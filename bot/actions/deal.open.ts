import { z } from 'zod';
import { say } from '../../cards/say.ts';
import { openDeal } from '../../src/app/deal.open.ts';
import type { Action } from '../teams/actions.ts';
import { backTo, fromOf, placeData, todayOf } from '../teams/lists.ts';
import { cardForPresser } from '../teams/press.ts';

const data = placeData.extend({ referral: z.string().min(1).max(200) });

/** A row of a list is opened: the deal's card in place of the list, with the way back and to the deals beside it. */
export const dealOpen: Action = async (deps, { turn, data: sent }) => {
  const { language } = turn.reader;
  const parsed = data.safeParse(sent);
  if (!parsed.success) return { text: say(language, 'notice.oldButton') };
  const { referral: referralId, ...place } = parsed.data;
  const opened = await openDeal(deps, {
    organization: turn.organization.id,
    personId: turn.person.personId,
    member: turn.member,
    referralId,
    from: fromOf(place),
    today: todayOf(deps, turn),
  });
  // A deal that is not there and one that this person may not see are told alike.
  if (!opened) return { text: say(language, 'notice.unknownReferral') };
  const back = backTo(place);
  const beside = (id: string | undefined) => (id === undefined ? undefined : { referral: id, ...back });
  const around = {
    previous: beside(opened.previous),
    next: beside(opened.next),
    ...(fromOf(place) && { back }),
  };
  const { referral, favorite } = opened;
  return { card: await cardForPresser(deps, turn, referral, { around, favorite }) };
};
