import type { Writable } from 'node:stream';

/** Shorter ends are copied, because two writes cost more than that; longer ones are shared. */
const COPIED_BYTES = 4_096;
const TEXT = 0x81;

/** Before the text: that it is all of one message, and how long it is (RFC 6455, 5.2). */
function lengthBytes(length: number): number {
  if (length < 126) return 2;
  return length < 65_536 ? 4 : 10;
}

function writeLength(frame: Buffer, length: number): void {
  frame[0] = TEXT;
  if (length < 126) frame[1] = length;
  else if (length < 65_536) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeUInt16BE(0, 2);
    frame.writeUIntBE(length, 4, 6);
  }
}

/**
 * Writes a text message of two parts to a line whose own protocol neither compresses nor fragments.
 * Many lines may be written the same end: however many do not take it, it is held once.
 */
export function writeText(line: Writable, head: Buffer, end: Buffer): void {
  const length = head.length + end.length;
  const start = lengthBytes(length);
  const isCopied = end.length <= COPIED_BYTES;
  const frame = Buffer.allocUnsafe(start + (isCopied ? length : head.length));
  writeLength(frame, length);
  head.copy(frame, start);
  if (isCopied) {
    end.copy(frame, start + head.length);
    line.write(frame);
    return;
  }
  line.cork();
  line.write(frame);
  line.write(end);
  line.uncork();
}
