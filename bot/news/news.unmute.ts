import { mutesOf, shownMute } from '#app/news/muteRecord.ts';
import { unmuteNews } from '#app/news/news.unmute.ts';
import { formVersionOf, readInputs } from '#cards/form/inputs.ts';
import { say } from '#cards/say.ts';
import type { ActionOnDeal, DealDeps } from '#dialogs/turn/action.ts';
import type { Turn } from '#dialogs/turn/turn.ts';
import { type MuteScope, presentMutes } from '#domain/news/mute.ts';
import { answerMutedDeal, answerMutes, dealToMute, isOverall } from './muting.ts';

/**
 * *Unmute*: a deal from its card, its news or the list; everything. Typed alone it ends the one mute there is; of
 * several the person chooses.
 */
export const newsUnmute: ActionOnDeal<DealDeps & { newId: () => string }> = async (deps, press) => {
  const { turn, data } = press;
  const who = { organization: turn.organization.id, personId: turn.person.personId };
  const resultLine = say(turn.reader.language, 'news.unmuted');
  if (isOverall(press)) {
    const chosen = readInputs(data, ['deal']).typed.deal;
    // What is muted now need not be what the pressed list shows.
    const meant = () => (data.on === 'list' ? undefined : only(deps, turn));
    const what = wholes.get(data.all) ?? (chosen ? { referralId: chosen } : await meant());
    if (!what) return answerMutes(deps, turn);
    await unmuteNews(deps, { ...who, what });
    return answerMutes(deps, turn, { resultLine, formVersion: formVersionOf(data) + 1 });
  }
  const found = await dealToMute(deps, press);
  if ('answer' in found) return found.answer;
  const { referral } = found;
  await unmuteNews(deps, { ...who, what: data.all === 'yes' ? 'everything' : { referralId: referral.id } });
  // What holds for everything may hold on.
  const still = await shownMute(deps, turn.person.personId, referral);
  return answerMutedDeal(deps, press, referral, still ? {} : { resultLine });
};

/** Everything that is muted, or what holds for all deals and no mute of a single one. */
const wholes = new Map<unknown, 'everything' | 'all'>([
  ['yes', 'everything'],
  ['only', 'all'],
]);

/** What is muted, where that is one thing only. */
async function only(deps: DealDeps, { organization, person }: Turn): Promise<MuteScope | undefined> {
  const silences = await mutesOf(deps, organization.id, person.personId);
  const { all, deals } = presentMutes(silences, deps.clock.now().toISOString());
  if (all) return deals.length === 0 ? 'all' : undefined;
  const [first] = deals;
  return first && deals.length === 1 ? { referralId: first.referralId } : undefined;
}
