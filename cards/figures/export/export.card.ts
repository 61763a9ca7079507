import type { CardJson } from '#cards/expand.ts';
import type { Reader } from '#cards/format.ts';
import { frameCard } from '#cards/frame/frame.ts';
import type { Pressable } from '#cards/pressAction.ts';
import { say } from '#cards/say.ts';

/** Figures as CSV, to be copied. */
export interface ExportCardView extends Reader {
  csv: string;
  /** Only the first so many lines are in it. */
  lines?: number | undefined;
  /** What leads back. */
  by: 'quarter' | 'month';
  location?: string | undefined;
}

/** The text of a CSV in a message: a block of code with a sign to copy it, or a field in which it is marked and copied. */
export function exportCard({ language, csv, lines, by, location }: ExportCardView): CardJson {
  const title = say(language, 'figures.export.title');
  const back: Pressable = {
    verb: 'insights.show',
    title: say(language, 'figures.back'),
    data: { by, ...(location !== undefined && { location }) },
    inputs: false,
  };
  return frameCard({
    language,
    title,
    hints: [say(language, 'figures.export.hint')],
    body: [
      {
        type: 'CodeBlock',
        codeSnippet: csv,
        language: 'PlainText',
        fallback: { type: 'Input.Text', id: 'csv', label: title, isMultiline: true, value: csv },
      },
    ],
    buttons: [back],
    notes: [lines === undefined ? '' : say(language, 'figures.export.cut', { count: lines })],
  });
}
