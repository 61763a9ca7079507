import { bare } from '#dialogs/reading/fold.ts';
import { readChoice } from '#dialogs/reading/readChoice.ts';
import type { DealEntries } from '#domain/draft/draft.ts';
import type { TextContext, TextReading } from './textContext.ts';

/** A location that is named alone, where a line would take it for the customer. */
export function locationIn(text: string, { view }: TextContext): DealEntries | undefined {
  const choices = view.locations.map(({ mpnId, name }) => ({ value: mpnId, words: [name, mpnId] }));
  const whole = choices.filter(({ words }) => words.some((word) => bare(word) === bare(text)));
  const [only, ...more] = whole;
  if (only && more.length === 0) return { location: only.value };
  // The beginning of a name is enough only while a location is still to be said: deals are named after companies too.
  if (view.draft.location !== undefined) return undefined;
  const read = /\p{L}/u.test(text) ? readChoice(text, choices) : undefined;
  return read?.ok && read.chosen.length === 1 ? { location: read.chosen[0] } : undefined;
}

/** For which location an assessment is created, by its name, the beginning of it or its MPN id (CR-24). */
export function placeIn(text: string, { view }: TextContext): TextReading {
  const choices = view.locations.map(({ mpnId, name }) => ({ value: mpnId, words: [name, mpnId] }));
  const read = readChoice(text, choices);
  if (read.ok && read.chosen.length === 1) return { changes: { assessmentPlace: read.chosen[0] } };
  const problems = { assessmentPlace: { code: 'assessment-place-unknown' } };
  return {
    changes: {},
    refused: { solutions: { typed: { assessmentPlace: text.slice(0, 250) }, problems } },
  };
}

/** Whether the location is all that is still to be said: then a bare name or number is meant as one (CR-21). */
export function isLocationAsked({ view }: TextContext): boolean {
  const { location, value, closeDate } = view.draft;
  return (
    location === undefined && value !== undefined && closeDate !== undefined && view.locations.length > 1
  );
}

/** What is none of the person's locations stands at that field with its reason, and is not taken for something else. */
export function unknownLocation(text: string): TextReading {
  const typed = { location: text };
  return {
    changes: {},
    refused: { details: { typed, problems: { location: { code: 'location-unknown' } } } },
  };
}
