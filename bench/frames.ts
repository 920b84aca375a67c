/** Just enough of RFC 6455 for a client that costs little. */

interface Frames {
  /** Told when the answer to the upgrade was read. */
  readonly onHead: () => void;
  readonly onText: (message: Buffer) => void;
  readonly onPing: (payload: Buffer) => void;
  readonly onClose: (code: number) => void;
}

const HEAD_END = '\r\n\r\n';

interface Frame {
  readonly opcode: number;
  readonly isLast: boolean;
  readonly payload: Buffer;
  readonly end: number;
}

/** The frame that begins there, or null when it has not come as a whole. */
function frameAt(data: Buffer, from: number): Frame | null {
  if (data.length < from + 2) return null;
  let length = data[from + 1]! & 0x7f;
  let start = from + 2;
  if (length === 126) {
    if (data.length < from + 4) return null;
    length = data.readUInt16BE(start);
    start += 2;
  } else if (length === 127) {
    if (data.length < from + 10) return null;
    length = Number(data.readBigUInt64BE(start));
    start += 8;
  }
  const end = start + length;
  if (data.length < end) return null;
  const [first] = data.subarray(from, from + 1);
  const payload = data.subarray(start, end);
  return { opcode: first! & 0x0f, isLast: (first! & 0x80) !== 0, payload, end };
}

/** Reads what a server sends, in whatever parts it comes. Frames of a server are not masked. */
export function frameReader({ onHead, onText, onPing, onClose }: Frames): (part: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  let isOpen = false;
  let begun: Buffer[] = [];
  function take({ opcode, isLast, payload }: Frame): void {
    if (opcode === 9) onPing(payload);
    else if (opcode === 8) onClose(payload.length < 2 ? 1005 : payload.readUInt16BE(0));
    else if (opcode <= 2) {
      if (isLast && begun.length === 0) {
        onText(payload);
        return;
      }
      begun.push(payload);
      if (!isLast) return;
      onText(Buffer.concat(begun));
      begun = [];
    }
  }
  return (part) => {
    rest = rest.length === 0 ? part : Buffer.concat([rest, part]);
    let from = 0;
    if (!isOpen) {
      const end = rest.indexOf(HEAD_END);
      if (end < 0) return;
      if (!rest.toString('latin1', 0, 20).includes(' 101 ')) throw new Error(rest.toString());
      isOpen = true;
      from = end + HEAD_END.length;
      onHead();
    }
    for (let frame = frameAt(rest, from); frame !== null; frame = frameAt(rest, from)) {
      take(frame);
      from = frame.end;
    }
    rest = rest.subarray(from);
  };
}

/** A whole message of a client: masked by zeros, as the letter of the law allows. */
export function encodeFrame(opcode: number, payload: Buffer): Buffer {
  const { length } = payload;
  const head = length < 126 ? Buffer.alloc(6) : Buffer.alloc(8);
  head[0] = 0x80 | opcode;
  head[1] = 0x80 | (length < 126 ? length : 126);
  if (length >= 126) head.writeUInt16BE(length, 2);
  return Buffer.concat([head, payload]);
}
