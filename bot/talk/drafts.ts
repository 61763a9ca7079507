import type { DraftingDeps } from '#dialogs/draft/draftContext.ts';
import { answerText, askedStep, cancelText } from '#dialogs/draft/texting.ts';
import type { Turn } from '#dialogs/turn/turn.ts';
import type { DealStep } from '#domain/draft/draft.ts';

/** The deal that somebody is creating, as far as typed text is about it. */
export interface Drafts {
  /** What is asked of it in this chat; undefined where none is being created. */
  asks(turn: Turn): Promise<DealStep | undefined>;
  /**
   * Takes a text as its answer; false where it is none. `unless`: the text says something else as well, and is taken only
   * where it answers what is asked.
   */
  answer(turn: Turn, text: string, options: { unless: boolean }): Promise<boolean>;
  /** Calls it off; whether there was one. */
  cancel(turn: Turn): Promise<boolean>;
}

export function createDrafts(deps: DraftingDeps): Drafts {
  return {
    asks: (turn) => askedStep(deps, turn),
    answer: (turn, text, options) => answerText(deps, turn, text, options),
    cancel: (turn) => cancelText(deps, turn),
  };
}
