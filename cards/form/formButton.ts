import type { CardJson } from '#cards/expand.ts';

/** A button of a form: pressed by clients that know Execute, and by those that know Submit only. */
export function pressAction(button: {
  verb: string;
  title: string;
  data: object;
  style?: 'positive' | 'destructive' | undefined;
  /** Whether what was typed goes along. */
  inputs?: boolean | undefined;
}): CardJson {
  const { verb, data, title, style, inputs = true } = button;
  const common = { title, ...(style && { style }), ...(!inputs && { associatedInputs: 'none' }) };
  return {
    type: 'Action.Execute',
    verb,
    ...common,
    data,
    fallback: { type: 'Action.Submit', ...common, data: { verb, ...data } },
  };
}
