import type { Module } from './modules.ts';

const LONGEST = 250;

/** Where the environment may be read, and the one call it may be handed to. */
const environment: Readonly<Record<string, { call: string; guarded: boolean }>> = {
  'bot/main.ts': { call: 'main', guarded: false },
  'bot/demo/main.ts': { call: 'readConfig', guarded: false },
  'bot/import/solutions.ts': { call: 'readConfig', guarded: true },
  'bot/import/customers.ts': { call: 'readConfig', guarded: false },
  'bot/connecting/connect.ts': { call: 'readConfig', guarded: false },
  'bot/connecting/disconnect.ts': { call: 'readConfig', guarded: false },
  'bot/connecting/webhooks.ts': { call: 'readConfig', guarded: false },
  'bot/person/export.ts': { call: 'readConfig', guarded: true },
  'bot/backup/backup.ts': { call: 'readConfig', guarded: false },
  'bot/backup/restore.ts': { call: 'readConfig', guarded: false },
  'bot/backup/drill.ts': { call: 'readConfig', guarded: false },
  'bot/backup/copy.ts': { call: 'readConfig', guarded: false },
  'bot/exporting/deals.ts': { call: 'readConfig', guarded: false },
  'bot/exporting/audit.ts': { call: 'readConfig', guarded: false },
  'bot/person/erase.ts': { call: 'readConfig', guarded: false },
  'bot/doctor/doctor.ts': { call: 'examine', guarded: false },
  // Passed on whole to the Playground, which is a process of its own.
  'bot/demo/playground.ts': { call: 'spawn', guarded: false },
  'manifest/pack.ts': { call: 'pack', guarded: true },
};

/** Reads of the environment anywhere else. */
export function environmentProblems(modules: readonly Module[]): string[] {
  return modules.flatMap((module) => {
    const { path, imports } = module;
    const right = environment[path];
    const reads = module.environment
      .filter(({ call, guarded }) => call !== right?.call || guarded !== right.guarded)
      .map(({ call }) => `${path} reads the environment${call && ` for ${call}`}`);
    const named = imports
      .filter(({ to }) => /^(node:)?process$/.test(to))
      .map(() => `${path} imports the process`);
    return [...reads, ...named];
  });
}

/** Shapes of code that this project does not use. */
export function shapeProblems(modules: readonly Module[]): string[] {
  return modules.flatMap(({ path, lines, defaultExport, enums }) => [
    ...(defaultExport ? [`${path} has a default export`] : []),
    ...(enums > 0 ? [`${path} has an enum`] : []),
    ...(/^(bot|cards|dialogs|src)\//.test(path) && lines > LONGEST ? [`${path} has ${lines} lines`] : []),
    ...(/(^|[/.])(utils?|helpers?|common|misc|managers?)(\/|\.|$)/i.test(path)
      ? [`${path} has a name that says nothing`]
      : []),
  ]);
}

/** Exported functions of src/ of which nobody says what they promise. */
export function docstringProblems(modules: readonly Module[]): string[] {
  return modules
    .filter(({ path }) => path.startsWith('src/'))
    .flatMap(({ path, undocumented }) => undocumented.map((name) => `${path}: ${name}`));
}

/** Use cases, which are the files of src/app with a dot in their stem, without a test of the same name. */
export function untested(paths: readonly string[]): string[] {
  const there = new Set(paths);
  return paths
    .map((path) => /^src\/(app\/.*\/[^/]+\.[^/]+)\.ts$/.exec(path)?.[1])
    .filter((stem) => stem !== undefined && !there.has(`test/${stem}.test.ts`))
    .map((stem) => `test/${stem}.test.ts is missing`);
}

// Written in pieces, or this file would be the first to be found.
const places = ['work', 'root', 'home', 'Users', 'tm' + 'p'].map((name) => `(?<![\\w.}])/${name}/`);
const machine = new RegExp([...places, '\\.\\./sha' + 'red\\b', '\\.lib' + 'rary\\b'].join('|'));

/** Paths of one machine in a text; the line in which each stands. */
export function machinePaths(text: string): string[] {
  return text.split('\n').filter((line) => machine.test(line));
}
