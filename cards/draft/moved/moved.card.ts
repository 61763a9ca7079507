import { z } from 'zod';
import { type CardJson, expand } from '#cards/expand.ts';
import type { Reader } from '#cards/format.ts';
import { say } from '#cards/say.ts';
import template from './moved.template.json' with { type: 'json' };

const movedData = z.object({ lang: z.string().length(2), text: z.string().min(1) });

/** What is left of a form that goes on further down, where the message itself can't be taken away. */
export function movedCard({ language }: Pick<Reader, 'language'>): CardJson {
  return expand(
    template,
    movedData.parse({ lang: language.slice(0, 2), text: say(language, 'create.below') }),
  );
}
