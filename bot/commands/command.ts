/** A command as people type it, in the words of all six languages. */
export interface CommandRow {
  /** Phrases in lower case; the longest that begins the message counts. */
  words: readonly string[];
  /** Whether what follows the phrase makes sense there; without it nothing may follow. */
  follows?: (rest: string) => boolean;
  /** With words behind it, it gives way to the customer's name where that is asked: a company may be called so. */
  yields?: true;
  /** The button that it stands for: typing it is pressing it, with what follows as `text`. */
  press?: {
    verb: string;
    data?: Readonly<Record<string, unknown>>;
    /** Answered in the personal chat, wherever it was typed. */
    private?: boolean;
  };
}

export type CommandTable = Readonly<Record<string, CommandRow>>;
