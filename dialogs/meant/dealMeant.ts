import type { ChatMemory } from '#app/contact/chatMemory.ts';
import { visibleDeal } from '#app/list/deal.favorite.ts';
import { dealAtHand, dealNamed, type NamedDeal } from '#app/list/namedDeal.ts';
import { literal } from '#cards/outside.ts';
import { say, type TextKey } from '#cards/say.ts';
import { dealLines } from '#cards/talk/dealLines.ts';
import type { SaidDeal } from '#dialogs/reading/said/said.ts';
import { asking, type Choice } from '#dialogs/talk/asking.ts';
import type { DealDeps, Press } from '#dialogs/turn/action.ts';
import type { Answer } from '#dialogs/turn/answer.ts';
import type { Turn } from '#dialogs/turn/turn.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { plusHours } from '#domain/values/instant.ts';
import { fitsVerb, isForUndecided } from './fitting.ts';

/** Which words name the deal, and how that is said with this verb. */
interface Words {
  /** Left out: all that was typed behind the command. */
  text?: string | undefined;
  how: TextKey;
}

const MOST_NAMED = 5;
/** What was shown is meant without a word for so long; as *it* for as long as it is remembered. */
const HOURS_AT_HAND = 1;

/**
 * The press with the deal that it is about: the one whose card it was. Of a typed command the one that its words name;
 * without words the one that was just shown, else the one accepted deal that the person works on, or where they work on
 * none the only open one they may see. It is never guessed: where several fit it is asked which, and the answer goes on
 * with this very press.
 */
export async function dealMeant<P extends Press>(
  deps: DealDeps,
  press: P,
  { text, how }: Words,
): Promise<P | { answer: Answer }> {
  const { referral, text: typed } = press.data;
  if (referral !== undefined || typeof typed !== 'string') return press;
  const words = (text ?? typed).trim().slice(0, 200);
  return dealSaid(deps, press, words === '' ? undefined : { words }, how);
}

/** The same for a deal that was said in a sentence: by words, as *it*, or not at all. */
export async function dealSaid<P extends Press>(
  deps: DealDeps,
  press: P,
  said: SaidDeal,
  how: TextKey = 'talk.which.how',
): Promise<P | { answer: Answer }> {
  const { turn } = press;
  const { language } = turn.reader;
  const words = typeof said === 'object' ? said.words.slice(0, 200) : '';
  const meant =
    words === '' ? await unnamed(deps, press, said) : narrowed(await named(deps, turn, words), press);
  if (meant.kind === 'one') return { ...press, data: { ...press.data, referral: meant.referral.id } };
  const text = literal(words).slice(0, 100);
  if (meant.kind === 'none') {
    return { answer: { text: say(language, words === '' ? how : 'deal.meant.none', { text }) } };
  }
  const { verb, data } = press;
  const several = say(language, words === '' ? 'talk.which.open' : 'talk.which.several', { text });
  const more = meant.deals.length > MOST_NAMED ? say(language, 'talk.which.more') : '';
  const answer = asking(turn, {
    kind: 'which',
    verb,
    data,
    title: say(language, 'talk.which'),
    hints: [several, more],
    choices: meant.deals.slice(0, MOST_NAMED).map((referral) => dealChoice(turn, referral)),
  });
  return { answer };
}

/** A deal as one of several answers. */
export function dealChoice({ reader, organization }: Turn, referral: Referral): Choice {
  const { stageNames } = organization;
  const lines = dealLines(referral, { ...reader, stageNames });
  return { ...lines, words: [referral.name], data: { referral: referral.id } };
}

function named(deps: DealDeps, { organization, person, member }: Turn, text: string): Promise<NamedDeal> {
  return dealNamed(deps, { organization: organization.id, personId: person.personId, member, text });
}

/** Of several deals with these words those that the press can be about; all where it can be about none. */
function narrowed(meant: NamedDeal, { verb }: Press): NamedDeal {
  // Of more than these nobody knows which they are.
  if (meant.kind !== 'several' || meant.deals.length > MOST_NAMED) return meant;
  const [referral, ...others] = meant.deals.filter((deal) => fitsVerb(verb, deal));
  if (!referral) return meant;
  return others.length === 0 ? { kind: 'one', referral } : { kind: 'several', deals: [referral, ...others] };
}

async function unnamed(deps: DealDeps, { verb, turn }: Press, said: SaidDeal): Promise<NamedDeal> {
  const { organization, member, memory } = turn;
  const who = { organization: organization.id, member };
  const shown = said === 'it' ? memory?.focus : atHand(memory, deps.clock.now().toISOString());
  const referral = shown && (await visibleDeal(deps, { ...who, referralId: shown.referralId }));
  const isMeant = said === 'it' && !isForUndecided(verb);
  if (referral && (isMeant || fitsVerb(verb, referral))) return { kind: 'one', referral };
  return dealAtHand(deps, { ...who, undecided: isForUndecided(verb) });
}

function atHand(memory: ChatMemory | undefined, now: string): ChatMemory['focus'] {
  return memory?.focus && plusHours(memory.focus.at, HOURS_AT_HAND) > now ? memory.focus : undefined;
}
