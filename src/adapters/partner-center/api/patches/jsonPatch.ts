import { isWireObject } from '#adapters/partner-center/api/wireBody.ts';
import { same } from '#domain/values/canonical.ts';
import type { WireObject } from '#ports/partnerCenter.ts';

/** Where something stands in a record: names in any case, and places in lists. */
export type WirePath = readonly (string | number)[];

/** A record as it becomes step by step, so that each step is written against what stands there by then. */
export interface Patching {
  /** A copy of its own. */
  wire: WireObject;
}

/** What stands at a path; undefined where nothing does. */
export function valueAt(wire: unknown, path: WirePath): unknown {
  return path.reduce<unknown>((inner, step) => {
    if (typeof step === 'number') return Array.isArray(inner) ? inner[step] : undefined;
    return isWireObject(inner) ? inner[spelledIn(inner, step)] : undefined;
  }, wire);
}

/**
 * The operations that bring a value to a path: none where it stands there; `replace` where the property is there, `add`
 * where it is not, because these two are taken (section 1). What lies above and is missing comes with it.
 */
export function put(patching: Patching, path: WirePath, value: unknown): WireObject[] {
  const before = valueAt(patching.wire, path) ?? null;
  if (same(before, value ?? null)) return [];
  const depth = path.findIndex((_, at) => !isHolder(valueAt(patching.wire, path.slice(0, at + 1))));
  const end = depth < 0 ? path.length : depth + 1;
  const here = path.slice(0, end);
  const nested = path.slice(end).reduceRight<unknown>((inner, step) => ({ [step]: inner }), value ?? null);
  const holder = valueAt(patching.wire, here.slice(0, -1));
  const last = here.at(-1) ?? '';
  const isThere = isWireObject(holder)
    ? Object.hasOwn(holder, spelledIn(holder, String(last)))
    : Array.isArray(holder);
  const operation = { op: isThere ? 'replace' : 'add', path: pointerOf(patching.wire, here), value: nested };
  if (isWireObject(holder)) holder[spelledIn(holder, String(last))] = structuredClone(nested);
  else if (Array.isArray(holder) && typeof last === 'number') holder[last] = structuredClone(nested);
  return [operation];
}

/** The operation that adds something at the end of a list; the list is made where there is none. */
export function append(patching: Patching, path: WirePath, value: unknown): WireObject[] {
  const list = valueAt(patching.wire, path);
  if (!Array.isArray(list)) return put(patching, path, [value]);
  list.push(structuredClone(value));
  return [{ op: 'add', path: `${pointerOf(patching.wire, path)}/-`, value }];
}

function isHolder(value: unknown): boolean {
  return isWireObject(value) || Array.isArray(value);
}

/** The path in RFC 6901, its names as they are spelled there. */
function pointerOf(wire: WireObject, path: WirePath): string {
  const names = path.map((step, at) => {
    const holder = valueAt(wire, path.slice(0, at));
    return isWireObject(holder) ? spelledIn(holder, String(step)) : String(step);
  });
  return names.map((name) => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function spelledIn(object: WireObject, name: string): string {
  return Object.keys(object).find((key) => key.toLowerCase() === name.toLowerCase()) ?? name;
}
