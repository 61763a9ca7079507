/** Sentences of one language. */
export interface SentenceTable {
  /** Each with what it is read as. */
  means: readonly (readonly [text: string, said: Readonly<Record<string, unknown>>])[];
  /** What is left open, because something might change that should not, or because it is no sentence about deals. */
  nothing: readonly string[];
}
