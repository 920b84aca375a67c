import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { filesBelow, root, sources, textOf, topFolders } from './sources.js';

const TEXT = /\.(ts|js|cjs|mjs|json|md|prisma|sql|graphql|toml|ya?ml)$|(^|\/)(Dockerfile|run)$/;

const texts = [
  ...topFolders.found.flatMap(filesBelow),
  ...readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name),
].filter((path) => TEXT.test(path) && path !== 'package-lock.json');

/** Where a pattern occurs, as `path:line`. */
function places(paths: readonly string[], pattern: RegExp): string[] {
  return paths.flatMap((path) =>
    textOf(path)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : [])),
  );
}

/** Spelled in parts, so that this file does not contain what it forbids. */
const spelled = (...parts: string[]): string => parts.join('');

describe('what stands in the files', () => {
  it('holds no path of a machine', () => {
    const folders = ['work', 'root', 'home', 'Users'].join('|');
    const path = new RegExp(`(^|[\\s'"\`(=])/(${folders})/`);
    expect(places(texts, path)).toEqual([]);
  });

  it('holds no word about how it was made', () => {
    const words = ['HOUSE', 'GRAPH', 'STACK', 'DOMAIN', 'TRUST'].map((word) =>
      spelled(word, '\\.md'),
    );
    const pattern = new RegExp([...words, spelled('\\.\\./sha', 'red/')].join('|'));
    expect(places(texts, pattern)).toEqual([]);
  });

  it('leaves nothing for later', () => {
    const later = new RegExp(`\\b(${[spelled('TO', 'DO'), spelled('FIX', 'ME')].join('|')})\\b`);
    expect(places(sources, later)).toEqual([]);
  });

  it('looks away nowhere: no any, no ignored type errors, no lint switched off', () => {
    const away = new RegExp(
      ['^[^*/]*(: |as |<)any\\b', spelled('@ts-', 'ignore'), spelled('eslint-', 'disable')]
        .map((part) => `(${part})`)
        .join('|'),
    );
    const own = 'tests/house/words.test.ts';
    expect(
      places(
        sources.filter((path) => path !== own),
        away,
      ),
    ).toEqual([]);
  });

  it('focuses and skips no test by hand', () => {
    const tests = sources.filter((path) => path.endsWith('.test.ts'));
    expect(places(tests, /\b(it|test|describe)\.(only|skip|todo)\b|\bx(it|describe)\(/)).toEqual(
      [],
    );
  });

  it('counts money and quantity in no float', () => {
    const near = sources.filter((path) => /^(modules|resolvers|schema|prisma)\//.test(path));
    const float = /\bparseFloat\(|\bNumber\([^)]*(amount|price|cost|quantity|rate)\b/i;
    expect(places(near, float)).toEqual([]);
  });
});
