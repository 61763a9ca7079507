import type { ContactDeps } from '#app/contact/contact.remember.ts';
import { chooseLanguage } from '#app/contact/language.choose.ts';
import type { Command } from '#bot/commands/commands.ts';
import { readLanguage } from '#bot/commands/readLanguage.ts';
import type { Chats } from '#bot/dispatch/chats.ts';
import { languageCard } from '#cards/general/language/language.card.ts';
import { type Language, say } from '#cards/say.ts';
import type { Turn } from '#dialogs/turn/turn.ts';
import type { Drafts } from './drafts.ts';

/** What commands do that stand for no button. */
export type Conversing = Pick<ContactDeps, 'store' | 'clock'> & { chats: Chats; drafts: Drafts };

/** Asks for the language, calls off what is asked, and says the polite words. */
export async function converse(deps: Conversing, turn: Turn, command: Command): Promise<void> {
  const { language } = turn.reader;
  switch (command.name) {
    case 'language': {
      const chosen = readLanguage(command.text);
      if (chosen) return speakFromNowOn(deps, turn, chosen);
      await deps.chats.note(turn, { question: languageQuestion });
      await turn.reply({ card: languageCard({ language }) });
      return;
    }
    case 'cancel':
      return callOff(deps, turn);
    case 'thanks':
      await turn.reply({ text: say(language, 'notice.thanks') });
      return;
    default: {
      const name = turn.person.profile.name.split(' ')[0] ?? '';
      const text = name ? say(language, 'notice.hello.name', { name }) : say(language, 'notice.hello');
      await turn.reply({ text });
    }
  }
}

const languageQuestion = { kind: 'language', verb: 'language.choose', data: {}, options: [] } as const;

/** The language that somebody typed, which then is the answer. */
export async function speakFromNowOn(deps: Conversing, turn: Turn, language: Language): Promise<void> {
  await chooseLanguage(deps, turn.organization, { personId: turn.person.personId, language });
  await deps.chats.note(turn, {});
  await turn.reply({ text: say(language, 'notice.languageChosen') });
}

/** Drops the open question, else the deal that is being created. */
export async function callOff(deps: Conversing, turn: Turn): Promise<void> {
  const { question } = turn.memory ?? {};
  const nothing = question === undefined || question.kind === 'offer';
  if (nothing && (await deps.drafts.cancel(turn))) return;
  if (!nothing) await deps.chats.note(turn, {});
  const text = say(turn.reader.language, nothing ? 'notice.nothingToCancel' : 'notice.cancelled');
  await turn.reply({ text });
}
