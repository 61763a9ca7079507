import type { CardJson } from '#cards/expand.ts';
import { type Fold, foldButton, foldPart, formButton } from '#cards/frame/fold.ts';
import { frameCard, type Tone } from '#cards/frame/frame.ts';
import { type CardRow, rowPart } from '#cards/frame/row.ts';
import { clip, literal } from '#cards/outside.ts';
import type { Pressable } from '#cards/pressAction.ts';
import { type Language, say } from '#cards/say.ts';
import { fitting } from './fit.ts';
import { inputData, inputsPart, type PanelInput } from './inputs.ts';

/** A form of its own on a panel, folded behind a button until something is wrong with it. */
export interface FoldedForm {
  title: string;
  inputs: readonly PanelInput[];
  buttons: readonly Pressable[];
}

/** A card of administration: what there is, a form to change it, and where to go from here. */
export interface Panel {
  language: Language;
  title: string;
  /** The one figure or state that counts, at the right of the title. */
  figure?: string | undefined;
  /** One line of what has just happened. */
  resultLine?: { text: string; tone: Exclude<Tone, 'accent' | 'emphasis'> } | undefined;
  /** Under the title. */
  intro?: readonly string[];
  rows?: readonly PanelRow[];
  /** Rows that are shown at most; how many there are besides is said below. */
  mostRows?: number;
  /** Rows behind *More*: what one looks up now and then. */
  more?: readonly PanelRow[];
  inputs?: readonly PanelInput[];
  forms?: readonly FoldedForm[];
  buttons: readonly Pressable[];
  /** Where else to go; a client folds these away. */
  ways?: readonly Pressable[];
  notes?: readonly string[];
}

/** One entry of a list; everything in it is shown literally. */
export type PanelRow = Omit<CardRow, 'lines' | 'moment'> & { lines: readonly string[] };

const LONGEST = 300;

/** Draws a panel. Texts of catalogs may carry outside text: all of it is shown literally. */
export function panelCard(panel: Panel): CardJson {
  const { language, resultLine, rows: all = [], inputs = [], forms = [], buttons, ways = [] } = panel;
  const [open, folded] = [forms.filter(isRefused), forms.filter((form) => !isRefused(form))];
  const everyInput = [...inputs, ...open.flatMap(inputsOf), ...folded.flatMap(inputsOf)];
  const whole = {
    rows: all.slice(0, panel.mostRows).map(rowData),
    inputs: everyInput.map(inputData),
  };
  const fit = fitting(whole, (at) => {
    const input = everyInput[at];
    return input?.kind === 'choice' ? input.typed : undefined;
  });
  const dataOf = (some: readonly PanelInput[]) =>
    some.map((one) => fit.inputs[everyInput.indexOf(one)] ?? inputData(one));
  const formPart = (form: FoldedForm) => inputsPart(dataOf(form.inputs), form.buttons);
  const count = all.length - fit.rows.length;
  const more = moreOf(panel);
  return frameCard({
    language,
    strips: resultLine ? [resultLine] : [],
    title: panel.title,
    figure: panel.figure,
    hints: panel.intro ?? [],
    body: [
      ...fit.rows.map(rowPart),
      ...more.map(foldPart),
      ...inputsPart(dataOf(inputs)),
      ...open.flatMap(formPart),
    ],
    buttons: [
      ...buttons,
      ...folded.map((form) => formButton(form.title, formPart(form))),
      ...more.map(foldButton),
      ...ways.map((way) => ({ ...way, mode: 'secondary' as const })),
    ],
    notes: [
      ...(count > 0 ? [say(language, 'referral.card.andMore', { count })] : []),
      ...(panel.notes ?? []),
    ],
  });
}

function moreOf({ language, more = [] }: Panel): Fold[] {
  const items = more.map((row) => rowPart(rowData(row)));
  return items.length > 0 ? [{ id: 'more', title: say(language, 'help.moreButton'), items }] : [];
}

function inputsOf({ inputs }: FoldedForm): readonly PanelInput[] {
  return inputs;
}

function isRefused({ inputs }: FoldedForm): boolean {
  return inputs.some(({ problem }) => problem);
}

function rowData({ title, lines, ...row }: PanelRow): CardRow {
  return {
    ...row,
    title: clip(literal(title), LONGEST),
    lines: lines.filter(Boolean).map((line) => clip(literal(line), 2 * LONGEST)),
  };
}
