import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { packageRoot } from '../../prisma/package-root.js';

export const root = packageRoot();

/** Folders that are made, not written. */
const MADE = new Set(['node_modules', 'dist', 'coverage', 'generated', '.git', '.data']);

/** All files below a folder of the repository, as paths from its root with forward slashes. */
export function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: false }).flatMap(
    (entry) => {
      if (MADE.has(entry.name)) return [];
      const path = relative(root, join(root, folder, entry.name))
        .split(sep)
        .join('/');
      return entry.isDirectory() ? filesBelow(path) : [path];
    },
  );
}

export const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');

const TOP_FOLDERS = [
  'schema',
  'modules',
  'resolvers',
  'prisma',
  'clients',
  'tests',
  'server',
  'bench',
  'docs',
];

/** The folders that exist at the root, and those that may. */
export const topFolders = {
  allowed: TOP_FOLDERS,
  found: readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !MADE.has(entry.name))
    .map(({ name }) => name),
};

/** Every TypeScript file that was written by hand. */
export const sources = topFolders.found
  .filter((folder) => TOP_FOLDERS.includes(folder))
  .flatMap(filesBelow)
  .filter((path) => path.endsWith('.ts') && !path.startsWith('clients/typescript/'));

/** The business modules, by folder. */
export const modules = readdirSync(join(root, 'modules'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
