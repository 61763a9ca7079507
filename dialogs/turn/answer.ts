import type { Question } from '#app/contact/chatMemory.ts';
import type { CardJson } from '#cards/expand.ts';
import type { Undoing } from './undoOf.ts';

/** The card in place of the pressed one, or as a message of its own. */
export interface CardAnswer {
  card: CardJson;
  /** It holds a form that is open: nothing may be edited over it while somebody types. */
  open?: true | undefined;
  /** Not everybody who reads there may see it: never sent to where others read, whatever becomes of it. */
  alone?: true | undefined;
  /** Called with the id of the message that shows the card, once that is known. */
  shown?: ((activityId: string) => Promise<void>) | undefined;
  /** What takes back what was just done, by a press or by typing *undo*. */
  undo?: Undoing | undefined;
  /** What was just taken back: it is not to be taken back once more. */
  undone?: Undoing | undefined;
  /** What it asks: the next message in the chat is read against it first. */
  asks?: Question | undefined;
  /** The deal that it shows or is about, where the press does not say that: what *it* means from then on. */
  about?: string | undefined;
  /** The deals of the list that it shows, in its order: what *the second one* means. */
  rows?: readonly string[] | undefined;
}

/** What the presser sees: a card, or a line of text beside the one that was pressed. */
export type Answer =
  | CardAnswer
  | {
      text: string;
      /** A deal's card was posted below: its message, which is kept true from then on, and the revision that it shows. */
      posted?: { activityId: string; revision: number } | undefined;
    };
