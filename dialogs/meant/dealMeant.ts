import { dealAtHand, dealNamed } from '#app/list/namedDeal.ts';
import { formatList } from '#cards/format.ts';
import { clip, literal, oneLine } from '#cards/outside.ts';
import { say, type TextKey } from '#cards/say.ts';
import type { DealDeps, DealPress } from '#dialogs/turn/action.ts';
import type { Answer } from '#dialogs/turn/answer.ts';
import type { Referral } from '#domain/referral/referral.ts';

/** Which words name the deal, and how that is said with this verb. */
interface Words {
  /** Left out: all that was typed behind the command. */
  text?: string | undefined;
  how: TextKey;
}

const MOST_NAMED = 5;

/**
 * The press with the deal that it is about: the one whose card it was. Of a typed command the one that its words name;
 * without words the one accepted deal that the person works on, or where they work on none the only open one they may
 * see. It is never guessed: where several fit, they are named, and the person is told how to say it.
 */
export async function dealMeant(
  deps: DealDeps,
  press: DealPress,
  { text, how }: Words,
): Promise<DealPress | { answer: Answer }> {
  const { referral, text: typed } = press.data;
  if (referral !== undefined || typeof typed !== 'string') return press;
  const { organization, person, member, reader } = press.turn;
  const who = { organization: organization.id, personId: person.personId, member };
  const words = (text ?? typed).trim().slice(0, 200);
  const meant = words === '' ? await dealAtHand(deps, who) : await dealNamed(deps, { ...who, text: words });
  if (meant.kind === 'one') return { ...press, data: { ...press.data, referral: meant.referral.id } };
  const said = { text: literal(words).slice(0, 100) };
  if (meant.kind === 'none') {
    return { answer: { text: say(reader.language, words === '' ? how : 'deal.meant.none', said) } };
  }
  const deals = formatList(namesOf(meant.deals), reader);
  const several = say(reader.language, words === '' ? 'deal.meant.open' : 'deal.meant.several', {
    ...said,
    deals,
  });
  return { answer: { text: `${several} ${say(reader.language, how)}` } };
}

function namesOf(deals: readonly Referral[]): string[] {
  const names = deals.slice(0, MOST_NAMED).map(({ name }) => clip(oneLine(name), 60));
  return deals.length > MOST_NAMED ? [...names, '…'] : names;
}
