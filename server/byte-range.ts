/** Bytes from one to another, both counted from 0 and both taken. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The one range that a header asks for (RFC 9110, 14.1.2); null for all: when none is asked for, or
 * several, or nothing that can be read. OUTSIDE when none of it is there.
 */
export function byteRange(header: string | undefined, size: number): ByteRange | 'OUTSIDE' | null {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return null;
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? 'OUTSIDE' : { from: size - length, to: size - 1 };
  }
  const from = Number(first);
  const to = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < from) return null;
  return from >= size ? 'OUTSIDE' : { from, to };
}
