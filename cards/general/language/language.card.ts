import { z } from 'zod';
import { type CardJson, expand } from '#cards/expand.ts';
import { displayNames } from '#cards/intl.ts';
import { pressAction } from '#cards/pressAction.ts';
import { type Language, languages, say } from '#cards/say.ts';
import template from './language.template.json' with { type: 'json' };

export interface LanguageCardView {
  /** The present one. */
  language: Language;
}

const languageCardData = z.object({
  lang: z.string().length(2),
  summary: z.string(),
  title: z.string(),
  hint: z.string(),
  choices: z.array(z.object({ press: z.record(z.string(), z.unknown()) })),
});

/** The languages by their own names, the present one marked. */
export function languageCard({ language }: LanguageCardView): CardJson {
  const data: z.infer<typeof languageCardData> = {
    lang: language.slice(0, 2),
    summary: say(language, 'language.title'),
    title: say(language, 'language.title'),
    hint: say(language, 'language.hint', { language: nameOf(language) }),
    choices: languages.map((one) => ({
      press: pressAction({
        verb: 'language.choose',
        title: one === language ? `✓ ${nameOf(one)}` : nameOf(one),
        style: one === language ? 'positive' : 'default',
        data: { language: one },
      }),
    })),
  };
  return expand(template, languageCardData.parse(data));
}

/** A language's name as its speakers write it. */
function nameOf(language: Language): string {
  const name = displayNames(language, { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
