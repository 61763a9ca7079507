import type { Module } from './modules.ts';

/** A part of the project: a folder or one file. A file belongs to the longest name that fits. */
interface Layer {
  name: string;
  /** Layers it may import besides itself. */
  may: readonly string[];
  /** Packages it may import; a name ending in a colon stands for all that begin so. */
  packages: readonly string[];
}

const core = ['src/domain', 'src/ports'];
const app = [...core, 'src/app'];
const inside = ['bot', 'bot/http', 'bot/tables', 'bot/teams', 'bot/telemetry', 'cards', 'dialogs', ...app];
const adapters = [
  'cosmos',
  'customers',
  'key-vault',
  'luxon',
  'partner-center',
  'partners',
  'sign-in',
  'solutions',
  'sqlite',
  'system',
].map((name) => `src/adapters/${name}`);

/** The table of design: who may import whom. */
export const layers: readonly Layer[] = [
  { name: 'src/domain', may: [], packages: [] },
  { name: 'src/ports', may: ['src/domain'], packages: [] },
  { name: 'src/app', may: core, packages: [] },
  {
    name: 'src/adapters/cosmos',
    may: core,
    packages: ['@azure/core-rest-pipeline', '@azure/cosmos', '@azure/identity', 'node:'],
  },
  { name: 'src/adapters/customers', may: core, packages: ['fastest-levenshtein', 'node:'] },
  { name: 'src/adapters/key-vault', may: core, packages: ['@azure/identity', '@azure/keyvault-secrets'] },
  { name: 'src/adapters/luxon', may: core, packages: ['luxon'] },
  { name: 'src/adapters/partner-center', may: core, packages: ['node:', 'zod'] },
  { name: 'src/adapters/partners', may: core, packages: ['fastest-levenshtein'] },
  { name: 'src/adapters/sign-in', may: core, packages: ['@azure/msal-node', 'node:'] },
  { name: 'src/adapters/solutions', may: core, packages: [] },
  { name: 'src/adapters/sqlite', may: core, packages: ['node:'] },
  { name: 'src/adapters/system', may: core, packages: ['node:'] },
  {
    name: 'cards',
    may: ['src/domain'],
    packages: ['adaptivecards-templating', 'intl-messageformat', 'libphonenumber-js', 'zod'],
  },
  { name: 'cards/samples.ts', may: ['cards', 'src/domain'], packages: ['node:'] },
  { name: 'cards/accept.ts', may: ['cards', 'cards/samples.ts'], packages: ['node:'] },
  { name: 'cards/preview.ts', may: ['cards', 'cards/samples.ts'], packages: ['adaptivecards', 'node:'] },
  {
    name: 'dialogs',
    may: ['cards', ...app],
    packages: ['chrono-node', 'fastest-levenshtein', 'zod'],
  },
  { name: 'bot', may: inside, packages: ['node:', 'zod'] },
  { name: 'bot/telemetry', may: inside, packages: ['node:', 'pino', 'prom-client'] },
  {
    name: 'bot/telemetry/openTelemetry',
    may: inside,
    packages: [
      '@opentelemetry/api',
      '@opentelemetry/api-logs',
      '@opentelemetry/exporter-logs-otlp-http',
      '@opentelemetry/exporter-metrics-otlp-http',
      '@opentelemetry/exporter-trace-otlp-http',
      '@opentelemetry/resources',
      '@opentelemetry/sdk-logs',
      '@opentelemetry/sdk-metrics',
      '@opentelemetry/sdk-trace',
      'node:',
    ],
  },
  {
    name: 'bot/teams',
    may: inside,
    packages: ['botbuilder', 'botframework-connector', 'node:', 'zod'],
  },
  { name: 'bot/http', may: inside, packages: ['node:', 'restify', 'zod'] },
  { name: 'bot/composeTelemetry.ts', may: [...inside, 'bot/telemetry/openTelemetry'], packages: [] },
  { name: 'bot/composeWorker.ts', may: [...inside, 'src/adapters/system'], packages: ['node:'] },
  { name: 'bot/composeStore.ts', may: [...inside, ...adapters], packages: [] },
  { name: 'bot/composeProving.ts', may: [...inside, ...adapters], packages: [] },
  {
    name: 'bot/composeRereading.ts',
    may: [...inside, ...adapters, 'bot/composeProving.ts'],
    packages: ['node:'],
  },
  { name: 'bot/composeConnections.ts', may: [...inside, ...adapters], packages: ['node:'] },
  {
    name: 'bot/compose.ts',
    may: [
      ...inside,
      ...adapters,
      'bot/composeConnections.ts',
      'bot/composeRereading.ts',
      'bot/composeStore.ts',
      'bot/composeTelemetry.ts',
      'bot/composeWorker.ts',
    ],
    packages: ['node:'],
  },
  { name: 'bot/composeBackup.ts', may: [...inside, ...adapters], packages: [] },
  { name: 'bot/composeCopy.ts', may: [...inside, ...adapters, 'bot/composeStore.ts'], packages: ['node:'] },
  {
    name: 'bot/backup',
    may: [...inside, 'bot/composeBackup.ts', 'bot/composeCopy.ts'],
    packages: ['node:'],
  },
  {
    name: 'bot/composeDoctor.ts',
    may: [
      ...inside,
      ...adapters,
      'bot/composeConnections.ts',
      'bot/composeProving.ts',
      'bot/composeStore.ts',
    ],
    packages: [],
  },
  { name: 'bot/container', may: [], packages: ['node:'] },
  { name: 'bot/doctor', may: [...inside, 'bot/composeDoctor.ts'], packages: ['node:'] },
  { name: 'bot/main.ts', may: [...inside, 'bot/compose.ts'], packages: ['node:'] },
  {
    name: 'bot/demo',
    may: [...inside, 'bot/compose.ts', 'bot/composeImports.ts', 'bot/composeStore.ts'],
    packages: ['@microsoft/m365agentsplayground', '@vercel/cosmosdb-server', 'node:'],
  },
  {
    name: 'bot/composeImports.ts',
    may: [...inside, ...adapters, 'bot/composeStore.ts'],
    packages: ['node:'],
  },
  {
    name: 'bot/composeConnecting.ts',
    may: [...inside, ...adapters, 'bot/composeConnections.ts', 'bot/composeStore.ts'],
    packages: ['node:'],
  },
  {
    name: 'bot/connecting',
    may: [...inside, 'bot/composeConnecting.ts', 'bot/composeConnections.ts'],
    packages: ['node:'],
  },
  { name: 'bot/tables', may: inside, packages: ['csv-parse', 'csv-stringify', 'node:'] },
  { name: 'bot/import', may: [...inside, 'bot/composeImports.ts'], packages: ['node:'] },
  { name: 'bot/exporting', may: [...inside, 'bot/composeImports.ts'], packages: ['node:'] },
  { name: 'bot/person', may: [...inside, 'bot/composeImports.ts'], packages: [] },
  { name: 'manifest', may: [], packages: ['@microsoft/app-manifest', 'fflate', 'node:', 'zod'] },
];

