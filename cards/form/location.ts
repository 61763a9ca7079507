import type { CardJson } from '#cards/expand.ts';
import { clip } from '#cards/outside.ts';
import { choiceField, choiceTitle, type FieldWords, lockedPart, textField } from './field.ts';

/** A location of a partner, as it is chosen. */
export interface NamedLocation {
  mpnId: string;
  name: string;
}

/** More locations than these are written, because the card has to stay small. */
const MOST_LOCATIONS = 20;

/** A location to be chosen by its MPN id; `write`: what is said instead of `hint` where it is written. */
export function locationField(
  field: FieldWords & { id: string; value: string; write: string },
  locations: readonly NamedLocation[],
): CardJson {
  const { value, write, ...rest } = field;
  if (locations.length > MOST_LOCATIONS) {
    const chosen = locations.find(({ mpnId }) => mpnId === value);
    return textField({ ...rest, hint: write, value: chosen ? locationTitle(chosen) : value, max: 300 });
  }
  const choices = locations.map((one) => ({ title: choiceTitle(locationTitle(one)), value: one.mpnId }));
  return choiceField({ ...rest, value, style: 'compact', choices });
}

/** The same where only one location may be left: then there is nothing to choose, and `locked` says so. */
export function locationPart(
  { locked, ...field }: Parameters<typeof locationField>[0] & { locked: { label: string; hint: string } },
  locations: readonly NamedLocation[],
): CardJson {
  const [only, ...others] = locations;
  if (!only || others.length > 0) return locationField(field, locations);
  return lockedPart({ ...locked, text: locationTitle(only), problem: field.problem });
}

/** The location that is meant by its id, its name or its title; undefined where that is none or several. */
export function locationNamed(text: string, locations: readonly NamedLocation[]): string | undefined {
  const bare = text.trim().toLowerCase();
  const byId = locations.find(({ mpnId }) => mpnId.toLowerCase() === bare);
  const named = locations.filter(
    (one) => one.name.toLowerCase() === bare || locationTitle(one).toLowerCase() === bare,
  );
  return byId?.mpnId ?? (named.length === 1 ? named[0]?.mpnId : undefined);
}

/** `Contoso Berlin (1234567)`. */
export function locationTitle({ name, mpnId }: NamedLocation): string {
  return `${clip(name, 50)} (${mpnId})`;
}
