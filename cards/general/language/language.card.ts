import type { CardJson } from '#cards/expand.ts';
import { frameCard } from '#cards/frame/frame.ts';
import { displayNames } from '#cards/intl.ts';
import { type Language, languages, say } from '#cards/say.ts';

export interface LanguageCardView {
  /** The present one. */
  language: Language;
}

/** The languages by their own names, the present one marked. */
export function languageCard({ language }: LanguageCardView): CardJson {
  return frameCard({
    language,
    title: say(language, 'language.title'),
    hints: [say(language, 'language.hint', { language: nameOf(language) })],
    buttons: languages.map((one) => ({
      verb: 'language.choose',
      title: one === language ? `✓ ${nameOf(one)}` : nameOf(one),
      style: one === language ? 'positive' : 'default',
      data: { language: one },
    })),
  });
}

/** A language's name as its speakers write it. */
function nameOf(language: Language): string {
  const name = displayNames(language, { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
