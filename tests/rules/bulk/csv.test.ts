import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { csvCell, csvHeader, csvLine } from '../../../modules/bulk/csv.rules.js';

describe('a cell of CSV', () => {
  it.each([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "so"', '"say ""so"""'],
    ['two\nlines', '"two\nlines"'],
    ['-12.5', '-12.5'],
    ['=1+1', `"'=1+1"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['-cmd', `"'-cmd"`],
    [null, ''],
    [undefined, ''],
    [true, 'true'],
    [3, '3'],
  ])('writes %j as %j', (value, cell) => {
    expect(csvCell(value)).toBe(cell);
  });

  it('is read back as it was, whatever stands in it, but for what looks like a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 4 }), (values) => {
        const line = csvLine(
          Object.fromEntries(values.map((value, at) => [`c${at}`, value])),
          values.map((_, at) => [`c${at}`]),
        );
        const [row] = parse(`${line}\r\n`, {
          relax_column_count: true,
          record_delimiter: '\r\n',
          skip_empty_lines: false,
        });
        const told = values.map((value) =>
          /^[=+\-@\t\r]/.test(value) && !/^-?\d+(\.\d+)?$/.test(value) ? `'${value}` : value,
        );
        expect(row).toEqual(told);
      }),
    );
  });
});

describe('a row of CSV', () => {
  it('finds values by their paths, and leaves empty what is behind a null', () => {
    const columns = [['number'], ['customer', 'name'], ['grossAmount', 'amount']];
    expect(csvHeader(columns)).toBe('number,customer.name,grossAmount.amount');
    const row = { number: 'SO-1', customer: null, grossAmount: { amount: '12.50' } };
    expect(csvLine(row, columns)).toBe('SO-1,,12.50');
  });
});
