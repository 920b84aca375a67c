import { describe, expect, it } from 'vitest';
import { RuleViolation, attempt } from '../../../modules/kernel/index.js';
import { cleanAppCode } from '../../../modules/auth/input.rules.js';
import {
  cleanDocuments,
  cleanRelease,
  documentIdOf,
} from '../../../modules/auth/trusted-document.rules.js';

const hello = { id: documentIdOf('{ hello }'), text: '{ hello }' };

function refusalOf(rule: () => unknown) {
  const result = attempt(rule);
  return result instanceof RuleViolation ? [result.code, result.path] : result;
}

describe('the documents of a manifest', () => {
  it('are named by the SHA-256 of their text', () => {
    expect(documentIdOf('abc')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  it('are taken once each, with the name of the hash or without', () => {
    expect(cleanDocuments([hello, { ...hello, id: `sha256:${hello.id}` }])).toEqual([hello]);
  });

  it.each([
    ['another id', { ...hello, id: documentIdOf('{ other }') }, 'DOCUMENT_ID_MISMATCH', 'id'],
    ['another hash', { ...hello, id: `sha1:${hello.id}` }, 'DOCUMENT_ID_MISMATCH', 'id'],
    ['no text', { id: documentIdOf(' '), text: ' ' }, 'DOCUMENT_LENGTH', 'text'],
    ['too long a text', { id: '', text: 'a'.repeat(100_001) }, 'DOCUMENT_LENGTH', 'text'],
  ])('are refused with %s, at their place', (_, document, code, field) => {
    expect(refusalOf(() => cleanDocuments([hello, document]))).toEqual([code, [1, field]]);
  });

  it('are at most 1,000 at once', () => {
    const many = Array.from({ length: 1001 }, () => hello);
    expect(refusalOf(() => cleanDocuments(many))).toEqual(['LIMIT_EXCEEDED', []]);
  });
});

describe('the code of an app and the name of a release', () => {
  it('are taken as they are written in registries', () => {
    expect([cleanAppCode(' shop-floor '), cleanRelease(' 1.4.0-rc.1 ')]).toEqual([
      'shop-floor',
      '1.4.0-rc.1',
    ]);
  });

  it.each(['', 'Shop', '1shop', 'shop floor', `a${'b'.repeat(64)}`, '__proto__'])(
    'refuse %j as a code',
    (text) => {
      expect(refusalOf(() => cleanAppCode(text))).toEqual(['CODE_MALFORMED', []]);
    },
  );
});
