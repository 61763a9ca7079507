import { z } from 'zod';
import { type CardJson, expand } from '#cards/expand.ts';
import { optional, optionalText } from '#cards/optional.ts';
import { clip, escaped, literal } from '#cards/outside.ts';
import { type Pressable, pressAction } from '#cards/pressAction.ts';
import { type Language, say } from '#cards/say.ts';
import { fitting } from './fit.ts';
import template from './panel.template.json' with { type: 'json' };

/** How a row of a checklist stands. */
export type Mark = 'done' | 'todo' | 'unsure';

/** One entry of a list; everything in it is shown literally. */
export interface PanelRow {
  title: string;
  lines: readonly string[];
  mark?: Mark | undefined;
}

/** An input of the form on a panel. */
export type PanelInput = {
  id: string;
  label: string;
  value?: string | undefined;
  placeholder?: string | undefined;
  /** Words of what is wrong with it. */
  problem?: string | undefined;
} & (
  | { kind: 'text' }
  /** Teams' own people picker; it posts directory ids. */
  | { kind: 'picker' }
  | {
      kind: 'choice';
      choices: readonly { title: string; value: string }[];
      multi?: boolean;
      expanded?: boolean;
      /** What is said in the input where there are too many to choose from, so that a value is typed. */
      typed?: string;
    }
);

/** A card of administration: what there is, a form to change it, and where to go from here. */
export interface Panel {
  language: Language;
  title: string;
  /** One line of what has just happened. */
  resultLine?: { text: string; tone: 'good' | 'warning' | 'attention' } | undefined;
  intro?: readonly string[];
  rows?: readonly PanelRow[];
  /** Rows that are shown at most; how many there are besides is said below. */
  mostRows?: number;
  inputs?: readonly PanelInput[];
  /** By row; a row without buttons is left out. */
  buttons: readonly (readonly Pressable[])[];
  notes?: readonly string[];
}

const lines = z.array(z.object({ line: z.string() }));
const panelData = z.object({
  lang: z.string().length(2),
  summary: z.string(),
  title: z.string(),
  resultLine: optionalText,
  resultStyle: z.enum(['good', 'warning', 'attention']),
  intro: lines,
  rows: z.array(
    z.object({
      separator: z.boolean(),
      mark: z.string(),
      color: z.enum(['Default', 'Good', 'Attention', 'Warning']),
      title: z.string(),
      lines,
    }),
  ),
  inputs: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      value: z.string(),
      placeholder: z.string(),
      isText: z.boolean(),
      isChoice: z.boolean(),
      isPicker: z.boolean(),
      style: z.enum(['compact', 'expanded']),
      multi: z.boolean(),
      choices: z.array(z.object({ title: z.string(), value: z.string() })),
      problem: optionalText,
    }),
  ),
  actionSets: z.array(z.object({ actions: z.array(z.record(z.string(), z.unknown())).min(1) })),
  notes: lines,
});

const marks = {
  done: { mark: '✓ ', color: 'Good' },
  todo: { mark: '✗ ', color: 'Attention' },
  unsure: { mark: '• ', color: 'Warning' },
} as const;

const LONGEST = 300;

/** Draws a panel. Texts of catalogs may carry outside text: all of it is shown literally. */
export function panelCard(panel: Panel): CardJson {
  const { language, resultLine } = panel;
  const all = panel.rows ?? [];
  const whole: z.infer<typeof panelData> = {
    lang: language.slice(0, 2),
    summary: clip(literal(resultLine ? `${resultLine.text} ${panel.title}` : panel.title), LONGEST),
    title: escaped(clip(panel.title, LONGEST)),
    resultLine: optional(resultLine && escaped(clip(resultLine.text, 2 * LONGEST))),
    resultStyle: resultLine?.tone ?? 'good',
    intro: blocks(panel.intro),
    rows: all.slice(0, panel.mostRows).map((row, at) => ({
      separator: at > 0,
      ...(row.mark ? marks[row.mark] : { mark: '', color: 'Default' as const }),
      title: clip(literal(row.title), LONGEST),
      lines: row.lines.filter(Boolean).map((line) => ({ line: clip(literal(line), 2 * LONGEST) })),
    })),
    inputs: (panel.inputs ?? []).map(inputData),
    actionSets: panel.buttons
      .filter((row) => row.length > 0)
      .map((row) => ({
        actions: row.map((press) => pressAction({ ...press, style: press.style ?? 'default' })),
      })),
    notes: blocks(panel.notes),
  };
  const fit = fitting(whole, (at) => {
    const input = panel.inputs?.[at];
    return input?.kind === 'choice' ? input.typed : undefined;
  });
  const count = all.length - fit.rows.length;
  const more = blocks(count > 0 ? [say(language, 'referral.card.andMore', { count })] : []);
  return expand(template, panelData.parse({ ...fit, notes: [...more, ...fit.notes] }));
}

// A date function of the clients must stay whole, and comes only from ourselves.
function blocks(texts: readonly string[] = []): z.infer<typeof lines> {
  return texts.filter(Boolean).map((text) => ({ line: escaped(clip(text, 2 * LONGEST)) }));
}

function inputData(input: PanelInput): z.infer<typeof panelData>['inputs'][number] {
  const choice = input.kind === 'choice' ? input : undefined;
  return {
    id: input.id,
    label: input.label,
    value: clip(input.value ?? '', 2000),
    placeholder: input.placeholder ?? '',
    isText: input.kind === 'text',
    isChoice: choice !== undefined,
    isPicker: input.kind === 'picker',
    style: choice?.expanded ? 'expanded' : 'compact',
    multi: choice?.multi ?? false,
    choices: (choice?.choices ?? []).map(({ title, value }) => ({ title: clip(literal(title), 120), value })),
    problem: optional(input.problem && escaped(clip(input.problem, LONGEST))),
  };
}
