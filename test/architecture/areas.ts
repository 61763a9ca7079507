import { layerOf } from './layers.ts';
import type { Module } from './modules.ts';

/**
 * The areas of each layer, from the bottom up: an area imports what stands before it, never what stands after it. A
 * name that ends in `.ts` is one file; the first entry of a layer holds the files that lie in none of its folders.
 */
const areas: Readonly<Record<string, readonly string[]>> = {
  'src/domain': [
    'values',
    'referral',
    'engagement',
    'registration',
    'sync',
    'deal',
    'list',
    'figures',
    'news',
    'digest',
    'draft',
    'administration',
    'decide',
  ],
  'src/app': [
    'store',
    'contact',
    'organization',
    'referral',
    'deal',
    'list',
    'figures',
    'engagement',
    'draft',
    'notice',
    'news',
    'request',
    'sync',
    'digest',
    'delivery',
    'administration',
    'person',
    'import',
    'work.ts',
  ],
  cards: [
    'texts',
    '',
    'money',
    'form',
    'people',
    'frame',
    'panel',
    'deal',
    'mute',
    'engagement',
    'referral/view',
    'referral/parts',
    'referral/accept',
    'referral/edit',
    'referral/invite',
    'referral/progress',
    'referral/registration',
    'sync',
    'referral/glance',
    'referral/card',
    'list',
    'talk',
    'figures',
    'draft',
    'news',
    'delivery',
    'request',
    'administration',
    'general',
  ],
  dialogs: ['reading', 'turn', 'talk', 'meant', 'draft'],
  bot: [
    'telemetry',
    'config',
    'tables',
    'suggest',
    'commands',
    'list',
    'figures',
    'glance',
    'referral',
    'deal',
    'sync',
    'draft',
    'engagement',
    'news',
    'digest',
    'request',
    'general',
    'administration',
    'audit',
    'delivery',
    'dispatch',
    'talk',
    'teams',
    'http',
    '',
    'import',
    'exporting',
    'person',
    'backup',
    'connecting',
    'doctor',
    'container',
    'demo',
  ],
};

/** The most files that lie in one folder, samples and texts of cards included. */
const MOST_FILES = 20;

/** Imports from an area into one above it, and files that lie in no area of the table. */
export function areaProblems(modules: readonly Module[]): string[] {
  return modules.flatMap(({ path, imports }) => {
    const own = placeOf(path);
    if (!own) return [];
    if (own.floor < 0) return [`${path} is in no area of ${own.layer}`];
    return imports
      .filter(({ local }) => local)
      .filter(({ to }) => {
        const other = placeOf(to);
        return other?.layer === own.layer && other.floor > own.floor;
      })
      .map(({ to }) => `${path} may not look up to ${to}`);
  });
}

/** Areas of the table in which nothing lies. */
export function emptyAreas(modules: readonly Module[]): string[] {
  const used = new Set(modules.map(({ path }) => placeOf(path)).map((one) => `${one?.layer} ${one?.floor}`));
  return Object.entries(areas).flatMap(([layer, names]) =>
    names.filter((_, floor) => !used.has(`${layer} ${floor}`)).map((name) => `${layer}/${name}`),
  );
}

// Pictures, what is made from the samples by their names, and decision records, which are numbered and have an index:
// nobody looks for anything there by reading the list.
const listed = /^(docs\/screenshots|docs\/adr|test\/cards\/golden)\//;

/** Folders with more files than a reader takes in at a glance. */
export function crowdedFolders(paths: readonly string[]): string[] {
  const counted = new Map<string, number>();
  for (const path of paths.filter((one) => !listed.test(one))) {
    const folder = path.slice(0, Math.max(path.lastIndexOf('/'), 0));
    counted.set(folder, (counted.get(folder) ?? 0) + 1);
  }
  return [...counted]
    .filter(([, files]) => files > MOST_FILES)
    .map(([folder, files]) => `${folder}: ${files}`);
}

/** The layer of a file that has areas, and the floor of its area; below zero where it lies in none. */
function placeOf(path: string): { layer: string; floor: number } | undefined {
  // Files that are a layer of their own stand above all areas.
  const alone = layerOf(path)?.name.endsWith('.ts');
  const [layer, names] = Object.entries(areas).find(([name]) => path.startsWith(`${name}/`)) ?? [];
  if (alone || layer === undefined || !names) return undefined;
  const inside = path.slice(layer.length + 1);
  const fits = (name: string) =>
    name === '' ? !inside.includes('/') : inside === name || inside.startsWith(`${name}/`);
  const [longest] = names.filter(fits).sort((one, other) => other.length - one.length);
  return { layer, floor: longest === undefined ? -1 : names.indexOf(longest) };
}
