import { dealNamed } from '#app/list/namedDeal.ts';
import type { Chats } from '#bot/dispatch/chats.ts';
import { clip, oneLine } from '#cards/outside.ts';
import { say } from '#cards/say.ts';
import { isCalled } from '#dialogs/meant/called.ts';
import { dealChoice } from '#dialogs/meant/dealMeant.ts';
import { findMoney } from '#dialogs/reading/findMoney.ts';
import { fold } from '#dialogs/reading/fold.ts';
import { likelyCommands } from '#dialogs/reading/said/likely.ts';
import { asking, type Choice } from '#dialogs/talk/asking.ts';
import type { DealDeps } from '#dialogs/turn/action.ts';
import type { CardAnswer } from '#dialogs/turn/answer.ts';
import type { Turn } from '#dialogs/turn/turn.ts';
import type { Referral } from '#domain/referral/referral.ts';
import { lettersIn, wordsOf } from '#domain/values/searchTerms.ts';

const MOST_DEALS = 5;
/** So many words of a sentence are looked for. */
const MOST_WORDS = 6;
const SHORTEST = 3;
const MOST_COMMANDS = 3;
/** As much of a line as begins a deal. */
const MOST_LINE = 500;

type OfferingDeps = DealDeps & { chats: Chats };

/** The one reply to what is not understood: the deals that its words hit, else the likeliest commands. */
export async function answerUnknown(deps: OfferingDeps, turn: Turn): Promise<void> {
  const { language } = turn.reader;
  if (turn.conversation.kind !== 'personal') {
    await turn.reply({ text: say(language, 'notice.channelHint') });
    return;
  }
  const deals = await dealsHit(deps, turn);
  const answer = deals.length > 0 ? offeredDeals(turn, deals) : offeredCommands(turn);
  await deps.chats.note(turn, { question: answer.asks });
  const { card } = answer;
  await turn.reply({ card, summary: String(card.fallbackText ?? '') });
}

function offeredDeals(turn: Turn, deals: readonly Referral[]): CardAnswer {
  return asking(turn, {
    kind: 'offer',
    verb: 'deal.open',
    data: {},
    title: say(turn.reader.language, 'talk.unknown.deals'),
    choices: deals.map((deal) => dealChoice(turn, deal)),
  });
}

function offeredCommands(turn: Turn): CardAnswer {
  const { reader, text } = turn;
  // Somebody who writes what a deal is worth has one in mind.
  const worth = findMoney(fold(text), reader).some(({ marked }) => marked);
  const begun: Choice[] = worth
    ? [
        {
          title: say(reader.language, 'help.newButton'),
          lines: [clip(oneLine(text), 80)],
          verb: 'deal.start',
          data: { text: text.slice(0, MOST_LINE) },
        },
      ]
    : [];
  const likely = likelyCommands(text, reader)
    .filter(({ verb }) => !worth || verb !== 'deal.start')
    .map(({ title, ...press }): Choice => ({ title: say(reader.language, title), ...press }));
  const choices = [...begun, ...likely].slice(0, MOST_COMMANDS);
  const title = say(reader.language, 'talk.unknown.commands');
  return asking(turn, { kind: 'offer', verb: 'help.show', data: {}, title, choices });
}

/** Deals with words of the text in their name or their customer's: those with the most of them first. */
async function dealsHit(
  deps: OfferingDeps,
  { text, organization, person, member }: Turn,
): Promise<Referral[]> {
  const who = { organization: organization.id, personId: person.personId, member };
  const words = wordsOf(text.slice(0, MOST_LINE)).filter((word) => lettersIn(word) >= SHORTEST);
  const hits = new Map<string, { deal: Referral; words: number }>();
  for (const word of [...new Set(words)].slice(0, MOST_WORDS)) {
    const found = await dealNamed(deps, { ...who, text: word });
    const deals = found.kind === 'one' ? [found.referral] : found.kind === 'several' ? found.deals : [];
    for (const deal of deals.filter((one) => isCalled(one, [word]))) {
      hits.set(deal.id, { deal, words: (hits.get(deal.id)?.words ?? 0) + 1 });
    }
  }
  const best = [...hits.values()].sort((one, other) => other.words - one.words);
  return best.slice(0, MOST_DEALS).map(({ deal }) => deal);
}
