import assert from 'node:assert/strict';
import type { WireObject } from '#ports/partnerCenter.ts';

/** What becomes of a body by a JSON Patch, as RFC 6902 says and as strictly: `add` and `replace` only, names in their case. */
export function jsonPatched(body: WireObject, operations: readonly WireObject[]): WireObject {
  const result = structuredClone(body);
  for (const { op, path, value } of operations) {
    assert.ok(op === 'add' || op === 'replace', String(op));
    const steps = String(path).split('/').slice(1);
    const last = (steps.pop() ?? '').replaceAll('~1', '/').replaceAll('~0', '~');
    const holder = steps.reduce<unknown>((inner, step) => {
      assert.ok(typeof inner === 'object' && inner !== null && step in inner, `${path} is not there`);
      return (inner as WireObject)[step];
    }, result);
    assert.ok(typeof holder === 'object' && holder !== null, `${path} is not there`);
    if (Array.isArray(holder) && last === '-') holder.push(structuredClone(value));
    else {
      assert.ok(op === 'add' || last in holder, `${path} is replaced and not there`);
      (holder as WireObject)[last] = structuredClone(value);
    }
  }
  return result;
}
