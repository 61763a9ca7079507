import { z } from 'zod';
import { type CardJson, expand } from '#cards/expand.ts';
import { optional, optionalText } from '#cards/optional.ts';
import { clip, escaped, literal } from '#cards/outside.ts';
import { type Pressable, pressAction } from '#cards/pressAction.ts';
import template from './inputs.template.json' with { type: 'json' };

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

const input = z.object({
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
});
export type InputData = z.infer<typeof input>;
const inputsData = z.object({
  inputs: z.array(input),
  actions: z.object({ shown: z.boolean(), items: z.array(z.record(z.string(), z.unknown())) }),
});

const LONGEST = 300;

/** Inputs below each other, with the buttons that are theirs alone. */
export function inputsPart(inputs: readonly InputData[], buttons: readonly Pressable[] = []): CardJson[] {
  if (inputs.length === 0) return [];
  const items = buttons.map(pressAction);
  const data: z.infer<typeof inputsData> = {
    inputs: [...inputs],
    actions: { shown: items.length > 0, items },
  };
  return [expand(template, inputsData.parse(data))];
}

/** What the template is filled with. */
export function inputData(one: PanelInput): InputData {
  const choice = one.kind === 'choice' ? one : undefined;
  return {
    id: one.id,
    label: one.label,
    value: clip(one.value ?? '', 2000),
    placeholder: one.placeholder ?? '',
    isText: one.kind === 'text',
    isChoice: choice !== undefined,
    isPicker: one.kind === 'picker',
    style: choice?.expanded ? 'expanded' : 'compact',
    multi: choice?.multi ?? false,
    choices: (choice?.choices ?? []).map(({ title, value }) => ({ title: clip(literal(title), 120), value })),
    problem: optional(one.problem && escaped(clip(one.problem, LONGEST))),
  };
}
