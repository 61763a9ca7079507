import type { Chats } from '#bot/dispatch/chats.ts';
import { clip, oneLine } from '#cards/outside.ts';
import { say } from '#cards/say.ts';
import { dealChoice } from '#dialogs/meant/dealMeant.ts';
import { findMoney } from '#dialogs/reading/findMoney.ts';
import { fold } from '#dialogs/reading/fold.ts';
import { likelyCommands } from '#dialogs/reading/said/likely.ts';
import { asking, type Choice } from '#dialogs/talk/asking.ts';
import type { CardAnswer } from '#dialogs/turn/answer.ts';
import type { Turn } from '#dialogs/turn/turn.ts';
import type { Referral } from '#domain/referral/referral.ts';
import type { Hits } from './dealsHit.ts';

const MOST_DEALS = 5;
const MOST_COMMANDS = 3;
/** As much of a line as begins a deal. */
const MOST_LINE = 500;

interface OfferingDeps {
  chats: Chats;
}

/** The one reply to what is not understood: the deals that its words hit, else the likeliest commands. */
export async function answerUnknown(deps: OfferingDeps, turn: Turn, hits: Hits): Promise<void> {
  const { language } = turn.reader;
  if (turn.conversation.kind !== 'personal') {
    await turn.reply({ text: say(language, 'notice.channelHint') });
    return;
  }
  const deals = (await hits()).slice(0, MOST_DEALS);
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
