import { type Activity, ActivityTypes } from 'botbuilder';
import { ComponentDialog, TextPrompt, WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
import { languageCard } from '#cards/general/language/language.card.ts';
import { type Language, say } from '#cards/say.ts';

/** What the dialog is started with; plain JSON, because it is kept in the store between turns. */
export interface LanguageQuestion {
  /** The present one. */
  language: Language;
}

/** Reads what was typed as a language, or undefined. */
export type ReadLanguage = (text: string) => Language | undefined;

const ID = 'language';
const ANSWER = 'language.answer';

/** Asks for the language until it gets one; the result is the language. Leaving it is the business of the bot. */
export class LanguageDialog extends ComponentDialog {
  constructor(readLanguage: ReadLanguage) {
    super(ID);
    const prompt = new TextPrompt(ANSWER, async ({ recognized }) =>
      Boolean(recognized.value && readLanguage(recognized.value)),
    );
    const ask = async (step: WaterfallStepContext<LanguageQuestion>) => {
      const { language } = step.options;
      const retry = say(language, 'language.retry');
      return step.prompt(ANSWER, { prompt: question(language), retryPrompt: retry });
    };
    const finish = async (step: WaterfallStepContext<LanguageQuestion>) =>
      step.endDialog(readLanguage(String(step.result)));
    this.addDialog(prompt);
    this.addDialog(new WaterfallDialog<LanguageQuestion>(`${ID}.steps`, [ask, finish]));
    this.initialDialogId = `${ID}.steps`;
  }
}

function question(language: Language): Partial<Activity> {
  const contentType = 'application/vnd.microsoft.card.adaptive';
  return { type: ActivityTypes.Message, attachments: [{ contentType, content: languageCard({ language }) }] };
}
