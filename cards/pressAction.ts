import type { CardJson } from './expand.ts';
import type { Verb } from './verb.ts';

/** Something to press: what it does, what it says, and what it carries beside the inputs. */
export interface Pressable {
  verb: Verb;
  title: string;
  data?: object | undefined;
  style?: 'default' | 'positive' | 'destructive' | undefined;
  /** False: what stands in the inputs does not go along. */
  inputs?: boolean | undefined;
  /** Among those that a client folds away; clients without Action.Execute show it. */
  mode?: 'secondary' | undefined;
}

/** A button; its fallback is for clients that know Action.Submit only. */
export function pressAction({ verb, title, data = {}, style, inputs = true, mode }: Pressable): CardJson {
  const look = { title, ...(style && { style }), ...(!inputs && { associatedInputs: 'none' }) };
  const fallback = { type: 'Action.Submit', ...look, data: { verb, ...data } };
  return { type: 'Action.Execute', verb, ...look, ...(mode && { mode }), data, fallback };
}

/** A part of the card that can be pressed, as its `selectAction`: only screen readers meet its title, and once is enough. */
export function pressPart({ verb, title, data = {} }: Pressable): CardJson {
  const fallback = { type: 'Action.Submit', data: { verb, ...data } };
  return { type: 'Action.Execute', verb, title, data, fallback };
}

/** What a client presses by itself when the card comes into view, each reader for themselves: a card's `refresh`. */
export function refreshedBy(press: Pressable): CardJson {
  return { action: pressPart(press) };
}
