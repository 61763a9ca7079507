import type { Module } from '#test/architecture/modules.ts';

/** What of a `package.json` counts here. */
interface Package {
  dependencies: Readonly<Record<string, string>>;
  scripts: Readonly<Record<string, string>>;
}

// The demo has a client, which is large; cards are drawn and accepted by whoever changes them.
const ofDevelopment = new Set(['demo', 'cards:preview', 'cards:accept']);

/** Commands that run where the bot is deployed: their names, and the file that each of them runs. */
export function deployedCommands({ scripts }: Package): [name: string, path: string][] {
  return Object.entries(scripts).flatMap(([name, line]) => {
    const path = /^node with-node\.cjs (?:-\S+ )*(\S+\.ts)/.exec(line)?.[1];
    const deployed = path && !path.startsWith('test/') && !ofDevelopment.has(name);
    return deployed ? [[name, path] satisfies [string, string]] : [];
  });
}

/** Packages that a deployed command comes to, at once or later, and that are installed for development alone. */
export function unshipped(modules: readonly Module[], ours: Package): string[] {
  const names = Object.keys(ours.dependencies);
  const shipped = (to: string) => names.some((name) => to === name || to.startsWith(`${name}/`));
  return deployedCommands(ours).flatMap(([command, path]) =>
    [...reachedFrom(modules, path).packages]
      .filter((to) => !shipped(to))
      .map((to) => `${command} needs ${to}`),
  );
}

/** What a file comes to when it runs, at once or later: files of ours, itself included, and packages of npm. */
export function reachedFrom(
  modules: readonly Module[],
  path: string,
): { files: Set<string>; packages: Set<string> } {
  const byPath = new Map(modules.map((one) => [one.path, one]));
  const files = new Set([path]);
  const packages = new Set<string>();
  for (const file of files) {
    for (const { to, local, erased } of byPath.get(file)?.imports ?? []) {
      if (!erased && !to.startsWith('node:')) (local ? files : packages).add(to);
    }
  }
  return { files, packages };
}
