import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  InvalidInput,
  cleanText,
  globalId,
  isCountryCode,
  isEmail,
  isPhone,
  isUuid,
  parseGlobalId,
  uuidOf,
} from '../../../modules/kernel/index.js';

const UUID = '0190a6f2-7c1e-7b5a-9d3e-2f1c4b5a6d7e';

describe('clean text', () => {
  it.each([
    ['  Bolt M8 \n', 'Bolt M8'],
    ['螺栓 M8', '螺栓 M8'],
    ['two\nlines\tand a tab', 'two\nlines\tand a tab'],
    ['🔩', '🔩'],
    ['', ''],
  ])('%j is kept as %j', (text, expected) => {
    expect(cleanText(text, { max: 30 })).toBe(expected);
  });

  it.each([
    ['a\u0000b', 'U+0000'],
    ['a\u001b[31m', 'U+001B'],
    ['a\u0085b', 'U+0085'],
    ['invoice\u202efdp.exe', 'U+202E'],
    ['a\u2066b', 'U+2066'],
    ['a\u200fb', 'U+200F'],
    ['a\ud800b', 'U+D800'],
    ['a\udc00', 'U+DC00'],
  ])('%j is refused for %s', (text, character) => {
    expect(() => cleanText(text, { max: 50 })).toThrow(
      expect.objectContaining({ code: 'TEXT_CHARACTER', params: { character } }),
    );
  });

  it('is counted in characters, not in halves of them', () => {
    expect(cleanText('🔩🔩🔩', { max: 3 })).toBe('🔩🔩🔩');
    expect(() => cleanText('🔩🔩🔩🔩', { max: 3 })).toThrow(InvalidInput);
    expect(() => cleanText('x'.repeat(10_000_000), { max: 3 })).toThrow(InvalidInput);
    expect(() => cleanText('   ', { max: 3, min: 1 })).toThrow(InvalidInput);
  });

  it('stays as it is once it is clean', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        let once = '';
        try {
          once = cleanText(text, { max: 40 });
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidInput);
        }
        expect(cleanText(once, { max: 40 })).toBe(once);
      }),
    );
  });
});

describe('formats', () => {
  it.each([
    ['ann@example.com', true],
    ["o'neil+orders@mail.example.co.uk", true],
    ['käufer@müller.example', true],
    ['ann@example', false],
    ['ann@@example.com', false],
    ['ann@-example.com', false],
    ['.ann@example.com', false],
    ['a..b@example.com', false],
    ['ann @example.com', false],
    ['ann@example..com', false],
    ['@example.com', false],
    [`${'a'.repeat(65)}@example.com`, false],
    [`a@${'b.'.repeat(200)}com`, false],
    ['', false],
  ])('%s as an e-mail address: %s', (text, expected) => {
    expect(isEmail(text)).toBe(expected);
  });

  it.each([
    ['+49 30 901820', true],
    ['(212) 555-0123', true],
    ['12345', true],
    ['1234', false],
    ['+1234567890123456', false],
    ['((((((((((', false],
    ['555-CALL-NOW', false],
    ['12345\n', false],
  ])('%j as a telephone number: %s', (text, expected) => {
    expect(isPhone(text)).toBe(expected);
  });

  it('takes two capital letters for a country', () => {
    expect(['DE', 'CN', 'US'].every(isCountryCode)).toBe(true);
    expect(['de', 'DEU', 'D', '', 'D1', 'DE\n'].some(isCountryCode)).toBe(false);
  });
});

describe('global ids', () => {
  it('lead to a type and a UUID and back', () => {
    expect(globalId('SalesOrder', UUID)).toBe(`SalesOrder:${UUID}`);
    expect(parseGlobalId(`SalesOrder:${UUID}`)).toEqual({ type: 'SalesOrder', uuid: UUID });
    expect(uuidOf('SalesOrder', `SalesOrder:${UUID}`)).toBe(UUID);
    expect(uuidOf('Item', `SalesOrder:${UUID}`)).toBeNull();
  });

  it('come back as they went, whichever UUID they carry', () => {
    fc.assert(
      fc.property(fc.uuid(), (uuid) => {
        expect(isUuid(uuid)).toBe(true);
        expect(parseGlobalId(globalId('Item', uuid))).toEqual({ type: 'Item', uuid });
      }),
    );
  });

  it.each([
    [''],
    [UUID],
    [`:${UUID}`],
    [`item:${UUID}`],
    [`Item:${UUID.toUpperCase()}`],
    [`Item:${UUID} `],
    [`Item:${UUID}\n`],
    [`A:Item:${UUID}`],
    [`Item::${UUID}`],
    ['Item:1'],
    [`__proto__:${UUID}`],
  ])('%j is none', (text) => {
    expect(parseGlobalId(text)).toBeNull();
  });

  it('carry UUIDs in lower case only', () => {
    expect(isUuid(UUID)).toBe(true);
    expect([UUID.toUpperCase(), `${UUID}\n`, `{${UUID}}`, ''].some(isUuid)).toBe(false);
  });
});
