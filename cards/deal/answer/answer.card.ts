import { z } from 'zod';
import { type CardJson, expand } from '#cards/expand.ts';
import { literal } from '#cards/outside.ts';
import { type Pressable, pressPart } from '#cards/pressAction.ts';
import { type Language, say } from '#cards/say.ts';
import template from './answer.template.json' with { type: 'json' };
import { type Run, runsOf, textOf } from './sentence.ts';

/** What a press says that was made on such a line, and not on the card of a deal: `{ on: ON_LINE }`. */
export const ON_LINE = 'line';

/** One line that says what came of something, with what one can do about it. */
export interface AnswerCardView {
  language: Language;
  /** What happened; what counts in it is put in `strong` before (`cards/deal/answer/sentence.ts`). */
  sentence: string;
  /** What takes it back, where something does. */
  undo?: Pick<Pressable, 'verb' | 'data'> | undefined;
  /** The deal whose card *Open* brings. */
  open?: { referral: string } | undefined;
}

const answerCardData = z.object({
  lang: z.string().length(2),
  summary: z.string().min(1),
  runs: z.array(
    z.object({ type: z.literal('TextRun'), text: z.string(), weight: z.enum(['Bolder', 'Default']) }),
  ),
  ways: z.array(z.object({ title: z.string(), press: z.record(z.string(), z.unknown()) })),
});

/** What happened in one line, *Undo* and *Open* beside it. */
export function answerCard({ language, sentence, undo, open }: AnswerCardView): CardJson {
  const way = ({ data, ...press }: Pressable) => ({
    title: press.title,
    press: pressPart({ ...press, data: { ...data, on: ON_LINE } }),
  });
  const runOf = ({ text, strong }: Run) => ({
    type: 'TextRun' as const,
    text: literal(text),
    weight: strong ? ('Bolder' as const) : ('Default' as const),
  });
  const data: z.infer<typeof answerCardData> = {
    lang: language.slice(0, 2),
    summary: textOf(sentence),
    runs: runsOf(sentence).map(runOf),
    ways: [
      ...(undo ? [way({ ...undo, title: say(language, 'answer.undo') })] : []),
      ...(open ? [way({ verb: 'deal.open', title: say(language, 'answer.open'), data: open })] : []),
    ],
  };
  return expand(template, answerCardData.parse(data));
}
