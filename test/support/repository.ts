import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

// What git ignores as whole folders, and what never is a file of ours: in a worktree .git is a file.
const ignored = readFileSync(join(root, '.gitignore'), 'utf8')
  .split('\n')
  .filter((line) => line.endsWith('/'));

/** Every file of the project, as a path from its root; folders that git ignores are left out. */
export function filesOfProject(folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      if (path === '.git' || ignored.includes(`${path}/`)) return [];
      if (entry.isDirectory()) return filesOfProject(path);
      return entry.isFile() ? [path] : [];
    })
    .sort();
}

/** The whole path of a file or folder of the project. */
export function pathOf(path: string): string {
  return join(root, path);
}

/** The text of one file of the project. */
export function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}
