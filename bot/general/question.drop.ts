import { answerCard } from '#cards/deal/answer/answer.card.ts';
import { say } from '#cards/say.ts';
import type { Action } from '#dialogs/turn/action.ts';

/** *No* under a question: nothing is done, and the question is one line that says so. */
export const questionDrop: Action<object> = async (_deps, { turn: { reader } }) => ({
  card: answerCard({ language: reader.language, sentence: say(reader.language, 'talk.dropped') }),
});
