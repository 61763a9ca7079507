import { z } from 'zod';

/** A text that may be absent: the template asks `shown`, since it can't ask whether a field is there. */
export const optionalText = z.object({ shown: z.boolean(), text: z.string() });
export type OptionalText = z.infer<typeof optionalText>;

/** Shown when there is something to show. */
export function optional(text: string | undefined): OptionalText {
  return { shown: text !== undefined && text !== '', text: text ?? '' };
}
