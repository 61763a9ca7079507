import { z } from 'zod';
import { type CardJson, expand } from '#cards/expand.ts';
import { optional, optionalText, section, sectionOf } from '#cards/optional.ts';
import { clip, escaped, literal } from '#cards/outside.ts';
import { type Pressable, pressAction } from '#cards/pressAction.ts';
import type { Language } from '#cards/say.ts';
import { fitBeside } from './beside.ts';
import template from './frame.template.json' with { type: 'json' };

const tones = ['accent', 'good', 'warning', 'attention', 'emphasis'] as const;
export type Tone = (typeof tones)[number];

/** A coloured line on top: what has just happened. */
export interface Strip {
  text: string;
  tone: Tone;
  /** When, by `cardDateTime`, which the clients fill in; never with text from outside. */
  moment?: string | undefined;
}

/** What every card has around its own parts. All texts are shown literally, but for moments. */
export interface Frame {
  language: Language;
  /** What is said of the card where it is not shown; else what its header says. */
  summary?: string | undefined;
  strips?: readonly Strip[];
  title: string;
  /** The one figure or state that counts, at the right of the title. */
  figure?: string | undefined;
  /** Under the title: one line, two where it can't be helped. Empty ones are left out. */
  hints?: readonly string[];
  /** The card's own parts. */
  body?: readonly CardJson[];
  /** One row, the primary one first; a part that is none of ours, such as a link, comes as it is. */
  buttons?: readonly (Pressable | CardJson)[];
  /** Small at the end: why it came and how to stop it. */
  notes?: readonly string[];
}

const lines = z.array(z.object({ line: z.string() }));
const frameData = z.object({
  lang: z.string().length(2),
  summary: z.string().min(1),
  strips: z.array(z.object({ text: z.string(), tone: z.enum(tones), moment: optionalText })),
  title: z.string().min(1),
  figure: optionalText,
  hints: lines,
  body: section,
  foot: z.array(section),
  notes: lines,
});

const LONGEST = 300;

/** Large characters that stand beside each other on a phone. */
const MOST_BESIDE = 36;

/** The look that all cards share: header, body, foot. */
export function frameCard(frame: Frame): CardJson {
  const { language, title, strips = [], body = [], buttons = [] } = frame;
  const figure = frame.figure && fitBeside(title, frame.figure, MOST_BESIDE) ? frame.figure : undefined;
  const hints = frame.figure && !figure ? [frame.figure, ...(frame.hints ?? [])] : frame.hints;
  const said = [...strips.map(({ text }) => text), frame.figure ? `${title}: ${frame.figure}` : title].join(
    ' ',
  );
  const data: z.infer<typeof frameData> = {
    lang: language.slice(0, 2),
    summary: clip(literal(frame.summary ?? said), LONGEST),
    strips: strips.map(({ text, tone, moment }) => ({
      text: clip(literal(text), 2 * LONGEST),
      tone,
      moment: optional(moment),
    })),
    title: escaped(clip(title, LONGEST)) || '…',
    figure: optional(figure && escaped(clip(figure, 60))),
    hints: linesOf(hints),
    body: sectionOf(body),
    foot: rowsOf(buttons.map(buttonOf)).map(sectionOf),
    notes: linesOf(frame.notes),
  };
  return expand(template, frameData.parse(data));
}

/** Clients take so many buttons in a row. */
const MOST_IN_A_ROW = 5;

/** One row; where they are too many for one, two that are as long as each other. */
function rowsOf(buttons: readonly CardJson[]): CardJson[][] {
  const rows = Math.ceil(buttons.length / MOST_IN_A_ROW);
  const each = Math.ceil(buttons.length / Math.max(1, rows));
  return Array.from({ length: rows }, (_, at) => buttons.slice(at * each, (at + 1) * each));
}

function buttonOf(button: Pressable | CardJson): CardJson {
  return isPressable(button) ? pressAction(button) : button;
}

function isPressable(button: Pressable | CardJson): button is Pressable {
  return !('type' in button);
}

function linesOf(texts: readonly string[] = []): z.infer<typeof lines> {
  return texts.filter(Boolean).map((text) => ({ line: escaped(clip(text, 2 * LONGEST)) }));
}
