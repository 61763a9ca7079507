import { z } from 'zod';
import { chooseLanguage } from '#app/contact/language.choose.ts';
import { languageCard } from '#cards/general/language/language.card.ts';
import { languages, say } from '#cards/say.ts';
import type { Action } from '#dialogs/turn/action.ts';
import type { Clock } from '#ports/clock.ts';
import type { DocumentStore } from '#ports/documents.ts';

const data = z.looseObject({ language: z.enum(languages) });

/** Keeps the language that somebody pressed; the card then stands in that language, the choice marked. */
export const languageChoose: Action<{ store: DocumentStore; clock: Clock }> = async (
  deps,
  { turn, data: sent },
) => {
  const parsed = data.safeParse(sent);
  if (!parsed.success) return { text: say(turn.reader.language, 'notice.oldButton') };
  const { language } = parsed.data;
  await chooseLanguage(deps, turn.organization, { personId: turn.person.personId, language });
  return { card: languageCard({ language }) };
};
