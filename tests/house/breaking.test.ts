import { describe, expect, it } from 'vitest';
import { unlistedBreakingChanges } from '../audit/breaking.js';
import { textOf } from './sources.js';

describe('the graph since its last release', () => {
  it('breaks no client, save by what is listed', async () => {
    expect(await unlistedBreakingChanges(textOf('schema/schema.graphql'))).toEqual([]);
  });

  it.each([
    ['a field that is gone', 'type Query { a(b: Int): Int }', 1],
    ['an argument that must be given', 'type Query { a(b: Int!): Int c: String }', 1],
    ['a value that may be null', 'type Query { a(b: Int): Int c: Int }', 1],
    ['another field', 'type Query { a(b: Int): Int c: String d: Int }', 0],
    ['another argument', 'type Query { a(b: Int, e: Int): Int c: String }', 0],
  ])('is found out by %s', async (_, now, breaks) => {
    const before = 'type Query { a(b: Int): Int c: String }';
    expect(await unlistedBreakingChanges(now, before)).toHaveLength(breaks);
  });
});
