import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { modules, root, sources, textOf, topFolders } from './sources.js';

const lineCount = (path: string): number => textOf(path).trimEnd().split('\n').length;

describe('the rooms of the house', () => {
  it('has no room at the top that is not in its plan', () => {
    expect(topFolders.found.filter((name) => !topFolders.allowed.includes(name))).toEqual([]);
  });

  it('has no room for leftovers', () => {
    const leftover = /(^|\/)(src|lib|libs|utils?|common|helpers?|misc|shared)(\/|$)/;
    expect(sources.filter((path) => leftover.test(dirname(path)))).toEqual([]);
  });

  it('names no file or type after a role that says nothing', () => {
    const vague = /\b(class|interface|type|function|const) \w*(Manager|Helper|Utils?|Handler)\b/;
    expect(sources.filter((path) => vague.test(textOf(path)))).toEqual([]);
    expect(sources.filter((path) => /(manager|helper|util|handler)/.test(basename(path)))).toEqual(
      [],
    );
  });
});

describe.each(modules)('the module %s', (module) => {
  const has = (file: string): boolean => existsSync(join(root, 'modules', module, file));
  const files = sources.filter((path) => path.startsWith(`modules/${module}/`));
  const texts = files.map(textOf).join('\n');

  it('says what it owns in at most thirty lines', () => {
    expect(has('README.md')).toBe(true);
    expect(lineCount(`modules/${module}/README.md`)).toBeLessThanOrEqual(30);
  });

  it('has one door', () => {
    expect(has('index.ts')).toBe(true);
  });

  it('keeps permissions, refusals and facts in files of their own', () => {
    const isBusiness = files.some((path) => path.endsWith('.service.ts'));
    if (isBusiness && !['events', 'kernel'].includes(module)) {
      expect(has('permissions.ts')).toBe(true);
    }
    const refusals = files.filter((path) => /extends \w*RuleViolation\b/.test(textOf(path)));
    const elsewhere = refusals.filter((path) => !/[/.](errors|refusals)\.ts$/.test(path));
    expect(elsewhere).toEqual([]);
    if (/\btx\.emit\(/.test(texts)) expect(has('events.ts')).toBe(true);
  });
});