/** The layer of a file, or undefined for one that has no place in the table. */
export function layerOf(path: string): Layer | undefined {
  return layers
    .filter(({ name }) => path === name || path.startsWith(`${name}/`))
    .sort((one, other) => other.name.length - one.name.length)[0];
}

/** Every import that the table does not allow, in words. */
export function layerProblems(modules: readonly Module[]): string[] {
  return modules.flatMap(({ path, imports }) => {
    const layer = layerOf(path);
    if (!layer) return [`${path} is in no layer`];
    return imports
      .filter(({ to, local }) => !(local ? allowed(layer, to) : packaged(layer, to)))
      .map(({ to }) => `${path} may not import ${to}`);
  });
}

/** Imports that climb out of their folder: those name the layer, so that a moved file changes its own imports alone. */
export function climbing(modules: readonly Module[]): string[] {
  return modules.flatMap(({ path, imports }) =>
    imports
      .filter(({ climbs, to }) => climbs && to !== 'package.json')
      .map(({ to }) => `${path} climbs to ${to}`),
  );
}

/** Packages in the table that nothing in their layer imports any more. */
export function idlePackages(modules: readonly Module[]): string[] {
  return layers.flatMap((layer) => {
    const used = modules
      .filter(({ path }) => layerOf(path) === layer)
      .flatMap(({ imports }) => imports.filter(({ local }) => !local).map(({ to }) => to));
    return layer.packages
      .filter((name) => !used.some((to) => packaged({ ...layer, packages: [name] }, to)))
      .map((name) => `${layer.name} imports nothing of ${name}`);
  });
}

function allowed(layer: Layer, to: string): boolean {
  const target = layerOf(to)?.name;
  if (target === undefined) return false;
  return target === layer.name || layer.may.includes(target);
}

function packaged(layer: Layer, to: string): boolean {
  return layer.packages.some((name) =>
    name.endsWith(':') ? to.startsWith(name) : to === name || to.startsWith(`${name}/`),
  );
}

/** Circles of imports, types counted: whoever reads one file of a circle has to read them all. Each is told once. */
export function cycles(modules: readonly Module[]): string[] {
  const next = new Map(
    modules.map(({ path, imports }) => [path, imports.filter(({ local }) => local).map(({ to }) => to)]),
  );
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (path: string, above: readonly string[]): void => {
    const at = above.indexOf(path);
    if (at >= 0) found.push([...above.slice(at), path].join(' -> '));
    if (at >= 0 || done.has(path)) return;
    for (const to of next.get(path) ?? []) walk(to, [...above, path]);
    done.add(path);
  };
  for (const path of next.keys()) walk(path, []);
  return found;
}

/** What is loaded with a file before its first line runs: paths and packages, itself included. */
export function loadedWith(modules: readonly Module[], path: string): Set<string> {
  const byPath = new Map(modules.map((one) => [one.path, one]));
  const loaded = new Set<string>([path]);
  for (const one of loaded) {
    for (const { to, erased, late } of byPath.get(one)?.imports ?? []) if (!erased && !late) loaded.add(to);
  }
  return loaded;
}
