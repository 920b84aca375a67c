import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  afterCursor,
  decodeCursor,
  encodeCursor,
  listFingerprint,
  orderClause,
  reversed,
  termsOf,
  type TermSql,
} from '../../../prisma/reader/order.js';
import { sqlDraft } from '../../../prisma/reader/sql.js';
import { Order, reader } from './nouns.js';

/** The columns of a table under the alias t. */
const own: TermSql = ({ column }) => `t."${column}"`;
const terms = (...orderBy: Record<string, unknown>[]) => termsOf(Order, orderBy, reader());
const clause = (...orderBy: Record<string, unknown>[]) => orderClause(terms(...orderBy), own);

describe('the order of a list', () => {
  it('ends with the id, in the direction of the last field', () => {
    expect(clause()).toBe(' order by t."id"');
    expect(clause({ number: { direction: 'DESC' } })).toBe(
      ' order by t."number" desc, t."id" desc',
    );
    expect(clause({ number: { direction: 'DESC' } }, { count: {} })).toBe(
      ' order by t."number" desc, t."count", t."id"',
    );
  });

  it('says where nulls stand only where there can be any', () => {
    expect(clause({ wantedOn: {} })).toContain('"wantedOn" nulls last,');
    expect(clause({ wantedOn: { direction: 'DESC' } })).toContain('"wantedOn" desc nulls first,');
    expect(clause({ wantedOn: { nulls: 'FIRST' } })).toContain('"wantedOn" nulls first,');
    expect(clause({ number: { nulls: 'FIRST' } })).not.toContain('nulls');
  });

  it('turned twice is itself', () => {
    const order = terms({ wantedOn: { direction: 'DESC' } }, { number: {} });
    expect(reversed(reversed(order))).toEqual(order);
    expect(orderClause(reversed(order), own)).toBe(
      ' order by t."wantedOn" nulls last, t."number" desc, t."id" desc',
    );
  });

  it('takes one field in each entry, and none that the actor may not read', () => {
    const refused = (orderBy: Record<string, unknown>[], permissions?: string[]) => () =>
      termsOf(Order, orderBy, reader(permissions));
    expect(refused([{}])).toThrow('exactly one field');
    expect(refused([{ number: {}, count: {} }])).toThrow('exactly one field');
    expect(refused([{ number: null }])).toThrow('exactly one field');
    expect(refused([{ margin: {} }], ['Order.read'])).toThrow('permission');
  });
});

describe('what comes behind a cursor', () => {
  const behind = (values: (string | null)[], ...orderBy: Record<string, unknown>[]) => {
    const draft = sqlDraft();
    const sql = afterCursor(terms(...orderBy), values, own, draft);
    return { sql, values: draft.values };
  };

  it('is one comparison of rows where all fields go one way and none is null', () => {
    expect(behind(['A', 'u'], { number: {} })).toEqual({
      sql: '(t."number", t."id") > ($1::text, $2::uuid)',
      values: ['A', 'u'],
    });
    expect(behind(['A', 'u'], { number: { direction: 'DESC' } }).sql).toContain(' < ');
  });

  it('includes the rows without a value when they stand last', () => {
    const { sql } = behind(['2026-01-01', 'u'], { wantedOn: {} });
    expect(sql).toContain('t."wantedOn" is null');
    expect(behind(['2026-01-01', 'u'], { wantedOn: { nulls: 'FIRST' } }).sql).not.toContain(
      'is null)',
    );
  });

  it('includes the rows with a value when those without stood first', () => {
    const { sql } = behind([null, 'u'], { wantedOn: { nulls: 'FIRST' } });
    expect(sql).toContain('t."wantedOn" is not null');
    expect(behind([null, 'u'], { wantedOn: {} }).sql).toContain('(false)');
  });
});

describe('a cursor', () => {
  const bound = listFingerprint('Order', { number: { eq: 'A' } }, undefined);
  const id = '01900000-0000-7000-8000-000000000001';

  it('gives back what it was made of', () => {
    const order = terms({ number: {} }, { wantedOn: {} });
    const property = fc.property(
      fc.string().filter((text) => !text.includes('\0')),
      fc.constantFrom(null, '2026-02-28'),
      (number, on) => {
        const values = [number, on, id];
        expect(decodeCursor(encodeCursor(bound, values), bound, order)).toEqual(values);
      },
    );
    fc.assert(property);
  });

  it('is bound to its noun, its filter and its order', () => {
    const prints = [
      bound,
      listFingerprint('Customer', { number: { eq: 'A' } }, undefined),
      listFingerprint('Order', { number: { eq: 'B' } }, undefined),
      listFingerprint('Order', { number: { eq: 'A' } }, [{ number: {} }]),
    ];
    expect(new Set(prints).size).toBe(4);
    expect(listFingerprint('Order', null, null)).toBe(
      listFingerprint('Order', undefined, undefined),
    );
    expect(() => decodeCursor(encodeCursor(prints[1]!, [id]), bound, terms())).toThrow('another');
  });

  it('that was edited never reaches the store', () => {
    const order = terms({ count: {} }, { wantedOn: {} });
    const edited: unknown[][] = [
      [],
      [1, null],
      [1, null, id, 'more'],
      ['1; drop', null, id],
      [null, null, id],
      [1, '2026-1-1', id],
      [1, null, 'x'],
      [1, null, null],
      [{}, null, id],
      [1, ['2026-01-01'], id],
      [1, '2026-01-01\0', id],
    ];
    for (const values of edited)
      expect(() => decodeCursor(encodeCursor(bound, values), bound, order)).toThrow('not a cursor');
  });

  it('of any text at all is refused in words', () => {
    const property = fc.property(fc.string({ maxLength: 60 }), (text) => {
      expect(() => decodeCursor(text, bound, terms())).toThrow(/cursor/i);
    });
    fc.assert(property);
    expect(() => decodeCursor('A'.repeat(5000), bound, terms())).toThrow('not a cursor');
  });
});
