import { describe, expect, it } from 'vitest';
import ts from 'typescript';
import { sources, textOf } from './sources.js';

const LONGEST_FILE = 300;
const LONGEST_FUNCTION = 70;
const LONGEST_LINE = 100;

const isTest = (path: string): boolean => path.startsWith('tests/') || path.startsWith('bench/');

/** The functions of a file that are longer than allowed, by the line they begin on. */
function longFunctions(path: string): string[] {
  const file = ts.createSourceFile(path, textOf(path), ts.ScriptTarget.Latest, false);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) {
      const first = file.getLineAndCharacterOfPosition(node.getStart(file)).line;
      const last = file.getLineAndCharacterOfPosition(node.getEnd()).line;
      if (last - first + 1 > LONGEST_FUNCTION) found.push(`${path}:${first + 1}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

describe('the size of things', () => {
  it(`has no file of more than ${LONGEST_FILE} lines`, () => {
    const tooLong = sources.filter((path) => textOf(path).split('\n').length > LONGEST_FILE + 1);
    expect(tooLong).toEqual([]);
  });

  it(`has no function of more than ${LONGEST_FUNCTION} lines outside tests`, () => {
    expect(sources.filter((path) => !isTest(path)).flatMap(longFunctions)).toEqual([]);
  });

  it(`has no line of more than ${LONGEST_LINE} columns, save what cannot be broken`, () => {
    const tooWide = sources.flatMap((path) =>
      textOf(path)
        .split('\n')
        .flatMap((line, index) => {
          const isUnbroken = /^\s*(\/\/|\*)?\s*\S+$|['"`/]/.test(line);
          return line.length > LONGEST_LINE && !isUnbroken ? [`${path}:${index + 1}`] : [];
        }),
    );
    expect(tooWide).toEqual([]);
  });
});
