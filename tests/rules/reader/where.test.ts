import { describe, expect, it } from 'vitest';
import { sqlDraft, name } from '../../../prisma/reader/sql.js';
import { compileWhere } from '../../../prisma/reader/where.js';
import { Order, reader } from './nouns.js';

function compiled(where: Record<string, unknown>, actor = reader()) {
  const draft = sqlDraft();
  const alias = draft.alias();
  return {
    sql: compileWhere(Order, where, alias, actor, draft).join(' and '),
    values: draft.values,
  };
}

describe('a filter as a condition of the store', () => {
  it('binds whatever users wrote, and writes none of it into the text', () => {
    const text = `x' or true; --`;
    const { sql, values } = compiled({
      number: { eq: text, contains: text },
      count: { in: [1, 2] },
      tags: { has: text },
    });
    expect(sql).not.toContain('true');
    expect(sql).toBe(
      '(t0."number" = $1::text and t0."number" ilike $2::text) and ' +
        '(t0."count" = any($3::bigint[])) and ($4::text = any(t0."tags"))',
    );
    expect(values).toEqual([text, `%${text}%`, [1, 2], text]);
  });

  it('writes a choice into the text, so that its plan knows it, and nothing but a plain name', () => {
    expect(compiled({ status: { eq: 'OPEN', ne: 'ON_HOLD' } })).toEqual({
      sql: `(t0."status" = 'OPEN' and t0."status" <> 'ON_HOLD')`,
      values: [],
    });
    for (const other of [`OPEN' or true; --`, 'open', 'OPEN\n', '', `'`])
      expect(compiled({ status: { eq: other } })).toEqual({
        sql: '(t0."status" = $1::text)',
        values: [other],
      });
  });

  it('compares numbers as exact ones and money by its amount', () => {
    expect(compiled({ amount: { gte: '12345678901234567.123456' } })).toEqual({
      sql: '(t0."netAmount" >= $1::numeric)',
      values: ['12345678901234567.123456'],
    });
  });

  it('takes not as "is not so", also for what is unknown', () => {
    expect(compiled({ not: { wantedOn: { eq: '2026-01-01' } } }).sql).toBe(
      'not coalesce(((t0."wantedOn" = $1::date)), false)',
    );
  });

  it('puts alternatives in brackets, and takes no alternative as nothing', () => {
    const { sql } = compiled({ or: [{ number: { eq: 'A' } }, { count: { eq: 1 } }] });
    expect(sql).toBe('(((t0."number" = $1::text)) or ((t0."count" = $2::bigint)))');
    expect(compiled({ or: [] }).sql).toBe('false');
    expect(compiled({ and: [] }).sql).toBe('true');
    expect(compiled({ number: {} }).sql).toBe('true');
  });

  it('asks whether a related row exists, among those the actor sees', () => {
    const where = { customer: { name: { eq: 'A' } } };
    expect(compiled(where).sql).toBe(
      'exists (select 1 from "Customer" t1 where t1."id" = t0."customerId" and ((t1."name" = $1::text)))',
    );
    const { sql, values } = compiled(where, reader(undefined, ['c1']));
    expect(sql).toContain('t1."companyId" = any($1::uuid[])');
    expect(values).toEqual([['c1'], 'A']);
  });

  it('asks for every as "none that is not so"', () => {
    const inner = { number: { eq: 'A' } };
    expect(compiled({ parts: { some: inner } }).sql).toMatch(/^\(exists \(/);
    expect(compiled({ parts: { none: inner } }).sql).toMatch(/^\(not exists \(/);
    expect(compiled({ parts: { every: inner } }).sql).toMatch(
      /^\(not exists \(.* and not coalesce\(.*, false\)\)\)$/,
    );
  });

  it('takes the marks of a pattern as letters', () => {
    expect(compiled({ number: { startsWith: '50%_\\' } }).values).toEqual(['50\\%\\_\\\\%']);
  });
});

describe('a filter that is refused', () => {
  const refusal = (where: Record<string, unknown>, actor = reader()) => {
    try {
      compiled(where, actor);
    } catch (error) {
      return (error as { extensions?: { code?: unknown } }).extensions?.code;
    }
    return null;
  };

  it('names null where no null can be meant', () => {
    const nulls = [
      { number: null },
      { number: { eq: null } },
      { count: { in: [1, null] } },
      { not: null },
      { customer: null },
      { customer: { name: null } },
      { parts: { some: null } },
    ];
    for (const where of nulls) expect(refusal(where)).toBe('FILTER_NULL');
    expect(refusal({ number: undefined })).toBeNull();
    expect(refusal({ number: { eq: undefined } })).toBeNull();
  });

  it('asks for what the actor may not read', () => {
    expect(refusal({ margin: { gt: '1' } }, reader(['Order.read']))).toBe('FORBIDDEN');
    expect(refusal({ customer: {} }, reader(['Order.read']))).toBe('FORBIDDEN');
    expect(refusal({ or: [{ margin: {} }] }, reader(['Order.read']))).toBe('FORBIDDEN');
  });

  it('names the id of another noun, or no id at all', () => {
    const id = '01900000-0000-7000-8000-000000000001';
    expect(refusal({ id: { eq: `Order:${id}` } })).toBeNull();
    for (const wrong of [`Customer:${id}`, id, 'Order:1'])
      expect(refusal({ id: { eq: wrong } })).toBe('BAD_USER_INPUT');
  });

  it('nests or repeats without end', () => {
    const deep = (levels: number): Record<string, unknown> =>
      levels === 0 ? { number: { eq: 'A' } } : { not: deep(levels - 1) };
    expect(refusal(deep(8))).toBeNull();
    expect(refusal(deep(9))).toBe('FILTER_TOO_DEEP');
    const wide = Array.from({ length: 201 }, () => ({ number: { eq: 'A' } }));
    expect(refusal({ or: wide })).toBe('FILTER_TOO_DEEP');
  });
});

describe('a name of the store', () => {
  it('is quoted, and none that was not declared as a plain word', () => {
    expect(name('SalesOrder')).toBe('"SalesOrder"');
    for (const wrong of ['a"b', 'a b', '', '1a', 'a;']) expect(() => name(wrong)).toThrow('name');
  });
});
