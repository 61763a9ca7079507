import { isObject, type JsonObject } from '#bot/demo/standIn/exchange.ts';

export interface PatchStep {
  op: 'replace' | 'add';
  path: string;
  value: unknown;
}

/** The steps of a patch, or words for why it is none. */
export function patchSteps(body: unknown): PatchStep[] | string {
  if (!Array.isArray(body) || body.length === 0) return 'The body has to be a JSON Patch.';
  const steps: PatchStep[] = [];
  for (const one of body) {
    if (!isObject(one) || typeof one.path !== 'string' || !one.path.startsWith('/')) {
      return 'Each operation needs a path.';
    }
    if (one.op !== 'replace' && one.op !== 'add') return `Operation '${one.op}' is not supported.`;
    if (!('value' in one)) return `Operation '${one.op}' of '${one.path}' needs a value.`;
    steps.push({ op: one.op, path: one.path, value: one.value });
  }
  return steps;
}

/** Carries one step out on the target itself; answers words for why it cannot. */
export function patchWith(target: JsonObject, { op, path, value }: PatchStep): string | undefined {
  const names = path
    .slice(1)
    .split('/')
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = names.pop() ?? '';
  let holder: unknown = target;
  for (const name of names) holder = inside(holder, name);
  if (Array.isArray(holder)) return intoList(holder, op, path, last, value);
  if (!isObject(holder)) return `The path '${path}' does not exist.`;
  if (op === 'replace' && !Object.hasOwn(holder, last)) return `The path '${path}' does not exist.`;
  if (last === '__proto__') return `The path '${path}' does not exist.`;
  holder[last] = value;
  return undefined;
}

function inside(holder: unknown, name: string): unknown {
  if (Array.isArray(holder)) return /^\d+$/.test(name) ? holder[Number(name)] : undefined;
  return isObject(holder) && Object.hasOwn(holder, name) ? holder[name] : undefined;
}

function intoList(
  list: unknown[],
  op: string,
  path: string,
  last: string,
  value: unknown,
): string | undefined {
  const at = last === '-' ? list.length : Number(last);
  const limit = op === 'add' ? list.length : list.length - 1;
  if ((last !== '-' && !/^\d+$/.test(last)) || at > limit) return `The path '${path}' does not exist.`;
  list.splice(at, op === 'add' ? 0 : 1, value);
  return undefined;
}
