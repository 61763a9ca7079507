import type { CardJson } from './expand.ts';

/** A press of a button, with the fallback that clients without Action.Execute send; `more`: its style, for instance. */
export function pressAction(
  verb: string,
  title: string,
  data: Readonly<Record<string, unknown>>,
  more: Readonly<Record<string, unknown>> = {},
): CardJson {
  const fallback = { type: 'Action.Submit', title, ...more, data: { verb, ...data } };
  return { type: 'Action.Execute', verb, title, ...more, data, fallback };
}
