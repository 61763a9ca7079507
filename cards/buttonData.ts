type Part = Readonly<Record<string, unknown>>;

/** A card, or a part of one, whose buttons carry this in their data as well; `goes`: which of them, all without it. */
export function withButtonData(
  part: unknown,
  added: Part,
  goes: (button: Part) => boolean = () => true,
): unknown {
  if (Array.isArray(part)) return part.map((one) => withButtonData(one, added, goes));
  if (typeof part !== 'object' || part === null) return part;
  const copy: Part = Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, withButtonData(value, added, goes)]),
  );
  const sends = typeof copy.type === 'string' && copy.type.startsWith('Action.');
  if (!sends || typeof copy.data !== 'object' || copy.data === null || !goes(copy)) return copy;
  return { ...copy, data: { ...copy.data, ...added } };
}
