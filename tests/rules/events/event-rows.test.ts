import { describe, expect, it } from 'vitest';
import { eventRows } from '../../../modules/events/event-rows.rules.js';
import { fact } from '../../../modules/events/fact.js';
import { refusalsOf, Refused } from '../../../modules/events/refusal-store.js';
import {
  canSee,
  InvalidInput,
  mustSee,
  NotFound,
  StaleVersion,
  type Actor,
} from '../../../modules/kernel/index.js';

const roleChanged = fact<'Role', { readonly why: string }>('test.roleChanged', 'Role');
const companyChanged = fact<'Company'>('test.companyChanged', 'Company');
const keyIssued = fact<'ApiKey'>('test.keyIssued', 'ApiKey');
const seriesCreated = fact<'NumberSeries'>('test.seriesCreated', 'NumberSeries');

const createdAt = new Date('2026-03-02T08:00:00Z');
const role = { id: 'r1', version: 1, code: 'A', name: 'A', permissions: ['x'], createdAt };
const key = {
  ...{
    id: 'k1',
    version: 1,
    actorId: 'a1',
    name: 'Key',
    hint: 'tlk_',
    scopes: [],
    app: null,
    createdAt,
  },
  ...{ expiresAt: null, revokedAt: null },
};

let next = 0;
const newId = () => `id-${(next += 1)}`;

describe('writing facts into the log', () => {
  it('tells which fields changed, from what to what, without the version', () => {
    const after = { ...role, version: 2, name: 'B', permissions: ['x', 'y'] };
    const told = roleChanged({ before: role, after, data: { why: 'test' } });
    expect(eventRows([told], newId)).toMatchObject([
      {
        type: 'test.roleChanged',
        documentType: 'Role',
        documentId: 'r1',
        version: 2,
        companyId: null,
        changedFields: ['name', 'permissions'],
        changes: { name: { from: 'A', to: 'B' }, permissions: { from: '["x"]', to: '["x","y"]' } },
        data: { why: 'test' },
      },
    ]);
  });

  it('gives each fact its place, and two ids of its own', () => {
    const told = roleChanged({ before: null, after: role, data: { why: 'test' } });
    const rows = eventRows([told, told], newId);
    expect(rows.map(({ place }) => place)).toEqual([0, 1]);
    expect(new Set(rows.flatMap(({ id, auditId }) => [id, auditId])).size).toBe(4);
  });

  it('never tells what a secret could be compared with', () => {
    const withHash = { ...key, hash: 'a hash' };
    const [row] = eventRows([keyIssued({ before: null, after: withHash, data: {} })], newId);
    expect(JSON.stringify(row)).not.toContain('hash');
  });
});

describe('the company of a fact', () => {
  const series = { id: 's1', version: 1, code: 'X', pattern: '{#}', isGapFree: false, createdAt };

  it('is the one on the document', () => {
    const after = { ...series, companyId: 'c1' };
    expect(seriesCreated({ before: null, after, data: {} }).companyId).toBe('c1');
  });

  it('is none for what belongs to the group', () => {
    const after = { ...series, companyId: '00000000-0000-0000-0000-000000000000' };
    expect(seriesCreated({ before: null, after, data: {} }).companyId).toBeNull();
    expect(keyIssued({ before: null, after: key, data: {} }).companyId).toBeNull();
  });

  it('is the company itself when it is what changed', () => {
    const after = { id: 'c1', version: 1 } as Parameters<typeof companyChanged>[0]['after'];
    expect(companyChanged({ before: null, after, data: {} }).companyId).toBe('c1');
  });
});

describe('keeping a refusal', () => {
  it('keeps its type, code, message, params and path as plain JSON', () => {
    const refusals = refusalsOf(new StaleVersion('Role', 'r1', 2, 3).at('lines', 1));
    expect(JSON.parse(JSON.stringify(refusals))).toEqual([
      {
        type: 'StaleVersion',
        code: 'STALE_VERSION',
        message: 'Role r1 is at version 3, not 2.',
        params: { type: 'Role', id: 'r1', expectedVersion: 2, currentVersion: 3 },
        path: ['lines', 1],
        retryable: false,
      },
    ]);
  });

  it('keeps every one of several, and takes a bug for none', () => {
    const both = new Refused([new InvalidInput('A', 'No.'), new InvalidInput('B', 'No.')]);
    expect(refusalsOf(both)?.map(({ code }) => code)).toEqual(['A', 'B']);
    expect(refusalsOf(new TypeError('bug'))).toBeNull();
  });
});

describe('which companies an actor sees', () => {
  const limited: Actor = {
    ...{ id: 'a1', name: 'A', kind: 'PERSON', permissions: new Set<string>() },
    companies: ['c1'],
  };

  it('shows him his own and what the group shares', () => {
    expect(['c1', null, 'c2'].map((id) => canSee(limited, id))).toEqual([true, true, false]);
    expect(canSee({ ...limited, companies: 'ALL' }, 'c2')).toBe(true);
  });

  it('does not tell a hidden company from one that does not exist', () => {
    expect(() => mustSee(limited, 'c2')).toThrow(new NotFound('Company', 'c2'));
    expect(() => mustSee(limited, 'c1')).not.toThrow();
  });
});
