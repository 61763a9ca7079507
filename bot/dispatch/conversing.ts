import type { ContactDeps } from '#app/contact/contact.remember.ts';
import { chooseLanguage } from '#app/contact/language.choose.ts';
import { closeQuestion, openQuestion, type QuestionTarget, questionOf } from '#app/contact/openQuestion.ts';
import type { Command } from '#bot/commands/commands.ts';
import { readLanguage } from '#bot/commands/readLanguage.ts';
import { languageCard } from '#cards/general/language/language.card.ts';
import { searchCard } from '#cards/list/search/search.card.ts';
import { type Language, say } from '#cards/say.ts';
import { findMoney } from '#dialogs/reading/findMoney.ts';
import { fold } from '#dialogs/reading/fold.ts';
import type { OutgoingMessage } from '#dialogs/turn/message.ts';
import type { Turn } from '#dialogs/turn/turn.ts';
import { isSearchable } from '#domain/values/searchable.ts';

/** Answers typed messages: commands without a button, the open question, the deal that is created, and a hint for the rest. */
export interface Conversing {
  /** `command`: what was typed, read as a command without a button of its own. */
  answer(turn: Turn, command: Command | undefined): Promise<void>;
  /** Drops the question that is open in this conversation, because a button answered it. */
  leave(turn: Turn): Promise<void>;
}

/** The deal that somebody is creating, as far as typed text is about it; each says whether it was. */
export interface Drafts {
  answer(turn: Turn, text: string): Promise<boolean>;
  cancel(turn: Turn): Promise<boolean>;
}

export function createConversing(deps: Pick<ContactDeps, 'store' | 'clock'>, drafts: Drafts): Conversing {
  const choose = async (turn: Turn, language: Language) => {
    await closeQuestion(deps, askedOf(turn));
    await chooseLanguage(deps, turn.organization, { personId: turn.person.personId, language });
    await turn.reply({ text: say(language, 'notice.languageChosen') });
  };

  const run = async (turn: Turn, command: Command): Promise<void> => {
    const { language } = turn.reader;
    switch (command.name) {
      case 'language': {
        const chosen = readLanguage(command.text);
        if (chosen) return choose(turn, chosen);
        await openQuestion(deps, askedOf(turn), 'language');
        await turn.reply({ card: languageCard({ language }) });
        return;
      }
      case 'cancel': {
        const nothing = (await questionOf(deps, askedOf(turn))) === undefined;
        if (nothing && (await drafts.cancel(turn))) return;
        await closeQuestion(deps, askedOf(turn));
        await turn.reply({ text: say(language, nothing ? 'notice.nothingToCancel' : 'notice.cancelled') });
        return;
      }
      case 'thanks':
        await turn.reply({ text: say(language, 'notice.thanks') });
        return;
      default: {
        const name = turn.person.profile.name.split(' ')[0] ?? '';
        const text = name ? say(language, 'notice.hello.name', { name }) : say(language, 'notice.hello');
        await turn.reply({ text });
      }
    }
  };

  return {
    async answer(turn, command) {
      if (command) return run(turn, command);
      if ((await questionOf(deps, askedOf(turn))) === 'language') {
        const chosen = readLanguage(turn.text);
        if (chosen) return choose(turn, chosen);
        await turn.reply({ text: say(turn.reader.language, 'language.retry') });
        return;
      }
      if (!(await drafts.answer(turn, turn.text))) await turn.reply(notUnderstood(turn));
    },
    leave: (turn) => closeQuestion(deps, askedOf(turn)),
  };
}

function askedOf({ organization, person, conversation }: Turn): QuestionTarget {
  return {
    organization: organization.id,
    personId: person.personId,
    conversationId: conversation.conversationId,
  };
}

/** What is no command may be what somebody looks for. */
function notUnderstood({ conversation, reader, text }: Turn): OutgoingMessage {
  if (conversation.kind !== 'personal') return { text: say(reader.language, 'notice.channelHint') };
  const hint = say(reader.language, 'notice.notUnderstood');
  if (!isSearchable(text)) return { text: hint };
  // Somebody who writes what a deal is worth has one in mind.
  const worth = findMoney(fold(text), reader).some(({ marked }) => marked);
  const line = worth ? text : undefined;
  return { text: hint, card: searchCard({ ...reader, kind: 'offer', text, formVersion: 0, line }) };
}
