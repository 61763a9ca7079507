import type { Question, QuestionOption } from '#app/contact/chatMemory.ts';
import { readChoice } from '#dialogs/reading/readChoice.ts';
import { readReply } from '#dialogs/reading/said/reply.ts';

/** What a typed text is to an open question. */
export type AnswerRead =
  /** The press that waited, with what was said. */
  | { kind: 'press'; verb: string; data: Readonly<Record<string, unknown>> }
  /** No, or never mind: it is dropped. */
  | { kind: 'dropped' }
  | { kind: 'unfit' };

const LONGEST = 10_000;

/** Reads what was typed as the answer to a question; `free`: words that may be any name are taken as one. */
export function readAnswer(question: Question, text: string, { free }: { free: boolean }): AnswerRead {
  const { kind, options } = question;
  const reply = readReply(text);
  switch (reply?.reply) {
    case 'forget':
    case 'no':
      return { kind: 'dropped' };
    case 'yes':
      if (kind === 'confirm') return waiting(question);
      return options.length === 1 ? chosen(question, options[0]) : { kind: 'unfit' };
    case 'number': {
      const option = options[reply.number - 1];
      return option ? chosen(question, option) : inWords(question, text, free);
    }
    default:
      return inWords(question, text, free);
  }
}

function inWords(question: Question, text: string, free: boolean): AnswerRead {
  const choices = question.options.map((value) => ({ value, words: value.words }));
  const read = choices.length > 0 ? readChoice(text, choices) : undefined;
  const [only] = read?.ok && read.chosen.length === 1 ? read.chosen : [];
  if (only) return chosen(question, only);
  const { words, verb } = question;
  const typed = text.trim().slice(0, LONGEST);
  if (!words || !free || typed === '') return { kind: 'unfit' };
  const said = words.after ? `${words.after} ${typed}` : typed;
  return { kind: 'press', verb, data: { ...words.data, [words.field]: said } };
}

function chosen(question: Question, option: QuestionOption | undefined): AnswerRead {
  if (!option) return { kind: 'unfit' };
  if (option.verb) return { kind: 'press', verb: option.verb, data: option.data };
  return waiting(question, option.data);
}

function waiting({ verb, data }: Question, more: Readonly<Record<string, unknown>> = {}): AnswerRead {
  return { kind: 'press', verb, data: { ...data, ...more } };
}
