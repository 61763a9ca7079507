import { listDeals } from '#app/list/deals.list.ts';
import { dealNamed } from '#app/list/namedDeal.ts';
import { literal } from '#cards/outside.ts';
import { say } from '#cards/say.ts';
import type { DealDeps, DealPress } from '#dialogs/turn/action.ts';
import type { Answer } from '#dialogs/turn/answer.ts';
import { todayOf } from '#dialogs/turn/turn.ts';

/**
 * A press that names its deal; of a typed command the deal that its words name, without words the one accepted deal
 * that this person works on. Where that is not clear they are told how to get to the deal.
 */
export async function withDeal(deps: DealDeps, press: DealPress): Promise<DealPress | { answer: Answer }> {
  const { turn, data } = press;
  const typed = data.referral === undefined && typeof data.text === 'string';
  if (!typed) return press;
  const { organization, person, member } = turn;
  const who = { organization: organization.id, personId: person.personId, member };
  const words = String(data.text).trim().slice(0, 200);
  if (words !== '') {
    const named = await dealNamed(deps, { ...who, text: words });
    if (named.kind === 'one') return { ...press, data: { referral: named.referral.id } };
    const key = named.kind === 'none' ? 'timeline.notFound' : 'progress.typed.how';
    return { answer: { text: say(turn.reader.language, key, { text: literal(words).slice(0, 100) }) } };
  }
  const { deals, next } = await listDeals(deps, { ...who, list: 'mine', today: todayOf(deps, turn) });
  const [only, ...others] = deals.filter(({ stage }) => stage === 'accepted');
  if (only && others.length === 0 && next === undefined) return { ...press, data: { referral: only.id } };
  return { answer: { text: say(turn.reader.language, 'progress.typed.how') } };
}
