import type { CardJson } from '#cards/expand.ts';

/** A button of a form in the body: what it says, its verb, and what it carries beside the inputs. */
export interface FormButton {
  title: string;
  verb: string;
  data: Readonly<Record<string, unknown>>;
  style?: 'positive' | 'destructive' | undefined;
  /** Leaves what was typed where it is. */
  alone?: boolean | undefined;
}

/** The buttons of a form, each with its fallback for clients that know Action.Submit only. */
export function formButtons(buttons: readonly FormButton[]): CardJson {
  return {
    type: 'ActionSet',
    actions: buttons.map(({ title, verb, data, style, alone }) => {
      const common = { title, ...(style && { style }), ...(alone && { associatedInputs: 'none' }) };
      const fallback = { type: 'Action.Submit', ...common, data: { verb, ...data } };
      return { type: 'Action.Execute', verb, ...common, data, fallback };
    }),
  };
}
