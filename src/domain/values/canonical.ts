/** JSON with sorted keys, so that the order in which a sender writes its fields does not count as a change. */
export function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_key, inner: unknown) =>
      inner !== null && typeof inner === 'object' && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
        : inner,
    ) ?? 'undefined'
  );
}

/**
 * Whether two values are the same JSON, whatever the order of their fields; a field that is undefined is none. For
 * plain data: objects, arrays, texts, finite numbers, booleans, null.
 */
export function same(one: unknown, other: unknown): boolean {
  // Most parts of two states of a deal are one and the same object: they need not be looked into.
  if (one === other) return true;
  if (Array.isArray(one) || Array.isArray(other)) {
    return Array.isArray(one) && Array.isArray(other) && sameItems(one, other);
  }
  return isObject(one) && isObject(other) && sameFields(one, other);
}

function sameItems(one: readonly unknown[], other: readonly unknown[]): boolean {
  // In a list JSON has null where nothing is, because each item keeps its place.
  return one.length === other.length && one.every((item, at) => same(item ?? null, other[at] ?? null));
}

function sameFields(one: Record<string, unknown>, other: Record<string, unknown>): boolean {
  const fields = Object.keys(one);
  return (
    fields.every((field) => same(one[field], Object.hasOwn(other, field) ? other[field] : undefined)) &&
    Object.keys(other).every((field) => other[field] === undefined || Object.hasOwn(one, field))
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
