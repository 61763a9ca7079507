import type { Question, WordsWanted } from '#app/contact/chatMemory.ts';
import type { CardJson } from '#cards/expand.ts';
import type { Verb } from '#cards/verb.ts';
import { questionOf } from './asking.ts';

type Part = Readonly<Record<string, unknown>>;

/**
 * What *yes* means while a form stands open: it is sent with what stands in it, as by its button. `words`: what else can be
 * said to it.
 */
export function sentAsShown(card: CardJson, verb: Verb, words?: WordsWanted): Question | undefined {
  const parts = [...partsOf(card)];
  const submits = ({ verb: own, data }: Part) => own === verb && isPart(data) && data.form !== undefined;
  const button = parts.find(submits);
  if (!button || !isPart(button.data)) return undefined;
  const inputs = parts.filter(({ type }) => typeof type === 'string' && type.startsWith('Input.'));
  const shown = Object.fromEntries(inputs.map(({ id, value }) => [String(id), String(value ?? '')]));
  return questionOf({ kind: 'confirm', verb, data: { ...button.data, ...shown }, words });
}

function* partsOf(part: unknown): Generator<Part> {
  if (Array.isArray(part)) {
    for (const one of part) yield* partsOf(one);
  } else if (isPart(part)) {
    yield part;
    for (const one of Object.values(part)) yield* partsOf(one);
  }
}

function isPart(part: unknown): part is Part {
  return typeof part === 'object' && part !== null && !Array.isArray(part);
}
