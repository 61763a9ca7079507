import type { Language } from '#cards/say.ts';

/** In whose words and for whose money a text is read. */
export interface MoneyContext {
  language: Language;
  /** Full tag; its region settles what `$` and `kr` mean. */
  locale?: string | undefined;
  /** ISO 4217: what this person usually deals in, for texts that name no currency. */
  currency?: string | undefined;
}
