import { z } from 'zod';
import { type CardJson, expand } from '../expand.ts';
import { type Language, say } from '../say.ts';
import template from './help.template.json' with { type: 'json' };

export interface HelpCardView {
  language: Language;
}

const helpCardData = z.object({
  lang: z.string().length(2),
  summary: z.string(),
  title: z.string(),
  what: z.string(),
  sections: z.array(z.object({ title: z.string(), text: z.string() })),
  commandsTitle: z.string(),
  commands: z.array(z.object({ command: z.string(), does: z.string() })),
  advice: z.string(),
  languageButton: z.string(),
  empty: z.object({}),
});

/** What the bot does, how referrals arrive, what to type; with the advice of CR-56. */
export function helpCard({ language }: HelpCardView): CardJson {
  const data: z.infer<typeof helpCardData> = {
    lang: language.slice(0, 2),
    summary: `${say(language, 'help.title')}: ${say(language, 'help.what')}`,
    title: say(language, 'help.title'),
    what: say(language, 'help.what'),
    sections: [
      { title: say(language, 'help.arrive'), text: say(language, 'help.arriveText') },
      { title: say(language, 'help.answer'), text: say(language, 'help.answerText') },
    ],
    commandsTitle: say(language, 'help.type'),
    // Command words are the same in every language, as in the app's manifest.
    commands: [
      { command: 'help', does: say(language, 'help.typeHelp') },
      { command: 'new deal', does: say(language, 'create.command') },
      { command: 'inbound, outbound, favorites', does: say(language, 'help.typeLists') },
      { command: 'search WORDS', does: say(language, 'help.typeSearch') },
      { command: 'mine, expiring, needs action', does: say(language, 'help.typePresets') },
      { command: 'language', does: say(language, 'help.typeLanguage') },
      { command: 'whoami', does: say(language, 'admin.help.whoami') },
      { command: 'members', does: say(language, 'admin.help.members') },
      { command: 'setup', does: say(language, 'admin.help.setup') },
    ],
    advice: say(language, 'help.advice'),
    languageButton: say(language, 'help.languageButton'),
    empty: {},
  };
  return expand(template, helpCardData.parse(data));
}
