import { ON_LINE } from '#cards/deal/answer/answer.card.ts';
import { textOf } from '#cards/deal/answer/sentence.ts';
import type { CardJson } from '#cards/expand.ts';
import { frameCard } from '#cards/frame/frame.ts';
import { rowPart } from '#cards/frame/row.ts';
import { clip, oneLine } from '#cards/outside.ts';
import type { Pressable } from '#cards/pressAction.ts';
import { type Language, say } from '#cards/say.ts';

/** Something that can be chosen, by a press on it or by its number. */
export interface QuestionRow {
  title: string;
  /** What one compares, at the right. */
  value?: string | undefined;
  /** Small below; empty ones are left out. */
  lines?: readonly string[] | undefined;
  press: Pick<Pressable, 'verb' | 'data'>;
}

/** The one question of a chat: what is asked, and what can be answered. */
export interface QuestionCardView {
  language: Language;
  title: string;
  /** What follows from an answer. */
  hints?: readonly string[] | undefined;
  rows?: readonly QuestionRow[] | undefined;
  /** Yes, where that is an answer; *No* stands beside it by itself. */
  yes?: Pick<Pressable, 'verb' | 'data' | 'title' | 'style'> | undefined;
}

/** As much of a press as is put into a card; what is longer is chosen by its number. */
const MOST_DATA = 1_500;

/** A question with its answers: rows with numbers, or *Yes* and *No*. */
export function questionCard({ language, title, hints = [], rows = [], yes }: QuestionCardView): CardJson {
  const no = { verb: 'question.drop', title: say(language, 'talk.no'), data: { on: ON_LINE } } as const;
  return frameCard({
    language,
    title: textOf(title),
    hints,
    body: rows.map((row, at) => numbered(row, at + 1)),
    buttons: yes ? [{ ...yes, data: { ...yes.data, on: ON_LINE } }, no] : [],
  });
}

function numbered({ title, value, lines, press }: QuestionRow, number: number): CardJson {
  const named = clip(oneLine(title), 100) || '…';
  const fits = JSON.stringify(press.data ?? {}).length <= MOST_DATA;
  return rowPart({
    title: `${number}  ${named}`,
    value,
    lines: lines ?? [],
    press: fits ? { ...press, title: named, data: { ...press.data, on: ON_LINE } } : undefined,
  });
}
