import { describe, expect, it } from 'vitest';
import { getIntrospectionQuery, parse } from 'graphql';
import { limitRefusal } from '../../../server/limits.js';

const refusedFor = (text: string) => limitRefusal(parse(text))?.extensions.limit ?? null;
const times = (count: number, text: (place: number) => string) =>
  Array.from({ length: count }, (_, place) => text(place)).join(' ');
const nested = (depth: number) => `${'{ a '.repeat(depth)}${'}'.repeat(depth)}`;

/** Fragments of which each spreads the next one twice: two to the power of their number. */
const doubling = (count: number) =>
  `{ ...F0 } ${times(count, (n) => `fragment F${n} on Q { ...F${n + 1} x { ...F${n + 1} } }`)}
   fragment F${count} on Q { a }`;

describe('the limits of a document', () => {
  it('lets an introspection of the whole schema pass', () => {
    expect(refusedFor(getIntrospectionQuery())).toBeNull();
  });

  it.each([
    ['20 levels', nested(20), null],
    ['21 levels', nested(21), 'depth'],
    ['1,000 levels', nested(1000), 'depth'],
    ['levels hidden in fragments', `{ a { ...F } } fragment F on Q ${nested(20)}`, 'depth'],
    ['30 aliases', `{ ${times(30, (n) => `a${n}: a`)} }`, null],
    ['1,000 aliases', `{ ${times(1000, (n) => `a${n}: a`)} }`, 'aliases'],
    [
      'aliases that a fragment multiplies',
      `{ ${times(4, (n) => `f${n} { ...F }`)} }
      fragment F on Q { ${times(10, (n) => `a${n}: a`)} }`,
      'aliases',
    ],
    ['5 directives on a field', `{ a ${'@skip(if: false) '.repeat(5)} }`, null],
    ['6 directives on a field', `{ a ${'@skip(if: false) '.repeat(6)} }`, 'directivesOnNode'],
    ['6 directives on an operation', `query ${'@x '.repeat(6)} { a }`, 'directivesOnNode'],
    ['100 directives in all', `{ ${times(50, (n) => `f${n} @x @y`)} }`, null],
    ['102 directives in all', `{ ${times(51, (n) => `f${n} @x @y`)} }`, 'directives'],
    [
      'directives on variables',
      `query (${times(60, (n) => `$v${n}: Int @x @y`)}) { a }`,
      'directives',
    ],
    ['one field 20 times', `{ ${'a '.repeat(20)} }`, null],
    ['one field 21 times', `{ ${'a '.repeat(21)} }`, 'repeats'],
    ['one field 21 times, in inline fragments', `{ ${'... { a } '.repeat(21)} }`, 'repeats'],
    [
      '10 times 10 times one field',
      `{ ${`a { ${'b { c } '.repeat(10)} } `.repeat(11)} }`,
      'repeatsInAll',
    ],
    ['61 fragments', `{ a } ${times(61, (n) => `fragment F${n} on Q { a }`)}`, 'fragments'],
    ['31 operations', times(31, (n) => `query Q${n} { a }`), 'operations'],
    ['fragments that double 15 times', doubling(15), 'selections'],
    ['3,001 selections', `{ ${times(3001, (n) => `f${n}`)} }`, 'selections'],
  ])('%s', (_, text, limit) => {
    expect(refusedFor(text)).toBe(limit);
  });

  it('leaves a cycle of fragments to validation', () => {
    const text = '{ ...A } fragment A on Q { a { ...B } } fragment B on Q { a { ...A } }';
    expect(refusedFor(text)).toBeNull();
  });
});
