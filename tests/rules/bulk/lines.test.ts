import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineCutter, LineTooLong, MOST_LINE_BYTES } from '../../../modules/bulk/lines.rules.js';

const cut = (bytes: Uint8Array, sizes: readonly number[]): string[] => {
  const cutter = lineCutter();
  const lines: string[] = [];
  let at = 0;
  for (const size of sizes) {
    lines.push(...cutter.add(bytes.subarray(at, at + size)));
    at += size;
  }
  return [...lines, ...cutter.add(bytes.subarray(at)), ...cutter.rest()];
};

describe('cutting an upload into lines', () => {
  it('gives the same lines however the bytes were cut', () => {
    const line = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\r\n]/g, ''));
    fc.assert(
      fc.property(fc.array(line), fc.array(fc.nat(7)), (lines, sizes) => {
        const bytes = new TextEncoder().encode(lines.map((one) => `${one}\n`).join(''));
        expect(cut(bytes, sizes)).toEqual(lines);
      }),
    );
  });

  it('takes a last line without an end, and line ends of Windows', () => {
    const bytes = new TextEncoder().encode('{"a":1}\r\n{"b":"ü"}');
    expect(cut(bytes, [3, 9])).toEqual(['{"a":1}', '{"b":"ü"}']);
  });

  it('refuses a line that no request could carry, before it has come to its end', () => {
    const cutter = lineCutter();
    expect(() => cutter.add(new Uint8Array(MOST_LINE_BYTES + 1).fill(97))).toThrow(LineTooLong);
  });

  it('refuses what is not UTF-8', () => {
    expect(() => lineCutter().add(Uint8Array.from([0xff, 0x0a]))).toThrow(TypeError);
  });
});
