import type { Module } from './modules.ts';

/** Two adapters of one port say the same things of two stores. */
const adapter = /^src\/adapters\//;

/** Exported names that two files outside of the tests declare: a reader would take one for the other. */
export function sharedNames(modules: readonly Pick<Module, 'path' | 'exported'>[]): string[] {
  const declared = new Map<string, string[]>();
  for (const { path, exported } of modules) {
    if (/^cards\/texts\//.test(path)) continue;
    for (const name of exported) declared.set(name, [...(declared.get(name) ?? []), path]);
  }
  return [...declared]
    .filter(([, paths]) => paths.filter((path) => !adapter.test(path)).length > 1 || mixed(paths))
    .map(([name, paths]) => `${name}: ${paths.join(', ')}`)
    .sort();
}

function mixed(paths: readonly string[]): boolean {
  const inside = paths.filter((path) => adapter.test(path));
  return inside.length > 0 && inside.length < paths.length;
}
