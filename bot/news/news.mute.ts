import { muteNews } from '#app/news/news.mute.ts';
import { formVersionOf } from '#cards/form/inputs.ts';
import { say } from '#cards/say.ts';
import type { ActionOnDeal, DealDeps } from '#dialogs/turn/action.ts';
import { answerMutedDeal, answerMutes, dealToMute, isOverall, unmuting } from './muting.ts';

/** *Mute*: one deal from its card or its news, everything from the list; typed alone it shows what can be muted. */
export const newsMute: ActionOnDeal<DealDeps> = async (deps, press) => {
  const { turn, data } = press;
  const { language } = turn.reader;
  const who = { organization: turn.organization.id, personId: turn.person.personId };
  if (isOverall(press)) {
    if (data.all !== 'yes') return answerMutes(deps, turn);
    await muteNews(deps, { ...who, what: 'all' });
    const resultLine = say(language, 'news.muted.all');
    const undo = unmuting({ all: 'only' });
    return answerMutes(deps, turn, { resultLine, formVersion: formVersionOf(data) + 1, undo });
  }
  const found = await dealToMute(deps, press);
  if ('answer' in found) return found.answer;
  const { referral } = found;
  await muteNews(deps, { ...who, what: { referralId: referral.id } });
  const undo = unmuting({ referral: referral.id });
  return answerMutedDeal(deps, press, referral, { resultLine: say(language, 'news.muted.deal'), undo });
};
