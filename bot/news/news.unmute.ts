import { unmuteNews } from '#app/news/news.unmute.ts';
import { shownSilence, silencesOf } from '#app/news/silenceRecord.ts';
import { readInputs, roundOf } from '#cards/form/inputs.ts';
import { say } from '#cards/say.ts';
import type { DealAction, DealDeps } from '#dialogs/turn/action.ts';
import type { Turn } from '#dialogs/turn/turn.ts';
import { present, type Quieted } from '#domain/news/silence.ts';
import { answerQuietDeal, answerSilences, dealToQuiet, isOverall } from './quieting.ts';

/**
 * *Unmute*: a deal from its card, its news or the list; everything. Typed alone it ends the one silence there is; of
 * several the person chooses.
 */
export const newsUnmute: DealAction<DealDeps & { newId: () => string }> = async (deps, press) => {
  const { turn, data } = press;
  const who = { organization: turn.organization.id, personId: turn.person.personId };
  const lead = say(turn.reader.language, 'news.unmuted');
  if (isOverall(press)) {
    const chosen = readInputs(data, ['deal']).typed.deal;
    const what = data.all === 'yes' ? 'everything' : chosen ? { referralId: chosen } : await only(deps, turn);
    if (!what) return answerSilences(deps, turn);
    await unmuteNews(deps, { ...who, what });
    return answerSilences(deps, turn, { lead, round: roundOf(data) + 1 });
  }
  const found = await dealToQuiet(deps, press);
  if ('answer' in found) return found.answer;
  const { referral } = found;
  await unmuteNews(deps, { ...who, what: data.all === 'yes' ? 'everything' : { referralId: referral.id } });
  // What holds for everything may hold on.
  const still = await shownSilence(deps, turn.person.personId, referral);
  return answerQuietDeal(deps, press, referral, still ? {} : { lead });
};

/** What is silenced, where that is one thing only. */
async function only(deps: DealDeps, { organization, person }: Turn): Promise<Quieted | undefined> {
  const silences = await silencesOf(deps, organization.id, person.personId);
  const { all, deals } = present(silences, deps.clock.now().toISOString());
  if (all) return deals.length === 0 ? 'all' : undefined;
  const [first] = deals;
  return first && deals.length === 1 ? { referralId: first.referralId } : undefined;
}
