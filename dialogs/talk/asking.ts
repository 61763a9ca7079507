import type { Question, QuestionKind, QuestionOption, WordsWanted } from '#app/contact/chatMemory.ts';
import type { Pressable } from '#cards/pressAction.ts';
import { type QuestionRow, questionCard } from '#cards/talk/question/question.card.ts';
import type { Verb } from '#cards/verb.ts';
import type { CardAnswer } from '#dialogs/turn/answer.ts';
import type { Turn } from '#dialogs/turn/turn.ts';

/** One of several answers: what it is called, and what it adds to the press that waits. */
export interface Choice {
  title: string;
  value?: string | undefined;
  lines?: readonly string[] | undefined;
  /** Further names that people type for it. */
  words?: readonly string[] | undefined;
  data: Readonly<Record<string, unknown>>;
  /** The button it stands for, where that is another one than the one that waits. */
  verb?: Verb | undefined;
}

/** A question before it is put. */
export interface AskedQuestion {
  kind: QuestionKind;
  /** The press that waits for the answer. */
  verb: Verb;
  data: Readonly<Record<string, unknown>>;
  title: string;
  hints?: readonly string[] | undefined;
  choices?: readonly Choice[] | undefined;
  /** What is done with words that are none of the choices. */
  words?: WordsWanted | undefined;
  /** *Yes* in the words of what it does. */
  yes?: Pick<Pressable, 'title' | 'style'> | undefined;
  /** The deal that it is about. */
  about?: string | undefined;
}

/** The question as a card, and as what the next message in the chat is read against. */
export function asking(turn: Turn, { about, ...asked }: AskedQuestion): CardAnswer {
  const { verb, data, title, hints, choices = [], yes } = asked;
  const rows = choices.map((choice): QuestionRow => {
    const press = { verb: choice.verb ?? verb, data: dataOf(asked, choice) };
    return { title: choice.title, value: choice.value, lines: choice.lines, press };
  });
  const card = questionCard({
    language: turn.reader.language,
    title,
    hints,
    rows,
    yes: yes && { ...yes, verb, data },
  });
  return { card, asks: questionOf(asked), about };
}

/** The question alone, for what shows a form by which it can be answered as well. */
export function questionOf({
  kind,
  verb,
  data,
  choices = [],
  words,
}: Pick<AskedQuestion, 'kind' | 'verb' | 'data' | 'choices' | 'words'>): Question {
  const options = choices.map(
    (choice): QuestionOption => ({
      words: [choice.title, ...(choice.words ?? [])],
      data: choice.data,
      ...(choice.verb && { verb: choice.verb }),
    }),
  );
  return { kind, verb, data, options, ...(words && { words }) };
}

// Another button takes its own data alone.
function dataOf({ data }: Pick<AskedQuestion, 'data'>, choice: Choice): Readonly<Record<string, unknown>> {
  return choice.verb ? choice.data : { ...data, ...choice.data };
}
