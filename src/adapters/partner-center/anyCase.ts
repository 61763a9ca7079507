/** How deep a body may nest; Partner Center's own reach six levels. */
export const MAX_DEPTH = 64;

/**
 * The value with all property names in lower case: Partner Center mixes Pascal and camel case. Where two names
 * differ by case only, the first one counts. Undefined when the value nests deeper than `MAX_DEPTH`.
 */
export function lowerCaseKeys(value: unknown, depth = 0): { value: unknown } | undefined {
  if (depth > MAX_DEPTH) return undefined;
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    for (const item of value) {
      const inner = lowerCaseKeys(item, depth + 1);
      if (!inner) return undefined;
      items.push(inner.value);
    }
    return { value: items };
  }
  if (value === null || typeof value !== 'object') return { value };
  // No prototype, so that a property named __proto__ is just a property.
  const result: Record<string, unknown> = Object.create(null);
  for (const [key, item] of Object.entries(value)) {
    const inner = lowerCaseKeys(item, depth + 1);
    if (!inner) return undefined;
    const name = key.toLowerCase();
    if (!(name in result)) result[name] = inner.value;
  }
  return { value: { ...result } };
}
