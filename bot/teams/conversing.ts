import { ConversationState, type TurnContext } from 'botbuilder';
import { DialogSet, DialogTurnStatus } from 'botbuilder-dialogs';
import { helpCard } from '../../cards/help/help.card.ts';
import { type Language, say } from '../../cards/say.ts';
import { LanguageDialog, type LanguageQuestion } from '../../dialogs/language.ts';
import type { ContactDeps } from '../../src/app/contact.remember.ts';
import { chooseLanguage } from '../../src/app/language.choose.ts';
import { type Command, readCommand, readLanguage } from '../commands/commands.ts';
import { createDialogStorage } from './dialogStorage.ts';
import { toActivity } from './outgoing.ts';
import type { Turn } from './turn.ts';

/** Answers typed messages: commands in any language, dialogs in the personal chat, and a hint for the rest. */
export interface Conversing {
  answer(turn: Turn): Promise<void>;
  /** Drops the question that is open in this conversation, because a button answered it. */
  leave(turn: Turn): Promise<void>;
}

export function createConversing(deps: ContactDeps): Conversing {
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
      case 'help':
        await context.sendActivity(
          toActivity({ card: helpCard({ language }), summary: say(language, 'help.title') }),
        );
        return;
      case 'hello': {
        const name = turn.person.profile.name.split(' ')[0] ?? '';
        await context.sendActivity(toActivity({ text: say(language, 'notice.hello.name', { name }) }));
        return;
      }
      case 'language': {
        if (command.language) return choose(turn, command.language);
        const question: LanguageQuestion = { language };
        const dialog = await dialogs.createContext(context);
        await dialog.cancelAllDialogs();
        await dialog.beginDialog('language', question);
        return;
      }
      case 'cancel': {
        const dialog = await dialogs.createContext(context);
        const nothing = dialog.stack.length === 0;
        await dialog.cancelAllDialogs();
        await context.sendActivity(say(language, nothing ? 'notice.nothingToCancel' : 'notice.cancelled'));
        return;
      }
      default:
        return command satisfies never;
    }
  };

  return {
    async answer(turn) {
      const { context, reader } = turn;
      const text = typedText(context);
      const command = readCommand(text);
      if (command) await run(turn, command);
      else {
        const dialog = await dialogs.createContext(context);
        const { status, result } = await dialog.continueDialog();
        if (status === DialogTurnStatus.complete) await choose(turn, result as Language);
        else if (status === DialogTurnStatus.empty) {
          const key = turn.place.kind === 'personal' ? 'notice.notUnderstood' : 'notice.channelHint';
          await context.sendActivity(say(reader.language, key));
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

/** What was typed, without the mention of the bot that a channel needs. */
function typedText(context: TurnContext): string {
  const { activity } = context;
  const mentions = activity.entities?.filter(({ type }) => type === 'mention') ?? [];
  let text = activity.text ?? '';
  for (const mention of mentions) {
    const written: unknown = mention.text;
    if (typeof written === 'string') text = text.replace(written, '');
  }
  // Some clients put a space that does not break after a mention, spelled out.
  return text
    .replace(/<at>[^<]*<\/at>/g, '')
    .replaceAll('&nbsp;', ' ')
    .trim();
}
