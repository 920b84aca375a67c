import { describe, expect, it } from '@jest/globals';
import { filesBelow, modules, sources, textOf } from './sources.js';

/** Which module owns a table: the one whose Prisma file declares the model. */
const owners = new Map(
  filesBelow('prisma/schema')
    .filter((path) => path.endsWith('.prisma'))
    .flatMap((path) => {
      const module = path.replace(/^.*\/(.+)\.prisma$/, '$1');
      return [...textOf(path).matchAll(/^model (\w+) \{/gm)].map(([, model]): [string, string] => [
        model ?? '',
        module,
      ]);
    }),
);

const BY_KYSELY =
  /(?:insertInto|updateTable|deleteFrom|selectFrom|innerJoin|leftJoin|rightJoin|mergeInto|lock)\(\s*['"`](\w+)/g;
const BY_SQL = /\b(?:from|join|into|update)\s+"(\w+)"/gi;

/** The tables a file names, by Kysely or in SQL. */
function tablesIn(text: string): string[] {
  return [BY_KYSELY, BY_SQL].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(([, table]) => table ?? ''),
  );
}

describe.each(modules)('the services of %s', (module) => {
  it('touch the tables of their own module only', () => {
    const foreign = sources
      .filter((path) => path.startsWith(`modules/${module}/`))
      .flatMap((path) =>
        tablesIn(textOf(path))
          .filter((table) => owners.has(table) && owners.get(table) !== module)
          .map((table) => `${path} touches ${table}`),
      );
    expect([...new Set(foreign)]).toEqual([]);
  });
});

describe('every table', () => {
  it('belongs to a module', () => {
    const homeless = [...owners].filter(([, module]) => !modules.includes(module));
    expect(homeless).toEqual([]);
  });

  it('is touched by no resolver', () => {
    const touching = sources
      .filter((path) => path.startsWith('resolvers/'))
      .filter((path) => tablesIn(textOf(path)).some((table) => owners.has(table)));
    expect(touching).toEqual([]);
  });
});
