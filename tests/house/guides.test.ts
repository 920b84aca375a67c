import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildSchema, parse, validate } from 'graphql';
import { format } from 'prettier';
import { fencesOf } from '../support/guides/guide.js';
import { withParts } from './guide-parts.js';
import { filesBelow, root, sources, textOf } from './sources.js';

const guides = filesBelow('docs').filter((path) => path.endsWith('.md'));
const options = { parser: 'markdown', singleQuote: true, printWidth: 100 };

const schema = buildSchema(textOf('schema/schema.graphql'));

/** The files that a page links to, without the places within them. */
function linksOf(path: string): string[] {
  const targets = [...textOf(path).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, to]) => to!);
  return targets.filter((to) => !/^[a-z]+:/.test(to));
}

describe.each(guides)('%s', (path) => {
  it('shows states, accounts, permissions and examples as they are', async () => {
    const text = textOf(path);
    expect(await format(withParts(text), options)).toBe(text);
  });
});

const pages = [...guides, 'README.md', 'README.zh.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'];

describe.each(pages)('%s', (path) => {
  it('shows requests that fit the schema', () => {
    const requests = fencesOf(textOf(path)).filter(({ language }) => language === 'graphql');
    const faults = requests.flatMap(({ text }) => validate(schema, parse(text)));
    expect(faults.map(({ message }) => message)).toEqual([]);
  });

  it('links to files that exist', () => {
    const lost = linksOf(path).filter((to) => !existsSync(join(root, dirname(path), to)));
    expect(lost).toEqual([]);
  });
});

describe('the errors of a request', () => {
  it('are all in the table of the errors', () => {
    const places = ['server/', 'resolvers/', 'prisma/reader/', 'schema/'];
    const texts = sources.filter((path) => places.some((place) => path.startsWith(place)));
    const raised = /(?:(?:refuseRead|requestError)\(|RequestRefused\(\d+,|code:)\s*'([A-Z_]+)'/g;
    const codes = texts.flatMap((path) => [...textOf(path).matchAll(raised)].map(([, one]) => one));
    const rows = textOf('docs/errors.md').matchAll(/^\| `([A-Z_]+)` /gm);
    const told = new Set([...rows].map(([, one]) => one));
    expect([...new Set(codes)].filter((one) => !told.has(one))).toEqual([]);
  });
});
