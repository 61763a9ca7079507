import { isObject } from '#bot/demo/standIn/exchange.ts';

export interface FieldChange {
  path: string;
  from: unknown;
  to: unknown;
}

/** Written by the service at every change, which says nothing to a reader. */
const OF_SERVICE = new Set(['/updatedDateTime', '/eTag', '/links']);

/** What differs, by path; lists are compared as a whole. */
export function fieldChanges(from: unknown, to: unknown, path = ''): FieldChange[] {
  if (OF_SERVICE.has(path)) return [];
  if (!isObject(from) || !isObject(to)) {
    return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ path, from, to }];
  }
  const names = new Set([...Object.keys(from), ...Object.keys(to)]);
  return [...names].flatMap((name) => fieldChanges(from[name], to[name], `${path}/${name}`));
}
