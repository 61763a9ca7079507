import { z } from 'zod';
import type { CardJson } from '#cards/expand.ts';

/** Part of a card that is left out where it is empty: the template can't ask whether there is anything in it. */
export const section = z.object({
  shown: z.boolean(),
  items: z.array(z.record(z.string(), z.unknown())),
});

export function sectionOf(items: CardJson[]): z.infer<typeof section> {
  return { shown: items.length > 0, items };
}
