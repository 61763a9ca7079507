import type { DraftField } from '#cards/draft/view.ts';
import { readCountry } from '#domain/values/countries.ts';
import { isRegionOf } from '#domain/values/regions.ts';

/** The fields of a customer who is typed in by hand. */
export const handFields = [
  'handName',
  'address',
  'city',
  'state',
  'postalCode',
  'country',
  'duns',
] as const satisfies readonly DraftField[];
export type HandField = (typeof handFields)[number];

/** `75001`, `SW1A 1AA`: words with figures in them. */
const code = String.raw`(?:\p{Lu}{1,2}-)?\S*\d\S*(?: \S*\d\S*)?`;
const codeFirst = new RegExp(`^(${code}) (\\D+)$`, 'u');
const codeLast = new RegExp(`^(\\D+?) (${code})$`, 'u');

/** Belongs to the name before the comma: `Acme, Inc.` */
const legalForm =
  /^(?:inc|incorporated|llc|ltd|limited|corp|corporation|co|company|gmbh|ag|kg|ab|as|asa|aps|oy|oyj|s\.?p\.?a|s\.?r\.?l|s\.?a|sarl|bv|b\.v|nv|n\.v|plc|llp|lp)\.?$/iu;
/** `5 Storgata`: a figure before a word. */
const street = /^\d+\w?\s+\p{L}/u;

/** A text that was looked for, such as `Acme SARL, 1 Rue X, 75001 Paris, France`, by the fields it would stand in. */
export function handParts(text: string): Record<Exclude<HandField, 'duns'>, string> {
  const [lead = '', ...place] = partsOf(text);
  // An address alone: nobody has said yet who is there.
  const nameless = street.test(lead) && place.length > 1 && isCountry(place);
  const handName = nameless ? '' : lead;
  if (nameless) place.unshift(lead);
  const country = isCountry(place) ? (place.pop() ?? '') : '';
  // A street has its number; what has none is the city already.
  const address = place.length > 1 && /\d/.test(place[0] ?? '') ? (place.shift() ?? '') : '';
  const [town = '', ...region] = place;
  const first = codeFirst.exec(town);
  const last = first ? null : (codeLast.exec(town) ?? undefined);
  const city = first?.[2] ?? last?.[1] ?? town;
  const area = region.join(', ');
  const behind = codeLast.exec(area);
  const postalCode = first?.[1] ?? last?.[2] ?? behind?.[2] ?? '';
  return { handName, address, city, state: behind?.[1] ?? area, postalCode, country };
}

/** What stands between commas; a legal form stays with its name. */
export function partsOf(text: string): string[] {
  const parts = text
    .split(/[,，;；\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const [name, form = '', ...rest] = parts;
  return name !== undefined && legalForm.test(form) ? [`${name}, ${form}`, ...rest] : parts;
}

/** Whether the last part is a country; a code behind a city may be its state: `San Francisco, CA`. */
function isCountry(place: readonly string[]): boolean {
  const last = place.at(-1) ?? '';
  if (!readCountry(last)) return false;
  const town = place.at(-2) ?? '';
  const [, , city] = codeFirst.exec(town) ?? [];
  return town === '' || !isRegionOf(last, city ?? town, city !== undefined);
}
