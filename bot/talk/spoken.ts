import type { Verb } from '#cards/verb.ts';
import type { SaidDeal } from '#dialogs/reading/said/said.ts';
import type { Turn } from '#dialogs/turn/turn.ts';

/** A typed message as the press that it stands for. */
export interface Spoken {
  verb: Verb;
  data: Readonly<Record<string, unknown>>;
  /** Answered in the personal chat, wherever it was typed. */
  alone: boolean;
  /** The deal that a sentence is about: to be looked for before it is pressed. */
  said?: { deal: SaidDeal } | undefined;
  /** With what was asked and shown in the chat before. */
  turn: Turn;
}
