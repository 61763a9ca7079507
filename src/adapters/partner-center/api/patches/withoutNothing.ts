import { isWireObject } from '#adapters/partner-center/api/wireBody.ts';

/** The value without properties that are null, and without objects that only held such: nothing is said by leaving out. */
export function withoutNothing(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNothing);
  if (!isWireObject(value)) return value;
  const kept = Object.entries(value)
    .map(([name, inner]) => [name, withoutNothing(inner)] as const)
    .filter(([, inner]) => inner !== null && inner !== undefined && !isHollow(inner));
  return Object.fromEntries(kept);
}

function isHollow(value: unknown): boolean {
  return isWireObject(value) && Object.keys(value).length === 0;
}
