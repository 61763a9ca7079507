import { unaccented } from '#dialogs/reading/fold.ts';
import type { LineText } from './lineText.ts';

/** Something with a name that may stand in a line. */
export interface Named {
  id: string;
  name: string;
}

const SHORTEST = 3;
const locationCues =
  'location|from location|office|branch|standort|niederlassung|plats|kontor|地点|位置|расположение|офис|филиал|sede|filiale';
const solutionCues = 'solution|solutions|lösung|lösungen|lösning|解决方案|решение|soluzione';

/**
 * Our location, where it is said to be one, where its number stands, or where its name stands apart from the customer.
 * `Contoso Seattle` is a customer in Seattle, even when we have an office there.
 */
export function takeLocation(line: LineText, locations: readonly Named[]): string | undefined {
  for (const { id, name } of mentioned(line, locations)) {
    const cued = new RegExp(`${cue(locationCues)}[:= ]*(?:${exactly(id)}|${exactly(name)})`, 'iu').exec(
      plain(line),
    );
    const numbered = id.length >= 5 ? new RegExp(exactly(id), 'iu').exec(line.text) : undefined;
    const match = cued ?? numbered;
    if (!match) continue;
    line.take('location', match.index, match.index + match[0].length);
    return id;
  }
  const fragments = line.fragments().map((one) => {
    const text = one.text.replace(/^[\s,;]+|[\s,;.]+$/g, '');
    const start = one.start + one.text.indexOf(text);
    return { start, end: start + text.length, text };
  });
  const [first, ...others] = fragments.filter(({ text }) => text !== '');
  for (const { start, end, text } of first ? others : []) {
    const found = locations.find(
      ({ name }) => unaccented(name.toLowerCase()) === unaccented(text.toLowerCase()),
    );
    if (!found) continue;
    line.take('location', start, end);
    return found.id;
  }
  takeUnknownLocation(line);
  return undefined;
}

// Behind something else only: Location Labs and Plats AB are customers.
const unknownLocation =
  /(?<=[,;\0][ ,;]*)(?:location|standort|plats|地点|位置|расположение|sede)[:= ]+(?:[^\s,;\0]+ ?){1,4}(?=$|[,;\0])/iu;

/** What is said to be a location and is none of theirs: told as not used, and no part of the customer. */
function takeUnknownLocation(line: LineText): void {
  const match = unknownLocation.exec(line.text);
  if (!match) return;
  line.take('location', match.index, match.index + match[0].length, { code: 'location-unknown' });
}

/** Solutions by id or by name; a name that begins the line is more likely the customer's. */
export function takeSolutions(line: LineText, solutions: readonly Named[]): string[] {
  const found: string[] = [];
  for (const { id, name } of mentioned(line, solutions)) {
    const names = [exactly(id), ...(name.length >= SHORTEST ? [exactly(name)] : [])].join('|');
    const match = new RegExp(`(?:${cue(solutionCues)}[:= ]*)?(?:${names})`, 'iu').exec(plain(line));
    if (!match) continue;
    const opens = line.text.slice(0, match.index).trim() === '';
    const only = line.fragments().length === 1 && line.text.trim().length === match[0].trim().length;
    if ((opens && match[0].length === name.length) || only) continue;
    line.take('solution', match.index, match.index + match[0].length);
    found.push(id);
  }
  return found;
}

/** Those whose words stand in the line, the longest names first; a catalog has thousands that do not. */
function mentioned(line: LineText, named: readonly Named[]): Named[] {
  const text = plain(line).toLowerCase();
  const stands = (name: string) => {
    const words = unaccented(name.normalize('NFC').trim().toLowerCase()).split(/\s+/);
    return words[0] !== '' && words.every((word) => text.includes(word));
  };
  return named
    .filter(({ id, name }) => stands(id) || stands(name))
    .sort((one, other) => other.name.length - one.name.length);
}

function plain(line: LineText): string {
  return unaccented(line.text);
}

function cue(words: string): string {
  return `(?<!\\p{L})(?:${unaccented(words)})`;
}

/** A name as words of its own; Chinese ones have no blanks around them. */
function exactly(name: string): string {
  const words = unaccented(name.normalize('NFC').trim())
    .split(/\s+/)
    .map((word) => RegExp.escape(word))
    .join(' +');
  if (words === '') return '(?!)';
  const first = /^\p{Script=Han}/u.test(name) ? '' : '(?<![\\p{L}\\p{N}])';
  const last = /\p{Script=Han}$/u.test(name) ? '' : '(?![\\p{L}\\p{N}])';
  return `${first}${words}${last}`;
}
