import { type Activity, ConversationState } from 'botbuilder';
import { DialogSet, DialogTurnStatus } from 'botbuilder-dialogs';
import type { ContactDeps } from '#app/contact/contact.remember.ts';
import { chooseLanguage } from '#app/contact/language.choose.ts';
import type { Command } from '#bot/commands/commands.ts';
import { readLanguage } from '#bot/commands/readLanguage.ts';
import type { Turn } from '#bot/turn/turn.ts';
import { searchCard } from '#cards/list/search/search.card.ts';
import { type Language, say } from '#cards/say.ts';
import { LanguageDialog, type LanguageQuestion } from '#dialogs/language.ts';
import { findMoney } from '#dialogs/reading/findMoney.ts';
import { fold } from '#dialogs/reading/fold.ts';
import { isSearchable } from '#domain/values/searchable.ts';
import { createDialogStorage } from './dialogStorage.ts';
import { toActivity } from './outgoing.ts';
import { typedText } from './typed.ts';

/** Answers typed messages: commands in any language, dialogs in the personal chat, and a hint for the rest. */
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

export function createConversing(deps: ContactDeps, drafts: Drafts): Conversing {
  const state = new ConversationState(createDialogStorage(deps.store));
  const dialogs = new DialogSet(state.createProperty('dialogs'));
  dialogs.add(new LanguageDialog(readLanguage));

  const choose = async (turn: Turn, language: Language) => {
    await chooseLanguage(deps, turn.organization, { personId: turn.person.personId, language });
    await turn.context.sendActivity(say(language, 'notice.languageChosen'));
  };

  const run = async (turn: Turn, command: Command): Promise<void> => {
    const { context, reader } = turn;
    const { language } = reader;
    switch (command.name) {
      case 'language': {
        const chosen = readLanguage(command.text);
        if (chosen) return choose(turn, chosen);
        const question: LanguageQuestion = { language };
        const dialog = await dialogs.createContext(context);
        await dialog.cancelAllDialogs();
        await dialog.beginDialog('language', question);
        return;
      }
      case 'cancel': {
        const dialog = await dialogs.createContext(context);
        const nothing = dialog.stack.length === 0;
        if (nothing && (await drafts.cancel(turn))) return;
        await dialog.cancelAllDialogs();
        await context.sendActivity(say(language, nothing ? 'notice.nothingToCancel' : 'notice.cancelled'));
        return;
      }
      case 'thanks': {
        await context.sendActivity(say(language, 'notice.thanks'));
        return;
      }
      default: {
        const name = turn.person.profile.name.split(' ')[0] ?? '';
        const text = name ? say(language, 'notice.hello.name', { name }) : say(language, 'notice.hello');
        await context.sendActivity(toActivity({ text }));
      }
    }
  };

  return {
    async answer(turn, command) {
      const { context } = turn;
      if (command) await run(turn, command);
      else {
        const dialog = await dialogs.createContext(context);
        const { status, result } = await dialog.continueDialog();
        if (status === DialogTurnStatus.complete) await choose(turn, result as Language);
        else if (status === DialogTurnStatus.empty && !(await drafts.answer(turn, typedText(context)))) {
          await context.sendActivity(notUnderstood(turn));
        }
      }
      await state.saveChanges(context);
    },
    async leave({ context }) {
      const dialog = await dialogs.createContext(context);
      if (dialog.stack.length === 0) return;
      await dialog.cancelAllDialogs();
      await state.saveChanges(context);
    },
  };
}

/** What is no command may be what somebody looks for. */
function notUnderstood(turn: Turn): Partial<Activity> {
  const { context, place, reader } = turn;
  if (place.kind !== 'personal') return toActivity({ text: say(reader.language, 'notice.channelHint') });
  const text = typedText(context);
  const hint = say(reader.language, 'notice.notUnderstood');
  if (!isSearchable(text)) return toActivity({ text: hint });
  // Somebody who writes what a deal is worth has one in mind.
  const worth = findMoney(fold(text), reader).some(({ marked }) => marked);
  const line = worth ? text : undefined;
  return toActivity({ text: hint, card: searchCard({ ...reader, kind: 'offer', text, round: 0, line }) });
}
