import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graph } from '../../../resolvers/graph.js';
import { costLimits } from '../../../server/admission.js';
import { createDocuments } from '../../../server/documents.js';
import { isRefused } from '../../../server/prepare.js';

/** How many documents are generated, and the milliseconds of processor time each may take. */
const RUNS = 5000;
const MOST_MILLISECONDS = 100;

const repeated = (count: number, text: (place: number) => string) =>
  Array.from({ length: count }, (_, place) => text(place)).join(' ');
const many = fc.integer({ min: 40, max: 1000 });
const name = fc.constantFrom('items', 'salesOrders', 'customers', 'workOrders', 'node', '__schema');
const text = fc.string({ maxLength: 40, unit: 'binary' });

/** One family of attacks each; what is not refused by its form is refused by its cost. */
const families = {
  depth: many.map((n) => `${'{ a '.repeat(n * 5)}${'}'.repeat(n * 5)}`),
  unclosed: many.map((n) => '{ a '.repeat(n * 5)),
  brackets: many.map((n) => `{ items(where: ${'['.repeat(n * 4)}) { nodes { id } } }`),
  aliases: fc
    .tuple(many, name)
    .map(([n, field]) => `{ ${repeated(n, (at) => `a${at}: ${field} { id }`)} }`),
  repeats: many.map((n) => `{ ${'items { nodes { id } } '.repeat(n)} }`),
  nestedRepeats: fc
    .integer({ min: 11, max: 20 })
    .map((n) => `{ ${`items { ${'nodes { id } '.repeat(n)} } `.repeat(n)} }`),
  cycle: fc
    .integer({ min: 1, max: 50 })
    .map(
      (n) => `{ ...F0 } ${repeated(n, (at) => `fragment F${at} on Query { ...F${(at + 1) % n} }`)}`,
    ),
  doubling: fc.integer({ min: 14, max: 59 }).map(
    (
      n,
    ) => `{ ...F0 } ${repeated(n, (at) => `fragment F${at} on Query { ...F${at + 1} ...F${at + 1} }`)}
        fragment F${n} on Query { items { nodes { id } } }`,
  ),
  directives: many.map((n) => `{ items ${'@skip(if: false) '.repeat(n)} { nodes { id } } }`),
  spreadDirectives: many.map(
    (n) => `{ ${repeated(n, (at) => `f${at} @include(if: true) @skip(if: false)`)} }`,
  ),
  variables: many.map(
    (n) => `query (${repeated(n, (at) => `$v${at}: Int @x @y`)}) { items { nodes { id } } }`,
  ),
  operations: many.map((n) => repeated(n, (at) => `query Q${at} { items { nodes { id } } }`)),
  tokens: many.map((n) => `{ ${'x '.repeat(n * 10)} }`),
  filter: many.map(
    (n) => `{ items(where: ${'{not: '.repeat(n)}{}${'}'.repeat(n)}) { nodes { idd } } }`,
  ),
  unknown: fc
    .tuple(many, name)
    .map(([n, field]) => `{ ${field} { ${repeated(n, (at) => `x${at}`)} } }`),
  guesses: text.map((word) => `{ items { nodes { ${word.replace(/\W/g, '')}zz(a: 1) { b } } } }`),
  nul: text.map((word) => `{ item(by: {id: ${JSON.stringify(`${word}\0`)}}) { id } }`),
  noise: text.map((word) => `${word}{`),
  pages: fc
    .integer({ min: costLimits.max, max: 2 ** 31 - 1 })
    .map((n) => `{ items(first: ${n}) { nodes { id } } }`),
  products: fc.integer({ min: 216, max: 250 }).map(
    (n) => `{ salesOrders(first: ${n}) { nodes { lines(first: ${n}) { nodes {
      workOrders(first: ${n}) { nodes { id } } } } } } }`,
  ),
  types: many.map((n) => `{ ${repeated(n, (at) => `... on T${at} { id }`)} }`),
};

describe('a hostile document', () => {
  const hostile = fc.oneof(...Object.values(families));

  it('is refused in less than a tenth of a second, whatever it is made of', () => {
    const documents = createDocuments({ schema: graph, execution: 'compiled' });
    const permissions = new Set<string>();
    const judge = (document: string) => {
      const began = process.cpuUsage();
      const prepared = documents.prepareText(document, null, permissions);
      const isStopped = isRefused(prepared) || prepared.costing.of({}) > costLimits.max;
      const { user, system } = process.cpuUsage(began);
      return { isStopped, milliseconds: (user + system) / 1000 };
    };
    // What is compiled at first is no document's fault.
    for (const document of fc.sample(hostile, { numRuns: 100, seed: 1 })) judge(document);
    const slow: string[] = [];
    fc.assert(
      fc.property(hostile, (document) => {
        const { isStopped, milliseconds } = judge(document);
        if (milliseconds > MOST_MILLISECONDS)
          slow.push(`${milliseconds}: ${document.slice(0, 80)}`);
        expect(isStopped).toBe(true);
      }),
      { numRuns: RUNS },
    );
    // The collector of garbage works beside, and is counted to whichever document it meets.
    expect(slow.filter((one) => Number.parseInt(one) > 3 * MOST_MILLISECONDS)).toEqual([]);
    expect(slow.length).toBeLessThanOrEqual(RUNS / 1000);
  });

  it.each(Object.keys(families))('of the kind %s is among them', (kind) => {
    const documents = createDocuments({ schema: graph, execution: 'compiled' });
    for (const document of fc.sample(families[kind as keyof typeof families], 5)) {
      const prepared = documents.prepareText(document, null, new Set());
      expect(isRefused(prepared) || prepared.costing.of({}) > costLimits.max).toBe(true);
    }
  });
});
