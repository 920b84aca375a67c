import { describe, expect, it } from 'vitest';
import { RuleViolation, attempt } from '../../../modules/kernel/index.js';
import {
  checkGrant,
  cleanPermissions,
  cleanReach,
  covers,
  effectivePermissions,
} from '../../../modules/auth/grants.rules.js';
import { checkExpiry, cleanRoleCode } from '../../../modules/auth/input.rules.js';
import { allPermissions } from '../../../modules/permissions.js';

function codeOf(rule: () => unknown): string {
  const result = attempt(rule);
  return result instanceof RuleViolation ? result.code : 'accepted';
}

describe('permissions', () => {
  it('are named module, noun, verb, and each once', () => {
    const odd = allPermissions.filter((one) => !/^[a-z]+(\.[a-z][A-Za-z]*){2}$/.test(one));
    expect(odd).toEqual([]);
    expect(new Set(allPermissions).size).toBe(allPermissions.length);
  });

  it('are taken once each and in order, and unknown ones are refused', () => {
    const names = ['platform.company.read', 'auth.role.read', 'platform.company.read'];
    expect(cleanPermissions(names)).toEqual(['auth.role.read', 'platform.company.read']);
    for (const name of ['sales.everything', '__proto__', '']) {
      expect(codeOf(() => cleanPermissions([name]))).toBe('PERMISSION_UNKNOWN');
    }
  });
});

describe('granting', () => {
  const grantor = { permissions: new Set(['auth.role.read', 'auth.actor.read']) };

  it('passes on what one has', () => {
    expect(codeOf(() => checkGrant(grantor, ['auth.role.read']))).toBe('accepted');
    expect(codeOf(() => checkGrant(grantor, []))).toBe('accepted');
  });

  it('refuses what one does not have and names it', () => {
    const refused = attempt(() => checkGrant(grantor, ['auth.role.read', 'auth.apiKey.issue']));
    expect(refused).toMatchObject({
      code: 'GRANT_EXCEEDS_GRANTOR',
      params: { missing: 'auth.apiKey.issue' },
    });
  });

  it.each([
    ['ALL', ['c1'], 'accepted'],
    ['ALL', 'ALL', 'accepted'],
    [['c1', 'c2'], ['c2'], 'accepted'],
    [['c1'], ['c1', 'c2'], 'NOT_FOUND'],
    [['c1'], 'ALL', 'GRANT_EXCEEDS_GRANTOR'],
    [[], [], 'accepted'],
  ] as const)('from a grantor of %j the companies %j: %s', (companies, reach, expected) => {
    expect(codeOf(() => cleanReach({ companies }, reach))).toBe(expected);
  });

  it.each([
    ['ALL', 'ALL', true],
    ['ALL', ['c1'], true],
    [['c1'], 'ALL', false],
    [['c1'], ['c1'], true],
    [['c1'], ['c2'], false],
    [[], [], true],
  ] as const)('tells whether %j covers %j: %s', (wide, narrow, expected) => {
    expect(covers(wide, narrow)).toBe(expected);
  });
});

describe('what a key may do', () => {
  it('is all that the roles grant when it has no scopes', () => {
    expect([...effectivePermissions(['a', 'b'], [])]).toEqual(['a', 'b']);
  });

  it('is what the roles grant within its scopes, and never more', () => {
    expect([...effectivePermissions(['a', 'b'], ['b', 'c'])]).toEqual(['b']);
    expect([...effectivePermissions([], ['c'])]).toEqual([]);
  });

  it('begins before it ends', () => {
    const now = new Date('2026-03-02T08:00:00Z');
    expect(codeOf(() => checkExpiry(now, now))).toBe('EXPIRY_IN_THE_PAST');
    expect(codeOf(() => checkExpiry(new Date(now.getTime() + 1), now))).toBe('accepted');
    expect(codeOf(() => checkExpiry(null, now))).toBe('accepted');
  });
});

describe('role codes', () => {
  it.each([
    ['BUYER', 'accepted'],
    ['SHIFT_2', 'accepted'],
    ['buyer', 'CODE_MALFORMED'],
    ['', 'CODE_MALFORMED'],
    ['A'.repeat(41), 'CODE_MALFORMED'],
  ])('%s: %s', (code, expected) => {
    expect(codeOf(() => cleanRoleCode(code))).toBe(expected);
  });
});
