import { describe, expect, it } from 'vitest';
import { RuleViolation } from '../../../modules/kernel/index.js';
import { checkKindChange } from '../../../modules/platform/custom-field-change.rules.js';
import { cleanValue } from '../../../modules/platform/custom-field-value.rules.js';
import {
  cleanFieldCode,
  customFieldKinds,
  freeKey,
  lengthLimit,
  type CustomFieldKind,
  type CustomFieldShape,
} from '../../../modules/platform/custom-field.rules.js';

const shape = (kind: CustomFieldKind, more: Partial<CustomFieldShape> = {}): CustomFieldShape => ({
  kind,
  ...{ isRequired: false, isUnique: false, isIndexed: false, minimum: null, maximum: null },
  ...{ maxLength: null, pattern: null },
  choices: kind.startsWith('CHOICE') ? [{ code: 'A', labels: [], isRetired: false }] : null,
  references: kind === 'REFERENCE' ? 'Item' : null,
  ...more,
});

/** The code of what refuses a value; null when it is taken. */
function codeOf(kind: CustomFieldKind, value: unknown, more: Partial<CustomFieldShape> = {}) {
  try {
    cleanValue(shape(kind, more), value);
    return null;
  } catch (error) {
    if (error instanceof RuleViolation) return error.code;
    throw error;
  }
}

const item = 'Item:018f0000-0000-7000-8000-000000000001';

describe('a value of a custom field', () => {
  it.each<[CustomFieldKind, unknown, unknown]>([
    ['TEXT', '  a text ', 'a text'],
    ['INTEGER', '12', 12],
    ['INTEGER', -0, 0],
    ['DECIMAL', '12345678901234567.1234560', '12345678901234567.123456'],
    ['DECIMAL', '1e3', '1000'],
    ['MONEY', { amount: '1.50', currency: 'EUR' }, { amount: '1.5', currency: 'EUR' }],
    ['QUANTITY', { value: 2, unit: 'KGM' }, { value: '2', unit: 'KGM' }],
    ['BOOLEAN', false, false],
    ['DATE', '2024-02-29', '2024-02-29'],
    ['DATE_TIME', '9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
    ['CHOICE', 'A', 'A'],
    ['CHOICES', ['A', 'A'], ['A']],
    ['CHOICES', [], []],
    ['REFERENCE', item, item.slice(5)],
    ['FILE_LINK', 'https://files.example/ä', 'https://files.example/%C3%A4'],
  ])('of kind %s takes %j', (kind, value, kept) => {
    expect(cleanValue(shape(kind), value)).toEqual(kept);
  });

  it.each([
    { eq: 'x' },
    { $ne: null },
    { $gt: '' },
    JSON.parse('{"__proto__": {"amount": "1"}}'),
    JSON.parse('{"__proto__": "1", "constructor": "2"}'),
    { amount: '1', currency: 'EUR', more: '1' },
    [['A']],
    [{ code: 'A' }],
    Object.create(null),
    Symbol.iterator,
    () => 'A',
    NaN,
    Infinity,
    2 ** 53,
    '1e400',
    'NaN',
    '\0',
    'a\ud800',
    '\u202eabc',
    'constructor',
    '__proto__',
  ])('is nothing else (%#)', (value) => {
    const plain = typeof value === 'string' ? ['TEXT'] : [];
    const refused = customFieldKinds.filter((kind) => codeOf(kind, value) !== null);
    const taken = customFieldKinds.filter((kind) => codeOf(kind, value) === null);
    expect(taken.every((kind) => plain.includes(kind))).toBe(true);
    expect(refused.length).toBeGreaterThanOrEqual(customFieldKinds.length - 1);
  });

  it.each([
    ['javascript:alert(1)'],
    ['data:text/html,x'],
    ['file:///etc/passwd'],
    ['https://user:secret@files.example/'],
    ['//files.example/x'],
    ['not a link'],
  ])('of kind FILE_LINK leads to the web: not %s', (link) => {
    expect(codeOf('FILE_LINK', link)).toBe('CUSTOM_FIELD_LINK');
  });

  it('is a text of 10,000 characters where nothing limits it', () => {
    const long = '长'.repeat(10_000);
    expect(cleanValue(shape('TEXT'), long)).toBe(long);
    expect(codeOf('TEXT', long, { isUnique: true })).toBe('TEXT_TOO_LONG');
    expect(codeOf('TEXT', long, { pattern: '.*' })).toBe('TEXT_TOO_LONG');
    expect(lengthLimit(shape('TEXT', { maxLength: 5, isIndexed: true }))).toBe(5);
  });

  it('is compared with a hostile pattern in time', () => {
    const text = `${'a'.repeat(999)}!`;
    const since = performance.now();
    for (const pattern of ['(a+)+$', '(a|aa)*$', '(a?){200}a{200}', '([a-zA-Z]+)*$'])
      expect(codeOf('TEXT', text, { pattern })).toBe('CUSTOM_FIELD_PATTERN_MISSED');
    // A backtracking matcher would take years; this one some hundredths of a second.
    expect(performance.now() - since).toBeLessThan(10_000);
  });

  it('fits a pattern as a whole', () => {
    expect(codeOf('TEXT', 'AB-1', { pattern: '[A-Z]{2}-\\d' })).toBeNull();
    expect(codeOf('TEXT', 'xAB-1', { pattern: '[A-Z]{2}-\\d' })).toBe(
      'CUSTOM_FIELD_PATTERN_MISSED',
    );
  });
});

describe('the code of a custom field', () => {
  it('is no name that every object has', () => {
    for (const name of [...Object.getOwnPropertyNames(Object.prototype), 'prototype', 'value'])
      expect(() => cleanFieldCode(name)).toThrow(RuleViolation);
  });

  it('keeps its values under a key that no field had before', () => {
    expect(freeKey('a', new Set())).toBe('a');
    expect(freeKey('a', new Set(['a', 'a2']))).toBe('a3');
  });
});

describe('the kind of a custom field', () => {
  it('changes to a wider one only', () => {
    const allowed = customFieldKinds.flatMap((from) =>
      customFieldKinds
        .filter((to) => {
          try {
            checkKindChange(from, to);
            return from !== to;
          } catch {
            return false;
          }
        })
        .map((to) => `${from} ${to}`),
    );
    expect(allowed.sort()).toEqual(['CHOICE TEXT', 'FILE_LINK TEXT', 'INTEGER DECIMAL']);
  });
});
