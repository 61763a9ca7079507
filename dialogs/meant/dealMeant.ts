import { dealNamed, onlyOpenDeal } from '#app/list/namedDeal.ts';
import { literal } from '#cards/outside.ts';
import { say, type TextKey } from '#cards/say.ts';
import type { DealDeps, DealPress } from '#dialogs/turn/action.ts';
import { type Found, viewableReferralOf } from '#dialogs/turn/decide.ts';

/** What words say which deal is meant, and how that is said where they do not, or fit several. */
interface Words {
  text: string;
  how: TextKey;
  several?: TextKey;
}

/**
 * The deal that a press is about: the one whose card it was, or the one that typed words name. Where they name none or
 * several, the person is told how to say it.
 */
export async function dealMeant(
  deps: DealDeps,
  press: DealPress,
  { text, how, several = 'timeline.several' }: Words,
): Promise<Found> {
  if (press.data.referral !== undefined) return viewableReferralOf(deps, press);
  const { organization, person, member, reader } = press.turn;
  const who = { organization: organization.id, personId: person.personId, member };
  const answer = (key: TextKey): Found => {
    return { answer: { text: say(reader.language, key, { text: literal(text).slice(0, 100) }) } };
  };
  const words = text.trim().slice(0, 200);
  if (words === '') {
    const only = await onlyOpenDeal(deps, who);
    return only ? viewableReferralOf(deps, about(press, only.id)) : answer(how);
  }
  const named = await dealNamed(deps, { ...who, text: words });
  if (named.kind === 'several') return answer(several);
  if (named.kind === 'none') return answer('timeline.notFound');
  return viewableReferralOf(deps, about(press, named.referral.id));
}

function about(press: DealPress, referral: string): DealPress {
  return { ...press, data: { ...press.data, referral } };
}
