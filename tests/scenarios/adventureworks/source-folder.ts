import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { packageRoot } from '../../../prisma/package-root.js';

/** Where the tables are: named by ADVENTUREWORKS_DIR, or in a folder beside the repository. */
const folder =
  process.env.ADVENTUREWORKS_DIR ?? join(packageRoot(), '..', 'shared', 'data', 'adventureworks');

const isThere = ['csv', 'csv.gz'].some((ending) =>
  existsSync(join(folder, `Production.Product.${ending}`)),
);

/** A block of tests on the AdventureWorks tables; without them it is skipped and says so. */
export function withAdventureWorks(name: string, tests: (folder: string) => void): void {
  if (isThere) describe(name, () => tests(folder));
  // The block itself reads the tables while it is declared, even when it is skipped.
  else describe.skip(name, () => it('needs the tables of ADVENTUREWORKS_DIR', () => undefined));
}
