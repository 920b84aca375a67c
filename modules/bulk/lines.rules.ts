/** Cuts bytes into lines as they come: a line that is not whole yet waits for the rest of it. */
export interface LineCutter {
  /** The whole lines so far, without their ends. Throws LineTooLong. */
  add(bytes: Uint8Array): string[];
  /** What stands behind the last line end, if anything does. */
  rest(): string[];
}

/** A line is the input of one mutation, and a request has as much at most. */
export const MOST_LINE_BYTES = 1_048_576;

/** Thrown for a line that no request could have carried. */
export class LineTooLong extends Error {
  constructor() {
    super(`A line has at most ${MOST_LINE_BYTES} bytes.`);
    this.name = 'LineTooLong';
  }
}

const LINE_END = 0x0a;

/** Lines end with a line feed, a carriage return before it is left out; empty lines are kept. */
export function lineCutter(): LineCutter {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let open: Uint8Array[] = [];
  let openBytes = 0;
  const close = (last: Uint8Array): string => {
    const bytes = new Uint8Array(openBytes + last.length);
    let at = 0;
    for (const part of [...open, last]) {
      bytes.set(part, at);
      at += part.length;
    }
    open = [];
    openBytes = 0;
    if (bytes.length > MOST_LINE_BYTES) throw new LineTooLong();
    return decoder.decode(bytes).replace(/\r$/, '');
  };
  return {
    add(bytes) {
      const lines: string[] = [];
      let from = 0;
      for (let end = bytes.indexOf(LINE_END); end !== -1; end = bytes.indexOf(LINE_END, from)) {
        lines.push(close(bytes.subarray(from, end)));
        from = end + 1;
      }
      const left = bytes.subarray(from);
      if (left.length > 0) open.push(left);
      openBytes += left.length;
      if (openBytes > MOST_LINE_BYTES) throw new LineTooLong();
      return lines;
    },
    rest: () => (openBytes === 0 ? [] : [close(new Uint8Array(0))]),
  };
}
