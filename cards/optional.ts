import { z } from 'zod';
import type { CardJson } from './expand.ts';

/** A text that may be absent: the template asks `shown`, since it can't ask whether a field is there. */
export const optionalText = z.object({ shown: z.boolean(), text: z.string() });
export type OptionalText = z.infer<typeof optionalText>;

/** Shown when there is something to show. */
export function optional(text: string | undefined): OptionalText {
  return { shown: text !== undefined && text !== '', text: text ?? '' };
}

/** Part of a card that is left out where it is empty: the template can't ask whether there is anything in it. */
export const section = z.object({
  shown: z.boolean(),
  items: z.array(z.record(z.string(), z.unknown())),
});
export type Section = z.infer<typeof section>;

/** Shown when there is something in it. */
export function sectionOf(items: readonly CardJson[]): Section {
  return { shown: items.length > 0, items: [...items] };
}
