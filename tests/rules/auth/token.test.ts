import { describe, expect, it } from 'vitest';
import { hashOf, hintOf, isSameHash, isToken, newToken } from '../../../modules/auth/token.js';

describe('tokens', () => {
  it('carry 32 random bytes behind a prefix by which a leak is recognised', () => {
    const token = newToken();
    expect(token).toMatch(/^tlk_[A-Za-z0-9_-]{43}$/);
    expect(newToken()).not.toBe(token);
    expect(isToken(token)).toBe(true);
  });

  it('are hashed as anybody can check: SHA-256 of "abc"', () => {
    expect(hashOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('are recognised by eight characters, which are of no use', () => {
    expect(hintOf('tlk_abcdefgh')).toBe('tlk_abcd');
  });

  it.each([
    ['short'],
    ['x'.repeat(31)],
    ['x'.repeat(257)],
    [`${'x'.repeat(40)} `],
    [`${'x'.repeat(40)}\n`],
    [`${'x'.repeat(40)}é`],
    [''],
  ])('do not look like %j', (text) => {
    expect(isToken(text)).toBe(false);
  });

  it('compare equal only to themselves', () => {
    const hash = hashOf(newToken());
    expect(isSameHash(hash, hash)).toBe(true);
    expect(isSameHash(hash, hashOf(newToken()))).toBe(false);
    expect(isSameHash(hash, hash.slice(2))).toBe(false);
  });
});
