import { describe, expect, it } from 'vitest';
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

const WRITES = [
  /(?:insertInto|updateTable|deleteFrom|mergeInto|lock|lockAll)\(\s*(?:tx, )?['"`](\w+)/g,
  /\b(?:into|update|delete from)\s+"(\w+)"/gi,
];
const READS = [
  /(?:selectFrom|innerJoin|leftJoin|rightJoin)\(\s*['"`](\w+)/g,
  /\b(?:from|join)\s+"(\w+)"/gi,
];

/** The tables a file names by one of the patterns. */
const tablesIn = (text: string, patterns: readonly RegExp[]): string[] =>
  patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, table]) => table ?? ''));

/** Figures over many rows may read what modules below own; nothing else does. */
const isReport = (path: string): boolean => /(?:queries|-check)\.ts$/.test(path);

const LEVELS = [
  'events',
  'platform',
  'auth',
  'outbound',
  'crm',
  'inventory',
  'manufacturing',
  'purchasing',
  'sales',
  'finance',
];

describe.each(modules)('the services of %s', (module) => {
  const foreignIn = (path: string, patterns: readonly RegExp[]): string[] =>
    tablesIn(textOf(path), patterns)
      .filter((table) => owners.has(table) && owners.get(table) !== module)
      .map((table) => `${path} touches ${table}`);
  const files = sources.filter((path) => path.startsWith(`modules/${module}/`));

  it('touch the tables of their own module only', () => {
    const foreign = files.flatMap((path) => [
      ...foreignIn(path, WRITES),
      ...(isReport(path) ? [] : foreignIn(path, READS)),
    ]);
    expect([...new Set(foreign)]).toEqual([]);
  });

  it('read in their reports what modules below them own, and nothing above', () => {
    const above = LEVELS.slice(LEVELS.indexOf(module) + 1);
    const upward = files
      .filter(isReport)
      .flatMap((path) => tablesIn(textOf(path), READS))
      .filter((table) => above.includes(owners.get(table) ?? ''));
    expect(upward).toEqual([]);
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
      .filter((path) =>
        tablesIn(textOf(path), [...READS, ...WRITES]).some((table) => owners.has(table)),
      );
    expect(touching).toEqual([]);
  });
});
