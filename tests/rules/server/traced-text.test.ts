import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { documentWithoutLiterals, statementWithoutLiterals } from '../../../server/traced-text.js';

describe('a document in a trace', () => {
  it.each([
    ['a text', '{ a(b: "secret") }', '{ a(b: "") }'],
    ['a block of text', '{ a(b: """secret""") }', '{ a(b: "") }'],
    ['numbers', '{ a(b: 12, c: -1.5e3) }', '{ a(b: 0, c: 0) }'],
    ['lists and objects', '{ a(b: [{ c: "x" }, { c: 4 }]) }', '{ a(b: [{c: ""}, {c: 0}]) }'],
    ['a default', 'query ($a: Int = 7) { a(b: $a) }', 'query ($a: Int = 0) { a(b: $a) }'],
    ['a directive', '{ a @k(key: "secret") }', '{ a @k(key: "") }'],
    ['names, choices and truths', '{ x: a(b: RED, c: true, d: null) }', '{ x: a(b: RED, c: true, d: null) }'], // prettier-ignore
    ['a fragment', '{ ...F } fragment F on Q { a(b: "x") }', '{ ...F } fragment F on Q { a(b: "") }'], // prettier-ignore
  ])('%s', (_what, text, expected) => {
    const told = documentWithoutLiterals(parse(text));
    expect(told.replace(/\s+/g, ' ')).toBe(expected);
  });

  it('is not longer than a collector takes', () => {
    const fields = Array.from({ length: 3_000 }, (_, at) => `field${at}`).join(' ');
    expect(documentWithoutLiterals(parse(`{ ${fields} }`))).toHaveLength(8_193);
  });
});

describe('a statement in a trace', () => {
  it.each([
    ["select 'a', $1", 'select ?, $1'],
    ['select \'it\'\'s\', "Item"."code"', 'select ?, "Item"."code"'],
    ['  begin; select 1', 'begin; select 1'],
  ])('%s', (text, expected) => {
    expect(statementWithoutLiterals(text)).toBe(expected);
  });
});
