// Not the package's front door: its types pull in the sources of the renderer, which do not pass our compiler.
import { Template } from 'adaptivecards-templating/lib/template-engine.js';
import { fillOf } from './filling.ts';
import { literal } from './outside.ts';

/** A card, or a part of one, as JSON. */
export type CardJson = { [name: string]: unknown };

// Reading a template takes ten times as long as filling it.
const prepared = new WeakMap<object, (data: object) => unknown>();

/**
 * Fills a template. The data has been parsed by the card's schema before, because a field that is missing would be
 * shown to people as `${field}` without any error. What stands in the data is never evaluated.
 */
export function expand(template: object, data: object): CardJson {
  const fill = prepared.get(template) ?? fillOf(template) ?? fillByLibrary(template);
  prepared.set(template, fill);
  return inertOutside(fill(data) as CardJson);
}

/** For what is more than paths. */
function fillByLibrary(template: object): (data: object) => unknown {
  const ready = new Template(template);
  return (data) => ready.expand({ $root: data });
}

/** What is read out or shown in place of a card is plain text, with names from outside in it. */
function inertOutside(card: CardJson): CardJson {
  const plain = Object.entries(card).map(([name, value]) => {
    const isPlain = (name === 'fallbackText' || name === 'speak') && typeof value === 'string';
    return [name, isPlain ? literal(value) : value];
  });
  return Object.fromEntries(plain);
}
