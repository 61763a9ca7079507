import { readFileSync } from 'node:fs';

/** The makers' own renderer, as the text of a script. */
export function rendererSource(): string {
  const url = new URL(import.meta.resolve('adaptivecards/dist/adaptivecards.min.js'));
  return readFileSync(url, 'utf8');
}
