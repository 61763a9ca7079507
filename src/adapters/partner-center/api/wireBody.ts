import { lowerCaseKeys } from '#adapters/partner-center/anyCase.ts';
import type { WireObject } from '#ports/partnerCenter.ts';
import type { HttpAnswer } from './httpsClient.ts';

/** What an answer says as JSON; undefined where it says nothing or something else, such as a page of a proxy. */
export function jsonOf({ bytes }: Pick<HttpAnswer, 'bytes'>): unknown {
  try {
    return JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** Whether it is a JSON object: no list, not null. */
export function isWireObject(value: unknown): value is WireObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object with all names in lower case; empty for everything that is no object or nests too deep. */
export function lowered(value: unknown): WireObject {
  const inner = lowerCaseKeys(value)?.value;
  return isWireObject(inner) ? inner : {};
}

/** The property of that name in any case. */
export function propertyOf(object: WireObject, name: string): unknown {
  const key = Object.keys(object).find((one) => one.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : object[key];
}

/** A text that may go into a header: printable, of one line and short; undefined for every other. */
export function headerText(value: unknown): string | undefined {
  return typeof value === 'string' && /^[\x20-\x7e]{1,300}$/.test(value)
    ? value.trim() || undefined
    : undefined;
}

/** Whether a value says that number, as a number or as a text. */
export function isNumber(value: unknown, number: number): boolean {
  if (typeof value === 'string') return value.trim() !== '' && Number(value) === number;
  return value === number;
}
