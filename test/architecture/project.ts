import { filesOfProject, textOf } from '#test/support/repository.ts';
import { type Module, readModules } from './modules.ts';

let known: { all: readonly Module[]; shipped: readonly Module[] } | undefined;

/** Every module of the project, read once for all tests; `shipped` are those that are no tests. */
export function modulesOfProject(): { all: readonly Module[]; shipped: readonly Module[] } {
  if (!known) {
    const paths = filesOfProject().filter((path) => /\.[cm]?tsx?$/.test(path));
    const all = readModules(Object.fromEntries(paths.map((path) => [path, textOf(path)])));
    known = { all, shipped: all.filter(({ path }) => !path.startsWith('test/')) };
  }
  return known;
}
