import type { CardJson } from '#cards/expand.ts';
import type { Undoing } from './undoOf.ts';

/** What the presser sees: the card in place of the pressed one, or a line of text beside it. */
export type Answer =
  | {
      card: CardJson;
      /** It holds a form that is open: nothing may be edited over it while somebody types. */
      open?: true | undefined;
      /** Called with the id of the message that shows the card, once that is known. */
      shown?: ((activityId: string) => Promise<void>) | undefined;
      /** What takes back what was just done, by a press or by typing *undo*. */
      undo?: Undoing | undefined;
      /** What was just taken back: it is not to be taken back once more. */
      undone?: Undoing | undefined;
    }
  | {
      text: string;
      /** A deal's card was posted beside it: the id of its message, which is kept true from then on. */
      posted?: string | undefined;
    };
